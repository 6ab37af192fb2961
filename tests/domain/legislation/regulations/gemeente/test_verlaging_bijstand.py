"""Steps and borders of Pw 18 lid 2 and 5-10, from the text (the same in 2024, 2025 and 2026)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.verlaging_bijstand import (
    REGULATION,
    Breach,
    Earlier,
    VerlagingFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 7, 20)
FIRST = VerlagingFacts(
    breach=Breach.WORK,
    breached_on=dt.date(2026, 7, 1),
    blameless=False,
    earlier=Earlier.NONE,
    ordinance_months=1,
    ordinance_share=10,
    urgent_reasons=False,
    assistance=141946,
)
SECOND = replace(
    FIRST, earlier=Earlier.FIRST, earlier_applied_on=dt.date(2025, 7, 1), earlier_months=1
)


@pytest.mark.parametrize(
    ("facts", "months", "cents"),
    [
        (FIRST, 1, 141946),
        (replace(FIRST, ordinance_months=2), 2, 141946),
        # the law's own bounds of one and three months (18 lid 5)
        (replace(FIRST, ordinance_months=0), 1, 141946),
        (replace(FIRST, ordinance_months=6), 3, 141946),
        # repeated within twelve months: longer than before, at most three (lid 6)
        (SECOND, 2, 141946),
        (replace(SECOND, ordinance_months=3), 3, 141946),
        (replace(SECOND, earlier_months=3), 3, 141946),
        # a day later it is a first breach again
        (replace(SECOND, breached_on=dt.date(2026, 7, 2)), 1, 141946),
        # and after that three months (lid 7-8)
        (replace(SECOND, earlier=Earlier.SECOND_OR_LATER), 3, 141946),
        # another duty: what the ordinance says, 10% of 1.419,46 (lid 2)
        (replace(FIRST, breach=Breach.OTHER), 1, 14195),
        # attuned for urgent reasons (lid 10)
        (replace(FIRST, urgent_reasons=True, attuned_share=20), 1, 28389),
        (replace(FIRST, urgent_reasons=True, attuned_share=0), 1, 0),
    ],
)
def test_the_measure(facts: VerlagingFacts, months: int, cents: int) -> None:
    found = determined(REGULATION, facts, ON)
    assert (found.result("months"), found.cents("per_month")) == (months, cents)


def test_without_any_blame_there_is_none() -> None:
    for facts in (replace(FIRST, blameless=True), VerlagingFacts(blameless=True)):
        assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (FIRST, "breach"),
        (FIRST, "blameless"),
        (FIRST, "earlier"),
        (FIRST, "ordinance_months"),
        (FIRST, "urgent_reasons"),
        (FIRST, "assistance"),
        (SECOND, "breached_on"),
        (SECOND, "earlier_applied_on"),
        (SECOND, "earlier_months"),
        (replace(FIRST, breach=Breach.OTHER), "ordinance_share"),
        (replace(FIRST, urgent_reasons=True, attuned_share=0), "attuned_share"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: VerlagingFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 12), st.integers(1, 3), st.sampled_from(Earlier))
def test_a_measure_for_work_is_one_to_three_months(
    ordained: int, before: int, earlier: Earlier
) -> None:
    facts = replace(SECOND, ordinance_months=ordained, earlier_months=before, earlier=earlier)
    assert determined(REGULATION, facts, ON).result("months") in (1, 2, 3)


def test_no_more_is_taken_than_there_is() -> None:
    beyond = replace(FIRST, breach=Breach.OTHER, ordinance_share=150)
    found = determined(REGULATION, beyond, ON)
    assert (found.cents("per_month"), found.result("share")) == (141_946, 100)
