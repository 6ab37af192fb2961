"""C03: the premium of the CAK beside a seizure."""

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
    rule = RULES[CollisionCode.C03]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C03]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def seized_assistance() -> Draft:
    household = draft("J01")
    household.ledger("gemeente").append(
        {
            "record": "entitlement",
            "id": "g-bijstand",
            "persons": ["p1"],
            "scheme": "bijstand",
            "status": "in_payment",
            "amount_monthly_cents": 134849,
            "payee": {"member": "p1"},
        }
    )
    household.add_party("bailiff", "bailiff")
    household.ledger("bailiff").append(
        {
            "record": "recovery",
            "id": "w-beslag",
            "persons": ["p1"],
            "for": "e-energy",
            "method": "benefit_attachment",
            "on": "g-bijstand",
            "status": "running",
            "amount_monthly_cents": 6742,
            "from": "2026-11-01",
        }
    )
    return household


def test_the_premium_of_the_cak_beside_a_seizure_of_assistance() -> None:
    household = seized_assistance()
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 12900
    assert collision.harmed_by == ("c-redirect",)
    assert agencies(collision) == ["belastingdienst", "cak", "gemeente"]
    tells(collision, household)


def test_it_is_shown_with_the_stack() -> None:
    picture = seized_assistance().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (stack,) = (each for each in conflicts if each.type is ConflictType.STAPELING_ONDER_MINIMUM)
    assert CollisionCode.C03 in {each.code for each in faces.of_conflict[stack.ref]}


def test_without_a_seizure_there_is_none() -> None:
    household = seized_assistance()
    household.remove("w-beslag")
    assert found(household) == ()


def test_set_off_is_no_seizure() -> None:
    household = seized_assistance()
    household.record("w-beslag")["method"] = "set_off"
    assert found(household) == ()


def test_without_a_benefit_there_is_none() -> None:
    household = seized_assistance()
    household.record("g-bijstand")["status"] = "ended"
    assert found(household) == ()


def test_who_is_out_of_the_regime_is_not_reported() -> None:
    household = seized_assistance()
    household.record("c-premium")["cover_until"] = "2026-10-31"
    assert found(household) == ()


def test_the_seizure_of_somebody_else_is_his_own() -> None:
    household = seized_assistance()
    household.record("w-beslag")["persons"] = ["k1"]
    assert found(household) == ()


def test_when_nothing_is_withheld_yet_the_harm_is_open() -> None:
    household = seized_assistance()
    household.remove("c-redirect")
    (collision,) = found(household)
    assert collision.monthly_harm_cents is None
    assert collision.harmed_by == ("c-premium",)


def test_a_silent_cak_is_not_guessed() -> None:
    assert found(seized_assistance(), Agency.CAK) == ()
