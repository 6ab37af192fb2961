"""Golden values: the amounts and the ages of pension that the SVB published."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome, Working
from domain.legislation.regulations.svb._aow_facts import AowFacts
from domain.legislation.regulations.svb._pension_age import pension_day
from domain.legislation.regulations.svb.aow import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 9, 5), dt.date(2025, 9, 5), dt.date(2026, 5, 5)

SINGLE = AowFacts(
    born=dt.date(1950, 3, 2),
    applied_on=dt.date(2015, 5, 1),
    years_not_insured=0,
    married=False,
    joint_household=False,
    situation_not_shown=False,
    lives_in_netherlands=True,
    detained=False,
    evades_sentence=False,
)
MARRIED = replace(SINGLE, married=True, permanently_separated=False)


@pytest.mark.parametrize(
    ("facts", "on", "pension", "holiday"),
    [
        # svb.nl, AOW amounts as from 1 January 2025 and 1 July 2025
        (SINGLE, dt.date(2025, 1, 1), 158092, 10246),
        (MARRIED, dt.date(2025, 6, 30), 108150, 7318),
        (SINGLE, IN_2025, 161244, 10039),
        (MARRIED, IN_2025, 110397, 7171),
        # SZW, 5 December 2025
        (SINGLE, IN_2026, 163757, 10655),
        (MARRIED, IN_2026, 112212, 7610),
        # ten years abroad: 80% (AOW 13): 1.612,44 and 100,39
        (replace(SINGLE, years_not_insured=10), IN_2025, 128995, 8031),
        # one year insured of fifty: 2%
        (replace(SINGLE, years_not_insured=49), IN_2025, 3225, 201),
    ],
)
def test_it_is_the_published_amount(
    facts: AowFacts, on: dt.date, pension: int, holiday: int
) -> None:
    found = determined(REGULATION, facts, on)
    assert found.cents("per_month") == pension
    assert found.cents("holiday_allowance_per_month") == holiday


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        # svb.nl: born before 1 March 1957 66 years and 10 months, until 1961 67 years
        (dt.date(1957, 2, 28), dt.date(2023, 12, 28)),
        (dt.date(1957, 3, 1), dt.date(2024, 3, 1)),
        (dt.date(1960, 12, 31), dt.date(2027, 12, 31)),
        (dt.date(1961, 1, 1), dt.date(2028, 4, 1)),
        (dt.date(1947, 12, 31), dt.date(2012, 12, 31)),
        (dt.date(1948, 1, 1), dt.date(2013, 2, 1)),
        # no such day in that month: the day after
        (dt.date(1960, 2, 29), dt.date(2027, 3, 1)),
    ],
)
def test_the_pension_age_is_that_of_the_year_it_is_reached_in(
    born: dt.date, reached: dt.date
) -> None:
    assert pension_day(Working("aow", SINGLE, IN_2026), born) == reached


def test_it_starts_on_the_very_day() -> None:
    facts = replace(SINGLE, born=dt.date(1958, 5, 20), applied_on=dt.date(2025, 2, 1))
    assert determined(REGULATION, facts, dt.date(2025, 5, 19)).outcome is Outcome.REFUSED
    found = determined(REGULATION, facts, dt.date(2025, 5, 20))
    assert found.result("starts_on") == dt.date(2025, 5, 20)


def test_it_is_backdated_to_the_twelfth_month_before_the_application() -> None:
    facts = replace(SINGLE, applied_on=dt.date(2026, 6, 15))
    assert determined(REGULATION, facts, dt.date(2025, 5, 31)).outcome is Outcome.REFUSED
    found = determined(REGULATION, facts, dt.date(2025, 6, 1))
    assert found.result("starts_on") == dt.date(2025, 6, 1)


def test_detention_ends_it_from_the_month_after_it_lasted_a_month() -> None:
    facts = replace(SINGLE, detained=True, detained_since=dt.date(2025, 3, 10))
    assert determined(REGULATION, facts, dt.date(2025, 4, 30)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2025, 5, 1)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, joint_household=True, with_parent_or_child=False),
        replace(SINGLE, situation_not_shown=True),
        replace(SINGLE, lives_in_netherlands=False, lives_in_treaty_country=False),
    ],
)
def test_these_get_the_amount_of_a_married_person(facts: AowFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).cents("per_month") == 110397


@pytest.mark.parametrize(
    "facts",
    [
        replace(MARRIED, permanently_separated=True),
        replace(SINGLE, joint_household=True, with_parent_or_child=True),
        replace(SINGLE, lives_in_netherlands=False, lives_in_treaty_country=True),
    ],
)
def test_these_keep_the_amount_of_an_unmarried_person(facts: AowFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).cents("per_month") == 161244


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, years_not_insured=50),
        replace(SINGLE, evades_sentence=True),
        replace(SINGLE, detained=True, detained_since=dt.date(2014, 1, 1)),
        replace(SINGLE, born=dt.date(1970, 1, 1), married=UNKNOWN, applied_on=UNKNOWN),
    ],
)
def test_it_is_refused(facts: AowFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((SINGLE, name) for name in ("born", "applied_on", "years_not_insured", "married")),
        *((SINGLE, name) for name in ("joint_household", "situation_not_shown", "detained")),
        *((SINGLE, name) for name in ("lives_in_netherlands", "evades_sentence")),
        (MARRIED, "permanently_separated"),
        (replace(SINGLE, detained=True), "detained_since"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: AowFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), IN_2025)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_an_amount_that_is_not_set_yet_is_said_to_be_missing() -> None:
    found = determined(REGULATION, SINGLE, dt.date(2026, 7, 1))
    assert MissingKind.PARAMETER in {missing.kind for missing in found.missing}


@given(st.integers(0, 49), st.sampled_from([IN_2024, IN_2025, IN_2026]))
def test_each_year_abroad_takes_off_two_percent(years: int, on: dt.date) -> None:
    whole = determined(REGULATION, SINGLE, on).cents("per_month")
    found = determined(REGULATION, replace(SINGLE, years_not_insured=years), on)
    assert abs(found.cents("per_month") * 50 - whole * (50 - years)) <= 25


@given(st.dates(dt.date(2025, 7, 1), dt.date(2025, 12, 31)))
def test_within_a_half_year_the_day_changes_nothing(on: dt.date) -> None:
    assert determined(REGULATION, SINGLE, on).cents("per_month") == 161244
