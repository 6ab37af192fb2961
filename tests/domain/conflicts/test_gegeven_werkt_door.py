from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.gegeven_werkt_door import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.GEGEVEN_WERKT_DOOR


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def _copy(household: Draft, record: str, ledger: str, **changed: object) -> None:
    copy = dict(household.record(record)) | changed
    if ledger != "belastingdienst":
        copy.pop("department", None)
    household.ledger(ledger).append(copy)


@pytest.mark.parametrize("certainty", ["registered", "declared", "established"])
def test_a_value_that_its_holder_is_sure_of_is_no_conflict(certainty: str) -> None:
    household = draft("J02")
    household.record("b-income")["certainty"] = certainty
    assert _found(household) == ()


def test_a_disputed_value_works_on_as_an_estimate_does() -> None:
    household = draft("J02")
    household.record("b-income").update({"certainty": "disputed", "origin": "declared"})
    assert len(_found(household)) == 1


def test_an_entry_of_a_base_register_is_another_type() -> None:
    household = draft("J02")
    household.record("b-income").update({"origin": "base_register", "register": "brp"})
    assert _found(household) == ()


def test_the_same_number_reached_independently_is_no_conflict() -> None:
    household = draft("J02")
    for ref in ("t-income", "d-income"):
        del household.record(ref)["taken_from"]
    assert _found(household) == ()


def test_who_took_it_over_and_works_with_another_value_carries_nothing_on() -> None:
    household = draft("J02")
    household.record("d-income")["value"] = {"amount_cents": 2280000}
    (found,) = _found(household)
    assert [agency.value for agency in found.agencies] == ["belastingdienst"]
    assert found.records == ("b-income", "t-income")


def test_what_is_taken_over_in_several_steps_is_carried_on_too() -> None:
    household = draft("J02")
    household.record("d-income")["taken_from"] = "t-income"
    (found,) = _found(household)
    assert len(found.bodies) == 3


def test_the_same_body_using_its_own_value_again_is_no_conflict() -> None:
    household = draft("J02")
    for ref in ("t-income", "d-income"):
        household.record(ref)["taken_from"] = "g-brp"
    _copy(household, "b-income", "belastingdienst", id="b-again", taken_from="b-income")
    assert _found(household) == ()


def test_facts_that_point_at_each_other_in_a_circle_end() -> None:
    household = draft("J02")
    household.record("b-income")["taken_from"] = "d-income"
    household.record("d-income")["taken_from"] = "t-income"
    (found,) = _found(household)
    assert len(found.bodies) == 3


def test_a_party_can_carry_it_on() -> None:
    household = draft("J02")
    _copy(household, "d-income", "bailiff", id="w-income")
    (found,) = _found(household)
    assert found.parties == ("bailiff",)


def test_two_values_between_the_same_bodies_are_one_conflict() -> None:
    household = draft("J02")
    _copy(household, "b-income", "belastingdienst", id="b-income24")
    for ref in ("t-income", "d-income"):
        ledger = "duo" if ref.startswith("d") else "belastingdienst"
        _copy(household, ref, ledger, id=f"{ref}24", taken_from="b-income24")
    (found,) = _found(household)
    assert len(found.records) == 6


def test_two_values_with_other_carriers_are_two_conflicts() -> None:
    household = draft("J02")
    _copy(household, "b-income", "belastingdienst", id="b-income24")
    _copy(household, "d-income", "svb", id="s-income24", taken_from="b-income24")
    assert len(_found(household)) == 2


def test_a_silent_agency_is_not_held_to_carry_it_on() -> None:
    whole = draft("J02").picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.DUO)
    (found,) = DETECTOR.find(replace(whole, positions=heard))
    assert found.records == ("b-income", "t-income")
    heard = tuple(each for each in whole.positions if each.agency is not Agency.BELASTINGDIENST)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_the_harm_is_what_the_bodies_themselves_calculate_otherwise() -> None:
    household = draft("J02")
    household.record("d-instalment")["would_be"][0]["amount_monthly_cents"] = 750
    (found,) = _found(household)
    assert found.monthly_harm_cents == 55550 - 750


def test_a_calculation_with_another_fact_is_no_harm_of_this_one() -> None:
    household = draft("J02")
    household.record("t-huur-ref")["would_be"][0]["fact"] = "g-brp"
    (found,) = _found(household)
    assert found.monthly_harm_cents == 55550 - 36900


def test_a_decision_that_rests_on_something_else_does_not_count() -> None:
    household = draft("J02")
    household.record("t-huur-ref")["rests_on"] = ["g-brp"]
    (found,) = _found(household)
    assert found.monthly_harm_cents == 55550 - 36900


def test_a_second_decision_on_the_same_right_is_not_added_up() -> None:
    household = draft("J02")
    _copy(household, "t-zorg-ref", "belastingdienst", id="t-zorg-ref2", made_on="2026-11-10")
    (found,) = _found(household)
    assert found.monthly_harm_cents == 55550


def test_with_enough_to_live_on_it_is_less_urgent() -> None:
    household = draft("J02")
    household.intake["income"][0]["amount_monthly_cents"] = 300000
    (found,) = _found(household)
    assert found.urgency is HarmUrgency.HIGH


def test_without_any_decision_on_it_the_harm_comes_later() -> None:
    household = draft("J02")
    for ref in ("b-assess", "t-zorg-ref", "t-huur-ref", "d-instalment"):
        household.record(ref)["rests_on"] = ["g-brp"]
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (None, HarmUrgency.NORMAL)


def test_it_is_told_who_is_not_sure_and_who_uses_it() -> None:
    picture = draft("J02").picture()
    (found,) = DETECTOR.find(picture)
    told = DETECTOR.household(found, picture).nl
    assert "Bij de Belastingdienst" in told
    assert "Dienst Toeslagen en DUO gebruiken het" in told
    assert "jaarinkomen (€ 52.000,00), geschat" in DETECTOR.computation(found, picture).nl
