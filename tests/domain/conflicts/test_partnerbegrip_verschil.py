from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.partnerbegrip_verschil import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.PARTNERBEGRIP_VERSCHIL


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def _uses(ref: str, partner: str | None, **more: object) -> Json:
    return {
        "record": "fact_used",
        "id": ref,
        "persons": ["p1"],
        "fact": "partner",
        "value": {"ref": partner},
        "origin": "declared",
        "certainty": "declared",
        **more,
    }


def test_two_agencies_that_count_another_partner_are_in_it_with_the_decisions_on_it() -> None:
    (found,) = _found(draft("J05"))
    assert set(found.records) == {"g-partner", "t-partner", "t-kgb-set", "g-bijstand-set"}
    assert found.agencies == (Agency.BELASTINGDIENST, Agency.GEMEENTE)
    assert [each.value for each in found.departments] == ["toeslagen"]


@pytest.mark.parametrize(("ref", "value"), [("t-partner", None), ("g-partner", "p2")])
def test_equal_values_are_no_difference(ref: str, value: str | None) -> None:
    household = draft("J05")
    household.record(ref)["value"] = {"ref": value}
    assert _found(household) == ()
    assert _found(draft("J01")) == ()


def test_values_about_different_persons_are_no_difference() -> None:
    household = draft("J05")
    household.record("g-partner")["persons"] = ["p2"]
    assert _found(household) == ()


def test_another_fact_is_another_type() -> None:
    household = draft("J05")
    for ref, home in (("g-partner", "a1"), ("t-partner", "a2")):
        household.record(ref).update(fact="main_residence", value={"ref": home})
    assert _found(household) == ()


def test_without_a_harmful_decision_on_it_nobody_is_hurt() -> None:
    household = draft("J05")
    household.record("t-kgb-set")["outcome"] = "granted"
    household.record("g-bijstand-set")["rests_on"] = ["g-spouse-right"]
    assert _found(household) == ()


@pytest.mark.parametrize("ref", ["t-kgb-set", "g-bijstand-set"])
def test_one_harmful_decision_on_one_of_the_values_is_enough(ref: str) -> None:
    household = draft("J05")
    household.record(ref)["rests_on"] = []
    (found,) = _found(household)
    assert ref not in found.records
    assert len(found.bodies) == 2


def test_all_who_use_the_fact_are_in_it() -> None:
    household = draft("J05")
    household.ledger("svb").append(_uses("s-partner", "p2"))
    (found,) = _found(household)
    assert found.agencies == (Agency.BELASTINGDIENST, Agency.GEMEENTE, Agency.SVB)
    assert "s-partner" in found.records


def test_toeslagen_and_belastingen_are_two_bodies() -> None:
    household = draft("J05")
    household.remove("g-partner")
    assert _found(household) == ()
    tax = _uses("b-partner", None, department="belastingen")
    household.ledger("belastingdienst").append(tax)
    (found,) = _found(household)
    assert {each.value for each in found.departments} == {"belastingen", "toeslagen"}


def test_one_body_with_two_values_does_not_differ_from_itself() -> None:
    household = draft("J05")
    household.remove("t-partner")
    household.record("t-kgb-set").update(rests_on=[], would_be=[])
    household.ledger("gemeente").append(_uses("g-other", "p2", department="schuldhulpverlening"))
    assert _found(household) == ()


def test_values_for_other_times_can_both_be_right() -> None:
    household = draft("J05")
    household.record("t-partner").update(period_from="2025-01-01", period_until="2025-12-31")
    household.record("g-partner").update(period_from="2026-01-01")
    assert _found(household) == ()
    household.record("t-partner")["period_until"] = "2026-01-01"
    assert len(_found(household)) == 1


def test_a_party_that_differs_from_one_agency_makes_no_difference_between_agencies() -> None:
    household = draft("J05")
    household.remove("g-partner")
    household.ledger("bailiff").append(_uses("w-partner", None))
    assert _found(household) == ()


def test_of_one_family_only_the_largest_loss_counts_with_holiday_allowance_in_assistance() -> None:
    household = draft("J05")
    (found,) = _found(household)
    # (1351.33 - 965.23) : 95.2%
    assert (found.monthly_harm_cents, found.urgency) == (40556, HarmUrgency.CRITICAL)
    household.record("g-bijstand-set")["rests_on"] = []
    (found,) = _found(household)
    assert found.monthly_harm_cents == 98000 - 70300


def test_a_loss_above_the_minimum_is_less_urgent() -> None:
    household = draft("J05")
    household.record("g-bijstand")["amount_monthly_cents"] = 400000
    household.record("g-bijstand")["full_amount_monthly_cents"] = 410000
    (found,) = _found(household)
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize("silent", [Agency.GEMEENTE, Agency.BELASTINGDIENST])
def test_a_silent_agency_differs_from_nobody(silent: Agency) -> None:
    whole = draft("J05").picture()
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_it_is_told_without_saying_who() -> None:
    picture = draft("J05").picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture)
    assert "(de gemeente: geen en Dienst Toeslagen: ingevuld)" in told.nl
    assert "€ 405.56 a month" in told.en
    assert "p2" not in told.nl
    assert "wie uw partner is" in told_to_household(found, picture).nl
