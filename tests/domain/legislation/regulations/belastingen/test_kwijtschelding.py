"""Hand sums from UR IW 1990 11-16; the costs of living of 2024 are those the tax office
published (90% of the norm: 1.155 euro for a single)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.determination.lines import Computed
from domain.legislation.regulations.belastingen._kwijtschelding_facts import KwijtscheldingFacts
from domain.legislation.regulations.belastingen.kwijtschelding import REGULATION
from tests.support.law import determined, without

TODAY = dt.date(2026, 3, 1)

# single, norm from January 2026 (Pw 21 a: 1.401,50); costs of living 1.261,35
POOR = KwijtscheldingFacts(
    open_amount=100_000,
    private_person=True,
    vehicle_tax=False,
    blameworthy=False,
    return_filed=True,
    insolvent=False,
    provisional=False,
    data_complete=True,
    money=0,
    household_goods=0,
    car=0,
    car_indispensable=False,
    other_assets=0,
    preferred_debts=0,
    rent_and_premiums=10_000,
    disposable_income=126_135,
    bijstandsnorm=140_150,
    expected_means=0,
)


def remitted(facts: KwijtscheldingFacts) -> int:
    found = determined(REGULATION, facts, TODAY)
    return found.cents("remitted") if found.outcome is Outcome.GRANTED else 0


def test_without_assets_and_ability_everything_is_remitted() -> None:
    found = determined(REGULATION, POOR, TODAY)
    assert (found.cents("remitted"), found.cents("to_pay")) == (100_000, 0)


def test_the_costs_of_living_are_ninety_percent_of_the_norm() -> None:
    # belastingdienst.nl, kwijtschelding 2024: normbedrag alleenstaande 1.155 euro (of 1.283,83)
    found = determined(REGULATION, replace(POOR, bijstandsnorm=128_383), dt.date(2024, 5, 5))
    living = next(line.value for line in found.lines if isinstance(line, Computed))
    assert living == Fraction(115_544_70, 100)


def test_eighty_percent_of_a_year_of_room_must_be_used() -> None:
    # 50 euro above the costs of living: 12 x 50 = 600; 80% of it 480; 1.000 - 480 = 520
    found = determined(REGULATION, replace(POOR, disposable_income=131_135), TODAY)
    assert (found.cents("remitted"), found.cents("to_pay")) == (52_000, 48_000)


@pytest.mark.parametrize(
    ("facts", "cents"),
    [
        # money up to the costs of living and the monthly rent and premium is exempt: 1.361,35
        (replace(POOR, money=136_135), 100_000),
        (replace(POOR, money=136_235), 99_900),
        (replace(POOR, household_goods=226_900), 100_000),
        (replace(POOR, household_goods=226_901), 99_999),
        # a car counts for its whole value, or not at all
        (replace(POOR, car=335_000), 100_000),
        (replace(POOR, car=335_001), 0),
        (replace(POOR, car=900_000, car_indispensable=True), 100_000),
        (replace(POOR, other_assets=20_000), 80_000),
        (replace(POOR, other_assets=20_000, preferred_debts=15_000), 95_000),
        (replace(POOR, preferred_debts=15_000), 100_000),
        (replace(POOR, expected_means=30_000), 70_000),
    ],
)
def test_assets_and_prospects_come_off(facts: KwijtscheldingFacts, cents: int) -> None:
    assert remitted(facts) == cents


@pytest.mark.parametrize(
    "facts",
    [
        replace(POOR, private_person=False),
        replace(POOR, vehicle_tax=True),
        replace(POOR, blameworthy=True),
        replace(POOR, return_filed=False),
        replace(POOR, insolvent=True),
        replace(POOR, provisional=True),
        replace(POOR, data_complete=False),
        replace(POOR, other_assets=100_000),
        replace(POOR, vehicle_tax=True, money=UNKNOWN),
    ],
)
def test_it_is_refused(facts: KwijtscheldingFacts) -> None:
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("open_amount", "private_person", "vehicle_tax", "blameworthy", "return_filed"),
        *("insolvent", "provisional", "data_complete", "money", "household_goods", "car"),
        *("other_assets", "preferred_debts", "rent_and_premiums", "disposable_income"),
        *("bijstandsnorm", "expected_means"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(POOR, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_amounts_that_were_not_checked_are_said_to_be_so() -> None:
    unverified = {taken.parameter.id for taken in determined(REGULATION, POOR, TODAY).unverified}
    assert unverified == {"iw_inboedel_vrijgesteld", "iw_auto_vrijgesteld"}


@given(st.integers(0, 400_000), st.integers(0, 100_000), st.integers(0, 400_000))
def test_more_means_never_remit_more(income: int, more: int, money: int) -> None:
    facts = replace(POOR, disposable_income=income, money=money)
    richer = replace(facts, disposable_income=income + more)
    assert 0 <= remitted(richer) <= remitted(facts) <= 100_000
    # continuous: a cent a month more is at most 12 x 80% of a cent less
    assert remitted(facts) - remitted(replace(facts, disposable_income=income + 1)) <= 10
