"""Hand sums: a debt over 24 months (toeslagen.nl: "in 24 maanden"), and by ability to pay."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.toeslagen.betalingsregeling import (
    REGULATION,
    Arrangement,
    BetalingsregelingToeslagenFacts,
)
from tests.support.law import determined, without

TODAY = dt.date(2026, 11, 23)

STANDARD = BetalingsregelingToeslagenFacts(
    asked=Arrangement.STANDARD,
    debt=240_000,
    pay_by=dt.date(2026, 12, 31),
    by_intent=False,
    room_per_month=5_000,
    assets=0,
)
PERSONAL = replace(STANDARD, asked=Arrangement.PERSONAL)


def test_the_standard_arrangement_spreads_the_debt_over_24_months() -> None:
    found = determined(REGULATION, STANDARD, TODAY)
    assert found.cents("per_month") == 10_000
    assert found.cents("months") == 24
    assert found.cents("remains") == 0
    assert found.result("until") == dt.date(2028, 12, 31)


@pytest.mark.parametrize(
    ("debt", "per_month"),
    # juridischloket.nl: at least 20 euro a month, so from 480 euro on
    [(48_000, 2_000), (48_024, 2_001), (30_000, 2_000), (1_500, 1_500)],
)
def test_a_month_is_at_least_twenty_euros_and_never_more_than_the_debt(
    debt: int, per_month: int
) -> None:
    found = determined(REGULATION, replace(STANDARD, debt=debt), TODAY)
    assert found.cents("per_month") == per_month
    assert found.cents("remains") == 0


def test_by_ability_to_pay_the_rest_remains_and_is_not_remitted() -> None:
    found = determined(REGULATION, PERSONAL, TODAY)
    assert found.cents("per_month") == 5_000
    assert found.cents("remains") == 240_000 - 24 * 5_000
    assert "31bis" in {article.number for article in found.articles}


def test_who_has_room_enough_pays_the_standard_amount() -> None:
    found = determined(REGULATION, replace(PERSONAL, room_per_month=50_000), TODAY)
    assert found.cents("per_month") == 10_000


@pytest.mark.parametrize(
    "facts",
    [
        replace(STANDARD, by_intent=True),
        replace(STANDARD, debt=0),
        replace(PERSONAL, assets=240_000),
    ],
)
def test_it_is_refused(facts: BetalingsregelingToeslagenFacts) -> None:
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name", ["asked", "debt", "pay_by", "by_intent", "room_per_month", "assets"]
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(PERSONAL, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_the_standard_arrangement_does_not_ask_for_means() -> None:
    facts = without(STANDARD, "room_per_month", "assets")
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.GRANTED


def test_a_month_of_29_february_ends_on_the_last_day() -> None:
    found = determined(REGULATION, replace(STANDARD, pay_by=dt.date(2024, 2, 29)), TODAY)
    assert found.result("until") == dt.date(2026, 2, 28)


@given(st.integers(1, 3_000_000), st.integers(0, 200_000), st.integers(0, 50_000))
def test_more_room_never_leaves_more_unpaid(debt: int, room: int, more: int) -> None:
    def remains(cents: int) -> int:
        facts = replace(PERSONAL, debt=debt, room_per_month=cents)
        return determined(REGULATION, facts, TODAY).cents("remains")

    assert 0 <= remains(room + more) <= remains(room) <= debt
