"""Golden values: the proportion of Rv 475c lid 5 worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body.omslag_beslagvrije_voet import (
    REGULATION,
    OmslagFacts,
    Payment,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)


def _facts(protected: int, *amounts: int) -> OmslagFacts:
    payments = tuple(Payment(amount=amount) for amount in amounts)
    return OmslagFacts(protected_amount=protected, in_order=True, payments=payments)


def _shares(facts: OmslagFacts) -> list[int]:
    found = determined(REGULATION, facts, ON)
    assert isinstance(facts.payments, tuple)
    return [found.cents(f"payments[{index}]") for index in range(len(facts.payments))]


@pytest.mark.parametrize(
    ("facts", "shares"),
    [
        # 1.400 over 1.500 and 500: three quarters and one quarter
        (_facts(140_000, 150_000, 50_000), [105_000, 35_000]),
        (_facts(100, 1_000, 1_000, 1_000), [34, 33, 33]),
        (_facts(140_000, 150_000, 0), [140_000, 0]),
    ],
)
def test_it_is_spread_in_proportion_to_the_payments(facts: OmslagFacts, shares: list[int]) -> None:
    assert _shares(facts) == shares


@pytest.mark.parametrize(
    "facts",
    [
        _facts(140_000, 150_000),
        _facts(140_000, 0, 0),
        replace(_facts(140_000, 150_000, 50_000), in_order=False),
    ],
)
def test_it_is_refused(facts: OmslagFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["protected_amount", "in_order", "payments"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(_facts(140_000, 1, 2), name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_payment_of_unknown_height_leaves_it_unsaid() -> None:
    facts = replace(_facts(140_000), payments=(Payment(amount=UNKNOWN), Payment(amount=5)))
    found = determined(REGULATION, facts, ON)
    assert {missing.name for missing in found.missing} == {"payments[0].amount"}


@given(st.integers(0, 300_000), st.lists(st.integers(1, 500_000), min_size=2, max_size=6))
def test_the_parts_add_up_to_the_protected_amount(protected: int, amounts: list[int]) -> None:
    assert sum(_shares(_facts(protected, *amounts))) == protected
