"""C10: no address in the BRP."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C10]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C10]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def test_everything_stops_for_want_of_an_address() -> None:
    household = draft("J08")
    (collision,) = found(household)
    # the allowance for care and the WW that will end; of an income that ends nothing is attached
    assert collision.monthly_harm_cents == 12900 + 154000
    assert {"t-zorg-end", "u-stop", "c-insurance-end", "w-ww"} <= set(collision.harmed_by)
    assert agencies(collision) == ["belastingdienst", "cak", "gemeente", "uwv"]
    assert [each.value for each in collision.departments] == ["toeslagen"]
    assert collision.urgency is HarmUrgency.CRITICAL
    tells(collision, household)


def test_it_is_shown_with_the_circle() -> None:
    picture = draft("J08").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (circle,) = (each for each in conflicts if each.type is ConflictType.GEEN_ADRES_KRING)
    assert CollisionCode.C10 in {each.code for each in faces.of_conflict[circle.ref]}


def test_an_attachment_that_goes_on_takes_more_by_the_lowering() -> None:
    household = draft("J08")
    household.remove("u-stop")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 12900 + (134849 - 96320)


def test_with_an_address_in_the_register_there_is_none() -> None:
    household = draft("J08")
    household.record("g-brp")["value"] = {"ref": "a9"}
    assert found(household) == ()


def test_a_later_entry_of_the_register_counts() -> None:
    household = draft("J08")
    household.ledger("gemeente").append(
        household.record("g-brp") | {"id": "g-brp2", "value": {"ref": "a9"}, "since": "2026-11-20"}
    )
    assert found(household) == ()


def test_a_decision_on_that_ground_counts_without_the_fact() -> None:
    household = draft("J08")
    household.record("t-zorg-end")["rests_on"] = []
    (collision,) = found(household)
    assert "t-zorg-end" in collision.harmed_by


def test_who_is_outside_the_plan_is_not_helped_by_it() -> None:
    household = draft("J00")
    stranger: Json = {
        "id": "p9",
        "name": "Ander",
        "bsn": "999901217",
        "born": "1990-01-01",
        "role": "outside_plan",
        "lives_at": None,
    }
    household.intake["members"].append(stranger)
    brp = household.record("g-brp") | {"id": "g-brp9", "persons": ["p9"], "value": {"ref": None}}
    household.ledger("gemeente").append(brp)
    assert found(household) == ()


def test_while_the_municipality_is_silent_what_others_took_over_tells() -> None:
    (collision,) = found(draft("J08"), Agency.GEMEENTE)
    assert "u-stop" in collision.harmed_by


def test_when_all_are_silent_nothing_is_known() -> None:
    assert found(draft("J08"), *Agency) == ()
