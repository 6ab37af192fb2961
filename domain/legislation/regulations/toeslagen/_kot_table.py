"""The income table of the kinderopvangtoeslag (Besluit kinderopvangtoeslag, bijlage I) as data.

Read once, at import, from `parameters/tables`. A percentage of the table comes as the parameter
that it is a value of, so that the explanation cites it; where no table is known, without a value.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from typing import NamedTuple

from domain.legislation.determination import Exact
from domain.legislation.parameters import DatedValue, Parameter, parameter

FIRST_CHILD = parameter("kot_percentage_eerste_kind")
FOLLOWING_CHILD = parameter("kot_percentage_volgend_kind")

_CENTS_PER_EURO = 100


class _Table(NamedTuple):
    """The bands of one year: their first incomes in cents, and the parameters of each band."""

    from_cents: tuple[int, ...]
    first: tuple[Parameter, ...]
    following: tuple[Parameter, ...]


def percentage_in(of: Parameter, income: Exact, year: int) -> Parameter:
    """The parameter with the value of the band of this income; without one when none is known.

    `of` is FIRST_CHILD or FOLLOWING_CHILD; the income is in euro cents a year.
    """
    table = _TABLES.get(year)
    band = -1 if table is None else bisect_right(table.from_cents, income) - 1
    if table is None or band < 0:
        return _NOT_KNOWN[of.id]
    return (table.first if of is FIRST_CHILD else table.following)[band]


def _read() -> Mapping[int, _Table]:
    file = resources.files("domain.legislation.parameters.tables") / "kinderopvangtoeslag.toml"
    years = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return {
        int(year): _table(each["bands"], each["from"], each["source"])
        for year, each in years.items()
    }


def _table(bands: list[tuple[int, Decimal, Decimal]], valid_from: dt.date, source: str) -> _Table:
    return _Table(
        tuple(income * _CENTS_PER_EURO for income, _, _ in bands),
        tuple(_with_value(FIRST_CHILD, first, valid_from, source) for _, first, _ in bands),
        tuple(_with_value(FOLLOWING_CHILD, next_, valid_from, source) for _, _, next_ in bands),
    )


def _with_value(of: Parameter, value: Decimal, valid_from: dt.date, source: str) -> Parameter:
    return replace(of, values=(DatedValue(valid_from, Fraction(value), source),))


_TABLES = _read()
_NOT_KNOWN = {each.id: replace(each, values=()) for each in (FIRST_CHILD, FOLLOWING_CHILD)}
