"""Golden values: the thresholds of Pw 35 lid 2 in its texts of 2024-2026; sums by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.bijzondere_bijstand import (
    REGULATION,
    BijzondereBijstandFacts,
)
from tests.support.law import determined, without

IN_2024, IN_2025, ON = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 7, 20)
COSTS = BijzondereBijstandFacts(
    costs=100000,
    necessary=True,
    special_circumstances=True,
    excluded_cost=False,
    for_debts=False,
    covered=0,
    not_necessary_by_provision=False,
    income=141946,
    norm=141946,
    months=12,
    share_of_income=35,
    assets_counted=0,
    threshold_applied=True,
)
DEBTS = replace(COSTS, for_debts=True, had_means_with_debts=True, urgent_for_debts=False)


@pytest.mark.parametrize(
    ("facts", "cents", "capacity"),
    [
        (COSTS, 100000, 0),
        (replace(COSTS, covered=30000), 70000, 0),
        # 35% of 100,00 above the norm, twelve months
        (replace(COSTS, income=151946), 58000, 42000),
        (replace(COSTS, income=151946, assets_counted=8000), 50000, 50000),
        (replace(DEBTS, urgent_for_debts=True), 100000, 0),
        (replace(DEBTS, had_means_with_debts=False), 100000, 0),
    ],
)
def test_it_is_the_costs_less_what_can_be_borne(
    facts: BijzondereBijstandFacts, cents: int, capacity: int
) -> None:
    found = determined(REGULATION, facts, ON)
    assert (found.cents("amount"), found.cents("capacity")) == (cents, capacity)


@pytest.mark.parametrize(("on", "threshold"), [(IN_2024, 16600), (IN_2025, 17000), (ON, 17600)])
def test_costs_up_to_the_threshold_may_be_refused(on: dt.date, threshold: int) -> None:
    at, above = replace(COSTS, costs=threshold), replace(COSTS, costs=threshold + 1)
    assert determined(REGULATION, at, on).outcome is Outcome.REFUSED
    assert determined(REGULATION, above, on).outcome is Outcome.GRANTED
    lenient = replace(at, threshold_applied=False)
    assert determined(REGULATION, lenient, on).cents("amount") == threshold


@pytest.mark.parametrize(
    "facts",
    [
        replace(COSTS, necessary=False),
        replace(COSTS, special_circumstances=False),
        replace(COSTS, excluded_cost=True),
        replace(COSTS, not_necessary_by_provision=True),
        replace(COSTS, covered=100000),
        replace(COSTS, assets_counted=100000),
        DEBTS,
        replace(BijzondereBijstandFacts(), necessary=False),
    ],
)
def test_it_is_refused(facts: BijzondereBijstandFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (COSTS, name)
            for name in (
                *("costs", "necessary", "special_circumstances", "excluded_cost", "for_debts"),
                *("covered", "not_necessary_by_provision", "income", "norm", "assets_counted"),
            )
        ),
        (replace(COSTS, income=151946), "share_of_income"),
        (replace(COSTS, income=151946), "months"),
        (replace(COSTS, costs=10000), "threshold_applied"),
        (DEBTS, "had_means_with_debts"),
        (DEBTS, "urgent_for_debts"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(
    facts: BijzondereBijstandFacts, name: str
) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 300_000), st.integers(0, 10_000))
def test_more_income_never_gives_more(income: int, more: int) -> None:
    def amount(cents: int) -> int:
        found = determined(REGULATION, replace(COSTS, income=cents), ON)
        return found.cents("amount") if found.outcome is Outcome.GRANTED else 0

    assert 0 <= amount(income + more) <= amount(income) <= 100000


@pytest.mark.parametrize(
    "facts",
    [BijzondereBijstandFacts(costs=0), BijzondereBijstandFacts(costs=50_000, covered=50_000)],
)
def test_without_costs_of_ones_own_there_is_a_definite_no(facts: BijzondereBijstandFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_debts_do_not_matter_for_who_had_no_means_whatever_they_are() -> None:
    """Pw 13 lid 1 onder g asks for both."""
    facts = replace(without(COSTS, "for_debts"), had_means_with_debts=False)
    assert determined(REGULATION, facts, ON).cents("amount") == 100_000
    urgent = replace(without(COSTS, "for_debts"), urgent_for_debts=True)
    assert determined(REGULATION, urgent, ON).cents("amount") == 100_000
