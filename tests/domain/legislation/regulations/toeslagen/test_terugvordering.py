"""Hand sums from Awir 26-31a; the amounts of 26a are those of the official texts of their year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Act, Article, MissingKind, Outcome
from domain.legislation.regulations.toeslagen._terugvordering_facts import (
    Cause,
    Decision,
    TerugvorderingFacts,
)
from domain.legislation.regulations.toeslagen.terugvordering import REGULATION
from tests.support.law import determined, without

TODAY = dt.date(2026, 11, 23)

OVERPAID = TerugvorderingFacts(
    decision=Decision.AWARD,
    decision_date=dt.date(2026, 11, 20),
    paid=300_000,
    right=180_000,
    disproportionate=False,
    reduction=0,
    due_at_once=False,
    cause=Cause.OTHER,
    other_recoveries=0,
    possibly_disproportionate=False,
)


def test_the_whole_difference_is_recovered_within_six_weeks_also_on_new_years_day() -> None:
    found = determined(REGULATION, OVERPAID, TODAY)
    assert found.cents("to_recover") == 120_000
    # 20 November + 42 days = 1 January: a day off, but the Termijnenwet does not apply (28 lid 3)
    assert found.result("pay_by") == dt.date(2027, 1, 1)
    assert found.result("set_off_from") == dt.date(2027, 1, 2)
    assert Article(Act.AWIR, "31bis") in found.articles


def test_a_claim_that_is_due_at_once_has_no_term() -> None:
    found = determined(REGULATION, replace(OVERPAID, due_at_once=True), TODAY)
    assert found.result("pay_by") == dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("decided", "limit"),
    [
        (dt.date(2024, 12, 31), 11_600),
        (dt.date(2025, 7, 1), 11_800),
        (dt.date(2026, 1, 1), 12_100),
    ],
)
def test_up_to_the_small_amount_of_the_year_nothing_is_recovered(
    decided: dt.date, limit: int
) -> None:
    facts = replace(OVERPAID, decision_date=decided, right=0, paid=limit)
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED
    more = determined(REGULATION, replace(facts, paid=limit + 1), TODAY)
    assert more.cents("to_recover") == limit + 1
    advance = replace(facts, decision=Decision.REVISED_ADVANCE)
    assert determined(REGULATION, advance, TODAY).cents("to_recover") == limit


def test_what_is_disproportionate_is_not_recovered() -> None:
    facts = replace(OVERPAID, disproportionate=True, reduction=70_000)
    assert determined(REGULATION, facts, TODAY).cents("to_recover") == 50_000
    # lowered to at most the small amount: nothing (26a lid 1, third sentence)
    least = replace(facts, reduction=107_900)
    assert determined(REGULATION, least, TODAY).outcome is Outcome.REFUSED
    advance = replace(facts, decision=Decision.REVISED_ADVANCE, reduction=120_000)
    assert determined(REGULATION, advance, TODAY).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "heard"),
    [
        (OVERPAID, False),
        (replace(OVERPAID, paid=330_000), True),  # 1.500,00 exactly
        (replace(OVERPAID, paid=329_999), False),
        (replace(OVERPAID, other_recoveries=30_000), True),
        (replace(OVERPAID, possibly_disproportionate=True), True),
        (replace(OVERPAID, paid=900_000, cause=Cause.OWN_REQUEST), False),
        (replace(OVERPAID, paid=900_000, cause=Cause.OWN_DATA), False),
        (replace(OVERPAID, paid=900_000, cause=Cause.INCOME_ONLY), False),
        # the exception of 26b lid 3 is for the award alone
        (
            replace(
                OVERPAID,
                paid=900_000,
                cause=Cause.INCOME_ONLY,
                decision=Decision.REVISED_AWARD,
            ),
            True,
        ),
        (replace(OVERPAID, paid=900_000, decision=Decision.REVISED_ADVANCE), False),
    ],
)
def test_the_person_is_heard_first_as_article_26b_says(
    facts: TerugvorderingFacts, heard: bool
) -> None:
    assert determined(REGULATION, facts, TODAY).result("heard_first") is heard


def test_who_was_not_paid_too_much_owes_nothing() -> None:
    for paid in (180_000, 100_000):
        found = determined(REGULATION, replace(OVERPAID, paid=paid), TODAY)
        assert found.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("decision", "decision_date", "paid", "right", "disproportionate", "due_at_once"),
        *("cause", "other_recoveries", "possibly_disproportionate"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    facts = OVERPAID if name != "cause" else replace(OVERPAID, paid=900_000)
    found = determined(REGULATION, without(facts, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_year_whose_amounts_are_not_known_is_said_to_be_so() -> None:
    facts = replace(OVERPAID, decision_date=dt.date(2027, 1, 1))
    found = determined(REGULATION, facts, dt.date(2027, 2, 1))
    assert MissingKind.PARAMETER in {missing.kind for missing in found.missing}


@given(st.integers(0, 500_000), st.integers(0, 500_000), st.integers(0, 500_000))
def test_it_is_never_more_than_what_was_paid_too_much(paid: int, right: int, less: int) -> None:
    facts = replace(OVERPAID, paid=paid, right=right, disproportionate=True, reduction=less)
    found = determined(REGULATION, facts, TODAY)
    if found.outcome is Outcome.GRANTED:
        assert found.cents("to_recover") == paid - right - less > 12_100
    else:
        assert paid - right - less <= 12_100


def test_a_decision_of_before_the_law_that_is_known_here_is_not_dated() -> None:
    old = replace(OVERPAID, decision=Decision.REVISED_ADVANCE, due_at_once=True)
    old = replace(old, decision_date=dt.date(2023, 12, 31), cause=Cause.OWN_REQUEST)
    found = determined(REGULATION, old, TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert MissingKind.PARAMETER in {missing.kind for missing in found.missing}


def test_a_decision_that_is_not_there_yet_recovers_nothing() -> None:
    made = OVERPAID.decision_date
    assert isinstance(made, dt.date)
    assert determined(REGULATION, OVERPAID, made).outcome is Outcome.GRANTED
    before = made - dt.timedelta(days=1)
    assert determined(REGULATION, OVERPAID, before).outcome is Outcome.REFUSED
