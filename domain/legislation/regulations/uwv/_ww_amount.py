"""How much WW is for a calendar month (WW 1b, 20 lid 1 onder c, 47)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Day,
    Figure,
    Period,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    not_,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv._first_months import Rates, rate_for_the_month
from domain.legislation.regulations.uwv._minimum_wage import MINIMUM_WAGE
from domain.legislation.regulations.uwv._wages import (
    MAXIMUM_DAILY_WAGE,
    MONTHLY_WAGE,
    PER_MONTH,
    counted_income,
    daily_wage,
    weekdays,
)

_ONE_DAY = dt.timedelta(days=1)

_HIGHER_RATE = parameter("ww_pct_eerste_maanden")
_RATE = parameter("ww_pct_daarna")
_INCOME_LIMIT = parameter("ww_grens_inkomen_pct")
_DAYS_IN_A_MONTH = parameter("dagloon_dagen_per_maand")
_LEAST_SHARE = parameter("ww_kleine_uitkering_pct")

_END_BY_INCOME = Article(Act.WW, "20", "1 onder c")
_WHOLE_MONTH = Article(Act.WW, "1b", "2 onder a")
_PART_OF_THE_MONTH = Article(Act.WW, "1b", "2 onder b")
_AMOUNT = Article(Act.WW, "47", "1")
_TOO_SMALL = Article(Act.WW, "41")

_RATES = Rates(_HIGHER_RATE, _RATE, _AMOUNT)

PARAMETERS = (
    *(MAXIMUM_DAILY_WAGE, _DAYS_IN_A_MONTH, _HIGHER_RATE, _RATE, _INCOME_LIMIT),
    *(_LEAST_SHARE, MINIMUM_WAGE),
)
ARTICLES = (_END_BY_INCOME, _WHOLE_MONTH, _PART_OF_THE_MONTH, _AMOUNT, _TOO_SMALL)


class Right(NamedTuple):
    """From when to when the right lasts, how many months that is, and the day of the pension."""

    first: Day
    last: Day
    months: Figure
    pension_day: Day


def days_of_the_month(on: dt.date, right: Right) -> Period | None:
    """The days of the right in the month of this day; None when they are not known."""
    begin, end, pension = right.first, right.last, right.pension_day
    if isinstance(begin, Unknown) or isinstance(end, Unknown) or isinstance(pension, Unknown):
        return None
    first, last = month_of(on)
    return Period(max(first, begin), min(last, end, pension - _ONE_DAY))


def amount(working: Working, right: Right) -> Figure:
    """The gross benefit for the month; requires that the income does not end the right, and that
    the benefit is not usually too small to be paid."""
    wage = daily_wage(working)
    month = _monthly_wage(working, wage.capped, right)
    counted = counted_income(working, working.fact("income"), wage, _AMOUNT)
    _require_income_within_limit(working, month, counted)
    short = Text("maandloon min inkomen", "monthly wage less income")
    share = working.percentage(
        Text("uitkering voor dat verschil", "benefit for that difference"),
        working.subtract(short, month, counted, by=_AMOUNT),
        rate_for_the_month(working, _RATES, right.first, days_of_the_month(working.on, right)),
        _AMOUNT,
    )
    less = Text("na inkomen in verband met arbeid", "after income in connection with work")
    related = working.fact("income_related_to_work")
    benefit = working.not_below_zero(
        PER_MONTH, working.subtract(less, share, related, by=_AMOUNT), _AMOUNT
    )
    _require_not_usually_too_small(working, benefit)
    return benefit


def _require_income_within_limit(working: Working, month: Figure, counted: Figure) -> None:
    working.require_compared(
        Text("het inkomen is niet te hoog", "the income is not too high"),
        counted,
        Relation.AT_MOST,
        working.percentage(
            Text("grens van het inkomen", "limit on income"),
            month,
            working.parameter(_INCOME_LIMIT),
            _END_BY_INCOME,
        ),
        _END_BY_INCOME,
    )


def _require_not_usually_too_small(working: Working, benefit: Figure) -> None:
    """Whether it usually is that small is asked only of a month in which it is."""
    least = working.percentage(
        Text("achtste deel van het minimumloon", "an eighth of the minimum wage"),
        working.parameter(MINIMUM_WAGE),
        working.parameter(_LEAST_SHARE),
        _TOO_SMALL,
    )
    small = Text("de uitkering is lager dan dat", "the benefit is lower than that")
    if working.compare(small, benefit, Relation.LESS, least, _TOO_SMALL) is Answer.YES:
        label = Text("de uitkering is doorgaans hoger", "the benefit is usually higher")
        working.require(label, not_(working.answer("usually_too_small")), _TOO_SMALL)


def _monthly_wage(working: Working, daily: Figure, right: Right) -> Figure:
    days = days_of_the_month(working.on, right)
    per_month = Unit.EUROCENT_PER_MONTH
    if days is None:
        return working.without_value(daily)._replace(unit=per_month)
    if days == Period(*month_of(working.on)):
        number = working.parameter(_DAYS_IN_A_MONTH)
        return working.multiply(MONTHLY_WAGE, daily, number, _WHOLE_MONTH, per_month)
    worked = plain(weekdays(days.first, days.last or days.first), Unit.WORKING_DAYS)
    return working.multiply(_PART, daily, worked, _PART_OF_THE_MONTH, per_month)


_PART = Text(
    "maandloon over de werkdagen met recht", "monthly wage for the working days with a right"
)
