from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.DUBBEL_BESLAG


def _from_a_benefit() -> Draft:
    """Both attach a benefit of UWV instead of a wage."""
    household = draft("J02")
    household.intake["income"].clear()
    household.ledger("uwv").append(
        {
            "record": "entitlement",
            "id": "u-wia",
            "persons": ["p1"],
            "scheme": "wia",
            "status": "in_payment",
            "amount_monthly_cents": 161200,
            "payee": {"member": "p1"},
        }
    )
    for ref in ("b-wage", "w-wage"):
        household.record(ref).update({"method": "benefit_attachment", "on": "u-wia"})
    return household


def test_together_within_the_room_is_no_conflict() -> None:
    household = draft("J02")
    household.record("b-wage")["amount_monthly_cents"] = 13175
    household.record("w-wage")["amount_monthly_cents"] = 26351 - 13175
    assert household.found(KIND) == ()


def test_the_harm_is_what_they_take_beyond_the_room() -> None:
    household = draft("J02")
    household.record("b-wage")["amount_monthly_cents"] = 1
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 1
    assert found.urgency is HarmUrgency.CRITICAL


def test_one_body_alone_is_another_matter() -> None:
    household = draft("J02")
    household.remove("b-wage")
    household.ledger("bailiff").append(dict(household.record("w-wage"), id="w-other"))
    assert household.found(KIND) == ()


def test_attachments_of_two_sources_do_not_meet() -> None:
    household = draft("J02")
    wage = household.intake["income"][0]
    household.intake["income"].append(dict(wage, id="in2"))
    household.record("w-wage")["on"] = "in2"
    assert household.found(KIND) == ()


@pytest.mark.parametrize("method", ["instalment", "set_off", "bank_attachment"])
def test_only_attachments_of_income_count(method: str) -> None:
    household = draft("J02")
    household.record("w-wage")["method"] = method
    assert household.found(KIND) == ()


@pytest.mark.parametrize(
    ("field", "value"), [("status", "announced"), ("until", "2026-11-22"), ("from", "2026-11-24")]
)
def test_an_attachment_that_does_not_run_takes_nothing(field: str, value: str) -> None:
    household = draft("J02")
    household.record("w-wage")[field] = value
    assert household.found(KIND) == ()


def test_a_benefit_is_a_source_as_well_as_a_wage() -> None:
    (found,) = _from_a_benefit().found(KIND)
    assert found.monthly_harm_cents == 26351


def test_a_source_that_a_silent_agency_holds_is_not_guessed() -> None:
    whole = _from_a_benefit().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_the_two_bodies_of_belastingdienst_are_two() -> None:
    household = draft("J02")
    household.remove("w-wage")
    other = dict(
        household.record("b-wage"), id="t-wage", department="toeslagen", **{"for": "t-zorg24"}
    )
    household.ledger("belastingdienst").append(other)
    (found,) = household.found(KIND)
    assert [each.value for each in found.departments] == ["belastingen", "toeslagen"]


def test_who_attaches_for_another_is_in_it_himself() -> None:
    household = draft("J02")
    household.record("w-wage")["on_behalf_of"] = {
        "agency": "belastingdienst",
        "department": "belastingen",
    }
    (found,) = household.found(KIND)
    assert found.agencies == (Agency.BELASTINGDIENST,)
    assert found.parties == ("bailiff",)


def test_one_who_attaches_for_two_divides_the_room_himself() -> None:
    household = draft("J02")
    other = dict(household.record("w-wage"), id="w-other", on_behalf_of={"agency": "cak"})
    household.remove("b-wage")
    household.ledger("bailiff").append(other)
    assert household.found(KIND) == ()


def test_two_sources_of_the_same_bodies_are_one_conflict() -> None:
    household = draft("J02")
    household.intake["income"].append(dict(household.intake["income"][0], id="in2"))
    for holder, ref in (("belastingdienst", "b-wage"), ("bailiff", "w-wage")):
        household.ledger(holder).append(dict(household.record(ref), id=f"{ref}2", on="in2"))
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 2 * 26351
    assert set(found.records) == {"b-wage", "w-wage", "b-wage2", "w-wage2"}


def test_where_two_protected_amounts_were_applied_the_higher_holds() -> None:
    household = draft("J02")
    household.record("b-wage")["protected_amount"]["applied_cents"] = 100000
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 26351


def test_it_is_told_with_the_room_and_what_is_taken() -> None:
    household = draft("J02")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "€ 1.612,00" in precise.nl
    assert "€ 527,02" in precise.nl
    assert "€ 263.51 a month too much" in told_to_household(found, household.picture()).en
