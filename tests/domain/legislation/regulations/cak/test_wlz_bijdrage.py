"""Golden values: the amounts in the text of the Besluit langdurige zorg of each year (3.3.2.1 lid 2
and 3.3.2.2 lid 3-4), and sums by hand from its articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.cak._wlz_facts import Care, SpouseCare, WlzBijdrageFacts
from domain.legislation.regulations.cak.wlz_bijdrage import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 5, 5)

AT_HOME = WlzBijdrageFacts(
    care=Care.FULL_PACKAGE,
    born=dt.date(1950, 2, 28),
    married=False,
    income_data_available=True,
    income=3_000_000,
    assets=0,
    current_year_asked=False,
    pensioner_compensation=0,
    monthly_income=200_000,
    institution_norm=50_000,
    youth_without_assistance=False,
)
BUDGET = replace(AT_HOME, care=Care.BUDGET)
MODULAR = replace(AT_HOME, care=Care.MODULAR_PACKAGE, small_modular_package=False)
INSIDE = replace(
    AT_HOME,
    care=Care.INSTITUTION,
    stay_began=dt.date(2023, 1, 10),
    no_first_months=False,
    maintains_children=False,
    return_expected=False,
    part_time_stay=False,
    tax=500_000,
    net_work=0,
    deductions=800_000,
    war_benefit=0,
)
BOTH_INSIDE = replace(INSIDE, married=True, spouse_care=SpouseCare.INSTITUTION)
POOR, RICH = -1_000_000, 50_000_000


@pytest.mark.parametrize(
    ("on", "least", "most", "reduction", "most_high"),
    [
        (IN_2024, 20040, 105220, 17180, 288740),
        (IN_2025, 20500, 107660, 17580, 295440),
        (IN_2026, 21260, 111580, 18220, 306180),
    ],
)
def test_the_bounds_are_those_in_the_text_of_the_year(
    on: dt.date, least: int, most: int, reduction: int, most_high: int
) -> None:
    def month(facts: WlzBijdrageFacts) -> int:
        return determined(REGULATION, facts, on).cents("per_month")

    assert month(replace(AT_HOME, income=POOR)) == least
    assert month(replace(AT_HOME, income=RICH)) == most
    assert month(replace(BUDGET, income=POOR)) == least - reduction
    assert month(replace(BUDGET, income=RICH)) == most - reduction
    assert month(replace(INSIDE, income=RICH)) == most_high


def test_the_low_contribution_is_a_twelfth_of_ten_percent() -> None:
    # (30000 + 4% of 10000) x 10% : 12 = 253.33
    found = determined(REGULATION, replace(AT_HOME, assets=1_000_000), IN_2026)
    assert found.cents("per_month") == 25333


@pytest.mark.parametrize("facts", [BUDGET, MODULAR])
def test_a_budget_or_modular_package_lowers_income_and_contribution(
    facts: WlzBijdrageFacts,
) -> None:
    # (60000 - 7727.60) x 10% : 12 = 435.60; less 182.20 = 253.40
    found = determined(REGULATION, replace(facts, income=6_000_000), IN_2026)
    assert found.cents("per_month") == 25340


def test_a_small_modular_package_costs_the_least_whatever_the_income() -> None:
    facts = replace(without(MODULAR, "income", "assets"), small_modular_package=True)
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 21260 - 18220


def test_the_high_contribution_is_a_twelfth_of_what_is_left() -> None:
    # 30000 - 5000 - 15% of 2000 - 8000 = 16700; + 4% of 10000 = 17100; : 12 = 1425.00
    facts = replace(INSIDE, net_work=200_000, assets=1_000_000)
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 142500


def test_the_high_contribution_is_never_below_zero() -> None:
    assert determined(REGULATION, replace(INSIDE, income=POOR), IN_2026).cents("per_month") == 0


def test_until_2026_the_pensioners_compensation_is_left_out() -> None:
    facts = replace(INSIDE, pensioner_compensation=120_000)
    # 30000 - 5000 - 8000 - 1200 = 15800 : 12 = 1316.67, and without it 1416.67
    assert determined(REGULATION, facts, dt.date(2025, 12, 31)).cents("per_month") == 131667
    assert determined(REGULATION, facts, dt.date(2026, 1, 1)).cents("per_month") == 141667


@pytest.mark.parametrize(
    "facts",
    [
        replace(INSIDE, stay_began=dt.date(2026, 2, 1)),
        replace(INSIDE, maintains_children=True),
        replace(INSIDE, return_expected=True),
        replace(INSIDE, part_time_stay=True),
        replace(INSIDE, married=True, spouse_care=SpouseCare.NONE),
        replace(INSIDE, married=True, spouse_care=SpouseCare.FULL_PACKAGE),
        replace(BOTH_INSIDE, part_time_stay=True),
    ],
)
def test_in_an_institution_the_low_contribution_has_its_reasons(facts: WlzBijdrageFacts) -> None:
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 25000


@pytest.mark.parametrize(
    "facts",
    [
        INSIDE,
        BOTH_INSIDE,
        replace(BOTH_INSIDE, spouse_care=SpouseCare.SHELTERED_LIVING),
        replace(INSIDE, stay_began=dt.date(2026, 2, 1), no_first_months=True),
    ],
)
def test_otherwise_it_is_the_high_one(facts: WlzBijdrageFacts) -> None:
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 141667


def test_the_low_contribution_ends_after_four_months() -> None:
    facts = replace(INSIDE, stay_began=dt.date(2026, 1, 10))
    assert determined(REGULATION, facts, dt.date(2026, 5, 9)).cents("per_month") == 25000
    assert determined(REGULATION, facts, dt.date(2026, 5, 10)).cents("per_month") == 141667


def test_a_spouse_at_home_with_a_budget_brings_the_reduction() -> None:
    facts = replace(INSIDE, married=True, spouse_care=SpouseCare.BUDGET, income=6_000_000)
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 25340


@pytest.mark.parametrize(
    ("now", "assistance", "cents"),
    [
        (3_000_000 - 329_360, False, 22255),  # 26706.40 x 10% : 12
        (3_000_000 - 329_359, False, 25000),
        (3_000_000 - 120_000, True, 24000),
    ],
)
def test_the_current_year_counts_when_income_falls_far_enough(
    now: int, assistance: bool, cents: int
) -> None:
    facts = replace(
        AT_HOME, current_year_asked=True, income_now=now, assets_now=0, on_assistance=assistance
    )
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == cents


def test_the_current_year_counts_inside_when_too_little_is_left() -> None:
    facts = replace(
        INSIDE, current_year_asked=True, too_little_left=True, income_now=2_500_000, assets_now=0
    )
    # 25000 - 5000 - 8000 = 12000 : 12
    assert determined(REGULATION, facts, IN_2026).cents("per_month") == 100000


def test_nothing_is_due_on_the_norm_with_the_least_contribution() -> None:
    limit = 50_000 + 21_260
    at_limit = replace(AT_HOME, monthly_income=limit)
    assert determined(REGULATION, at_limit, IN_2026).outcome is Outcome.REFUSED
    over = replace(AT_HOME, monthly_income=limit + 1)
    assert determined(REGULATION, over, IN_2026).outcome is Outcome.GRANTED
    with_budget = replace(BUDGET, monthly_income=50_000 + 21_260 - 18_220)
    assert determined(REGULATION, with_budget, IN_2026).outcome is Outcome.REFUSED


def test_a_youth_without_assistance_owes_nothing() -> None:
    facts = replace(without(AT_HOME, "income"), youth_without_assistance=True)
    assert determined(REGULATION, facts, IN_2026).outcome is Outcome.REFUSED


def test_at_eighteen_it_begins() -> None:
    facts = replace(AT_HOME, born=dt.date(2008, 2, 29))
    assert determined(REGULATION, facts, dt.date(2026, 2, 28)).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, dt.date(2026, 3, 1)).outcome is Outcome.GRANTED


def test_without_data_on_the_income_the_law_names_the_amount() -> None:
    low = replace(without(BUDGET, "income", "assets"), income_data_available=False)
    assert determined(REGULATION, low, IN_2025).cents("per_month") == 20500
    assert determined(REGULATION, low, IN_2026).cents("per_month") == 21260 - 18220
    high = replace(without(INSIDE, "income", "assets"), income_data_available=False)
    assert determined(REGULATION, high, IN_2025).cents("per_month") == 20500
    assert determined(REGULATION, high, IN_2026).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (AT_HOME, name)
            for name in (
                *("care", "born", "married", "income", "assets", "current_year_asked"),
                *("pensioner_compensation", "monthly_income", "institution_norm"),
                *("youth_without_assistance", "income_data_available"),
            )
        ),
        (replace(AT_HOME, married=True), "spouse_care"),
        (BOTH_INSIDE, "spouse_care"),
        (MODULAR, "small_modular_package"),
        *(
            (INSIDE, name)
            for name in (
                *("stay_began", "maintains_children", "return_expected", "part_time_stay"),
                *("tax", "net_work", "deductions", "war_benefit", "married"),
            )
        ),
        (replace(INSIDE, stay_began=dt.date(2025, 3, 1)), "no_first_months"),
        (replace(INSIDE, current_year_asked=True), "too_little_left"),
        (replace(AT_HOME, current_year_asked=True, assets_now=0, on_assistance=True), "income_now"),
        (replace(AT_HOME, current_year_asked=True, income_now=0, on_assistance=True), "assets_now"),
        (
            replace(AT_HOME, current_year_asked=True, income_now=3_000_000, assets_now=0),
            "on_assistance",
        ),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: WlzBijdrageFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), IN_2025)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_an_unknown_income_is_not_the_same_as_no_data() -> None:
    facts = replace(AT_HOME, income=UNKNOWN)
    assert determined(REGULATION, facts, IN_2026).outcome is Outcome.UNDETERMINED


@given(
    st.integers(0, 10_000_000),
    st.integers(0, 200_000),
    st.sampled_from([AT_HOME, BUDGET, MODULAR, INSIDE, BOTH_INSIDE]),
    st.sampled_from([IN_2024, IN_2025, IN_2026]),
)
def test_more_income_never_costs_less_and_a_cent_never_makes_a_jump(
    income: int, more: int, facts: WlzBijdrageFacts, on: dt.date
) -> None:
    def month(cents: int) -> int:
        return determined(REGULATION, replace(facts, income=cents), on).cents("per_month")

    first, second = month(income), month(income + more)
    assert 0 <= first <= second
    assert second - first <= more // 12 + 1


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_within_a_year_the_day_changes_nothing(on: dt.date) -> None:
    assert determined(REGULATION, AT_HOME, on).cents("per_month") == 25000
