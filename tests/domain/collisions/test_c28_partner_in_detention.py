"""C28: one partner in detention, whom one law lets go and another goes on counting."""

from __future__ import annotations

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C28]
    assert rule.find is not None
    return rule.find(household.picture())


def test_the_partner_at_home_gets_less_than_somebody_alone() -> None:
    (collision,) = found(draft("J05"))
    assert collision.monthly_harm_cents == 38610 + 27700
    assert collision.harmed_by == ("c-insurance", "g-bijstand-set", "t-kgb-set", "u-ww-end")
    agencies = [agency.value for agency in collision.agencies]
    assert agencies == ["belastingdienst", "cak", "gemeente", "uwv"]
    assert [department.value for department in collision.departments] == ["toeslagen"]


def test_it_is_the_same_harm_as_a_partner_whom_one_counts_and_the_other_does_not() -> None:
    picture = draft("J05").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (differ,) = (each for each in conflicts if each.type is ConflictType.PARTNERBEGRIP_VERSCHIL)
    assert CollisionCode.C28 in {each.code for each in faces.of_conflict[differ.ref]}


def test_who_asked_for_divorce_has_no_partner_in_detention() -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorce_pending"
    assert found(household) == ()


def test_a_partner_who_came_home_is_not_in_detention() -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "together"
    household.intake["members"][1]["lives_at"] = "a1"
    assert found(household) == ()


def test_detention_may_be_told_by_the_marriage_alone() -> None:
    household = draft("J05")
    household.intake["members"][1]["lives_at"] = None
    assert len(found(household)) == 1


def test_nothing_collides_when_no_agency_pays_or_decides_anything() -> None:
    household = draft("J05")
    for ledger in household.file["agencies"].values():
        ledger.clear()
    assert found(household) == ()


def test_what_is_paid_tells_a_side_that_no_decision_tells() -> None:
    household = draft("J05")
    for agency in ("uwv", "cak", "svb", "belastingdienst"):
        household.file["agencies"][agency] = []
    right = household.record("g-bijstand")
    del right["determined_by"]
    household.file["agencies"]["gemeente"] = [right]
    (collision,) = found(household)
    assert collision.records == ("g-bijstand",)
    assert [agency.value for agency in collision.agencies] == ["gemeente"]


def test_without_own_calculations_the_rights_tell_the_loss() -> None:
    household = draft("J05")
    for wanted in ("t-kgb-set", "g-bijstand-set"):
        del household.record(wanted)["would_be"]
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 38610 + 27700


def test_who_only_loses_the_benefit_has_no_amount_that_a_rule_gives_back() -> None:
    household = draft("J05")
    household.file["agencies"]["gemeente"] = []
    household.record("t-kgb-set").update(reason="income_above_limit", rests_on=[], would_be=[])
    (collision,) = found(household)
    assert collision.monthly_harm_cents is None
    assert collision.harmed_by == ("c-insurance", "u-ww-end")


@pytest.mark.parametrize("name", ["J00", "J01", "J02", "J04", "J06", "J08"])
def test_no_detention_no_collision(name: str) -> None:
    assert found(draft(name)) == ()


def test_it_is_told_in_plain_words() -> None:
    picture = draft("J05").picture()
    (collision,) = found(draft("J05"))
    assert "€ 663,10 per maand" in told_to_household(collision, picture).nl
