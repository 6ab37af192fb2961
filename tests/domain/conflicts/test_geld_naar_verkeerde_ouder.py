from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.geld_naar_verkeerde_ouder import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.GELD_NAAR_VERKEERDE_OUDER


def _paid_to_the_father() -> Draft:
    """Child benefit and child budget go to the husband, who lives elsewhere."""
    household = draft("J05")
    for ref in ("s-akw", "t-kgb"):
        household.record(ref)["payee"] = {"member": "p2"}
    return household


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_all_who_pay_to_the_wrong_parent_are_in_one_conflict() -> None:
    (found,) = _found(_paid_to_the_father())
    assert found.records == ("s-akw", "t-kgb")
    assert found.agencies == (Agency.BELASTINGDIENST, Agency.SVB)
    assert [each.value for each in found.departments] == ["toeslagen"]
    assert found.monthly_harm_cents == 36235 + 70300
    assert found.urgency is HarmUrgency.CRITICAL


def test_a_payee_who_lives_with_them_is_the_right_one() -> None:
    assert _found(draft("J05")) == ()
    assert _found(draft("J06")) == ()


def test_a_payee_who_lives_with_one_of_them_is_not_wrong() -> None:
    household = _paid_to_the_father()
    household.intake["members"][2]["lives_at"] = "a2"
    assert _found(household) == ()


def test_a_payee_without_a_home_lives_with_no_child_that_has_one() -> None:
    household = _paid_to_the_father()
    household.intake["members"][1]["lives_at"] = None
    assert len(_found(household)) == 1


def test_children_and_payee_who_are_nowhere_fixed_are_not_said_to_be_apart() -> None:
    household = _paid_to_the_father()
    for member in household.intake["members"][1:]:
        member["lives_at"] = None
    assert _found(household) == ()


@pytest.mark.parametrize("payee", [{"agency": "gemeente"}, {"party": "landlord"}])
def test_money_to_another_than_a_member_goes_to_no_parent(payee: dict[str, str]) -> None:
    household = _paid_to_the_father()
    for ref in ("s-akw", "t-kgb"):
        household.record(ref)["payee"] = payee
    assert _found(household) == ()


@pytest.mark.parametrize("change", [{"status": "suspended"}, {"until": "2026-11-22"}])
def test_what_is_not_paid_goes_nowhere(change: dict[str, str]) -> None:
    household = _paid_to_the_father()
    household.record("s-akw").update(change)
    (found,) = _found(household)
    assert found.records == ("t-kgb",)


def test_money_for_an_adult_may_go_to_anybody() -> None:
    household = _paid_to_the_father()
    household.record("s-akw")["persons"] = ["p1"]
    household.record("t-kgb")["persons"] = ["p1", "k1"]
    assert _found(household) == ()


def test_a_child_around_the_household_is_a_child_until_it_is_of_age() -> None:
    household = _paid_to_the_father()
    for member in household.intake["members"][2:]:
        member["role"] = "outside_plan"
    assert len(_found(household)) == 1
    for member in household.intake["members"][2:]:
        member["born"] = "2008-11-23"
    assert _found(household) == ()


def test_a_child_of_the_plan_needs_no_stated_parent_and_no_age() -> None:
    household = _paid_to_the_father()
    household.intake["relations"] = household.intake["relations"][:1]
    for member in household.intake["members"][2:]:
        member["born"] = "2007-01-01"
    assert len(_found(household)) == 1


def test_who_is_nobodys_child_and_no_child_of_the_plan_is_no_child() -> None:
    household = _paid_to_the_father()
    for member in household.intake["members"][2:]:
        member["role"] = "other_adult"
    household.intake["relations"] = household.intake["relations"][:1]
    assert _found(household) == ()


def test_a_child_that_is_paid_itself_has_its_own_money() -> None:
    household = draft("J05")
    household.record("s-akw").update(persons=["k1"], payee={"member": "k1"})
    household.intake["members"][2]["lives_at"] = "a2"
    assert _found(household) == ()


def test_above_the_minimum_it_is_less_urgent() -> None:
    household = _paid_to_the_father()
    household.record("g-bijstand")["amount_monthly_cents"] = 400000
    (found,) = _found(household)
    assert found.urgency is HarmUrgency.HIGH


def test_what_a_silent_agency_pays_is_not_guessed() -> None:
    whole = _paid_to_the_father().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.SVB)
    (found,) = DETECTOR.find(replace(whole, positions=heard))
    assert found.records == ("t-kgb",)


def test_it_is_told_with_the_schemes_and_the_sum() -> None:
    picture = _paid_to_the_father().picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture).nl
    assert "kinderbijslag (€ 362,35 per maand) en kindgebonden budget (€ 703,00" in told
    assert "€ 1.065,35 per maand" in told_to_household(found, picture).nl
