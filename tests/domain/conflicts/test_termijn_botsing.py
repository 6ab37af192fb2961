from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from tests.support.drafts import Draft, draft

KIND = ConflictType.TERMIJN_BOTSING


def _eviction_against_debt_counselling() -> Draft:
    return draft("J05")


def test_an_act_in_the_past_clashes_no_longer() -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["date"] = "2026-11-22"
    assert household.found(KIND) == ()


def test_an_act_today_still_clashes() -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["date"] = "2026-11-23"
    assert len(household.found(KIND)) == 1


def test_an_act_on_the_last_day_to_decide_is_in_time() -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["date"] = "2027-01-18"
    assert household.found(KIND) == ()


def test_a_decided_application_is_no_clash() -> None:
    household = _eviction_against_debt_counselling()
    household.record("g-debt-app")["status"] = "decided"
    assert household.found(KIND) == ()


def test_no_date_to_decide_counts_as_too_late() -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["date"] = "2028-01-01"
    del household.record("g-debt-app")["decide_by"]
    assert len(household.found(KIND)) == 1


def test_the_step_that_helps_is_the_one_that_must_be_in_time() -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["averted_by"][0]["step"] = "first_talk"
    assert household.found(KIND) == ()


def test_an_act_without_a_way_out_is_no_clash() -> None:
    household = _eviction_against_debt_counselling()
    del household.record("l-eviction")["averted_by"]
    assert household.found(KIND) == ()


def test_one_conflict_per_pair_of_bodies_with_only_what_comes_too_late() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["decide_by"] = "2026-12-17"
    (found,) = household.found(KIND)
    assert set(found.records) == {"l-hearing", "g-debt-app"}


def test_two_holders_of_applications_are_two_conflicts() -> None:
    household = draft("J01")
    late = dict(household.record("g-bijstand-app"), id="u-app", scheme="ww")
    del late["department"], late["waits_for"]
    household.ledger("uwv").append(late)
    household.record("l-hearing")["averted_by"].append({"record": "u-app", "step": "decision"})
    assert len(household.found(KIND)) == 2


@pytest.mark.parametrize(
    ("kind", "urgency"),
    [
        ("eviction", HarmUrgency.CRITICAL),
        ("end_of_benefit", HarmUrgency.CRITICAL),
        ("right_lapses", HarmUrgency.HIGH),
    ],
)
def test_what_cannot_be_mended_afterwards_is_critical(kind: str, urgency: HarmUrgency) -> None:
    household = _eviction_against_debt_counselling()
    household.record("l-eviction")["kind"] = kind
    (found,) = household.found(KIND)
    assert found.urgency is urgency
