"""Whether what a case file says can be true: BSN, applicant, sums, dates, departments, texts."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from stdnum.nl import bsn as dutch_bsn

from agency_adapters.casefile.document import Node, records
from agency_adapters.casefile.problems import Problem
from domain.vocabulary import Agency, Department

_LARGEST_NUMBER = 10**12
_OLDEST_YEARS = 130
_INTAKE_YEARS = range(2024, 2060)
"""The years for which the norms and the holidays are known (domain.legislation)."""

_PROCEDURE_YEARS = range(1990, 2060)
"""The years for which terms can be counted."""

_PROCEDURE_DAYS = ("received", "first_talk_by", "decide_by", "made_on", "objection_until", "date")

# NUL (PostgreSQL refuses it) and half of a surrogate pair (UTF-8 cannot write it)
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")

_DEPARTMENTS = {
    Agency.BELASTINGDIENST: frozenset({Department.TOESLAGEN, Department.BELASTINGEN}),
    Agency.GEMEENTE: frozenset(
        {
            Department.WERK_EN_INKOMEN,
            Department.SCHULDHULPVERLENING,
            Department.BURGERZAKEN,
            Department.WMO,
        }
    ),
}
"""The departments that the format gives each agency; the other agencies have none."""

_BODIES = ("waits_for[].body", "on_behalf_of", "to", "carried_out_by")


def sanity_problems(root: Node) -> Iterator[Problem]:
    """What is well-formed and yet cannot be true."""
    yield from _members(root)
    yield from _sums(root)
    yield from _dates(root)
    yield from _departments(root)
    yield from _unusable_values(root)


def _members(root: Node) -> Iterator[Problem]:
    roles = [role for _, role in root.texts("intake.members[].role")]
    if roles and roles.count("applicant") != 1:
        yield Problem("/intake/members", "must hold exactly one member with role applicant")
    numbers = list(root.texts("intake.members[].bsn"))
    times = Counter(number for _, number in numbers)
    for path, number in numbers:
        if not dutch_bsn.is_valid(number):
            yield Problem(path, "is not a BSN: it does not pass the elfproef")
        if times[number] > 1:
            yield Problem(path, "is the BSN of more than one member")


def _sums(root: Node) -> Iterator[Problem]:
    for record in records(root):
        outstanding = next((node.value for node in record.select("outstanding_cents")), None)
        parts = [node.value for node in record.select("components[].amount_cents")]
        amounts = [part for part in parts if isinstance(part, int)]
        if not amounts or len(amounts) != len(parts) or not isinstance(outstanding, int):
            continue
        if sum(amounts) != outstanding:
            yield Problem(f"{record.path}/components", "must add up to outstanding_cents")


def _dates(root: Node) -> Iterator[Problem]:
    today = _date(root.text("intake.date"))
    if today is not None:
        yield from _year("/intake/date", today, _INTAKE_YEARS)
        for path, born in root.texts("intake.members[].born"):
            yield from _birth(path, _date(born), today)
    for record in records(root):
        for name in _PROCEDURE_DAYS:
            yield from _year(f"{record.path}/{name}", _date(record.text(name)), _PROCEDURE_YEARS)


def _year(path: str, day: dt.date | None, years: range) -> Iterator[Problem]:
    if day is not None and day.year not in years:
        yield Problem(path, f"must lie from {years.start} to {years.stop - 1}")


def _birth(path: str, born: dt.date | None, today: dt.date) -> Iterator[Problem]:
    if born is not None and born > today:
        yield Problem(path, "lies after the day of the intake")
    if born is not None and today.year - born.year > _OLDEST_YEARS:
        yield Problem(path, f"lies more than {_OLDEST_YEARS} years before the intake")


def _departments(root: Node) -> Iterator[Problem]:
    for agency in Agency:
        for record in root.select(f"agencies.{agency.value}[]"):
            yield from _department(f"{record.path}/department", agency, record.text("department"))
    for record in records(root):
        for query in _BODIES:
            for body in record.select(query):
                yield from _department(
                    f"{body.path}/department", body.text("agency"), body.text("department")
                )


def _department(path: str, agency: str | None, department: str | None) -> Iterator[Problem]:
    if agency not in set(Agency) or department not in set(Department):
        return
    if Department(department) not in _DEPARTMENTS.get(Agency(agency), frozenset()):
        yield Problem(path, f"is not a department of {agency}")


def _unusable_values(root: Node) -> Iterator[Problem]:
    """Texts and numbers that JSON allows, but no database or message can carry."""
    for node in root.everything():
        if isinstance(node.value, str) and _NOT_STORABLE.search(node.value):
            yield Problem(node.path, "holds a character that cannot be stored")
        if isinstance(node.value, int) and abs(node.value) > _LARGEST_NUMBER:
            yield Problem(node.path, "is too large to be true")


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        # the schema check tells that this is no date
        return None
