"""The higher percentage of the first two months of a benefit (WW 47 lid 1, WIA 61 lid 1).

The law counts the two months from the first day of the right and the benefit by the calendar month.
Where both percentages fall in one month, each counts for its own working days, as the monthly wage
does (WW 1b lid 2 onder b, WIA 13 lid 4): the law does not say so itself.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.determination import (
    Article,
    Day,
    Figure,
    Period,
    Text,
    Unit,
    Unknown,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import Parameter
from domain.legislation.regulations.uwv._wages import weekdays
from domain.legislation.regulations.uwv._work_history import last_day

_TWO_MONTHS = plain(2, Unit.MONTHS)
_ONE_DAY = dt.timedelta(days=1)


class Rates(NamedTuple):
    """The percentage of the first two months, the one after them, and where they stand."""

    first: Parameter
    later: Parameter
    by: Article


def rate_for_the_month(
    working: Working, rates: Rates, first_day: Day, days: Period | None
) -> Figure:
    """The percentage for these days of one month; not known when the days are not."""
    higher_until = last_day(first_day, _TWO_MONTHS)
    if days is None or days.last is None or isinstance(higher_until, Unknown):
        return working.without_value(working.parameter(rates.later))
    higher = weekdays(days.first, min(days.last, higher_until))
    lower = weekdays(max(days.first, higher_until + _ONE_DAY), days.last)
    if lower == 0 and days.first <= higher_until:
        return working.parameter(rates.first)
    if higher == 0:
        return working.parameter(rates.later)
    return _by_working_days(working, rates, higher, lower)


def _by_working_days(working: Working, rates: Rates, higher: int, lower: int) -> Figure:
    working.note(_BOTH, rates.by)
    weighed = working.add(
        Text("percentages maal hun werkdagen", "percentages times their working days"),
        _times(working, rates.first, higher, rates.by),
        _times(working, rates.later, lower, rates.by),
        by=rates.by,
    )
    label = Text("percentage voor deze maand", "percentage for this month")
    return working.divide(label, weighed, plain(higher + lower, Unit.WORKING_DAYS), rates.by)


def _times(working: Working, rate: Parameter, number: int, by: Article) -> Figure:
    label = Text("percentage maal de werkdagen", "percentage times the working days")
    return working.multiply(label, working.parameter(rate), plain(number, Unit.WORKING_DAYS), by)


_BOTH = Text(
    "de eerste twee maanden eindigen in deze maand: elk percentage telt voor zijn werkdagen",
    "the first two months end in this month: each percentage counts for its working days",
)
