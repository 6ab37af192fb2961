"""The sums of Wsf 6.10, 6.12, 6.14, 6.19 and 10a.8 worked by hand.

The taxable minimum wage of 2024 is 12 x 2.069,40 x 108% = 26.819,424, that of 2025 12 x 2.191,80 x
108% = 28.405,728 (Bsf 2000 2).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.duo._capacity_facts import (
    DraagkrachtFacts,
    OtherYear,
    PartnerDebt,
    TaxCredit,
)
from domain.legislation.regulations.duo._rules import RepaymentRules
from domain.legislation.regulations.duo.draagkracht_studieschuld import REGULATION
from tests.support.law import determined, without

ON = dt.date(2026, 4, 5)

SINGLE = DraagkrachtFacts(
    rules=RepaymentRules.SF35,
    has_partner=False,
    parent_without_partner=False,
    income=4_000_000,
    other_year=OtherYear.NONE,
)
COUPLE = replace(SINGLE, has_partner=True, partner_income=1_000_000, partner_debt=PartnerDebt.NONE)
BOTH_SF35 = replace(COUPLE, partner_debt=PartnerDebt.SF35, left_by_partner=0)
LIFELONG = replace(SINGLE, rules=RepaymentRules.LIFELONG_LEARNING)
OLD = replace(SINGLE, rules=RepaymentRules.SF15_OLD, tax_credit=TaxCredit.GENERAL)
FALLEN = replace(SINGLE, other_year=OtherYear.YEAR_BEFORE, income_other_year=3_400_000)


@pytest.mark.parametrize(
    ("facts", "year", "month"),
    [
        # 4% of 40.000 - 26.819,424
        (SINGLE, 52722, 4394),
        # 4% of 40.000 - 143% of 26.819,424
        (replace(SINGLE, parent_without_partner=True), 6593, 549),
        # 4% of 50.000 - 143% of 26.819,424
        (COUPLE, 46593, 3883),
        # the same for both loans together, of which four fifths for 40.000 of 50.000 (6.14 lid 1)
        (BOTH_SF35, 37274, 3106),
        # with 100,00 a year that the partner has left (6.14 lid 1 onder c)
        (replace(BOTH_SF35, left_by_partner=10_000), 47274, 3940),
        # nothing of one's own, but what the partner has left
        (replace(BOTH_SF35, income=0, partner_income=6_000_000, left_by_partner=500), 500, 42),
        # less what the partner pays by the old rules (6.14 lid 2)
        (replace(COUPLE, partner_debt=PartnerDebt.SF15_OLD, partner_pays=40_000), 6593, 549),
        (replace(COUPLE, partner_debt=PartnerDebt.SF15_OLD, partner_pays=54_500), 0, 0),
        # 12% of 40.000 - 84% of 26.819,424
        (LIFELONG, 209660, 17472),
        # 12% of 50.000 - 120% of 26.819,424
        (replace(LIFELONG, has_partner=True, partner_income=1_000_000), 213800, 17817),
        # bands of 6.704,856 at 7,9% and 15,8%, and 13.180,576 at 23,7% (10a.8)
        (OLD, 471285, 39274),
        # base 26.819,424, 13.180,576 at 7,9%
        (replace(OLD, parent_without_partner=True), 104127, 8677),
        # 15% less: the year before counts, 4% of 34.000 - 28.405,728
        (FALLEN, 22377, 1865),
        # a cent less than 15%: the reference year counts
        (replace(FALLEN, income_other_year=3_400_001), 52722, 4394),
        (replace(SINGLE, income=2_681_942), 0, 0),
    ],
)
def test_it_is_the_share_of_the_income_above_the_base(
    facts: DraagkrachtFacts, year: int, month: int
) -> None:
    found = determined(REGULATION, facts, ON)
    assert found.cents("per_year") == year
    assert found.cents("per_month") == month


def test_the_partners_income_of_the_same_other_year_counts() -> None:
    facts = replace(COUPLE, other_year=OtherYear.YEAR_BEFORE, income_other_year=3_000_000)
    # 4% of 30.000 + 12.000 - 143% of 28.405,728
    found = determined(REGULATION, replace(facts, partner_income_other_year=1_200_000), ON)
    assert found.cents("per_year") == 5519
    missing = determined(REGULATION, facts, ON).missing
    assert [each.name for each in missing] == ["partner_income_other_year"]


def test_bands_that_move_between_partners_are_left_to_the_agency() -> None:
    facts = replace(OLD, has_partner=True, partner_left_out=False)
    missing = determined(REGULATION, facts, ON).missing
    assert [each.name for each in missing] == ["capacity_with_moved_bands"]
    left_out = replace(facts, partner_left_out=True)
    assert determined(REGULATION, left_out, ON).cents("per_year") == 471285


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((SINGLE, name) for name in ("rules", "has_partner", "income", "other_year")),
        (SINGLE, "parent_without_partner"),
        *((COUPLE, name) for name in ("partner_income", "partner_debt")),
        (BOTH_SF35, "left_by_partner"),
        (FALLEN, "income_other_year"),
        (OLD, "tax_credit"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: DraagkrachtFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(
    st.sampled_from([SINGLE, COUPLE, LIFELONG, OLD]),
    st.integers(0, 10_000_000),
    st.integers(0, 100_000),
)
def test_more_income_never_gives_less_and_a_cent_never_makes_a_jump(
    kind: DraagkrachtFacts, income: int, more: int
) -> None:
    def year(cents: int) -> int:
        return determined(REGULATION, replace(kind, income=cents), ON).cents("per_year")

    first, second = year(income), year(income + more)
    assert 0 <= first <= second
    assert second - first <= more * 30 // 100 + 1


@given(st.integers(0, 10_000_000))
def test_a_partner_without_income_only_raises_the_base(income: int) -> None:
    alone = determined(REGULATION, replace(SINGLE, income=income), ON)
    both = determined(REGULATION, replace(COUPLE, income=income, partner_income=0), ON)
    assert both.cents("per_year") <= alone.cents("per_year")


def test_what_is_unknown_stays_unknown() -> None:
    found = determined(REGULATION, replace(SINGLE, income=UNKNOWN), ON)
    assert found.results == ()
