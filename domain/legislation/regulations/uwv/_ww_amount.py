"""How much WW is for a calendar month (WW 1b, 20 lid 1 onder c, 47)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.calendar import add_months, month_of
from domain.legislation.determination import (
    Act,
    Article,
    Day,
    Figure,
    Period,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.uwv._wages import (
    MAXIMUM_DAILY_WAGE,
    MONTHLY_WAGE,
    PER_MONTH,
    counted_income,
    daily_wage,
    weekdays,
)

_MONTHS_AT_THE_HIGHER_RATE = 2

_HIGHER_RATE = parameter("ww_pct_eerste_maanden")
_RATE = parameter("ww_pct_daarna")
_INCOME_LIMIT = parameter("ww_grens_inkomen_pct")
_DAYS_IN_A_MONTH = parameter("dagloon_dagen_per_maand")

_END_BY_INCOME = Article(Act.WW, "20", "1 onder c")
_WHOLE_MONTH = Article(Act.WW, "1b", "2 onder a")
_PART_OF_THE_MONTH = Article(Act.WW, "1b", "2 onder b")
_AMOUNT = Article(Act.WW, "47", "1")

PARAMETERS = (MAXIMUM_DAILY_WAGE, _DAYS_IN_A_MONTH, _HIGHER_RATE, _RATE, _INCOME_LIMIT)
ARTICLES = (_END_BY_INCOME, _WHOLE_MONTH, _PART_OF_THE_MONTH, _AMOUNT)


class Right(NamedTuple):
    """From when to when the right lasts, and how many months that is."""

    first: Day
    last: Day
    months: Figure


def days_of_the_month(on: dt.date, right: Right) -> Period | None:
    """The days of the right in the month of this day; None when they are not known."""
    if isinstance(right.first, Unknown) or isinstance(right.last, Unknown):
        return None
    first, last = month_of(on)
    return Period(max(first, right.first), min(last, right.last))


def amount(working: Working, right: Right) -> Figure:
    """The gross benefit for the month; a requirement that the income does not end the right."""
    wage = daily_wage(working)
    month = _monthly_wage(working, wage.capped, right)
    counted = counted_income(working, working.fact("income"), wage, _AMOUNT)
    _require_income_within_limit(working, month, counted)
    short = Text("maandloon min inkomen", "monthly wage less income")
    share = working.percentage(
        Text("uitkering voor dat verschil", "benefit for that difference"),
        working.subtract(short, month, counted, by=_AMOUNT),
        working.parameter(_rate(working.on, right)),
        _AMOUNT,
    )
    less = Text("na inkomen in verband met arbeid", "after income in connection with work")
    related = working.fact("income_related_to_work")
    return working.not_below_zero(
        PER_MONTH, working.subtract(less, share, related, by=_AMOUNT), _AMOUNT
    )


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


def _rate(on: dt.date, right: Right) -> Parameter:
    if isinstance(right.first, Unknown):
        return _RATE
    higher_until = add_months(right.first, _MONTHS_AT_THE_HIGHER_RATE)
    return _HIGHER_RATE if on < higher_until else _RATE


_PART = Text(
    "maandloon over de werkdagen met recht", "monthly wage for the working days with a right"
)
