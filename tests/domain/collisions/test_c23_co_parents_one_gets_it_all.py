"""C23: the child budget follows the child benefit to one parent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C23]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def co_parents() -> Draft:
    """The parents of J05 are divorced; the father gets the child benefit, nobody the budget."""
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorced"
    household.record("s-akw")["payee"] = {"member": "p2"}
    household.remove("t-kgb")
    return household


def test_the_budget_of_all_children_and_of_a_single_parent_is_missed() -> None:
    (collision,) = found(co_parents())
    assert collision.harmed_by == ("s-akw",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente", "svb"]
    # 3 x 2,580, 724 for the child of thirteen, 3,416 for a single parent: a twelfth of it
    assert collision.monthly_harm_cents == round((3 * 258000 + 72400 + 341600) / 12)


def test_who_gets_child_budget_for_another_child_has_the_increase_already() -> None:
    household = co_parents()
    household.record("s-akw")["persons"] = ["k1"]
    household.ledger("belastingdienst").append(
        {**draft("J05").record("t-kgb"), "persons": ["k2", "k3"], "determined_by": "t-kgb-set"}
    )
    (collision,) = found(household)
    assert collision.monthly_harm_cents == round((258000 + 72400) / 12)


def test_benefit_that_comes_to_the_parent_in_the_plan_is_no_collision() -> None:
    household = co_parents()
    household.record("s-akw")["payee"] = {"member": "p1"}
    assert found(household) == ()


def test_benefit_that_is_divided_for_the_same_child_is_no_collision() -> None:
    household = co_parents()
    household.ledger("svb").append(
        {**household.record("s-akw"), "id": "s-akw-2", "payee": {"member": "p1"}}
    )
    assert found(household) == ()


def test_a_child_that_only_lives_with_the_other_parent_is_not_shared() -> None:
    household = co_parents()
    for child in household.intake["members"][2:]:
        child["lives_at"] = "a2"
    assert found(household) == ()
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-home",
            "persons": ["k2"],
            "fact": "main_residence",
            "value": {"ref": "a1"},
            "documents": ["ouderschapsplan"],
        }
    )
    (collision,) = found(household)
    assert collision.monthly_harm_cents == round((258000 + 341600) / 12)


def test_a_couple_is_one_household() -> None:
    household = co_parents()
    household.intake["relations"][0]["status"] = "apart_by_detention"
    assert found(household) == ()


def test_who_is_no_parent_is_no_co_parent() -> None:
    household = co_parents()
    household.intake["relations"] = household.intake["relations"][:4]
    assert found(household) == ()


def test_a_child_of_age_has_no_child_benefit_to_follow() -> None:
    household = co_parents()
    for child in household.intake["members"][2:]:
        child["born"] = "2008-11-23"
    assert found(household) == ()


def test_what_is_not_paid_goes_nowhere() -> None:
    household = co_parents()
    household.record("s-akw")["status"] = "suspended"
    assert found(household) == ()


def test_without_assistance_the_municipality_is_not_in_it() -> None:
    household = co_parents()
    household.record("g-bijstand")["status"] = "ended"
    (collision,) = found(household)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "svb"]


@pytest.mark.parametrize("agency", [Agency.SVB, Agency.BELASTINGDIENST])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(co_parents().picture(), agency)) == ()


def test_money_to_the_wrong_parent_is_its_face() -> None:
    picture = co_parents().picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.GELD_NAAR_VERKEERDE_OUDER)


def test_it_is_told_what_is_missed() -> None:
    picture = co_parents().picture()
    (collision,) = found_in(picture)
    assert "€ 990,00 per maand" in told_to_household(collision, picture).nl
    assert "(3)" in told_to_liaison(collision, picture).nl
