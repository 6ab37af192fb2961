from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import DeterminationMade, Money, RecordRef
from domain.vocabulary import Outcome
from tests.support.drafts import Draft, draft
from tests.support.remedied import Remedied, remedied

KIND = ConflictType.DUBBEL_GETROFFEN

BOTH = [
    ("belastingdienst", "hold", "Awir 31", ("t-claim", "t-setoff")),
    ("uwv", "hold", "Awb 4:94", ("u-claim", "u-setoff")),
]

TAX = ("belastingdienst", "correct", "Wet IB 2001 9.6", ("b-assess25", "b-income25"))
REVISED = ("belastingdienst", "revise", "Awir 20", ("t-claim", "t-income25", "t-reclaim"))


def _amounts(found: Remedied) -> list[int | None]:
    return [
        measure.amount_cents for measure in found.measures if measure.kind is MeasureKind.REDUCE
    ]


def _calculation(household: Draft) -> dict[str, object]:
    would: dict[str, object] = household.record("t-reclaim")["would_be"][0]
    return would


def test_both_claims_are_paused_and_the_second_lowered_as_its_body_itself_calculated() -> None:
    found = remedied(draft("J06"), KIND)
    lowered = ("belastingdienst", "reduce", "Awir 26 lid 2", ("t-claim",))
    assert found.pauses == BOTH
    assert lowered in found.answers
    assert _amounts(found) == [231000 - 9600]


def test_who_counts_the_money_leaves_it_out() -> None:
    found = remedied(draft("J06"), KIND)
    assert found.answers[0] == TAX
    assert REVISED in found.answers
    assert ("belastingdienst", "not_collect", "Awir 26a", ("t-claim",)) in found.answers
    values = {each.kind: each.value for each in found.measures if each.value is not None}
    assert values == {
        MeasureKind.CORRECT: Money(2341200 - 941200),
        MeasureKind.REVISE: Money(4873200 - 941200),
    }
    assert KIND not in found.after


def test_what_follows_for_the_assessment_its_body_has_to_calculate() -> None:
    after = remedied(draft("J06"), KIND).picture
    assessment = after.get(RecordRef("b-assess25")).record
    assert isinstance(assessment, DeterminationMade)
    assert assessment.amount_total_cents is None
    assert assessment.outcome is Outcome.ASSESSED


def test_no_more_is_left_out_than_was_counted() -> None:
    household = draft("J06")
    household.record("u-reclaim")["amount_total_cents"] = 9000000
    found = remedied(household, KIND)
    values = {each.value for each in found.measures if each.value is not None}
    assert values == {Money(0), Money(2532000)}


@pytest.mark.parametrize("cents", [3931999, 3932001, 4873200])
def test_a_calculation_with_another_income_says_nothing_of_this_money(cents: int) -> None:
    household = draft("J06")
    _calculation(household)["value"] = {"amount_cents": cents}
    assert remedied(household, KIND).pauses == BOTH


def test_a_calculation_with_another_fact_says_nothing_of_this_income() -> None:
    household = draft("J06")
    _calculation(household)["fact"] = "b-income25"
    assert remedied(household, KIND).pauses == BOTH


def test_without_a_calculation_no_amount_is_made_up() -> None:
    household = draft("J06")
    del household.record("t-reclaim")["would_be"]
    assert remedied(household, KIND).pauses == BOTH


def test_what_was_paid_of_the_first_claim_does_not_change_the_income_without_it() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 900000
    assert _amounts(remedied(household, KIND)) == [221400]


def test_no_more_is_let_go_than_is_still_owed() -> None:
    household = draft("J06")
    household.record("t-claim")["outstanding_cents"] = 100000
    assert _amounts(remedied(household, KIND)) == [100000]


def test_a_calculation_that_gives_more_lowers_nothing() -> None:
    household = draft("J06")
    _calculation(household)["amount_total_cents"] = 231001
    assert remedied(household, KIND).pauses == BOTH


def test_claims_on_another_income_are_left_alone() -> None:
    household = draft("J06")
    household.record("t-reclaim")["rests_on"] = ["g-month"]
    assert remedied(household, KIND).pauses == BOTH[1:]


def test_what_has_been_paid_back_needs_no_pause() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    assert all(act[0] == "belastingdienst" for act in remedied(household, KIND).pauses)
