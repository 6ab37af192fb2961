from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.hoofdverblijf_verschil import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.HOOFDVERBLIJF_VERSCHIL


def _two_homes() -> Draft:
    """The municipality and Dienst Toeslagen hold different main residences."""
    household = draft("J05")
    for ref, home in (("t-partner", "a1"), ("g-partner", "a2")):
        household.record(ref).update(fact="main_residence", value={"ref": home})
    household.record("t-partner").update(origin="own_investigation", certainty="established")
    del household.record("t-partner")["register"]
    return household


def test_a_difference_about_the_home_is_a_conflict_of_all_who_use_one() -> None:
    (found,) = _two_homes().found(KIND)
    assert set(found.records) == {"g-partner", "t-partner", "t-kgb-set", "g-bijstand-set"}
    assert found.agencies == (Agency.BELASTINGDIENST, Agency.GEMEENTE)


@pytest.mark.parametrize("fact", ["registered_address", "postal_address"])
def test_addresses_for_letters_or_registration_are_other_facts(fact: str) -> None:
    household = _two_homes()
    household.record("g-partner")["fact"] = fact
    assert household.found(KIND) == ()


def test_the_same_home_is_no_difference() -> None:
    household = _two_homes()
    household.record("g-partner")["value"] = {"ref": "a1"}
    assert household.found(KIND) == ()


def test_without_a_harmful_decision_on_it_nobody_is_hurt() -> None:
    household = _two_homes()
    for ref in ("t-kgb-set", "g-bijstand-set"):
        household.record(ref)["rests_on"] = []
    assert household.found(KIND) == ()


def test_a_silent_agency_differs_from_nobody() -> None:
    whole = _two_homes().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.GEMEENTE)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_it_is_told_without_the_addresses() -> None:
    picture = _two_homes().picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture)
    assert "(de gemeente: ingevuld en Dienst Toeslagen: ingevuld)" in told.nl
    assert "a2" not in told.nl
    assert "echt woont" in told_to_household(found, picture).nl
