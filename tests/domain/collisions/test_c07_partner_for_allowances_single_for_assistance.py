"""C07: partner for allowances, single for assistance."""

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
    rule = RULES[CollisionCode.C07]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C07]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def test_a_spouse_elsewhere_counts_for_the_allowances_only() -> None:
    household = draft("J05")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 98000 - 70300
    assert collision.harmed_by == ("t-kgb-set",)
    assert agencies(collision) == ["belastingdienst", "gemeente"]
    tells(collision, household)


def test_it_is_shown_with_the_different_partner() -> None:
    picture = draft("J05").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is ConflictType.PARTNERBEGRIP_VERSCHIL)
    assert CollisionCode.C07 in {each.code for each in faces.of_conflict[conflict.ref]}


def separated() -> Draft:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "separated"
    for ref in ("t-partner", "g-partner", "t-kgb-set", "g-bijstand-set"):
        household.remove(ref)
    for ref in ("t-kgb", "g-bijstand"):
        del household.record(ref)["determined_by"]
    return household


def test_who_lives_apart_for_good_loses_the_increase_by_law() -> None:
    (collision,) = found(separated())
    # a twelfth of 3,416.00
    assert collision.monthly_harm_cents == 28467
    tells(collision, separated())


def test_a_petition_for_divorce_ends_it() -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorce_pending"
    assert found(household) == ()


def test_at_one_address_they_are_not_apart() -> None:
    household = separated()
    household.intake["members"][1]["lives_at"] = "a1"
    assert found(household) == ()


def test_without_a_marriage_there_is_no_spouse() -> None:
    household = draft("J05")
    del household.intake["relations"][0]
    assert found(household) == ()


def test_when_the_allowances_count_nobody_they_agree() -> None:
    household = draft("J05")
    household.record("t-partner")["value"] = {"ref": None}
    assert found(household) == ()


def test_when_assistance_counts_the_spouse_they_agree() -> None:
    household = draft("J05")
    household.record("g-partner")["value"] = {"ref": "p2"}
    assert found(household) == ()


def test_silent_agencies_are_not_guessed() -> None:
    assert found(draft("J05"), Agency.BELASTINGDIENST) == ()
    assert found(draft("J05"), Agency.GEMEENTE) == ()
