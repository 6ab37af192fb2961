"""The facts of a regulation from JSON, and their JSON Schema (2020-12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from pydantic import JsonValue, TypeAdapter, ValidationError

from domain.legislation.determination import Facts, Regulation, abouts

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
"""The days that a fact of a living person can lie between."""

MOST = 10**12
"""Ten thousand million euro in cents: beyond it somebody mistyped."""

FactProblem = tuple[str, str]
"""Where (a JSON pointer), and what is to be mended; never what was sent."""


class FactsInvalid(Exception):
    """The facts cannot be read: every problem at once, without the values."""

    def __init__(self, regulation: str, problems: tuple[FactProblem, ...]) -> None:
        super().__init__(f"the facts for {regulation} cannot be read")
        self.problems = problems


def facts_from_json(regulation: Regulation, content: str | bytes) -> Facts:
    """The facts; what is left out is not known. Raises FactsInvalid."""
    try:
        facts = _adapter(regulation).validate_json(content, strict=True)
    except ValidationError as error:
        raise FactsInvalid(regulation.id, _problems(error)) from None
    if problems := (*_out_of_reach(facts, ""), *_sources_of_nothing(facts)):
        raise FactsInvalid(regulation.id, problems)
    return facts


def schema_of(regulation: Regulation) -> dict[str, JsonValue]:
    """The JSON Schema of the regulation's facts."""
    schema = _adapter(regulation).json_schema()
    return {"$schema": SCHEMA_DIALECT, **schema, "title": regulation.title.nl}


@cache
def _adapter(regulation: Regulation) -> TypeAdapter[Facts]:
    return TypeAdapter(regulation.facts)


def _problems(error: ValidationError) -> tuple[FactProblem, ...]:
    """One per place: that it might also have been "unknown" goes without saying."""
    found: dict[str, str] = {}
    for one in error.errors():
        found.setdefault(_pointer(one["loc"]), str(one["msg"]))
    return tuple(found.items())


def _pointer(location: tuple[int | str, ...]) -> str:
    """The place in what was sent: pydantic also names the branches of a union, which nobody
    wrote."""
    written = [part for part in location if isinstance(part, int) or part.isidentifier()]
    return "".join(f"/{part}" for part in written if part not in _BRANCHES)


_BRANCHES = frozenset({"int", "bool", "date", "str", "float", "decimal", "Unknown"})


def _out_of_reach(record: object, place: str) -> Iterator[FactProblem]:
    """Every number and day that its fact cannot be, also in the records within."""
    for name, about in abouts(type(record)).items():
        value = getattr(record, name)
        if about.at_least is not None and isinstance(value, int) and value < about.at_least:
            yield f"{place}/{name}", f"must not be lower than {about.at_least}"
        if isinstance(value, dt.date) and not FIRST_DAY <= value <= LAST_DAY:
            yield f"{place}/{name}", f"must lie between {FIRST_DAY} and {LAST_DAY}"
        if isinstance(value, int) and abs(value) > MOST:
            yield f"{place}/{name}", "is higher than any number of a household"
        if isinstance(value, tuple):
            for index, each in enumerate(value):
                if is_dataclass(each):
                    yield from _out_of_reach(each, f"{place}/{name}/{index}")


def _sources_of_nothing(facts: Facts) -> Iterator[FactProblem]:
    known = {each.name for each in fields(facts)}
    for name in facts.sources:
        if name not in known:
            yield f"/sources/{name}", "is not the name of a fact"
