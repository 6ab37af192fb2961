"""C13: a benefit that is claimed back still counts as income."""

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
    rule = RULES[CollisionCode.C13]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C13]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def test_the_benefit_is_claimed_back_and_the_allowance_too() -> None:
    household = draft("J06")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 19250
    assert set(collision.harmed_by) == {"u-claim", "t-claim", "t-reclaim"}
    assert agencies(collision) == ["belastingdienst", "uwv"]
    assert [each.value for each in collision.departments] == ["toeslagen"]
    tells(collision, household)


def test_it_is_shown_with_the_household_that_is_hit_twice() -> None:
    picture = draft("J06").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is ConflictType.DUBBEL_GETROFFEN)
    assert CollisionCode.C13 in {each.code for each in faces.of_conflict[conflict.ref]}


def test_before_anything_is_taken_the_claim_is_felt_once() -> None:
    household = draft("J06")
    household.remove("t-setoff")
    (collision,) = found(household)
    assert collision.monthly_harm_cents is None
    assert collision.one_off_harm_cents == 231000


def test_what_is_repaid_in_full_is_over() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    assert found(household) == ()


def test_within_the_year_what_is_repaid_lowers_the_income() -> None:
    household = draft("J06")
    household.record("u-claim")["overpayment"].update(
        period_from="2026-02-01", period_until="2026-08-31"
    )
    assert found(household) == ()


def test_an_income_without_the_benefit_does_not_count_it() -> None:
    household = draft("J06")
    household.record("t-income25")["components"] = [{"from": "employer", "amount_cents": 4873200}]
    assert found(household) == ()


def test_the_income_of_another_year_does_not_hold_it() -> None:
    household = draft("J06")
    household.record("t-income25").update(period_from="2024-01-01", period_until="2024-12-31")
    for record in tuple(household.ledger("belastingdienst")):
        if record["record"] in ("claim", "entitlement"):
            household.remove(record["id"])
    household.remove("t-setoff")
    household.remove("t-reclaim")
    assert found(household) == ()


def test_an_allowance_of_that_year_goes_by_the_income_that_nobody_told() -> None:
    household = draft("J06")
    household.remove("u-setoff")
    allowance, claim = household.record("t-huur"), household.record("u-claim")
    del claim["determined_by"]
    household.file["agencies"]["belastingdienst"] = [allowance]
    household.file["agencies"]["uwv"] = [claim]
    (collision,) = found(household)
    assert set(collision.records) == {"u-claim", "t-huur"}
    assert collision.harmed_by == ("u-claim",)
    allowance["from"] = "2026-01-01"
    assert found(household) == ()


def test_an_allowance_that_is_claimed_back_is_no_income() -> None:
    household = draft("J06")
    household.remove("u-setoff")
    household.remove("u-claim")
    assert found(household) == ()


def test_silent_agencies_are_not_guessed() -> None:
    assert found(draft("J06"), Agency.UWV) == ()
    assert found(draft("J06"), Agency.BELASTINGDIENST) == ()
