from __future__ import annotations

import pytest

from domain.budget import budget_of
from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim, Money, RecordRef
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.GEGEVEN_WERKT_DOOR

TAX = ("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))
LOAN = ("duo", "hold", "Wsf 2000 6.7 lid 2", ("d-loan", "d-pay"))


ASSESSMENT = ("belastingdienst", "correct", "Wet IB 2001 9.6", ("b-assess", "b-ih", "b-income"))
ALLOWANCES = (
    "belastingdienst",
    "revise",
    "Awir 16 lid 5",
    ("t-huur-ref", "t-income", "t-zorg-ref"),
)
HARDSHIP = ("duo", "other_income_year", "Wsf 2000 11.5", ("d-income", "d-instalment", "d-pay"))
LATER_YEAR = ("duo", "other_income_year", "Wsf 2000 6.12 lid 1", HARDSHIP[3])


def test_what_is_taken_on_an_unsure_value_is_paused_at_all_who_use_it() -> None:
    found = remedied(draft("J02"), KIND)
    assert found.pauses == [TAX, LOAN]


def test_the_holder_corrects_it_and_every_user_decides_again() -> None:
    found = remedied(draft("J02"), KIND)
    assert found.answers == [ASSESSMENT, ALLOWANCES, HARDSHIP]
    amounts = {each.kind.value: each.amount_cents for each in found.measures}
    assert (amounts["correct"], amounts["revise"]) == (115000, 49800)
    assert amounts["other_income_year"] == 0
    assert KIND not in found.after


def test_all_that_is_decided_on_it_changes_with_it() -> None:
    before = draft("J02").picture()
    after = remedied(draft("J02"), KIND).picture
    gained = budget_of(after).income_cents - budget_of(before).income_cents
    assert gained == 12900 + 36900 + 26351
    assert budget_of(before).debts_cents - budget_of(after).debts_cents == 1420000 - 115000
    loan = after.get(RecordRef("d-loan")).record
    assert isinstance(loan, Claim)
    assert loan.outstanding_cents == 1145000


def test_the_income_of_a_later_year_is_a_right_when_it_fell_far_enough() -> None:
    household = draft("J02")
    household.record("b-assess")["would_be"] = []
    found = remedied(household, KIND)
    assert found.answers == [ALLOWANCES, HARDSHIP, LATER_YEAR]
    assert KIND not in found.after


@pytest.mark.parametrize(("income", "is_right"), [(4420000, True), (4420001, False)])
def test_far_enough_is_fifteen_per_cent(income: int, is_right: bool) -> None:
    household = draft("J02")
    household.record("b-assess")["would_be"] = []
    household.record("d-instalment")["would_be"][0]["value"] = {"amount_cents": income}
    assert (LATER_YEAR in remedied(household, KIND).answers) is is_right


def test_what_documents_show_goes_before_what_a_body_calculated() -> None:
    household = draft("J02")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-income",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 1610000},
            "documents": ["jaaropgaaf"],
        }
    )
    found = remedied(household, KIND)
    values = {each.value for each in found.measures if each.kind is not MeasureKind.HOLD}
    assert values == {Money(1610000)}
    assert ASSESSMENT in found.answers
    assert ALLOWANCES in found.answers
    assert KIND not in found.after


def test_of_what_nobody_knows_nothing_is_made_up() -> None:
    household = draft("J02")
    for decision in ("b-assess", "d-instalment", "t-huur-ref", "t-zorg-ref"):
        household.record(decision)["would_be"] = []
    found = remedied(household, KIND)
    assert found.answers == []
    assert KIND in found.after


def test_a_user_of_a_user_follows_too() -> None:
    household = draft("J02")
    household.record("d-income")["taken_from"] = "t-income"
    household.record("d-instalment")["would_be"] = []
    found = remedied(household, KIND)
    assert ("duo", "correct", "AVG 16", ("d-income",)) in found.answers
    assert KIND not in found.after


def test_debts_that_rest_on_something_else_are_left_alone() -> None:
    household = draft("J02")
    household.record("b-assess")["rests_on"] = []
    assert remedied(household, KIND).pauses == [LOAN]


@pytest.mark.parametrize("change", [{"outstanding_cents": 0}, {"determined_by": "t-zorg-ref"}])
def test_what_is_not_owed_by_such_a_decision_is_not_paused(change: dict[str, object]) -> None:
    household = draft("J02")
    household.record("b-ih").update(change)
    household.record("t-zorg-ref")["rests_on"] = []
    assert remedied(household, KIND).pauses == [LOAN]


def test_a_body_outside_the_conflict_does_nothing() -> None:
    household = draft("J02")
    household.record("d-income")["value"] = {"amount_cents": 2280000}
    household.record("d-instalment")["rests_on"] = ["b-income"]
    assert remedied(household, KIND).pauses == [TAX]


def _owed_otherwise() -> Draft:
    """What DUO set follows for something that gives no right to a pause."""
    household = draft("J02")
    household.record("d-loan")["scheme"] = "student_finance"
    return household


def test_without_a_right_to_it_a_pause_that_may_be_given_also_ends_what_is_paid() -> None:
    found = remedied(_owed_otherwise(), KIND)
    assert found.pauses == [TAX, ("duo", "hold", "Awb 4:94", ("d-loan", "d-pay"))]


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
    assert remedied(household, KIND).pauses == [TAX]
    hold["status"] = "ended"
    assert len(remedied(household, KIND).pauses) == 2
    hold.update({"status": "in_force", "covers": ["b-ih"]})
    assert len(remedied(household, KIND).pauses) == 2
