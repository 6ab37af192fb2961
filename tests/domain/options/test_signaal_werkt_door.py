from __future__ import annotations

import pytest

from domain.budget.running import is_in_payment
from domain.conflicts import ConflictType
from domain.records import Claim, DeterminationMade, Entitlement, RecordRef
from domain.vocabulary import Outcome
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.SIGNAAL_WERKT_DOOR

LOAN = ("duo", "hold", "Wsf 2000 6.7 lid 2", ("d-loan", "d-pay"))


def _below_the_limit() -> Draft:
    """DUO sets an instalment on an income from the tax authority that its own test allows."""
    household = draft("J02")
    household.record("d-instalment")["test"] = {
        "fact": "d-income",
        "harmful_when": "above",
        "limit_cents": 5200001,
    }
    return household


REVISED = ("duo", "revise", "Awb 4:6", ("d-instalment", "d-pay"))


def test_what_follows_from_the_decision_on_the_signal_is_paused_and_revised() -> None:
    found = remedied(_below_the_limit(), KIND)
    assert found.acts == [LOAN, REVISED]
    assert KIND not in found.after


def test_what_is_set_per_month_ends_and_the_debt_itself_stays() -> None:
    after = remedied(_below_the_limit(), KIND).picture
    loan, decision = (after.get(RecordRef(ref)).record for ref in ("d-loan", "d-instalment"))
    assert isinstance(loan, Claim)
    assert isinstance(decision, DeterminationMade)
    assert loan.outstanding_cents == 1145000
    assert (decision.outcome, decision.amount_monthly_cents) == (Outcome.GRANTED, 0)


def test_the_decision_that_the_signal_came_from_is_not_contested() -> None:
    household = _below_the_limit()
    household.record("d-income")["taken_from"] = "b-assess"
    assert remedied(household, KIND).acts == [LOAN, REVISED]


def test_another_decision_on_the_same_value_may_be_right() -> None:
    household = _below_the_limit()
    right = dict(household.record("d-instalment"), id="d-right", scheme="student_finance")
    del right["test"]
    owed = dict(household.record("d-loan"), id="d-owed", determined_by="d-right")
    household.ledger("duo").extend((right, owed))
    assert remedied(household, KIND).acts == [LOAN, REVISED]


@pytest.mark.parametrize("outcome", ["suspended", "ended"])
def test_a_right_that_was_stopped_on_a_signal_goes_on(outcome: str) -> None:
    household = _below_the_limit()
    household.record("d-instalment").update(outcome=outcome, scheme="student_finance")
    household.ledger("duo").append(
        {
            "record": "entitlement",
            "id": "d-grant",
            "persons": ["p1"],
            "scheme": "student_finance",
            "status": outcome,
            "amount_monthly_cents": 30000,
            "payee": {"member": "p1"},
            "determined_by": "d-instalment",
            "until": "2026-10-31",
        }
    )
    found = remedied(household, KIND)
    assert ("duo", "revise", "Awb 4:6", ("d-grant", "d-instalment")) in found.acts
    right = found.picture.get(RecordRef("d-grant")).record
    assert isinstance(right, Entitlement)
    assert is_in_payment(right, found.picture.today)
    assert KIND not in found.after
