"""C39: the allowance of one is half, as the other has no insurance that counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts.catalogue import find_conflicts
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C39]
    assert rule.find is not None
    return rule.find(household.picture())


def fined() -> Draft:
    """A couple of whom the partner was fined for having no insurance."""
    household = draft("J06")
    household.record("t-zorg")["persons"] = ["p1"]
    household.ledger("cak").append(
        {
            "record": "claim",
            "id": "c-fine",
            "persons": ["p2"],
            "scheme": "uninsured_fine",
            "kind": "fine",
            "status": "open",
            "outstanding_cents": 51000,
            "liable": ["p2"],
        }
    )
    return household


def test_a_partner_in_detention_is_no_insured_person() -> None:
    (collision,) = found(draft("J05"))
    assert collision.monthly_harm_cents == 12300
    assert collision.harmed_by == ("t-zorg",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "cak"]


def test_no_conflict_of_that_household_is_about_this_half() -> None:
    picture = draft("J05").picture()
    own = faces_of(find_conflicts(picture), find_collisions(picture)).own
    assert CollisionCode.C39 in {each.code for each in own}


def test_a_fined_partner_halves_what_the_other_gets() -> None:
    (collision,) = found(fined())
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (5000, 51000)
    assert collision.harmed_by == ("t-zorg", "c-fine")


def test_of_what_is_still_paid_for_both_half_will_be_lost() -> None:
    household = fined()
    household.record("t-zorg")["persons"] = ["p1", "p2"]
    assert found(household)[0].monthly_harm_cents == 2500


def test_it_holds_for_either_of_the_two() -> None:
    household = fined()
    household.record("c-fine").update(persons=["p1"], liable=["p1"])
    household.record("t-zorg")["persons"] = ["p2"]
    assert found(household)[0].monthly_harm_cents == 5000


def test_a_fine_that_is_paid_says_nothing_any_more() -> None:
    household = fined()
    household.record("c-fine")["outstanding_cents"] = 0
    assert found(household) == ()


def test_who_has_cover_again_is_insured() -> None:
    household = fined()
    household.ledger("cak").append(
        {
            "record": "contribution",
            "id": "c-premium",
            "persons": ["p2"],
            "scheme": "administrative_health_premium",
            "cover": "health_care",
            "amount_monthly_cents": 15900,
            "cover_from": "2026-10-01",
        }
    )
    assert found(household) == ()


def test_without_a_partner_nothing_is_halved() -> None:
    household = fined()
    household.intake["relations"][0]["status"] = "divorced"
    assert found(household) == ()


def test_nothing_is_halved_where_the_allowances_count_one() -> None:
    household = draft("J05")
    household.record("t-partner")["value"] = {"ref": None}
    assert found(household) == ()


def test_nothing_is_lost_where_no_allowance_is_paid() -> None:
    household = fined()
    household.record("t-zorg")["status"] = "refused"
    assert found(household) == ()


@pytest.mark.parametrize("silent", ["cak", "belastingdienst"])
def test_a_silent_body_gives_nothing(silent: str) -> None:
    picture = fined().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != silent)
    rule = RULES[CollisionCode.C39]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = fined()
    (collision,) = found(household)
    assert "€ 50,00 per maand" in told_to_household(collision, household.picture()).nl


def test_the_decision_that_halves_it_tells_who_is_not_insured() -> None:
    household = fined()
    household.remove("c-fine")
    assert found(household) == ()
    household.ledger("belastingdienst").append(
        {
            "record": "determination_made",
            "id": "t-half",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "zorgtoeslag",
            "made_on": "2026-10-01",
            "outcome": "granted_lower",
            "reason": "not_insured",
        }
    )
    assert len(found(household)) == 1
