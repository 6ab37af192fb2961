"""belastingdienst.nl: at most 500 euro, twice a month, three months, up to 1.000 euro open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.belastingen.overheidsvordering import (
    REGULATION,
    OverheidsvorderingFacts,
)
from tests.support.law import determined, without

TODAY = dt.date(2026, 11, 23)

SMALL = OverheidsvorderingFacts(
    open_amount=100_000,
    writ_served=True,
    in_restructuring=False,
    payment_account=True,
    done_this_month=1,
    months_before=2,
    room_on_account=300_000,
    protected_on_account=200_000,
)


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        (SMALL, 50_000),
        (replace(SMALL, open_amount=40_000), 40_000),
        (replace(SMALL, room_on_account=230_000), 30_000),
    ],
)
def test_at_most_five_hundred_euros_are_taken(facts: OverheidsvorderingFacts, amount: int) -> None:
    assert determined(REGULATION, facts, TODAY).cents("amount") == amount


@pytest.mark.parametrize(
    "facts",
    [
        replace(SMALL, open_amount=100_001),
        replace(SMALL, open_amount=0),
        replace(SMALL, writ_served=False),
        replace(SMALL, in_restructuring=True),
        replace(SMALL, payment_account=False),
        replace(SMALL, done_this_month=2),
        replace(SMALL, months_before=3),
        replace(SMALL, room_on_account=200_000),
    ],
)
def test_it_is_refused(facts: OverheidsvorderingFacts) -> None:
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("open_amount", "writ_served", "in_restructuring", "payment_account"),
        *("done_this_month", "months_before", "room_on_account", "protected_on_account"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(SMALL, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.integers(0, 200_000))
def test_it_never_takes_more_than_the_debt_or_what_is_protected(
    open_amount: int, room: int, protected: int
) -> None:
    facts = replace(
        SMALL, open_amount=open_amount, room_on_account=room, protected_on_account=protected
    )
    found = determined(REGULATION, facts, TODAY)
    if found.outcome is Outcome.GRANTED:
        assert 0 < found.cents("amount") <= min(open_amount, 50_000, room - protected)
