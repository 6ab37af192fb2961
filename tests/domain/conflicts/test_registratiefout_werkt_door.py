from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.registratiefout_werkt_door import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.REGISTRATIEFOUT_WERKT_DOOR


def _wrong_entry() -> Draft:
    """Without an address in the BRP, though documents show one."""
    household = draft("J08")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-address",
            "persons": ["p1"],
            "fact": "registered_address",
            "value": {"ref": "a9"},
            "documents": ["inschrijving"],
        }
    )
    return household


def _shown(household: Draft) -> dict[str, Any]:
    shown: dict[str, Any] = household.intake["evidence"][-1]
    return shown


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_the_keeper_and_all_who_carry_the_entry_on_are_in_it() -> None:
    (found,) = _found(_wrong_entry())
    assert [agency.value for agency in found.agencies] == [
        "belastingdienst",
        "cak",
        "gemeente",
        "uwv",
    ]
    assert [department.value for department in found.departments] == ["toeslagen"]
    assert set(found.records) == {"g-brp", "t-address", "u-address", "c-address", "x-address"}


def test_a_right_entry_that_hurts_is_no_conflict() -> None:
    assert _found(draft("J08")) == ()
    household = _wrong_entry()
    _shown(household)["value"] = {"ref": None}
    assert _found(household) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"fact": "postal_address"},
        {"until": "2026-11-22"},
        {"from": "2026-11-24"},
    ],
)
def test_what_shows_another_fact_or_another_time_contradicts_nothing(
    changed: dict[str, str],
) -> None:
    household = _wrong_entry()
    _shown(household).update(changed)
    assert _found(household) == ()


def test_what_shows_it_of_another_person_contradicts_nothing() -> None:
    household = _wrong_entry()
    member = dict(household.intake["members"][0], id="p2", bsn="999902192", role="other_adult")
    household.intake["members"].append(member)
    _shown(household)["persons"] = ["p2"]
    assert _found(household) == ()


@pytest.mark.parametrize("change", [{"keeper": False}, {"origin": "declared"}])
def test_only_the_keeper_of_a_base_register_can_be_wrong_this_way(
    change: dict[str, object],
) -> None:
    household = _wrong_entry()
    household.record("g-brp").update(change)
    assert _found(household) == ()


def test_an_entry_that_nobody_took_over_is_no_conflict() -> None:
    household = _wrong_entry()
    for ref in ("t-address", "u-address", "c-address"):
        del household.record(ref)["taken_from"]
    assert _found(household) == ()


def test_who_took_it_over_and_works_with_another_value_is_not_in_it() -> None:
    household = _wrong_entry()
    household.record("u-address")["value"] = {"ref": "a9"}
    (found,) = _found(household)
    assert "uwv" not in [agency.value for agency in found.agencies]


def test_what_was_taken_over_in_steps_is_carried_on_too() -> None:
    household = _wrong_entry()
    household.record("c-address")["taken_from"] = "u-address"
    (found,) = _found(household)
    assert len(found.bodies) == 4


def test_a_silent_keeper_or_carrier_is_held_against_nobody() -> None:
    whole = _wrong_entry().picture()
    without = {
        agency: replace(
            whole, positions=tuple(each for each in whole.positions if each.agency is not agency)
        )
        for agency in (Agency.GEMEENTE, Agency.UWV)
    }
    assert DETECTOR.find(without[Agency.GEMEENTE]) == ()
    (found,) = DETECTOR.find(without[Agency.UWV])
    assert "u-address" not in found.records


def test_the_harm_is_what_was_ended_and_what_is_about_to_end() -> None:
    household = _wrong_entry()
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (12900 + 154000, HarmUrgency.CRITICAL)
    household.record("u-stop")["date"] = "2026-11-22"
    (found,) = _found(household)
    assert found.monthly_harm_cents == 12900


def test_a_benefit_that_ends_later_is_less_urgent() -> None:
    household = _wrong_entry()
    household.remove("w-ww")
    household.remove("c-insurance-end")
    household.record("u-stop")["date"] = "2026-12-21"
    (found,) = _found(household)
    assert found.urgency is HarmUrgency.CRITICAL
    household.record("u-stop")["date"] = "2026-12-22"
    (found,) = _found(household)
    assert found.urgency is HarmUrgency.HIGH


def test_it_is_told_without_the_address() -> None:
    picture = _wrong_entry().picture()
    (found,) = DETECTOR.find(picture)
    told = DETECTOR.computation(found, picture).nl
    assert "adres in de BRP (geen) bij de gemeente, aangetoond anders (ingevuld)" in told
    assert "a9" not in told
    assert "In de registratie van de gemeente" in DETECTOR.household(found, picture).nl
