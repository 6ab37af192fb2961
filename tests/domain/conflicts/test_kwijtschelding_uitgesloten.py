from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from tests.support.drafts import draft

KIND = ConflictType.KWIJTSCHELDING_UITGESLOTEN


def test_a_paid_claim_is_no_conflict() -> None:
    household = draft("J01")
    household.record("t-kot")["outstanding_cents"] = 0
    assert household.found(KIND) == ()


def test_a_debt_that_cannot_be_remitted_without_a_request_is_nothing_yet() -> None:
    household = draft("J01")
    household.remove("t-kot-remission")
    assert household.found(KIND) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", "conditions_not_met"), ("outcome", "granted"), ("scheme", "kinderopvangtoeslag")],
)
def test_another_ground_outcome_or_scheme_is_no_conflict(field: str, value: str) -> None:
    household = draft("J01")
    household.record("t-kot-remission")[field] = value
    assert household.found(KIND) == ()


def test_a_refusal_about_the_decision_reaches_the_claim_that_follows_from_it() -> None:
    household = draft("J01")
    household.record("t-kot-remission")["about"] = "t-kot-reclaim"
    (found,) = household.found(KIND)
    assert set(found.records) == {"t-kot-remission", "t-kot"}


def test_a_refusal_that_names_no_claim_proves_nothing() -> None:
    household = draft("J01")
    del household.record("t-kot-remission")["about"]
    assert household.found(KIND) == ()
