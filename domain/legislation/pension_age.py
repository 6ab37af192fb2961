"""The day on which somebody reaches the pension age, which rises by the year (AOW 7a)."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from domain.legislation.parameters import parameter

PENSION_AGE = parameter("aow_leeftijd")

_YOUNGEST = 65


@lru_cache(maxsize=4096)
def pension_day_of(born: dt.date) -> dt.date:
    """The first day on which the age that holds in that year has been reached."""
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
