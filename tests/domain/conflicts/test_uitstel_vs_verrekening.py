from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import draft

KIND = ConflictType.UITSTEL_VS_VERREKENING


def test_a_hold_that_names_set_off_stops_it() -> None:
    household = draft("J01")
    household.record("g-stabilise")["stops"].append("set_off")
    assert household.found(KIND) == ()


def test_a_hold_that_was_only_asked_for_stops_nothing_and_clashes_with_nothing() -> None:
    household = draft("J01")
    household.record("g-stabilise")["status"] = "asked"
    assert household.found(KIND) == ()


def test_a_hold_that_has_run_out_clashes_no_longer() -> None:
    household = draft("J01")
    household.record("g-stabilise")["from"] = "2026-05-01"
    household.record("g-stabilise")["until"] = "2026-11-22"
    assert household.found(KIND) == ()


def test_a_set_off_for_another_claim_is_no_clash() -> None:
    household = draft("J01")
    household.record("g-stabilise")["covers"].remove("t-kot")
    assert household.found(KIND) == ()


def test_another_method_than_set_off_is_no_clash() -> None:
    household = draft("J01")
    household.record("t-kot-setoff")["method"] = "source_withholding"
    assert household.found(KIND) == ()


def test_holder_and_claimant_may_be_one_body() -> None:
    household = draft("J01")
    hold = dict(household.record("g-stabilise"), department="toeslagen")
    household.remove("g-stabilise")
    household.ledger("belastingdienst").append(hold)
    (found,) = household.found(KIND)
    assert len(found.bodies) == 1
    assert found.monthly_harm_cents == 36000


def test_two_holds_of_one_body_are_one_conflict_and_its_harm_counts_once() -> None:
    household = draft("J01")
    again = dict(household.record("g-stabilise"), id="g-again", department="wmo")
    household.ledger("gemeente").append(again)
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 36000
    assert {"g-again", "g-stabilise"} <= set(found.records)


def test_a_set_off_without_a_department_is_of_the_department_that_holds_the_claim() -> None:
    household = draft("J01")
    del household.record("t-kot-setoff")["department"]
    (found,) = household.found(KIND)
    assert [department.value for department in found.departments] == ["toeslagen"]
