from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import ParameterMissing
from domain.legislation.terms import add_weeks, add_working_days, is_working_day, last_day
from domain.legislation.units import Unit

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2059, 12, 31))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "weeks", "last"),
    [
        ("2026-11-02", 8, "2026-12-28"),
        # First Christmas Day on a Friday: then Saturday (Second Christmas Day) and Sunday
        ("2026-11-13", 6, "2026-12-28"),
        ("2026-11-20", 6, "2027-01-04"),
        # Easter Monday
        ("2027-02-15", 6, "2027-03-30"),
        # King's Day on a Tuesday; Liberation Day, Ascension Day and the Friday on a par with them
        ("2027-03-16", 6, "2027-04-28"),
        ("2027-03-24", 6, "2027-05-10"),
        # longer than twelve weeks: not extended (Atw 4)
        ("2026-09-25", 13, "2026-12-25"),
        ("2026-11-23", 13, "2027-02-22"),
    ],
)
def test_a_term_of_weeks_ends_on_a_day_that_counts(start: str, weeks: int, last: str) -> None:
    assert add_weeks(_day(start), weeks) == _day(last)


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        ("2026-11-23", 3, "2026-11-26"),
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-12-24", 1, "2026-12-28"),
        ("2026-12-23", 3, "2026-12-29"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-03-25", 1, "2027-03-30"),
    ],
)
def test_working_days_skip_weekends_and_holidays(start: str, days: int, last: str) -> None:
    assert add_working_days(_day(start), days) == _day(last)


@pytest.mark.parametrize("day", ["2026-04-03", "2026-05-05", "2027-05-05", "2026-12-26"])
def test_good_friday_and_liberation_day_count_as_holidays_every_year(day: str) -> None:
    assert not is_working_day(_day(day))


@pytest.mark.parametrize(
    "day",
    [
        # Besluit gelijkstelling of 24 October 2016 (wetten.overheid.nl, BWBR0038666)
        *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31"),
        *("2019-05-31", "2019-12-27"),
        # The titles of the two later decrees (sterfgeval.nl, question 70745 of 4 October 2025)
        *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
        *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
    ],
)
def test_a_day_that_a_decree_puts_on_a_par_with_a_holiday_does_not_count(day: str) -> None:
    """Atw 3 lid 3."""
    assert not is_working_day(_day(day))


def test_a_term_that_ends_on_such_a_day_ends_after_the_weekend() -> None:
    assert add_weeks(_day("2026-04-03"), 6) == _day("2026-05-18")
    assert add_weeks(_day("2025-11-21"), 6) == _day("2026-01-05")
    assert add_working_days(_day("2025-12-31"), 1) == _day("2026-01-05")
    # the Friday between a holiday and the weekend that no decree names
    assert is_working_day(_day("2025-05-02"))


@given(DAYS, st.integers(1, 12))
def test_a_term_never_ends_early_nor_on_a_day_that_does_not_count(
    start: dt.date, weeks: int
) -> None:
    last = add_weeks(start, weeks)
    assert is_working_day(last)
    assert dt.timedelta(0) <= last - (start + dt.timedelta(weeks=weeks)) <= dt.timedelta(days=5)


@given(DAYS, st.integers(0, 10))
def test_as_many_working_days_lie_in_between_as_were_asked(start: dt.date, days: int) -> None:
    last = add_working_days(start, days)
    between = (start + dt.timedelta(days=count) for count in range(1, (last - start).days + 1))
    assert sum(is_working_day(day) for day in between) == days


def test_a_year_whose_holidays_are_not_known_is_refused() -> None:
    with pytest.raises(ParameterMissing):
        is_working_day(dt.date(2100, 1, 4))


@pytest.mark.parametrize(
    ("start", "length", "unit", "last"),
    [
        ("2026-09-26", 90, Unit.DAYS, "2026-12-28"),
        ("2026-09-25", 91, Unit.DAYS, "2026-12-25"),
        ("2026-09-25", 3, Unit.MONTHS, "2026-12-28"),
        ("2026-08-25", 4, Unit.MONTHS, "2026-12-25"),
        ("2024-02-29", 1, Unit.YEARS, "2025-02-28"),
        # two of the three days must count (Atw 2)
        ("2026-12-24", 3, Unit.DAYS, "2026-12-29"),
        ("2026-12-24", 1, Unit.DAYS, "2026-12-28"),
        ("2026-11-23", 3, Unit.WORKING_DAYS, "2026-11-26"),
        # before the act was in force
        ("1960-12-11", 2, Unit.WEEKS, "1960-12-25"),
    ],
)
def test_a_term_of_any_unit_ends(start: str, length: int, unit: Unit, last: str) -> None:
    assert last_day(_day(start), length, unit) == _day(last)


def test_a_term_is_not_counted_in_euros() -> None:
    with pytest.raises(ValueError, match="eurocent"):
        last_day(_day("2026-11-23"), 1, Unit.EUROCENT)


@given(DAYS, st.integers(3, 14))
def test_a_short_term_has_two_days_that_count(start: dt.date, days: int) -> None:
    last = last_day(start, days, Unit.DAYS)
    between = (start + dt.timedelta(days=count) for count in range(1, (last - start).days + 1))
    assert sum(is_working_day(day) for day in between) >= 2
