"""C40: no decision on income yet, while bills and set-off go on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C40]
    assert rule.find is not None
    return rule.find(household.picture())


def test_an_advance_that_is_not_paid_is_missed_while_set_off_goes_on() -> None:
    (collision,) = found(draft("J01"))
    assert collision.monthly_harm_cents == 134849
    assert collision.harmed_by == ("g-bijstand-app",)
    assert "t-kot-setoff" in collision.records
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


def test_what_nobody_opened_a_file_for_waits_as_well() -> None:
    (collision,) = found(draft("J04"))
    assert collision.harmed_by == ("g-bijstand-app", "u-wajong-app")
    assert collision.monthly_harm_cents == 105925
    assert [agency.value for agency in collision.agencies] == ["gemeente", "uwv"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("J01", ConflictType.WACHT_OP_ELKAAR), ("J04", ConflictType.KRINGVERWIJZING)],
)
def test_it_is_the_same_harm_as_bodies_that_leave_it_to_each_other(
    name: str, kind: ConflictType
) -> None:
    picture = draft(name).picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is kind)
    assert CollisionCode.C40 in {each.code for each in faces.of_conflict[conflict.ref]}


@pytest.mark.parametrize("status", ["decided", "withdrawn"])
def test_what_is_decided_or_withdrawn_is_not_pending(status: str) -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["status"] = status
    assert found(household) == ()


def test_a_paid_advance_bridges_the_wait() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["advance"]["paid"] = True
    assert found(household) == ()


def test_who_has_more_than_the_norm_can_wait() -> None:
    household = draft("J01")
    household.intake["income"] = [
        {
            "id": "loon",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": 250000,
        }
    ]
    assert found(household) == ()


def test_without_anything_due_nothing_collides() -> None:
    household = draft("J04")
    household.intake["expenses"] = []
    assert found(household) == ()


def test_asking_for_debt_counselling_is_not_asking_for_income() -> None:
    household = draft("J01")
    household.remove("g-bijstand-app")
    household.record("l-hearing")["averted_by"] = []
    household.record("u-ww-letter")["waits_for"] = []
    assert found(household) == ()


def test_paid_assistance_bridges_the_wait_for_another_income() -> None:
    household = draft("J04")
    household.ledger("gemeente").append(
        {
            "record": "entitlement",
            "id": "g-bijstand",
            "persons": ["p1"],
            "scheme": "bijstand",
            "status": "in_payment",
            "amount_monthly_cents": 105925,
            "payee": {"member": "p1"},
        }
    )
    assert found(household) == ()


def test_a_pending_allowance_comes_on_top_by_its_own_calculation() -> None:
    household = draft("J04")
    household.ledger("belastingdienst").append(
        {
            "record": "application",
            "id": "t-zorg-app",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "zorgtoeslag",
            "received": "2026-11-02",
            "status": "open",
        }
    )
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 105925 + 12900


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    picture = draft("J01").picture()
    gap = Gap(Agency.SVB, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    rule = RULES[CollisionCode.C40]
    assert rule.find is not None
    assert rule.find(replace(picture, gaps=(gap,))) == ()


@pytest.mark.parametrize("name", ["J00", "J02", "J05", "J06", "J08"])
def test_nothing_pending_no_collision(name: str) -> None:
    assert found(draft(name)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = draft("J01")
    (collision,) = found(household)
    assert "€ 1.348,49 per maand" in told_to_household(collision, household.picture()).nl
