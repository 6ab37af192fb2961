"""What the benefits of the WIA have in common: their kinds, the month, the wage-related amount."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    Act,
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
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv._wages import PER_MONTH, weekdays

_ONE_DAY = dt.timedelta(days=1)

RATE = parameter("wia_wga_pct_daarna")

MONTHLY = Article(Act.WIA, "13", "4")
WAGE_RELATED = Article(Act.WIA, "61", "1")


class WiaKind(StrEnum):
    """The benefits that the WIA knows."""

    IVA = "iva"
    WAGE_RELATED = "wga_wage_related"
    SUPPLEMENT = "wga_supplement"
    FOLLOW_UP = "wga_follow_up"


KINDS = {
    WiaKind.IVA: Text("IVA", "IVA (full and permanent incapacity)"),
    WiaKind.WAGE_RELATED: Text("loongerelateerde WGA", "wage-related WGA"),
    WiaKind.SUPPLEMENT: Text("loonaanvulling WGA", "WGA supplement to the wage"),
    WiaKind.FOLLOW_UP: Text("vervolguitkering WGA", "WGA follow-up benefit"),
}


class Benefit(NamedTuple):
    """A kind of benefit with its amount for the month, not rounded."""

    kind: WiaKind
    amount: Figure


class Month(NamedTuple):
    """What the amounts of a month are made of: the wage, the income that counts and by which
    factor, the days."""

    wage: Figure
    counted: Figure
    factor: Figure
    days: Period | None


def days_of_the_month(on: dt.date, first: Day, pension_day: Day) -> Period | None:
    """The days of the right in the month of this day; None when they are not known."""
    if isinstance(first, Unknown) or isinstance(pension_day, Unknown):
        return None
    month_first, month_last = month_of(on)
    return Period(max(month_first, first), min(month_last, pension_day - _ONE_DAY))


def for_the_days(
    working: Working, monthly: Figure, days: Period | None, by: Article = MONTHLY
) -> Figure:
    """A monthly amount for the weekdays with a right, when that is not the whole month."""
    if days is None:
        return working.without_value(monthly)
    whole = Period(*month_of(working.on))
    if days == whole or days.last is None or whole.last is None:
        return monthly
    share = working.divide(
        Text("deel van de maand met recht", "part of the month with a right"),
        plain(weekdays(days.first, days.last), Unit.DAYS),
        plain(weekdays(whole.first, whole.last), Unit.DAYS),
        by,
        Unit.RATIO,
    )
    return working.multiply(_FOR_THE_DAYS, monthly, share, by)


def wage_related(working: Working, month: Month, rate: Figure) -> Figure:
    """A share of the monthly wage less the income that counts (WIA 61 lid 1), not rounded."""
    short = Text("maandloon min inkomen", "monthly wage less income")
    left = working.subtract(short, month.wage, month.counted, by=WAGE_RELATED)
    share = Text("uitkering voor dat verschil", "benefit for that difference")
    return working.not_below_zero(
        PER_MONTH,
        working.percentage(share, left, rate, WAGE_RELATED),
        WAGE_RELATED,
    )


_FOR_THE_DAYS = Text("bedrag voor de dagen met recht", "amount for the days with a right")
