"""The facts of a regulation from JSON: checked against their schema, then read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from jsonschema.exceptions import ValidationError
from pydantic import TypeAdapter

from domain.legislation.determination import Facts, Regulation, Text
from services.law.kinds import FIRST_DAY, LAST_DAY, at_place, kinds_of
from services.law.schema import validator_of


class FactProblem(NamedTuple):
    """Where (a JSON pointer), and what is to be mended; never what was sent."""

    place: str
    what: Text


class FactsInvalid(Exception):
    """The facts cannot be read: every problem at once, without the values."""

    def __init__(self, regulation: str, problems: tuple[FactProblem, ...]) -> None:
        super().__init__(f"the facts for {regulation} cannot be read")
        self.problems = problems


def facts_from_json(regulation: Regulation, content: str | bytes) -> Facts:
    """The facts; what is left out is not known. Raises FactsInvalid."""
    sent = _parsed(regulation, content)
    wrong = list(validator_of(regulation).iter_errors(sent))
    if wrong:
        found = dict.fromkeys(problem for each in wrong for problem in _problems(each, regulation))
        raise FactsInvalid(regulation.id, tuple(found))
    return _adapter(regulation).validate_json(json.dumps(sent), strict=True)


@cache
def _adapter(regulation: Regulation) -> TypeAdapter[Facts]:
    return TypeAdapter(regulation.facts)


_NOT_JSON = Text("is geen geldige JSON", "is not valid JSON")
_TWICE = Text("een naam staat er tweemaal", "a name stands there twice")
_NO_OBJECT = Text("moet een object zijn: {...}", "must be an object: {...}")
_NO_FACT = Text("is geen gegeven van deze regeling", "is not a fact of this regulation")
_NO_SOURCE = Text("is een tekst", "is a text")
_TOO_HIGH = Text(
    "is hoger dan enig getal van een huishouden", "is higher than any number of a household"
)
_NO_SUCH_DAY = Text("is geen dag die bestaat", "is a day that does not exist")
_OTHER_CENTURY = Text(
    f"moet liggen tussen {FIRST_DAY} en {LAST_DAY}", f"must lie between {FIRST_DAY} and {LAST_DAY}"
)
_NULL = Text(
    'mag geen null zijn: laat het weg of schrijf "unknown" als het niet bekend is',
    'cannot be null: leave it out or write "unknown" when it is not known',
)


def _parsed(regulation: Regulation, content: str | bytes) -> object:
    """What was sent; a number like 12.0 is the whole number that it is (JSON has one kind)."""
    try:
        return json.loads(
            content,
            parse_float=_number,
            parse_constant=_no_number,
            object_pairs_hook=_without_doubles,
        )
    except _NameTwice:
        raise FactsInvalid(regulation.id, (FactProblem("", _TWICE),)) from None
    except json.JSONDecodeError as error:
        at = Text(f" (regel {error.lineno})", f" (line {error.lineno})")
        what = Text(_NOT_JSON.nl + at.nl, _NOT_JSON.en + at.en)
        raise FactsInvalid(regulation.id, (FactProblem("", what),)) from None
    except (ValueError, RecursionError):
        raise FactsInvalid(regulation.id, (FactProblem("", _NOT_JSON),)) from None


class _NameTwice(Exception):
    """An object names one member twice: which of the two is meant cannot be known."""


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NameTwice
    return found


def _number(written: str) -> int | float:
    value = float(written)
    return int(value) if value.is_integer() else value


def _no_number(_: str) -> float:
    raise ValueError("NaN and Infinity are no JSON")


def _problems(error: ValidationError, regulation: Regulation) -> Iterator[FactProblem]:
    place = list(error.absolute_path)
    within = [each for each in error.context or () if len(each.absolute_path) > len(place)]
    if within:
        for each in within:
            yield from _problems(each, regulation)
    elif error.validator == "additionalProperties":
        yield from (
            FactProblem(_pointer([*place, name]), _NO_FACT) for name in _names_beyond(error)
        )
    elif error.validator == "propertyNames" or "propertyNames" in error.absolute_schema_path:
        yield FactProblem(_pointer([*place, str(error.instance)]), _NO_FACT)
    else:
        yield FactProblem(_pointer(place), _what(error, place, regulation))


def _names_beyond(error: ValidationError) -> list[str]:
    """The names in the object that its schema does not know."""
    assert isinstance(error.schema, Mapping)
    assert isinstance(error.instance, Mapping)
    return [name for name in error.instance if name not in error.schema["properties"]]


def _what(error: ValidationError, place: Sequence[str | int], regulation: Regulation) -> Text:
    """What may stand there, or what is wrong with what stands there."""
    if place[:1] == ["sources"]:
        return _NO_SOURCE if len(place) > 1 else _NO_OBJECT
    kind = at_place(kinds_of(regulation.facts), place)
    if kind is None:
        return _NO_OBJECT
    if error.instance is None:
        return _NULL
    reach = _reach(error)
    if reach is not None:
        return reach
    expected = kind.expected
    return Text(f"moet zijn: {expected.nl}", f"must be {expected.en}")


def _reach(error: ValidationError) -> Text | None:
    """The limit that a number or a day of the right form is beyond, or None."""
    broken = {each.validator: each for each in error.context or ()}
    if "minimum" in broken:
        least = broken["minimum"].validator_value
        return Text(f"mag niet lager zijn dan {least}", f"must not be lower than {least}")
    if "maximum" in broken:
        return _TOO_HIGH
    if "format" in broken:
        return None if "pattern" in broken else _NO_SUCH_DAY
    return _OTHER_CENTURY if "pattern" in broken else None


def _pointer(place: Sequence[str | int]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in place)
