"""What the employee insurances share: the capped daily wage, the month, income against it."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Article,
    Figure,
    Rounding,
    Text,
    Unit,
    Working,
)
from domain.legislation.parameters import parameter

MAXIMUM_DAILY_WAGE = parameter("max_dagloon")

DAYS_IN_A_MONTH = Fraction(87, 4)
"""21,75: in WW 1b lid 2, WIA 13 lid 4, Wajong 1a:4 lid 1 and TW 1 lid 1 onder f alike."""

_SATURDAY = 5
_MAXIMUM = Article(Act.WFSV, "17", "1")


class DailyWage(NamedTuple):
    """The daily wage that a benefit is reckoned from, and what it would be without the maximum."""

    capped: Figure
    uncapped: Figure


def daily_wage(working: Working) -> DailyWage:
    """From the fact `daily_wage`, which is the indexed daily wage before the maximum."""
    uncapped = working.fact("daily_wage")
    maximum = working.parameter(MAXIMUM_DAILY_WAGE)
    return DailyWage(working.least(_CAPPED, uncapped, maximum, by=_MAXIMUM), uncapped)


def maximum_factor(working: Working, wage: DailyWage, by: Article) -> Figure:
    """The capped over the uncapped daily wage (C/D in the law)."""
    return working.divide(_FACTOR, wage.capped, wage.uncapped, by, Unit.RATIO)


def counted_income(working: Working, income: Figure, wage: DailyWage, by: Article) -> Figure:
    """Income times that factor (B x C/D in the law)."""
    return working.multiply(COUNTED, income, maximum_factor(working, wage, by), by)


def shown(working: Working, label: Text, figure: Figure) -> Figure:
    """The amount to the cent, as it is shown: the law itself does not round."""
    return working.rounded(label, figure, Rounding.TO_CENT, None)


def weekdays(first: dt.date, last: dt.date) -> int:
    """Mondays to Fridays from the first to the last day, both included; none when it ends first."""
    days = (last - first).days + 1
    full_weeks, rest = divmod(max(days, 0), 7)
    part = sum((first.weekday() + each) % 7 < _SATURDAY for each in range(rest))
    return full_weeks * _SATURDAY + part


COUNTED = Text("inkomen dat meetelt", "income that counts")
PER_MONTH = Text("maandbedrag", "amount for the month")
PER_DAY = Text("dagbedrag", "amount for the day")
MONTHLY_WAGE = Text("maandloon", "monthly wage")

_CAPPED = Text("dagloon na het maximum", "daily wage after the maximum")
_FACTOR = Text(
    "verhouding van het dagloon tot het dagloon zonder maximum",
    "the daily wage over the daily wage without the maximum",
)
