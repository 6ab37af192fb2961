"""C01: set-off with running allowances, for who has no more than the norm."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C01]
    assert rule.find is not None
    return rule.find(household.picture())


def test_an_allowance_set_off_while_assistance_is_asked_for() -> None:
    (collision,) = found(draft("J01"))
    assert collision.monthly_harm_cents == 36000
    assert collision.harmed_by == ("t-kot-setoff",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


def test_it_is_the_same_harm_as_the_stack_so_it_is_shown_there() -> None:
    picture = draft("J01").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (stack,) = (each for each in conflicts if each.type is ConflictType.STAPELING_ONDER_MINIMUM)
    assert CollisionCode.C01 in {each.code for each in faces.of_conflict[stack.ref]}
    assert CollisionCode.C01 not in {each.code for each in faces.own}


def test_who_has_more_than_the_norm_falls_not_below_it() -> None:
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


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    rule = RULES[CollisionCode.C01]
    assert rule.find is not None
    picture = draft("J01").picture()
    silent = tuple(each for each in picture.positions if each.agency is not Agency.SVB)
    gap = Gap(Agency.SVB, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    assert rule.find(Picture(picture.household, silent, (gap,), picture.today)) == ()


def test_a_set_off_that_has_ended_takes_nothing() -> None:
    household = draft("J01")
    household.record("t-kot-setoff")["status"] = "ended"
    assert found(household) == ()


def test_set_off_with_another_benefit_is_another_collision() -> None:
    household = draft("J01")
    household.record("t-kgb")["scheme"] = "ww"
    assert found(household) == ()


def test_a_set_off_that_names_no_source_is_with_an_allowance() -> None:
    household = draft("J01")
    del household.record("t-kot-setoff")["on"]
    assert len(found(household)) == 1


def test_within_six_weeks_of_the_decision_nothing_is_due_yet() -> None:
    household = draft("J01")
    claim = household.record(household.record("t-kot-setoff")["for"])
    household.ledger("belastingdienst").append(
        {
            "record": "determination_made",
            "id": "t-back",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": claim["scheme"],
            "made_on": "2026-10-12",
            "outcome": "reclaimed",
            "reason": "amount_too_high_paid",
        }
    )
    claim["determined_by"] = "t-back"
    assert found(household) == ()
    household.record("t-back")["made_on"] = "2026-10-11"
    assert len(found(household)) == 1
