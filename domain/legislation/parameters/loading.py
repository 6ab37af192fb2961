"""Reads the parameter files, one per law, once at import: a workflow may do no I/O later."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import Any

from domain.legislation.acts import Act, Article
from domain.legislation.parameters.parameter import DatedValue, Parameter, Renewal
from domain.legislation.text import Text
from domain.legislation.units import Unit


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
    tables = tomllib.loads(content, parse_float=Decimal)
    for name, table in tables.items():
        try:
            yield _parameter(name, table)
        except (KeyError, ValueError, TypeError) as error:
            raise ParameterFileError(f"{file_name}: {name}: {error!r}") from error


def _files() -> Iterator[tuple[str, str]]:
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield file.name, file.read_text(encoding="utf-8")


def _parameter(name: str, table: dict[str, Any]) -> Parameter:
    known = {"act", "article", "lid", "nl", "en", "unit", "renewal", "values", "note", "until"}
    if unknown := table.keys() - known:
        raise ValueError(f"does not know {', '.join(sorted(unknown))}")
    values = tuple(_dated_value(each) for each in table["values"])
    if not values or list(values) != sorted(values, key=lambda each: each.valid_from):
        raise ValueError("the values stand in order of time, and there is at least one")
    return Parameter(
        id=name,
        title=Text(table["nl"], table["en"]),
        unit=Unit(table["unit"]),
        article=Article(Act[table["act"]], table["article"], table.get("lid")),
        renewal=Renewal(table["renewal"]),
        values=values,
        note=table.get("note", ""),
        valid_until=table.get("until"),
    )


def _dated_value(table: dict[str, Any]) -> DatedValue:
    if unknown := table.keys() - {"from", "value", "source", "verified"}:
        raise ValueError(f"a value does not know {', '.join(sorted(unknown))}")
    valid_from = table["from"]
    if not isinstance(valid_from, dt.date):
        raise TypeError("from is a date")
    value = table["value"]
    exact = value if isinstance(value, int) else Fraction(value)
    return DatedValue(valid_from, exact, table["source"], table.get("verified", True))
