from __future__ import annotations

from domain.conflicts import ConflictType
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


def test_only_what_follows_from_the_decision_on_the_signal_is_paused() -> None:
    found = remedied(_below_the_limit(), KIND)
    assert found.acts == [LOAN]
    assert KIND in found.after


def test_the_decision_that_the_signal_came_from_is_not_contested() -> None:
    household = _below_the_limit()
    household.record("d-income")["taken_from"] = "b-assess"
    assert remedied(household, KIND).acts == [LOAN]


def test_another_decision_on_the_same_value_may_be_right() -> None:
    household = _below_the_limit()
    right = dict(household.record("d-instalment"), id="d-right", scheme="student_finance")
    del right["test"]
    owed = dict(household.record("d-loan"), id="d-owed", determined_by="d-right")
    household.ledger("duo").extend((right, owed))
    assert remedied(household, KIND).acts == [LOAN]
