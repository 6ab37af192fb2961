from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from tests.support.drafts import Draft, draft
from tests.support.remedied import Remedied, remedied

KIND = ConflictType.DUBBEL_GETROFFEN

BOTH = [
    ("belastingdienst", "hold", "Awir 31", ("t-claim", "t-setoff")),
    ("uwv", "hold", "Awb 4:94", ("u-claim", "u-setoff")),
]


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
    assert found.acts == sorted([*BOTH, lowered])
    assert _amounts(found) == [231000 - 9600]
    assert KIND in found.after


@pytest.mark.parametrize("cents", [3931999, 3932001, 4873200])
def test_a_calculation_with_another_income_says_nothing_of_this_money(cents: int) -> None:
    household = draft("J06")
    _calculation(household)["value"] = {"amount_cents": cents}
    assert remedied(household, KIND).acts == BOTH


def test_a_calculation_with_another_fact_says_nothing_of_this_income() -> None:
    household = draft("J06")
    _calculation(household)["fact"] = "b-income25"
    assert remedied(household, KIND).acts == BOTH


def test_without_a_calculation_no_amount_is_made_up() -> None:
    household = draft("J06")
    del household.record("t-reclaim")["would_be"]
    assert remedied(household, KIND).acts == BOTH


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
    assert remedied(household, KIND).acts == BOTH


def test_claims_on_another_income_are_left_alone() -> None:
    household = draft("J06")
    household.record("t-reclaim")["rests_on"] = ["g-month"]
    assert remedied(household, KIND).acts == BOTH[1:]


def test_what_has_been_paid_back_needs_no_pause() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    assert all(act[0] == "belastingdienst" for act in remedied(household, KIND).acts)
