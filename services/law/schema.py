"""The JSON Schema (2020-12) of a regulation's facts: it accepts exactly what is read."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from functools import cache

from jsonschema import Draft202012Validator
from pydantic import JsonValue

from domain.legislation.determination import Regulation, Unknown
from services.law.kinds import FIRST_DAY, LAST_DAY, MOST, FactKind, Sort, kinds_of

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, JsonValue]

_DAY = r"^(19\d\d|20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
"""The days from FIRST_DAY to LAST_DAY; `format` says which of these there are."""

_EXAMPLES: dict[Sort, JsonValue] = {
    Sort.NUMBER: 1,
    Sort.DECIMAL: 2.57,
    Sort.YES_NO: True,
    Sort.DAY: "2026-05-31",
    Sort.LIST: [],
}
_EXAMPLE_OF_MONEY = 120_000


def schema_of(regulation: Regulation) -> Schema:
    """The JSON Schema of the regulation's facts; each call gives one of its own."""
    return copy.deepcopy(_schema(regulation))


@cache
def validator_of(regulation: Regulation) -> Draft202012Validator:
    """What checks facts against the schema, days included."""
    return Draft202012Validator(
        _schema(regulation), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


@cache
def _schema(regulation: Regulation) -> Schema:
    kinds = kinds_of(regulation.facts)
    names: list[JsonValue] = [each.name for each in kinds]
    records = {name: _object(within) for name, within in _records(kinds)}
    facts = _object(kinds)
    assert isinstance(facts["properties"], dict)
    facts["properties"]["sources"] = {
        "title": "waar de gegevens vandaan komen",
        "description": "where the facts come from, by name",
        "type": "object",
        "propertyNames": {"enum": names},
        "additionalProperties": {"type": "string"},
    }
    return {
        "$schema": SCHEMA_DIALECT,
        "title": regulation.title.nl,
        "description": regulation.title.en,
        **facts,
        "$defs": dict(records),
    }


def _records(kinds: Sequence[FactKind]) -> Iterator[tuple[str, Sequence[FactKind]]]:
    for each in kinds:
        if each.record is not None:
            yield each.record.__name__, each.within
            yield from _records(each.within)


def _object(kinds: Sequence[FactKind]) -> Schema:
    return {
        "type": "object",
        "properties": {each.name: _fact(each) for each in kinds},
        "additionalProperties": False,
    }


def _fact(kind: FactKind) -> Schema:
    unknown = Unknown.UNKNOWN.value
    said: Schema = {"title": kind.about.nl, "description": kind.about.en}
    if kind.unit is not None:
        said["x-unit"] = kind.unit.value
    not_known: JsonValue = {"const": unknown, "title": "niet bekend", "description": "not known"}
    said["anyOf"] = [*_values(kind), not_known]
    said["default"] = unknown
    said["examples"] = [_example(kind)]
    return said


def _values(kind: FactKind) -> Iterator[JsonValue]:
    match kind.sort:
        case Sort.NUMBER:
            yield {"type": "integer", "minimum": kind.least, "maximum": MOST}
        case Sort.DECIMAL:
            yield {"type": "number", "minimum": kind.least, "maximum": MOST}
        case Sort.YES_NO:
            yield {"type": "boolean"}
        case Sort.DAY:
            yield {"type": "string", "format": "date", "pattern": _DAY}
        case Sort.LIST:
            assert kind.record is not None
            yield {"type": "array", "items": {"$ref": f"#/$defs/{kind.record.__name__}"}}
    for choice in kind.choices:
        said: Schema = {"const": choice.value}
        if choice.words is not None:
            said["title"], said["description"] = choice.words.nl, choice.words.en
        yield said


def _example(kind: FactKind) -> JsonValue:
    if kind.sort is Sort.CHOICE:
        return kind.choices[0].value
    if kind.unit is not None and kind.unit.is_money:
        return _EXAMPLE_OF_MONEY
    return _EXAMPLES[kind.sort]


assert (FIRST_DAY.year, LAST_DAY.year) == (1900, 2100), "the pattern of a day says other years"
