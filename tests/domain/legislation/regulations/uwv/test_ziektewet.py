"""Golden values: the sums of ZW 29 and 31 worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv.ziektewet import (
    REGULATION,
    ZiektewetFacts,
    ZiektewetGroup,
)
from tests.support.law import determined, without

FIRST = dt.date(2026, 3, 2)
ON = dt.date(2026, 5, 5)

ILL = ZiektewetFacts(
    group=ZiektewetGroup.NO_EMPLOYER,
    unfit_for_work=True,
    first_day_ill=FIRST,
    employment_ended=dt.date(2026, 2, 28),
    wage_goes_on=False,
    pension_day=dt.date(2050, 1, 1),
    daily_wage=20_000,
    income_per_day=0,
    lives_where_it_is_paid=True,
    detained=False,
    other_exclusion=False,
)
AFTER_A_YEAR = "able_to_earn_enough"
A_YEAR_ILL = replace(ILL, first_day_ill=dt.date(2024, 1, 1), employment_ended=dt.date(2023, 12, 1))
PREGNANT = replace(ILL, group=ZiektewetGroup.PREGNANCY)


@pytest.mark.parametrize(
    ("facts", "day_cents", "week_cents"),
    [
        (ILL, 14_000, 70_000),
        (PREGNANT, 20_000, 100_000),
        (replace(ILL, group=ZiektewetGroup.ORGAN_DONOR), 20_000, 100_000),
        (replace(ILL, group=ZiektewetGroup.NO_RISK, wage_goes_on=True), 14_000, 70_000),
        # 70% of (200 - 50)
        (replace(ILL, income_per_day=5_000), 10_500, 52_500),
        (replace(ILL, income_per_day=30_000), 0, 0),
        # the maximum of 304,25 for a daily wage of twice that: income of 100 counts for 50
        (replace(ILL, daily_wage=60_850, income_per_day=10_000), 17_798, 88_988),
    ],
)
def test_the_amount_is_the_laws_own_sum(
    facts: ZiektewetFacts, day_cents: int, week_cents: int
) -> None:
    found = determined(REGULATION, facts, ON)
    assert found.cents("per_day") == day_cents
    assert found.cents("per_week") == week_cents


@pytest.mark.parametrize(
    ("facts", "begins"),
    [
        # the first two days are without benefit
        (ILL, dt.date(2026, 3, 4)),
        (replace(ILL, group=ZiektewetGroup.DEEMED_EMPLOYMENT), dt.date(2026, 3, 4)),
        # the day after an employment that ended during the illness
        (replace(ILL, employment_ended=dt.date(2026, 3, 31)), dt.date(2026, 4, 1)),
        # on unemployment benefit from the fourteenth week
        (replace(ILL, group=ZiektewetGroup.ON_UNEMPLOYMENT_BENEFIT), dt.date(2026, 6, 1)),
        (PREGNANT, FIRST),
    ],
)
def test_it_begins_on_the_day_that_the_law_says(facts: ZiektewetFacts, begins: dt.date) -> None:
    before = begins - dt.timedelta(days=1)
    assert determined(REGULATION, facts, before).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, begins).outcome is Outcome.GRANTED


def test_it_ends_after_104_weeks_and_after_six_for_who_is_past_the_pension_age() -> None:
    facts = replace(A_YEAR_ILL, able_to_earn_enough=False)
    assert determined(REGULATION, facts, dt.date(2025, 12, 28)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2025, 12, 29)).outcome is Outcome.REFUSED
    older = replace(ILL, pension_day=dt.date(2026, 3, 1))
    assert determined(REGULATION, older, dt.date(2026, 4, 12)).outcome is Outcome.GRANTED
    assert determined(REGULATION, older, dt.date(2026, 4, 13)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(ILL, unfit_for_work=False),
        replace(ILL, wage_goes_on=True),
        replace(ILL, pension_day=ON),
        replace(ILL, lives_where_it_is_paid=False),
        replace(ILL, detained=True),
        replace(ILL, detained=True, group=UNKNOWN),
        replace(ILL, unfit_for_work=False, group=UNKNOWN),
        replace(ILL, other_exclusion=True, daily_wage=UNKNOWN),
        replace(ILL, wage_goes_on=True, daily_wage=UNKNOWN),
    ],
)
def test_it_is_refused(facts: ZiektewetFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", sorted(set(ZiektewetFacts.abouts()) - {AFTER_A_YEAR}))
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(ILL, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_after_52_weeks_who_can_earn_over_65_percent_has_no_right_any_more() -> None:
    # ZW 19aa: 52 weeks from Monday 1 January 2024 have passed on Monday 30 December 2024
    last, after = dt.date(2024, 12, 29), dt.date(2024, 12, 30)
    able = replace(A_YEAR_ILL, able_to_earn_enough=True)
    assert determined(REGULATION, able, last).outcome is Outcome.GRANTED
    assert determined(REGULATION, able, after).outcome is Outcome.REFUSED
    unable = replace(A_YEAR_ILL, able_to_earn_enough=False)
    assert determined(REGULATION, unable, after).outcome is Outcome.GRANTED


def test_what_can_be_earned_is_asked_after_a_year_of_who_has_no_employer_alone() -> None:
    after = dt.date(2024, 12, 30)
    missing = determined(REGULATION, A_YEAR_ILL, after).missing
    assert [each.name for each in missing] == [AFTER_A_YEAR]
    employed = replace(A_YEAR_ILL, group=ZiektewetGroup.NO_RISK, wage_goes_on=True)
    assert determined(REGULATION, employed, after).outcome is Outcome.GRANTED


def test_past_the_pension_age_the_first_day_ill_decides_and_is_asked_for() -> None:
    older = replace(ILL, pension_day=dt.date(2026, 3, 1), first_day_ill=UNKNOWN)
    found = determined(REGULATION, older, dt.date(2026, 4, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert "first_day_ill" in {missing.name for missing in found.missing}


def test_who_is_pregnant_need_not_say_when_the_employment_ends() -> None:
    asked = without(PREGNANT, "employment_ended", "wage_goes_on")
    assert determined(REGULATION, asked, ON).outcome is Outcome.GRANTED


@given(st.integers(0, 60_000), st.integers(0, 10_000), st.integers(1, 60_000))
def test_more_income_never_gives_more_and_takes_less_than_itself(
    income: int, more: int, daily_wage: int
) -> None:
    facts = replace(ILL, daily_wage=daily_wage)
    first = determined(REGULATION, replace(facts, income_per_day=income), ON).cents("per_day")
    second = determined(REGULATION, replace(facts, income_per_day=income + more), ON)
    assert 0 <= second.cents("per_day") <= first <= second.cents("per_day") + more
