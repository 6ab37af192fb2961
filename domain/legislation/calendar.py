"""Ages, months and quarters as the law counts them."""

from __future__ import annotations

import calendar
import datetime as dt

from domain.legislation.determination.unknown import UNKNOWN, Day, Number, Unknown

_ONE_DAY = dt.timedelta(days=1)
_INTO_THE_NEXT_MONTH = dt.timedelta(days=31)


def age_on(born: Day, on: dt.date) -> Number:
    """Full years of somebody born on that day; unknown when the day of birth is."""
    if isinstance(born, Unknown):
        return UNKNOWN
    return years_on(born, on)


def years_on(born: dt.date, on: dt.date) -> int:
    """Full years of somebody born on that day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def birthday(born: Day, age: int) -> Day:
    """The day on which that age is reached; for 29 February in a common year, 1 March."""
    return UNKNOWN if isinstance(born, Unknown) else day_aged(born, age)


def day_aged(born: dt.date, age: int) -> dt.date:
    """The day on which somebody reaches that age; for 29 February in a common year, 1 March."""
    if (born.month, born.day) == (2, 29) and not calendar.isleap(born.year + age):
        return dt.date(born.year + age, 3, 1)
    return born.replace(year=born.year + age)


def first_of_month_after_age(born: Day, age: int) -> Day:
    """The first day of the calendar month after the month in which that age is reached."""
    reached = birthday(born, age)
    return UNKNOWN if isinstance(reached, Unknown) else month_of(reached)[1] + _ONE_DAY


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar month."""
    first = day.replace(day=1)
    return first, (first + _INTO_THE_NEXT_MONTH).replace(day=1) - _ONE_DAY


def first_of_month_on_or_after(day: dt.date) -> dt.date:
    """The day itself when it is the first of a month, else the first day of the next month."""
    first, last = month_of(day)
    return day if day == first else last + _ONE_DAY


def year_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar year."""
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def quarter_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar quarter."""
    first_month = 3 * ((day.month - 1) // 3) + 1
    return dt.date(day.year, first_month, 1), month_of(dt.date(day.year, first_month + 2, 1))[1]


def months_between(first: dt.date, last: dt.date) -> int:
    """How many months have begun after the month of the first day, up to that of the last."""
    return (last.year - first.year) * 12 + last.month - first.month


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month when it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
