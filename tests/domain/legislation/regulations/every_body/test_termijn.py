"""Golden values: the calendar, and Atw 1-4 as they read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.every_body.termijn import REGULATION, TermijnFacts, TermUnit
from domain.legislation.terms import is_working_day
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)
WEEKS = TermijnFacts(
    start=dt.date(2026, 11, 2), length=8, unit=TermUnit.WEEKS, in_law=True, counted_back=False
)


def _last(start: str, length: int, unit: TermUnit, *, in_law: bool = True) -> object:
    facts = replace(
        WEEKS, start=dt.date.fromisoformat(start), length=length, unit=unit, in_law=in_law
    )
    return determined(REGULATION, facts, ON).result("last_day")


@pytest.mark.parametrize(
    ("start", "length", "unit", "last"),
    [
        ("2026-11-02", 8, TermUnit.WEEKS, "2026-12-28"),
        # First Christmas Day on a Friday, then Saturday and Sunday
        ("2026-11-13", 6, TermUnit.WEEKS, "2026-12-28"),
        # twelve weeks are moved, thirteen are not (Atw 4 onder a)
        ("2026-10-02", 12, TermUnit.WEEKS, "2026-12-28"),
        ("2026-09-25", 13, TermUnit.WEEKS, "2026-12-25"),
        # ninety days are moved, ninety-one are not
        ("2026-09-26", 90, TermUnit.DAYS, "2026-12-28"),
        ("2026-09-25", 91, TermUnit.DAYS, "2026-12-25"),
        # three months are moved, four are not; no 31 November
        ("2026-09-25", 3, TermUnit.MONTHS, "2026-12-28"),
        ("2026-08-25", 4, TermUnit.MONTHS, "2026-12-25"),
        ("2026-08-31", 3, TermUnit.MONTHS, "2026-11-30"),
        # a year is never moved; 29 February has no like in the next year
        ("2024-02-29", 1, TermUnit.YEARS, "2025-02-28"),
        # three days over Christmas: two of them count (Atw 2): 28 and 29 December
        ("2026-12-24", 3, TermUnit.DAYS, "2026-12-29"),
        # one day is moved by Atw 1 only
        ("2026-12-24", 1, TermUnit.DAYS, "2026-12-28"),
        ("2026-12-24", 3, TermUnit.WORKING_DAYS, "2026-12-30"),
        # before the act was in force (Atw 7) nothing moved
        ("1960-12-11", 2, TermUnit.WEEKS, "1960-12-25"),
    ],
)
def test_a_term_ends(start: str, length: int, unit: TermUnit, last: str) -> None:
    assert _last(start, length, unit) == dt.date.fromisoformat(last)


def test_a_term_that_stands_in_no_act_is_not_moved() -> None:
    assert _last("2026-11-13", 6, TermUnit.WEEKS, in_law=False) == dt.date(2026, 12, 25)


def test_it_says_whether_it_is_over_and_the_last_day_is_not_over() -> None:
    for on, over in ((dt.date(2026, 12, 28), False), (dt.date(2026, 12, 29), True)):
        assert determined(REGULATION, WEEKS, on).result("over") is over


def test_a_term_that_is_counted_back_is_another_matter() -> None:
    back = replace(WEEKS, counted_back=True)
    assert determined(REGULATION, back, ON).outcome is Outcome.REFUSED


def test_a_year_whose_holidays_are_not_known_is_said_to_be_so() -> None:
    found = determined(REGULATION, replace(WEEKS, start=dt.date(2080, 1, 1)), ON)
    assert {missing.name for missing in found.missing} == {"holidays"}


@pytest.mark.parametrize("name", ["start", "length", "unit", "in_law", "counted_back"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(WEEKS, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)),
    st.integers(1, 90),
    st.sampled_from([TermUnit.DAYS, TermUnit.WORKING_DAYS]),
)
def test_a_term_ends_on_a_day_that_counts_and_no_sooner(
    start: dt.date, length: int, unit: TermUnit
) -> None:
    last = _last(start.isoformat(), length, unit)
    assert isinstance(last, dt.date)
    assert is_working_day(last)
    assert (last - start).days >= length


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), st.integers(1, 12), st.integers(0, 30))
def test_a_later_start_never_ends_sooner(start: dt.date, length: int, days: int) -> None:
    later = start + dt.timedelta(days=days)
    first = _last(start.isoformat(), length, TermUnit.WEEKS)
    second = _last(later.isoformat(), length, TermUnit.WEEKS)
    assert isinstance(first, dt.date)
    assert isinstance(second, dt.date)
    assert first <= second
