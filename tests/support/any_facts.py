"""Any facts a regulation could be given, made from the types of its facts alone."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, About, Facts, Unit, Unknown, abouts

_FIRST, _LAST = dt.date(1935, 1, 1), dt.date(2026, 12, 31)
_MOST = {
    Unit.PERCENT: 100,
    Unit.YEARS: 110,
    Unit.MONTHS: 240,
    Unit.WEEKS: 200,
    Unit.DAYS: 400,
    Unit.HOURS: 300,
    Unit.PERSONS: 8,
    Unit.COUNT: 12,
    Unit.QUARTERS: 40,
    Unit.WORKING_DAYS: 100,
}
_MOST_CENTS = 8_000_000


def any_day() -> st.SearchStrategy[dt.date]:
    """A day for which the law is written here."""
    return st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))


def any_facts(kind: type[Facts], *, unknown: bool) -> st.SearchStrategy[Facts]:
    """Facts of this kind; with `unknown` some of them may be missing."""
    return _record(kind, unknown)


def _record(kind: type[Any], unknown: bool) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind, include_extras=True)
    said = abouts(kind)
    parts = {
        each.name: _value(hints[each.name], said.get(each.name), unknown)
        for each in fields(kind)
        if each.name != "sources"
    }
    return st.builds(kind, **parts)


def _value(hint: Any, about: About | None, unknown: bool) -> st.SearchStrategy[Any]:
    hint = get_args(hint)[0] if hasattr(hint, "__metadata__") else hint
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    known = [each for each in options if each is not Unknown]
    found = [_known(each, about, unknown) for each in known]
    if unknown and Unknown in options:
        found.append(st.just(UNKNOWN))
    return st.one_of(found)


def _known(kind: Any, about: About | None, unknown: bool) -> st.SearchStrategy[Any]:
    if kind is bool:
        return st.booleans()
    if kind is int:
        return _number(about)
    if kind is Fraction:
        return st.fractions(0, 100, max_denominator=100)
    if kind is dt.date:
        return st.dates(_FIRST, _LAST)
    if kind is str:
        return st.sampled_from(["a", "b", "c"])
    if get_origin(kind) is tuple:
        return st.lists(_value(get_args(kind)[0], None, unknown), max_size=4).map(tuple)
    if get_origin(kind) in (Mapping, dict):
        return st.just({})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, unknown)
    raise TypeError(f"no strategy for {kind}")


def _number(about: About | None) -> st.SearchStrategy[int]:
    unit = about.unit if about else None
    least = about.at_least if about and about.at_least is not None else 0
    most = _MOST_CENTS if unit is None or unit.is_money else _MOST.get(unit, 100)
    return st.integers(least, max(most, least)) | st.sampled_from([least, least + 1])
