from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.GEGEVEN_WERKT_DOOR

TAX = ("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))
LOAN = ("duo", "hold", "Wsf 2000 6.7 lid 2", ("d-loan", "d-pay"))


def test_what_is_taken_on_an_unsure_value_is_paused_at_all_who_use_it() -> None:
    found = remedied(draft("J02"), KIND)
    assert found.acts == [TAX, LOAN]


def test_the_value_itself_is_not_put_right_by_it_and_nothing_new_comes_of_it() -> None:
    assert KIND in remedied(draft("J02"), KIND).after


def test_debts_that_rest_on_something_else_are_left_alone() -> None:
    household = draft("J02")
    household.record("b-assess")["rests_on"] = []
    assert remedied(household, KIND).acts == [LOAN]


@pytest.mark.parametrize("change", [{"outstanding_cents": 0}, {"determined_by": "t-zorg-ref"}])
def test_what_is_not_owed_by_such_a_decision_is_not_paused(change: dict[str, object]) -> None:
    household = draft("J02")
    household.record("b-ih").update(change)
    household.record("t-zorg-ref")["rests_on"] = []
    assert remedied(household, KIND).acts == [LOAN]


def test_a_body_outside_the_conflict_does_nothing() -> None:
    household = draft("J02")
    household.record("d-income")["value"] = {"amount_cents": 2280000}
    household.record("d-instalment")["rests_on"] = ["b-income"]
    assert remedied(household, KIND).acts == [TAX]


def _owed_otherwise() -> Draft:
    """What DUO set follows for something that gives no right to a pause."""
    household = draft("J02")
    household.record("d-loan")["scheme"] = "student_finance"
    return household


def test_without_a_right_to_it_a_pause_that_may_be_given_also_ends_what_is_paid() -> None:
    found = remedied(_owed_otherwise(), KIND)
    assert found.acts == [TAX, ("duo", "hold", "Awb 4:94", ("d-loan", "d-pay"))]


def test_what_is_paused_already_is_not_asked_again() -> None:
    household = _owed_otherwise()
    hold = {
        "record": "hold",
        "id": "d-hold",
        "persons": ["p1"],
        "covers": ["d-loan"],
        "stops": ["dunning", "enforcement", "attachment", "set_off"],
        "status": "in_force",
        "from": "2026-11-01",
        "until": "2027-05-01",
    }
    household.ledger("duo").append(hold)
    assert remedied(household, KIND).acts == [TAX]
    hold["status"] = "ended"
    assert len(remedied(household, KIND).measures) == 2
    hold.update({"status": "in_force", "covers": ["b-ih"]})
    assert len(remedied(household, KIND).measures) == 2
