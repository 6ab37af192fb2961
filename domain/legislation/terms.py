"""Terms of law: when a term of weeks ends, and what a working day is (Algemene termijnenwet).

A term runs from the day after the day that starts it. Its last day moves to the next day that is
not a Saturday, Sunday or generally recognised holiday (Atw 1 lid 1), unless the term is longer
than twelve weeks (Atw 4).
"""

from __future__ import annotations

import datetime as dt

from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.netherlands import Netherlands

from domain.errors import ParameterMissing

_LONGEST_EXTENDED_WEEKS = 12
_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_KNOWN_YEARS = range(1990, 2061)

# The holidays of Atw 3; the library calls Good Friday and 5 May (in most years) optional. Read
# once, at import: the library opens files, which a workflow may not do.
_HOLIDAYS = frozenset(
    Netherlands(years=_KNOWN_YEARS, categories=(PUBLIC, OPTIONAL))  # type: ignore[no-untyped-call]
)


def add_weeks(start: dt.date, weeks: int) -> dt.date:
    """The last day of a term of so many weeks that starts to run the day after `start`."""
    last = start + dt.timedelta(weeks=weeks)
    return last if weeks > _LONGEST_EXTENDED_WEEKS else _next_counting_day(last)


def add_working_days(start: dt.date, days: int) -> dt.date:
    """The day that lies so many working days after `start`; `start` itself when `days` is 0."""
    day = start
    for _ in range(days):
        day = _next_counting_day(day + _ONE_DAY)
    return day


def is_working_day(day: dt.date) -> bool:
    """Not a Saturday, a Sunday or a generally recognised holiday (Atw 1, 3).

    Raises ParameterMissing for a year whose holidays are not known here.
    """
    if day.year not in _KNOWN_YEARS:
        raise ParameterMissing(f"the holidays of {day.year} are not known")
    return day.weekday() < _SATURDAY and day not in _HOLIDAYS


def _next_counting_day(day: dt.date) -> dt.date:
    while not is_working_day(day):
        day += _ONE_DAY
    return day
