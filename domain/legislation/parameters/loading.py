"""Reads the parameter files, one per law, once at import: a workflow may do no I/O later."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import TypeVar

from domain.legislation.acts import Act, Article
from domain.legislation.parameters.parameter import DatedValue, Parameter, Renewal
from domain.legislation.text import Text
from domain.legislation.units import Unit

T = TypeVar("T")

_SAID_OF_A_PARAMETER = frozenset(
    ("act", "article", "lid", "nl", "en", "unit", "renewal", "values", "note", "until")
)
_SAID_OF_A_VALUE = frozenset(("from", "value", "source", "verified"))


class ParameterFileError(Exception):
    """A parameter file says something that cannot be: the text names the file and the parameter."""


def read_parameters() -> Mapping[str, Parameter]:
    """Every parameter of every law, by its id; raises ParameterFileError."""
    found: dict[str, Parameter] = {}
    for file_name, content in _files():
        for parameter in parameters_in(file_name, content):
            if parameter.id in found:
                raise ParameterFileError(f"{file_name}: {parameter.id} stands in another file too")
            found[parameter.id] = parameter
    return found


def parameters_in(file_name: str, content: str) -> Iterator[Parameter]:
    """The parameters of one file; raises ParameterFileError."""
    try:
        tables = tomllib.loads(content, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ParameterFileError(f"{file_name}: {error}") from error
    for name, table in tables.items():
        try:
            yield _parameter(name, table)
        except (KeyError, ValueError, TypeError, OverflowError) as error:
            raise ParameterFileError(f"{file_name}: {name}: {error.args[0]}") from error


def _files() -> Iterator[tuple[str, str]]:
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield file.name, file.read_text(encoding="utf-8")


def _parameter(name: str, table: object) -> Parameter:
    told = _table(table, _SAID_OF_A_PARAMETER)
    values = tuple(_dated_value(each) for each in _said(told, "values", list))
    days = [each.valid_from for each in values]
    if not days or days != sorted(set(days)):
        raise ValueError("the values stand in order of time, one for a day, and there is one")
    until = _said(told, "until", dt.date) if "until" in told else None
    if until is not None and until < days[-1]:
        raise ValueError("until is before the last value")
    return Parameter(
        id=name,
        title=Text(_said(told, "nl", str), _said(told, "en", str)),
        unit=Unit(_said(told, "unit", str)),
        article=_article(told),
        renewal=Renewal(_said(told, "renewal", str)),
        values=values,
        note=_said(told, "note", str) if "note" in told else "",
        valid_until=until,
    )


def _article(told: Mapping[str, object]) -> Article:
    act = Act.__members__.get(_said(told, "act", str))
    if act is None:
        raise ValueError(f"there is no act {told['act']}")
    lid = _said(told, "lid", str) if "lid" in told else None
    return Article(act, _said(told, "article", str), lid)


def _dated_value(table: object) -> DatedValue:
    told = _table(table, _SAID_OF_A_VALUE)
    value = told.get("value")
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError("value is a number")
    exact = value if isinstance(value, int) else Fraction(value)
    verified = _said(told, "verified", bool) if "verified" in told else True
    return DatedValue(_said(told, "from", dt.date), exact, _said(told, "source", str), verified)


def _table(table: object, known: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(table, dict):
        raise TypeError("is no table")
    if unknown := table.keys() - known:
        raise ValueError(f"does not know {', '.join(sorted(unknown))}")
    return table


def _said(table: Mapping[str, object], name: str, kind: type[T]) -> T:
    if name not in table:
        raise KeyError(f"{name} is missing")
    found = table[name]
    # Exactly: a yes or no is an int to Python, and a moment is a day.
    if type(found) is not kind:
        raise TypeError(f"{name} is a {kind.__name__}")
    return found
