"""Terms of law: when a term ends, and what a working day is (Algemene termijnenwet).

A term runs from the day after the day that starts it. Its last day moves to the next day that is
not a Saturday, Sunday or generally recognised holiday (Atw 1 lid 1, 3), unless the term is longer
than 90 days, twelve weeks or three months, or is in years (Atw 4). A term of three days or more
has at least two days that count (Atw 2).
"""

from __future__ import annotations

import datetime as dt

from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.netherlands import Netherlands

from domain.errors import ParameterMissing
from domain.legislation.calendar import add_months
from domain.legislation.units import Unit

_LONGEST_EXTENDED = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
_SHORT_TERMS = range(3, 15)
"""Terms in days that Atw 2 may lengthen: a longer one always has two days that count."""
_DAYS_THAT_COUNT = 2
_MONTHS_IN_YEAR = 12
_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_KNOWN_YEARS = range(1965, 2061)
_ATW_IN_FORCE = dt.date(1965, 4, 1)

# The days that royal decrees put on a par with the holidays (Atw 3 lid 3): BWBR0038666 for
# 2017-2019, and the titles of those for 2023-2025 and 2026-2028. Of that for 2020-2022 one day is
# known; none has been made yet for later years.
_ON_A_PAR = frozenset(
    dt.date(*day)
    for day in (
        *((2017, 4, 28), (2017, 5, 26), (2018, 5, 11), (2018, 12, 24), (2018, 12, 31)),
        *((2019, 5, 31), (2019, 12, 27)),
        (2022, 5, 27),
        *((2023, 4, 28), (2023, 5, 19), (2024, 5, 10), (2024, 12, 27), (2025, 5, 30)),
        *((2026, 1, 2), (2026, 5, 15), (2027, 5, 7), (2028, 4, 28), (2028, 5, 26)),
    )
)

# The holidays of Atw 3; the library calls Good Friday and 5 May (in most years) optional. Read
# once, at import: the library opens files, which a workflow may not do.
_HOLIDAYS = _ON_A_PAR | frozenset(
    Netherlands(years=_KNOWN_YEARS, categories=(PUBLIC, OPTIONAL))  # type: ignore[no-untyped-call]
)


def add_weeks(start: dt.date, weeks: int) -> dt.date:
    """The last day of a term of so many weeks that starts to run the day after `start`."""
    return last_day(start, weeks, Unit.WEEKS)


def last_day(start: dt.date, length: int, unit: Unit) -> dt.date:
    """The last day of a term in law of so many days, weeks, months, years or working days that
    starts to run the day after `start`.

    Raises ParameterMissing when it ends in a year whose holidays are not known here.
    """
    if unit is Unit.WORKING_DAYS:
        return add_working_days(start, length)
    last = unmoved_last_day(start, length, unit)
    return moved(start, last) if is_moved(length, unit) else last


def unmoved_last_day(start: dt.date, length: int, unit: Unit) -> dt.date:
    """The last day of a term that starts the day after `start`, wherever in the week it falls."""
    match unit:
        case Unit.DAYS:
            return start + dt.timedelta(days=length)
        case Unit.WEEKS:
            return start + dt.timedelta(weeks=length)
        case Unit.MONTHS:
            return add_months(start, length)
        case Unit.YEARS:
            return add_months(start, _MONTHS_IN_YEAR * length)
        case _:
            raise ValueError(f"a term is not counted in {unit}")


def is_moved(length: int, unit: Unit) -> bool:
    """Whether the Algemene termijnenwet holds for a term of this length (Atw 4 onder a)."""
    longest = _LONGEST_EXTENDED.get(unit)
    return longest is not None and length <= longest


def moved(start: dt.date, last: dt.date) -> dt.date:
    """The last day as Atw 1 and 2 move it; `start` is the day before the term runs."""
    if last < _ATW_IN_FORCE:
        return last
    length = (last - start).days
    last = _next_counting_day(last)
    while length in _SHORT_TERMS and _counting_days(start, last) < _DAYS_THAT_COUNT:
        last = _next_counting_day(last + _ONE_DAY)
    return last


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


def _counting_days(start: dt.date, last: dt.date) -> int:
    days = (start + dt.timedelta(days=count) for count in range(1, (last - start).days + 1))
    return sum(is_working_day(day) for day in days)
