"""Sums by hand from Zvw 18f with the published premium of 2026 (172.70)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.cak.bronheffing import REGULATION, BronheffingFacts
from tests.support.law import determined, without

ON = dt.date(2026, 8, 3)
PREMIUM = 17270

FACTS = BronheffingFacts(
    premium_due=True,
    zorgtoeslag=12900,
    has_wages=True,
    withheld_wholly=True,
    attached_by_others=True,
    attached_by_cak=False,
    protected_amount=150000,
)


def test_the_rest_after_the_zorgtoeslag_is_withheld_and_lowers_what_must_be_paid_out() -> None:
    # 172.70 - 129.00 = 43.70 withheld; 1500.00 - 43.70 = 1456.30 (18f lid 5)
    found = determined(REGULATION, FACTS, ON)
    assert found.cents("per_month") == 4370
    assert found.cents("left_to_pay") == 0
    assert found.cents("paid_out_at_least") == 145630


def test_without_zorgtoeslag_the_whole_premium_is_withheld() -> None:
    found = determined(REGULATION, replace(FACTS, zorgtoeslag=0), ON)
    assert found.cents("per_month") == PREMIUM
    assert found.cents("paid_out_at_least") == 150000 - PREMIUM


def test_the_cak_may_have_a_part_withheld() -> None:
    facts = replace(FACTS, zorgtoeslag=0, withheld_wholly=False, part_to_withhold=5000)
    found = determined(REGULATION, facts, ON)
    assert found.cents("per_month") == 5000
    assert found.cents("left_to_pay") == PREMIUM - 5000
    assert found.cents("paid_out_at_least") == 145000


def test_more_zorgtoeslag_than_premium_leaves_nothing_to_withhold() -> None:
    found = determined(REGULATION, replace(FACTS, zorgtoeslag=20000), ON)
    assert found.cents("per_month") == 0
    assert found.cents("paid_out_at_least") == 150000


def test_against_the_cak_itself_the_protected_amount_is_lowered_by_the_premium() -> None:
    # 18f lid 10: for new instalments, by the premium itself
    found = determined(REGULATION, replace(FACTS, attached_by_cak=True), ON)
    assert found.cents("protected_against_cak") == 150000 - PREMIUM


def test_without_attachment_no_floor_is_given() -> None:
    found = determined(
        REGULATION, replace(without(FACTS, "protected_amount"), attached_by_others=False), ON
    )
    assert found.outcome is Outcome.GRANTED
    assert "paid_out_at_least" not in {result.name for result in found.results}


@pytest.mark.parametrize("name", ["premium_due", "has_wages"])
def test_without_premium_or_wages_nothing_is_withheld(name: str) -> None:
    refused = without(FACTS, "zorgtoeslag", "attached_by_others")
    facts = replace(refused, **{name: False})  # type: ignore[arg-type]
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("premium_due", "zorgtoeslag", "has_wages", "withheld_wholly", "attached_by_others"),
        *("attached_by_cak", "protected_amount"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(FACTS, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_missing_part_is_named() -> None:
    found = determined(REGULATION, replace(FACTS, withheld_wholly=False), ON)
    assert "part_to_withhold" in {missing.name for missing in found.missing}


@given(st.integers(0, 30000), st.integers(0, 30000), st.integers(0, 300000))
def test_allowance_withholding_and_rest_together_are_the_premium(
    allowance: int, part: int, protected: int
) -> None:
    facts = replace(
        FACTS,
        zorgtoeslag=allowance,
        withheld_wholly=False,
        part_to_withhold=part,
        protected_amount=protected,
    )
    found = determined(REGULATION, facts, ON)
    withheld, left = found.cents("per_month"), found.cents("left_to_pay")
    assert withheld >= 0
    assert left >= 0
    assert min(allowance, PREMIUM) + withheld + left == PREMIUM
    assert 0 <= found.cents("paid_out_at_least") <= protected
