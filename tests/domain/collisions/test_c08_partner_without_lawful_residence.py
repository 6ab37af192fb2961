"""C08: partner without lawful residence."""

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


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C08]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C08]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def refused() -> Draft:
    household = draft("J05")
    household.ledger("belastingdienst").append(
        {
            "record": "determination_made",
            "id": "t-huur-ref",
            "department": "toeslagen",
            "persons": ["p1"],
            "legal_basis": [{"law": "Awir", "article": "9", "paragraph": "2"}],
            "scheme": "huurtoeslag",
            "made_on": "2026-10-01",
            "outcome": "ended",
            "reason": "conditions_not_met",
        }
    )
    right = household.record("t-huur")
    right.update(status="ended", until="2026-09-30", determined_by="t-huur-ref")
    return household


def test_no_allowance_and_half_the_norm() -> None:
    household = refused()
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 42100 + (135133 - 96523)
    assert collision.harmed_by == ("g-bijstand-set", "t-huur-ref")
    assert agencies(collision) == ["belastingdienst", "gemeente"]
    tells(collision, household)


def test_the_half_norm_alone_may_have_another_ground() -> None:
    assert found(draft("J05")) == ()


def test_the_whole_article_with_the_spouse_as_reason_is_the_same_ground() -> None:
    household = refused()
    household.record("t-huur-ref")["legal_basis"] = [{"law": "Awir", "article": "9"}]
    assert found(household) == ()
    household.record("t-huur-ref")["reason"] = "spouse_without_right"
    assert found(household)


def test_the_paragraph_on_co_residents_is_another_collision() -> None:
    household = refused()
    household.record("t-huur-ref")["legal_basis"][0]["paragraph"] = "3"
    assert found(household) == ()


def test_without_a_partner_there_is_none() -> None:
    household = refused()
    household.intake["members"][1]["role"] = "outside_plan"
    household.intake["relations"][0]["status"] = "divorced"
    assert found(household) == ()


def test_a_right_that_was_granted_is_not_lost() -> None:
    household = refused()
    household.record("t-huur-ref")["outcome"] = "granted"
    assert found(household) == ()


def test_a_silent_agency_is_not_guessed() -> None:
    assert found(refused(), Agency.BELASTINGDIENST) == ()


def test_it_is_shown_with_the_different_partner() -> None:
    household = refused()
    household.record("t-huur-ref")["rests_on"] = ["t-partner"]
    household.remove("t-kgb-set")
    del household.record("t-kgb")["determined_by"]
    picture = household.picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is ConflictType.PARTNERBEGRIP_VERSCHIL)
    assert CollisionCode.C08 in {each.code for each in faces.of_conflict[conflict.ref]}
