"""C06: the last child turns 18."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C06]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C06]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def last_child(born: str) -> Draft:
    household = draft("J01")
    members = household.intake["members"]
    members[:] = [each for each in members if each["id"] != "k2"]
    next(each for each in members if each["id"] == "k1")["born"] = born
    relations = household.intake["relations"]
    relations[:] = [each for each in relations if each["b"] != "k2"]
    for ref in ("t-kgb", "s-akw"):
        household.record(ref)["persons"] = ["k1"]
    return household


def test_what_is_paid_for_the_last_child_stops() -> None:
    household = last_child("2008-12-10")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 70600 + 22025
    assert collision.harmed_by == ("s-akw", "t-kgb")
    assert agencies(collision) == ["belastingdienst", "gemeente", "svb"]
    assert collision.urgency is HarmUrgency.CRITICAL
    tells(collision, household)


def test_the_alarm_comes_four_months_ahead() -> None:
    (collision,) = found(last_child("2009-03-23"))
    assert collision.urgency is HarmUrgency.HIGH
    assert found(last_child("2009-03-24")) == ()


def test_until_the_end_of_the_month_it_is_this_month() -> None:
    assert found(last_child("2008-11-01"))
    assert found(last_child("2008-10-31")) == ()


def test_with_a_younger_child_left_money_goes_on() -> None:
    household = draft("J01")
    next(each for each in household.intake["members"] if each["id"] == "k1")["born"] = "2008-12-10"
    assert found(household) == ()


def test_twins_turn_eighteen_together() -> None:
    household = draft("J01")
    for member in household.intake["members"]:
        if member["role"] == "child":
            member["born"] = "2008-12-10"
    household.record("s-akw")["persons"] = ["k1"]
    household.record("t-kgb")["persons"] = ["k2"]
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 70600 + 22025


def test_without_money_for_the_child_nothing_stops() -> None:
    household = last_child("2008-12-10")
    for ref in ("t-kgb", "s-akw"):
        household.record(ref)["status"] = "ended"
    assert found(household) == ()


def test_money_that_goes_to_another_parent_is_not_lost_here() -> None:
    household = last_child("2008-12-10")
    household.intake["members"].append(
        {
            "id": "p9",
            "name": "Ouder",
            "bsn": "999901072",
            "born": "1990-01-01",
            "role": "outside_plan",
            "lives_at": None,
        }
    )
    for ref in ("t-kgb", "s-akw"):
        household.record(ref)["payee"] = {"member": "p9"}
    assert found(household) == ()


def test_a_silent_agency_is_left_out_of_the_sum() -> None:
    (collision,) = found(last_child("2008-12-10"), Agency.SVB)
    assert collision.monthly_harm_cents == 70600
    assert found(last_child("2008-12-10"), Agency.SVB, Agency.BELASTINGDIENST) == ()
