"""The day on which somebody reaches the pension age (AOW 7a), which rises by the year."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from domain.legislation.determination import UNKNOWN, Act, Article, Day, Text, Unknown, Working
from domain.legislation.parameters import parameter

PENSION_AGE = parameter("aow_leeftijd")

_YOUNGEST = 65
_PENSION_AGE = Article(Act.AOW, "7a", "1")
_HOW = Text(
    "de leeftijd van het jaar waarin zij is bereikt", "the age of the year it is reached in"
)
_REACHED = Text("pensioengerechtigde leeftijd bereikt", "pension age reached")
_PARTNER_REACHED = Text(
    "pensioengerechtigde leeftijd van de partner bereikt", "pension age of the partner reached"
)


def pension_day(working: Working, born: Day, *, partner: bool = False) -> Day:
    """The day that the pension age is reached, written down; unknown when the birth is."""
    label = _PARTNER_REACHED if partner else _REACHED
    if isinstance(born, Unknown):
        return working.dated(label, UNKNOWN, _HOW, _PENSION_AGE)
    reached = _reached(born)
    working.parameter(PENSION_AGE, reached)
    return working.dated(label, reached, _HOW, _PENSION_AGE)


@lru_cache(maxsize=4096)
def _reached(born: dt.date) -> dt.date:
    year = max(born.year + _YOUNGEST, PENSION_AGE.values[0].valid_from.year)
    while True:
        held = PENSION_AGE.last_known(dt.date(year, 1, 1))
        assert held is not None
        reached = _day_of_age(born, int(held.value))
        if reached.year <= year:
            return reached
        year += 1


def _day_of_age(born: dt.date, months: int) -> dt.date:
    """The day so many full months old; where the month has no such day, the first of the next."""
    year, month = divmod(born.year * 12 + born.month - 1 + months, 12)
    month += 1
    if born.day <= calendar.monthrange(year, month)[1]:
        return dt.date(year, month, born.day)
    return dt.date(year, month + 1, 1)
