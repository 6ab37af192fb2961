"""C36: a student who does not live where the register says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C36]
    assert rule.find is not None
    return rule.find(household.picture())


def elsewhere() -> Draft:
    """The student stays in another room than the register says; DUO recovers and fines."""
    household = draft("J04")
    household.intake["addresses"].append(
        {"id": "a2", "kind": "room", "lines": "Zijstraat 2, 9990 AA Rijnstede", "secret": False}
    )
    household.record("g-brp")["value"] = {"ref": "a2"}
    household.record("d-grant").update(
        overpayment={
            "period_from": "2026-05-01",
            "period_until": "2026-09-30",
            "cause": "third_party_records",
            "fault": "household",
        }
    )
    del household.record("d-grant")["for_breach_of"]
    household.ledger("duo").append(
        {
            "record": "claim",
            "id": "d-fine",
            "persons": ["p1"],
            "scheme": "student_finance",
            "kind": "fine",
            "status": "open",
            "outstanding_cents": 100000,
            "liable": ["p1"],
        }
    )
    return household


def test_what_duo_recovers_and_fines() -> None:
    (collision,) = found(elsewhere())
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (None, 206150 + 100000)
    assert collision.harmed_by == ("d-fine", "d-grant")
    assert [agency.value for agency in collision.agencies] == ["duo", "gemeente"]


def test_an_address_in_the_register_that_is_right_collides_with_nothing() -> None:
    household = elsewhere()
    household.record("g-brp")["value"] = {"ref": "a1"}
    assert found(household) == ()


def test_duo_may_have_found_that_he_lives_elsewhere() -> None:
    household = elsewhere()
    household.record("g-brp")["value"] = {"ref": "a1"}
    household.ledger("duo").append(
        {
            "record": "fact_used",
            "id": "d-home",
            "persons": ["p1"],
            "fact": "main_residence",
            "value": {"ref": "a2"},
            "origin": "own_investigation",
            "certainty": "established",
        }
    )
    (collision,) = found(household)
    assert "d-home" in collision.records


def test_documents_go_before_what_was_said_at_intake() -> None:
    household = elsewhere()
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-home",
            "persons": ["p1"],
            "fact": "main_residence",
            "value": {"ref": "a2"},
            "documents": ["huurcontract"],
        }
    )
    assert found(household) == ()


def test_leaving_school_late_is_another_cause() -> None:
    household = elsewhere()
    household.remove("d-fine")
    household.record("d-grant")["overpayment"]["cause"] = "late_deregistration"
    assert found(household) == ()


def test_a_fine_for_another_duty_has_another_cause() -> None:
    household = elsewhere()
    for claim in ("d-grant", "d-fine"):
        household.record(claim)["for_breach_of"] = "d-deregister"
    assert found(household) == ()


def test_a_grant_that_is_paid_is_at_stake() -> None:
    household = elsewhere()
    household.remove("d-fine")
    household.record("d-grant").update(kind="loan")
    household.ledger("duo").append(
        {
            "record": "entitlement",
            "id": "d-sf",
            "persons": ["p1"],
            "scheme": "student_finance",
            "status": "in_payment",
            "amount_monthly_cents": 33868,
            "payee": {"member": "p1"},
        }
    )
    (collision,) = found(household)
    assert collision.harmed_by == ("d-sf",)
    assert collision.one_off_harm_cents is None


@pytest.mark.parametrize("silent", ["duo", "gemeente"])
def test_a_silent_body_gives_nothing(silent: str) -> None:
    picture = elsewhere().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != silent)
    rule = RULES[CollisionCode.C36]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


@pytest.mark.parametrize("name", ["J00", "J01", "J02", "J04", "J05", "J06", "J08"])
def test_no_example_household_has_such_a_student(name: str) -> None:
    assert found(draft(name)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = elsewhere()
    (collision,) = found(household)
    assert "€ 3.061,50" in told_to_household(collision, household.picture()).nl


def test_without_the_keeper_the_register_is_as_duo_took_it() -> None:
    household = elsewhere()
    household.record("g-brp").update(id="d-brp", register="brp")
    taken = household.record("d-brp")
    household.remove("d-brp")
    for field in ("keeper", "department"):
        taken.pop(field, None)
    household.ledger("duo").append(taken)
    assert len(found(household)) == 1
