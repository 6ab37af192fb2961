"""C32: an eviction within six weeks, and no assistance for the rent owed."""

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
    rule = RULES[CollisionCode.C32]
    assert rule.find is not None
    return rule.find(household.picture())


def pause(**changed: object) -> dict[str, object]:
    """A moratorium over the rent owed, until well after the eviction."""
    return {
        "record": "hold",
        "id": "g-moratorium",
        "department": "schuldhulpverlening",
        "persons": ["p1"],
        "legal_basis": [{"law": "Fw", "article": "287b"}],
        "covers": ["l-rent"],
        "stops": ["enforcement"],
        "status": "in_force",
        "from": "2026-11-23",
        "until": "2027-05-22",
        **changed,
    }


def test_the_rent_owed_and_the_allowance_are_lost_with_the_home() -> None:
    (collision,) = found(draft("J05"))
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (42100, 267970)
    assert collision.harmed_by == ("l-eviction", "l-rent")
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


def test_it_is_the_harm_that_debt_counselling_comes_too_late_for() -> None:
    picture = draft("J05").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (late,) = (each for each in conflicts if each.type is ConflictType.TERMIJN_BOTSING)
    assert CollisionCode.C32 in {each.code for each in faces.of_conflict[late.ref]}


@pytest.mark.parametrize(("day", "count"), [("2027-01-04", 1), ("2027-01-05", 0)])
def test_it_must_be_within_six_weeks(day: str, count: int) -> None:
    household = draft("J05")
    household.record("l-eviction")["date"] = day
    assert len(found(household)) == count


def test_a_hearing_is_no_eviction_yet() -> None:
    assert found(draft("J01")) == ()


def test_an_eviction_that_the_court_stopped_is_none() -> None:
    household = draft("J05")
    household.ledger("gemeente").append(pause())
    assert found(household) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"legal_basis": [{"law": "Wgs", "article": "4a"}]},
        {"until": "2026-12-08"},
        {"stops": ["dunning"]},
        {"covers": ["t-huur25"]},
        {"status": "asked"},
    ],
)
def test_another_pause_does_not_stop_it(changed: dict[str, object]) -> None:
    household = draft("J05")
    household.ledger("gemeente").append(pause(**changed))
    assert len(found(household)) == 1


def test_without_a_rent_allowance_the_municipality_stands_alone() -> None:
    household = draft("J05")
    household.record("t-huur")["status"] = "ended"
    (collision,) = found(household)
    assert collision.monthly_harm_cents is None
    assert [agency.value for agency in collision.agencies] == ["gemeente"]


def test_of_a_silent_municipality_nothing_is_concluded() -> None:
    picture = draft("J05").picture()
    gap = Gap(Agency.GEMEENTE, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    rule = RULES[CollisionCode.C32]
    assert rule.find is not None
    assert rule.find(replace(picture, gaps=(gap,))) == ()


def test_it_is_told_in_plain_words() -> None:
    household = draft("J05")
    (collision,) = found(household)
    told = told_to_household(collision, household.picture()).nl
    assert "9 december 2026" in told
    assert "€ 2.679,70" in told
