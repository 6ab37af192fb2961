"""Golden values: the amounts that stand in TW 2 of each half year, and TW 7-8a by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv._tw_amounts import TwHousehold
from domain.legislation.regulations.uwv.toeslagenwet import REGULATION, ToeslagenwetFacts
from tests.support.law import determined, without

ON = dt.date(2026, 7, 15)

SINGLE = ToeslagenwetFacts(
    household=TwHousehold.SINGLE,
    born=dt.date(1985, 1, 1),
    has_benefit=True,
    lives_in_netherlands=True,
    detained=False,
    pension_day=dt.date(2052, 4, 1),
    benefit=0,
    earnings=0,
    other_income=0,
    daily_wage=20_000,
    holiday_in_daily_wage=True,
)
COUPLE = replace(
    SINGLE, household=TwHousehold.COUPLE, spouse_born=dt.date(1970, 1, 1), spouse_income=0
)
SHARING = replace(SINGLE, household=TwHousehold.WITH_OTHER_ADULTS)
YOUNG = replace(SINGLE, born=dt.date(2006, 1, 1), lives_with_parents=False)


@pytest.mark.parametrize(
    ("facts", "on", "day_cents"),
    [
        # TW 2 lid 1, 2 and 7 as they stand in each version of the law
        (COUPLE, dt.date(2024, 1, 1), 9_514),
        (COUPLE, dt.date(2024, 12, 31), 9_810),
        (COUPLE, dt.date(2025, 1, 1), 10_077),
        (COUPLE, dt.date(2025, 7, 1), 10_326),
        (COUPLE, dt.date(2026, 1, 1), 10_549),
        (COUPLE, ON, 10_745),
        (SINGLE, dt.date(2024, 6, 30), 6_775),
        (SINGLE, ON, 7_675),
        (SHARING, ON, 4_994),
        (YOUNG, ON, 6_015),
        (replace(YOUNG, born=dt.date(2007, 1, 1)), ON, 4_402),
        (replace(YOUNG, born=dt.date(2008, 1, 1)), ON, 3_595),
        # under 21 sharing a home does not count (TW 2 lid 2 and 8)
        (replace(YOUNG, household=TwHousehold.WITH_OTHER_ADULTS), ON, 6_015),
        # a benefit of 1.087,50 a month is 50,00 a day
        (replace(SINGLE, benefit=108_750), ON, 2_675),
        (replace(COUPLE, benefit=108_750, spouse_income=43_500), ON, 3_745),
        # earns 21,75 x 20,00: exempt 5% of 107,4483 and 30% of the rest: 5,3724 + 4,3883
        (replace(SINGLE, earnings=43_500, exemption_left=True), ON, 6_651),
        (replace(SINGLE, earnings=43_500, exemption_left=False), ON, 5_675),
        # earns 60,00 a day: exempt at most 15% of 107,4483 = 16,1172
        (replace(SINGLE, earnings=130_500, exemption_left=True), ON, 3_287),
        # earns 3,00 a day: less than the fixed exemption
        (replace(SINGLE, earnings=6_525, exemption_left=True), ON, 7_675),
        # a daily wage of 60,00 is below 70% of 107,4483: not more than 60,00 - 42,00
        (replace(SINGLE, daily_wage=6_000, benefit=91_350), ON, 1_800),
        # a daily wage at the limit (75,22) is not below it
        (replace(SINGLE, daily_wage=7_522, benefit=91_350), ON, 3_475),
        # with other adults the limit is 50%, 53,72: 60,00 is over it, 50,00 is not
        (replace(SHARING, daily_wage=6_000, benefit=91_350), ON, 794),
        (replace(SHARING, daily_wage=5_000, benefit=91_350), ON, 794),
        (replace(SHARING, daily_wage=4_500, benefit=91_350), ON, 300),
        # at twenty with other adults the limit is 70% of 85,9586 (TW 2 lid 2 and 8, 8a lid 1
        # onder b): 60,17 and not 42,98
        (
            replace(
                YOUNG,
                household=TwHousehold.WITH_OTHER_ADULTS,
                daily_wage=5_500,
                benefit=91_350,
            ),
            ON,
            1_300,
        ),
    ],
)
def test_the_supplement_brings_the_income_to_the_minimum(
    facts: ToeslagenwetFacts, on: dt.date, day_cents: int
) -> None:
    assert determined(REGULATION, facts, on).cents("per_day") == day_cents


def test_per_month_it_is_2175_days_and_8_percent_of_that_is_holiday_allowance() -> None:
    found = determined(REGULATION, COUPLE, ON)
    # 107,45 x 21,75 = 2.337,04; 8% of 2.337,0375 = 186,96
    assert found.cents("per_month") == 233_704
    assert found.cents("holiday_allowance_per_month") == 18_696


def test_without_holiday_allowance_in_the_daily_wage_none_is_built_up() -> None:
    # TW 10 lid 2
    found = determined(REGULATION, replace(COUPLE, holiday_in_daily_wage=False), ON)
    assert found.cents("per_month") == 233_704
    assert "holiday_allowance_per_month" not in {each.name for each in found.results}


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, has_benefit=False),
        replace(SINGLE, lives_in_netherlands=False),
        replace(SINGLE, detained=True),
        replace(SINGLE, pension_day=ON),
        replace(SINGLE, born=dt.date(2008, 7, 16)),
        replace(YOUNG, lives_with_parents=True),
        # partner born after 1971 without a young child
        replace(COUPLE, spouse_born=dt.date(1972, 1, 1), child_under_12=False),
        # an income of the minimum itself
        replace(SINGLE, benefit=166_932, daily_wage=UNKNOWN),
        replace(SINGLE, has_benefit=False, household=TwHousehold.COUPLE, benefit=UNKNOWN),
        # whatever the household is
        replace(SINGLE, has_benefit=False, household=UNKNOWN, born=UNKNOWN),
        replace(SINGLE, born=dt.date(2008, 7, 16), household=UNKNOWN),
    ],
)
def test_it_is_refused(facts: ToeslagenwetFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_a_young_child_makes_up_for_a_partner_born_after_1971() -> None:
    facts = replace(COUPLE, spouse_born=dt.date(1972, 1, 1), child_under_12=True)
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED
    assert (
        determined(REGULATION, replace(COUPLE, spouse_born=dt.date(1971, 12, 31)), ON).outcome
        is Outcome.GRANTED
    )


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((SINGLE, name) for name in ("household", "born", "has_benefit", "lives_in_netherlands")),
        *((SINGLE, name) for name in ("detained", "pension_day", "benefit", "earnings")),
        *((SINGLE, name) for name in ("other_income", "daily_wage", "holiday_in_daily_wage")),
        *((COUPLE, name) for name in ("spouse_born", "spouse_income")),
        (replace(COUPLE, spouse_born=dt.date(1980, 1, 1)), "child_under_12"),
        (replace(SINGLE, earnings=1), "exemption_left"),
        (YOUNG, "lives_with_parents"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: ToeslagenwetFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 300_000), st.integers(0, 10_000), st.booleans())
def test_more_earnings_take_away_at_most_as_much(earnings: int, more: int, exempt: bool) -> None:
    def month(cents: int) -> int:
        facts = replace(SINGLE, earnings=cents, exemption_left=exempt)
        found = determined(REGULATION, facts, ON)
        return found.cents("per_month") if found.outcome is Outcome.GRANTED else 0

    first, second = month(earnings), month(earnings + more)
    assert 0 <= second <= first <= second + more + 1


@given(st.integers(0, 220_000))
def test_a_couple_never_gets_less_than_a_single_person_and_a_sharer_never_more(
    benefit: int,
) -> None:
    def month(facts: ToeslagenwetFacts) -> int:
        found = determined(REGULATION, replace(facts, benefit=benefit), ON)
        return found.cents("per_month") if found.outcome is Outcome.GRANTED else 0

    assert month(SHARING) <= month(SINGLE) <= month(COUPLE)
