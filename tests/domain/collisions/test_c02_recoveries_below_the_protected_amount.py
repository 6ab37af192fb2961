"""C02: several public creditors take more than the room above the protected amount."""

from __future__ import annotations

import datetime as dt

import pytest

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
    rule = RULES[CollisionCode.C02]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C02]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def test_two_agencies_take_from_who_has_no_room() -> None:
    household = draft("J01")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 36000 + 12900
    assert collision.harmed_by == ("c-redirect", "t-kot-setoff")
    assert agencies(collision) == ["belastingdienst", "cak"]
    tells(collision, household)


def test_it_is_shown_with_the_stack() -> None:
    picture = draft("J01").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (stack,) = (each for each in conflicts if each.type is ConflictType.STAPELING_ONDER_MINIMUM)
    assert CollisionCode.C02 in {each.code for each in faces.of_conflict[stack.ref]}


def test_one_taker_is_no_stack() -> None:
    household = draft("J01")
    household.remove("c-redirect")
    assert found(household) == ()


def test_a_bailiff_is_no_public_creditor() -> None:
    assert found(draft("J02")) == ()


def test_within_the_room_they_may_take() -> None:
    assert found(draft("J06")) == ()


@pytest.mark.parametrize(("by_uwv", "beyond"), [(3097, None), (3197, 100)])
def test_at_assistance_five_per_cent_of_the_norm_is_open(by_uwv: int, beyond: int | None) -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorced"
    household.record("g-bijstand")["amount_monthly_cents"] = 135133
    household.record("t-setoff")["amount_monthly_cents"] = 4000
    claim = dict(household.record("t-huur25"), id="u-claim", scheme="ww")
    taken = dict(household.record("t-setoff"), id="u-off", on="g-bijstand")
    taken.update({"for": "u-claim", "amount_monthly_cents": by_uwv})
    for record in (claim, taken):
        del record["department"]
        household.ledger("uwv").append(record)
    # 70.97 for all together, of which Dienst Toeslagen takes 40.00
    assert [each.monthly_harm_cents for each in found(household)] == ([beyond] if beyond else [])


def test_only_what_is_beyond_the_room_harms() -> None:
    household = draft("J06")
    household.record("u-setoff")["amount_monthly_cents"] = 100000
    (collision,) = found(household)
    # 1,180 and 1,640 less 95% of 2,027.79 leaves room for 893.60
    assert collision.monthly_harm_cents == 100000 + 19250 - 89360


def test_a_recovery_that_has_ended_takes_nothing() -> None:
    household = draft("J01")
    household.record("t-kot-setoff")["status"] = "ended"
    assert found(household) == ()


def test_what_is_taken_from_somebody_else_is_not_the_households() -> None:
    household = draft("J01")
    household.record("c-redirect")["persons"] = ["k1"]
    assert found(household) == ()


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    assert found(draft("J01"), Agency.SVB) == ()
