"""Whether ids are unique, and what a case file itself must hold is there when referred to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from agency_adapters.casefile.document import Node, records
from agency_adapters.casefile.problems import Problem


class _Kind(StrEnum):
    MEMBER = "member"
    ADDRESS = "address"
    PARTY = "party"
    RECORD = "record"


_DEFINED = {
    _Kind.MEMBER: ("intake.members[].id",),
    _Kind.ADDRESS: ("intake.addresses[].id",),
    _Kind.PARTY: ("intake.parties[].id",),
    _Kind.RECORD: ("intake.income[].id", "intake.assets[].id", "intake.evidence[].id"),
}
"""Where ids are given. A record may rest on stated income, assets and evidence as on a record."""

_IN_INTAKE = {
    _Kind.MEMBER: (
        "intake.relations[].a",
        "intake.relations[].b",
        "intake.income[].person",
        "intake.assets[].person",
        "intake.evidence[].persons[]",
    ),
    _Kind.ADDRESS: ("intake.members[].lives_at", "intake.housing.address"),
}

_IN_RECORD = {
    _Kind.MEMBER: ("persons[]", "liable[]", "arose_from", "payee.member"),
    _Kind.PARTY: (
        "waits_for[].body.party",
        "payee.party",
        "on_behalf_of.party",
        "to.party",
        "carried_out_by.party",
    ),
    _Kind.RECORD: (
        "determined_by",
        "test.fact",
        "would_be[].fact",
        "for_breach_of",
        "for",
        "components[].asset",
    ),
}
"""References that must be in the file. Links to a record that may live in another ledger (such as
`taken_from`, `rests_on`, `covers`, or a recovery's `on`) are reference numbers (FORMAT)."""

_FACTS_ABOUT = {
    "partner": _Kind.MEMBER,
    "main_residence": _Kind.ADDRESS,
    "registered_address": _Kind.ADDRESS,
    "postal_address": _Kind.ADDRESS,
}


def reference_problems(root: Node) -> Iterator[Problem]:
    """Ids that stand twice, and references to ids that stand nowhere."""
    yield from _doubles(root)
    defined = {kind: _ids(root, kind) for kind in _Kind}
    for kind, path, wanted in _references(root):
        if not any(wanted in defined[each] for each in kind):
            names = " or ".join(each.value for each in kind)
            yield Problem(path, f"there is no {names} with this id in the file")


def _ids(root: Node, kind: _Kind) -> frozenset[str]:
    given = {value for query in _DEFINED[kind] for _, value in root.texts(query)}
    if kind is _Kind.RECORD:
        given |= {value for record in records(root) for _, value in record.texts("id")}
    return frozenset(given)


def _doubles(root: Node) -> Iterator[Problem]:
    queries = (
        *(query for queries in _DEFINED.values() for query in queries),
        "intake.expenses[].id",
    )
    given = [found for query in queries for found in root.texts(query)]
    given += [found for record in records(root) for found in record.texts("id")]
    times = Counter(value for _, value in given)
    for path, value in given:
        if times[value] > 1:
            yield Problem(path, "this id stands more than once in the file: ids must be unique")


def _references(root: Node) -> Iterator[tuple[tuple[_Kind, ...], str, str]]:
    """Every reference: the kinds it may point to, where it stands, and the id it names."""
    for kind, queries in _IN_INTAKE.items():
        for query in queries:
            for path, value in root.texts(query):
                yield (kind,), path, value
    for fact in root.select("intake.evidence[]"):
        yield from _of_value(fact)
    for record in records(root):
        yield from _of_record(record)


def _of_record(record: Node) -> Iterator[tuple[tuple[_Kind, ...], str, str]]:
    for kind, queries in _IN_RECORD.items():
        for query in queries:
            for path, value in record.texts(query):
                yield (kind,), path, value
    yield from _of_value(record)


def _of_value(record: Node) -> Iterator[tuple[tuple[_Kind, ...], str, str]]:
    fact = record.text("fact")
    kinds = (_FACTS_ABOUT[fact],) if fact in _FACTS_ABOUT else (_Kind.MEMBER, _Kind.ADDRESS)
    for path, value in record.texts("value.ref"):
        yield kinds, path, value
    for path, value in record.texts("would_be[].value.ref"):
        yield (_Kind.MEMBER, _Kind.ADDRESS), path, value
