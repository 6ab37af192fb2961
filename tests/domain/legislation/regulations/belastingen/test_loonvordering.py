"""Hand sums from IW 19: income above the protected amount, and at most a tenth of the rest."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.belastingen.loonvordering import REGULATION, LoonvorderingFacts
from tests.support.law import determined, without

TODAY = dt.date(2026, 11, 23)

WAGES = LoonvorderingFacts(
    debt=500_000,
    income=200_000,
    beslagvrije_voet=170_000,
    taken_by_others=0,
    writ_served=True,
    in_restructuring=False,
    announcement_needed=True,
    announced=dt.date(2026, 10, 26),
    persistent=False,
)


def test_only_the_income_above_the_protected_amount_is_claimed() -> None:
    found = determined(REGULATION, WAGES, TODAY)
    assert (found.cents("per_month"), found.cents("tenth_at_most")) == (30_000, 0)


@pytest.mark.parametrize(
    ("facts", "month", "tenth"),
    [
        (replace(WAGES, taken_by_others=10_000), 20_000, 0),
        (replace(WAGES, debt=12_000), 12_000, 0),
        (replace(WAGES, persistent=True), 30_000, 17_000),
        (replace(WAGES, persistent=True, debt=35_000), 30_000, 5_000),
        # all of an income under the protected amount cannot be attached: a tenth of it
        (replace(WAGES, persistent=True, income=100_000), 0, 10_000),
    ],
)
def test_rank_debt_and_persistence_change_it(
    facts: LoonvorderingFacts, month: int, tenth: int
) -> None:
    found = determined(REGULATION, facts, TODAY)
    assert (found.cents("per_month"), found.cents("tenth_at_most")) == (month, tenth)


@pytest.mark.parametrize(
    "facts",
    [
        replace(WAGES, writ_served=False),
        replace(WAGES, in_restructuring=True),
        replace(WAGES, announced=dt.date(2026, 10, 27)),
        replace(WAGES, income=170_000),
        replace(WAGES, taken_by_others=30_000),
        replace(WAGES, debt=0),
    ],
)
def test_it_is_refused(facts: LoonvorderingFacts) -> None:
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED


def test_who_already_pays_on_a_claim_needs_no_announcement() -> None:
    facts = without(replace(WAGES, announcement_needed=False), "announced")
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "name",
    [
        *("debt", "income", "beslagvrije_voet", "taken_by_others", "writ_served"),
        *("in_restructuring", "announcement_needed", "announced", "persistent"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(WAGES, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 500_000), st.integers(0, 500_000), st.integers(0, 500_000), st.booleans())
def test_the_protected_amount_is_left_but_for_a_tenth(
    income: int, protected: int, debt: int, persistent: bool
) -> None:
    facts = replace(
        WAGES, income=income, beslagvrije_voet=protected, debt=debt, persistent=persistent
    )
    found = determined(REGULATION, facts, TODAY)
    if found.outcome is not Outcome.GRANTED:
        return
    month, tenth = found.cents("per_month"), found.cents("tenth_at_most")
    assert month <= max(0, income - protected)
    assert tenth <= min(income, protected) // 10 + 1
    assert month + tenth <= debt + 1
    assert persistent or tenth == 0
