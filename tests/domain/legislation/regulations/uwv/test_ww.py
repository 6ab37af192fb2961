"""Golden values: the maximum daily wage that UWV published, and WW 42 and 47 worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.uwv.ww import REGULATION, WwFacts
from tests.support.law import determined, without

FIRST = dt.date(2026, 2, 1)
THIRD_MONTH = dt.date(2026, 4, 10)

EMPLOYEE = WwFacts(
    employee=True,
    first_day=FIRST,
    hours_in_26_weeks=36 * 26,
    hours_left=0,
    available=True,
    weeks_worked=36,
    sickness_benefit=False,
    disability_benefit=False,
    detained=False,
    other_exclusion=False,
    lives_in_netherlands=True,
    lawful_residence=True,
    pension_day=dt.date(2050, 1, 1),
    notice_until=dt.date(2026, 1, 31),
    wage_in_four_of_five_years=True,
    quarters_before_2016=0,
    quarters_from_2016=40,
    daily_wage=20_000,
    income=0,
    income_related_to_work=0,
    usually_too_small=False,
)
ASKED_OF_A_SMALL_BENEFIT = "usually_too_small"


@pytest.mark.parametrize(
    ("facts", "on", "month_cents"),
    [
        # 200,00 x 21,75 = 4.350,00; 75% in the first two months, 70% from the third
        (EMPLOYEE, FIRST, 326_250),
        (EMPLOYEE, dt.date(2026, 3, 31), 326_250),
        (EMPLOYEE, dt.date(2026, 4, 1), 304_500),
        # 0,7 x (4.350 - 1.000) = 2.345,00
        (replace(EMPLOYEE, income=100_000), THIRD_MONTH, 234_500),
        # 0,7 x (4.350 - 1.000) - 500 = 1.845,00
        (replace(EMPLOYEE, income=100_000, income_related_to_work=50_000), THIRD_MONTH, 184_500),
        # maximum daily wage 304,25 of a daily wage of 608,50: income of 2.000 counts for 1.000;
        # 0,7 x (304,25 x 21,75 - 1.000) = 3.932,21
        (replace(EMPLOYEE, daily_wage=60_850, income=200_000), THIRD_MONTH, 393_221),
    ],
)
def test_the_amount_is_the_laws_own_sum(facts: WwFacts, on: dt.date, month_cents: int) -> None:
    assert determined(REGULATION, facts, on).cents("per_month") == month_cents


def test_the_highest_benefit_of_january_2024_follows_from_the_published_maximum() -> None:
    # loket.nl: maximum daily wage 274,44, maximum monthly wage 5.969; 75% of 5.969,07 = 4.476,80
    first = dt.date(2024, 1, 1)
    facts = replace(
        EMPLOYEE, first_day=first, notice_until=dt.date(2023, 12, 31), daily_wage=40_000
    )
    assert determined(REGULATION, facts, first).cents("per_month") == 447_680


def test_a_first_month_in_part_pays_the_working_days_from_the_first_day() -> None:
    # Monday 16 to Saturday 28 February 2026 has ten working days: 0,75 x 10 x 200,00
    facts = replace(EMPLOYEE, first_day=dt.date(2026, 2, 16))
    found = determined(REGULATION, facts, dt.date(2026, 2, 20))
    assert found.cents("per_month") == 150_000
    assert found.period is not None
    assert found.period.first == dt.date(2026, 2, 16)


@pytest.mark.parametrize(
    ("before", "later", "months", "last"),
    [
        # ten years from 2016: ten months
        (0, 40, 10, dt.date(2026, 11, 30)),
        # 8 years before and 6 from 2016: the first ten give 10, the other four 2
        (32, 24, 12, dt.date(2027, 1, 31)),
        # 20 before and 10 from 2016: 20 + 5 = 25, at most 24
        (80, 40, 24, dt.date(2028, 1, 31)),
        # 12 before and 9 from 2016: 12 + 4,5; half a month is fifteen days
        (48, 36, Fraction(33, 2), dt.date(2027, 6, 15)),
        # two years: at least three months
        (0, 8, 3, dt.date(2026, 4, 30)),
        # three quarters from before 2016 go with the years after, which are cut down to whole:
        # eleven years, so ten months and half a month for the eleventh
        (3, 41, Fraction(21, 2), dt.date(2026, 12, 15)),
        (3, 40, 10, dt.date(2026, 11, 30)),
    ],
)
def test_the_duration_follows_the_work_history(
    before: int, later: int, months: Fraction | int, last: dt.date
) -> None:
    facts = replace(EMPLOYEE, quarters_before_2016=before, quarters_from_2016=later)
    found = determined(REGULATION, facts, FIRST)
    assert found.result("duration_months") == months
    assert found.result("last_day") == last


def test_without_four_of_five_years_it_is_three_months() -> None:
    facts = without(
        replace(EMPLOYEE, wage_in_four_of_five_years=False),
        "quarters_before_2016",
        "quarters_from_2016",
    )
    found = determined(REGULATION, facts, FIRST)
    assert found.result("duration_months") == 3
    assert determined(REGULATION, facts, dt.date(2026, 4, 30)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2026, 5, 1)).outcome is Outcome.REFUSED


def test_a_right_from_the_end_of_august_ends_with_february() -> None:
    facts = replace(
        EMPLOYEE,
        first_day=dt.date(2026, 8, 31),
        notice_until=dt.date(2026, 8, 30),
        quarters_from_2016=24,
    )
    found = determined(REGULATION, facts, dt.date(2026, 9, 1))
    assert found.result("last_day") == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        (replace(EMPLOYEE, employee=False), FIRST),
        (replace(EMPLOYEE, hours_left=32), FIRST),  # four hours lost, more than half left
        (replace(EMPLOYEE, available=False), FIRST),
        (replace(EMPLOYEE, weeks_worked=25), FIRST),
        (replace(EMPLOYEE, sickness_benefit=True), FIRST),
        (replace(EMPLOYEE, disability_benefit=True), FIRST),
        (replace(EMPLOYEE, detained=True), FIRST),
        (replace(EMPLOYEE, other_exclusion=True), FIRST),
        (replace(EMPLOYEE, lives_in_netherlands=False), FIRST),
        (replace(EMPLOYEE, lawful_residence=False), FIRST),
        (replace(EMPLOYEE, pension_day=FIRST), FIRST),
        (replace(EMPLOYEE, notice_until=FIRST), FIRST),
        (EMPLOYEE, dt.date(2026, 1, 31)),
        (EMPLOYEE, dt.date(2026, 12, 1)),
        # 87,5% of 4.350,00 is 3.806,25
        (replace(EMPLOYEE, income=380_626), THIRD_MONTH),
        # refused whatever the wage was
        (replace(EMPLOYEE, available=False, daily_wage=UNKNOWN), FIRST),
    ],
)
def test_it_is_refused(facts: WwFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        (replace(EMPLOYEE, hours_left=31), FIRST),
        # eight hours a week, four left: half is enough
        (replace(EMPLOYEE, hours_in_26_weeks=8 * 26, hours_left=4), FIRST),
        (replace(EMPLOYEE, weeks_worked=26), FIRST),
        (replace(EMPLOYEE, pension_day=dt.date(2026, 2, 2)), FIRST),
        (replace(EMPLOYEE, income=380_625), THIRD_MONTH),
        (EMPLOYEE, dt.date(2026, 11, 30)),
    ],
)
def test_on_the_border_it_is_granted(facts: WwFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.GRANTED


@pytest.mark.parametrize("name", sorted(set(WwFacts.abouts()) - {ASKED_OF_A_SMALL_BENEFIT}))
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(EMPLOYEE, name), FIRST)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_half_year_whose_maximum_is_not_known_is_said_to_be_so() -> None:
    facts = replace(EMPLOYEE, first_day=dt.date(2027, 1, 1))
    found = determined(REGULATION, facts, dt.date(2027, 1, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}


@given(st.integers(0, 380_625), st.integers(0, 380_625), st.integers(1, 60_000))
def test_more_income_never_gives_more_and_a_cent_never_makes_a_jump(
    income: int, other: int, daily_wage: int
) -> None:
    def month(cents: int) -> int:
        facts = replace(EMPLOYEE, income=cents, daily_wage=daily_wage)
        found = determined(REGULATION, facts, THIRD_MONTH)
        return found.cents("per_month") if found.outcome is Outcome.GRANTED else 0

    less, more = sorted((income, other))
    assert 0 <= month(more) <= month(less)


@given(st.integers(0, 120), st.integers(0, 40))
def test_the_duration_is_between_three_and_24_months_and_a_year_more_never_shortens_it(
    before: int, later: int
) -> None:
    def months(quarters: int) -> Fraction:
        facts = replace(EMPLOYEE, quarters_before_2016=quarters, quarters_from_2016=later)
        value = determined(REGULATION, facts, FIRST).result("duration_months")
        assert isinstance(value, int | Fraction)
        return Fraction(value)

    assert 3 <= months(before) <= months(before + 4) <= 24


@given(st.dates(dt.date(2026, 4, 1), dt.date(2026, 4, 30)))
def test_another_day_in_the_same_month_changes_nothing(on: dt.date) -> None:
    assert determined(REGULATION, EMPLOYEE, on).cents("per_month") == 304_500


@pytest.mark.parametrize("on", [dt.date(2026, 4, 1), dt.date(2026, 4, 15), dt.date(2026, 4, 16)])
def test_a_month_in_which_the_first_two_months_end_has_both_percentages(on: dt.date) -> None:
    # from Monday 16 February to Wednesday 15 April; of the 22 working days of April 11 are at 75%
    # and 11 at 70%: 4.350,00 x 72,5%, whichever day of April is asked
    facts = replace(EMPLOYEE, first_day=dt.date(2026, 2, 16), notice_until=dt.date(2026, 2, 15))
    assert determined(REGULATION, facts, on).cents("per_month") == 315_375


def test_two_months_from_the_last_of_december_end_with_february() -> None:
    first = dt.date(2025, 12, 31)
    facts = replace(EMPLOYEE, first_day=first, notice_until=dt.date(2025, 12, 30))
    assert determined(REGULATION, facts, dt.date(2026, 2, 28)).cents("per_month") == 326_250
    assert determined(REGULATION, facts, dt.date(2026, 3, 1)).cents("per_month") == 304_500


def test_the_month_of_the_pension_pays_the_working_days_before_it() -> None:
    # Wednesday 1 to Tuesday 14 April 2026 has ten working days: 0,7 x 10 x 200,00 (WW 19, 20)
    facts = replace(EMPLOYEE, pension_day=dt.date(2026, 4, 15))
    found = determined(REGULATION, facts, THIRD_MONTH)
    assert found.cents("per_month") == 140_000
    assert found.period is not None
    assert found.period.last == dt.date(2026, 4, 14)


def test_a_benefit_usually_under_an_eighth_of_the_minimum_wage_is_not_paid() -> None:
    # WW 41: an eighth of 2.294,40 is 286,80; 0,7 x 21,75 x 18,83 = 286,69 and x 18,84 = 286,84
    small = replace(EMPLOYEE, daily_wage=1_883)
    usually = replace(small, usually_too_small=True)
    assert determined(REGULATION, usually, THIRD_MONTH).outcome is Outcome.REFUSED
    assert determined(REGULATION, small, THIRD_MONTH).cents("per_month") == 28_669
    found = determined(REGULATION, without(small, ASKED_OF_A_SMALL_BENEFIT), THIRD_MONTH)
    assert [each.name for each in found.missing] == [ASKED_OF_A_SMALL_BENEFIT]
    enough = without(replace(EMPLOYEE, daily_wage=1_884), ASKED_OF_A_SMALL_BENEFIT)
    assert determined(REGULATION, enough, THIRD_MONTH).cents("per_month") == 28_684
