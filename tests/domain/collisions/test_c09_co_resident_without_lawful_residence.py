"""C09: an adult co-resident without lawful residence."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C09]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C09]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def refused(born: str = "1990-01-01") -> Draft:
    household = draft("J05")
    household.intake["members"].append(
        {
            "id": "r1",
            "name": "Huisgenoot",
            "bsn": "999901072",
            "born": born,
            "role": "other_adult",
            "lives_at": "a1",
        }
    )
    household.ledger("belastingdienst").append(
        {
            "record": "determination_made",
            "id": "t-huur-ref",
            "department": "toeslagen",
            "persons": ["p1"],
            "legal_basis": [{"law": "Awir", "article": "9", "paragraph": "3"}],
            "scheme": "huurtoeslag",
            "made_on": "2026-10-01",
            "outcome": "ended",
            "reason": "co_resident_counted",
        }
    )
    right = household.record("t-huur")
    right.update(status="ended", until="2026-09-30", determined_by="t-huur-ref")
    return household


def test_the_rent_allowance_ends_by_a_co_resident() -> None:
    household = refused()
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 42100
    assert collision.harmed_by == ("t-huur-ref",)
    assert agencies(collision) == ["belastingdienst", "gemeente"]
    tells(collision, household)


def lowered(born: str = "1990-01-01") -> Draft:
    household = refused(born)
    household.record("g-bijstand-set")["reason"] = "cost_sharers_counted"
    return household


def test_from_27_the_norm_falls_as_well() -> None:
    (collision,) = found(lowered())
    assert collision.monthly_harm_cents == 42100 + (135133 - 96523)
    assert collision.harmed_by == ("g-bijstand-set", "t-huur-ref")


def test_before_27_the_norm_is_not_lowered_for_this_person() -> None:
    (collision,) = found(lowered("2002-01-01"))
    assert collision.harmed_by == ("t-huur-ref",)


def test_a_minor_does_not_end_the_allowance() -> None:
    assert found(refused("2009-01-01")) == ()


def test_who_lives_elsewhere_is_no_co_resident() -> None:
    household = refused()
    household.intake["members"][-1]["lives_at"] = None
    assert found(household) == ()


def test_the_income_of_a_co_resident_is_another_ground() -> None:
    household = refused()
    household.record("t-huur-ref")["legal_basis"] = [{"law": "Wht", "article": "7"}]
    assert found(household) == ()


def test_another_allowance_does_not_count_co_residents() -> None:
    household = refused()
    household.record("t-huur-ref")["scheme"] = "zorgtoeslag"
    assert found(household) == ()


def test_a_silent_agency_is_not_guessed() -> None:
    assert found(refused(), Agency.BELASTINGDIENST) == ()
