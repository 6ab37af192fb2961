"""Sums and borders of Pw 58 and 59 worked from the text (the same in 2024, 2025 and 2026)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.terugvordering_bijstand import (
    REGULATION,
    Duty,
    Ground,
    TerugvorderingFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 7, 20)
BREACH = TerugvorderingFacts(
    amount=500000,
    ground=Ground.BREACH,
    tax_not_set_off=120000,
    urgent_reasons=False,
    paid_to_family=False,
)
SEEN = replace(
    BREACH,
    ground=Ground.SHOULD_HAVE_KNOWN,
    paid_on=dt.date(2024, 2, 29),
    decision_sent=dt.date(2026, 3, 1),
)


def test_after_a_breach_the_college_must_recover_the_whole_with_tax() -> None:
    found = determined(REGULATION, BREACH, ON)
    assert (found.cents("amount"), found.result("duty")) == (620000, Duty.MUST)


@pytest.mark.parametrize("ground", [each for each in Ground if each.name not in ("BREACH", "NONE")])
def test_on_the_other_grounds_it_may(ground: Ground) -> None:
    found = determined(REGULATION, replace(SEEN, ground=ground), ON)
    assert found.result("duty") is Duty.MAY


def test_what_is_refrained_from_for_urgent_reasons_comes_off() -> None:
    facts = replace(BREACH, urgent_reasons=True, refrained_from=220000)
    assert determined(REGULATION, facts, ON).cents("amount") == 400000


def test_a_family_is_jointly_liable() -> None:
    found = determined(REGULATION, replace(BREACH, paid_to_family=True), ON)
    assert found.result("jointly_liable") is True


@pytest.mark.parametrize(
    "facts",
    [
        replace(BREACH, ground=Ground.NONE),
        replace(BREACH, amount=0),
        replace(BREACH, urgent_reasons=True, refrained_from=620000),
        # paid more than two years before the decision was sent (58 lid 6)
        replace(SEEN, decision_sent=dt.date(2026, 3, 2)),
        replace(TerugvorderingFacts(), ground=Ground.NONE),
    ],
)
def test_it_is_refused(facts: TerugvorderingFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (BREACH, "amount"),
        (BREACH, "ground"),
        (BREACH, "tax_not_set_off"),
        (BREACH, "urgent_reasons"),
        (BREACH, "paid_to_family"),
        (SEEN, "paid_on"),
        (SEEN, "decision_sent"),
        (replace(BREACH, urgent_reasons=True, refrained_from=0), "refrained_from"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: TerugvorderingFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(1, 10**7), st.integers(0, 10**6), st.integers(0, 10**6))
def test_refraining_never_raises_it(amount: int, tax: int, refrained: int) -> None:
    facts = replace(BREACH, amount=amount, tax_not_set_off=tax)
    whole = determined(REGULATION, facts, ON).cents("amount")
    found = determined(
        REGULATION, replace(facts, urgent_reasons=True, refrained_from=refrained), ON
    )
    rest = found.cents("amount") if found.outcome is Outcome.GRANTED else 0
    assert rest == max(whole - refrained, 0)
