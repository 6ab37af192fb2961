from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.privacy_vs_maatwerk import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.PRIVACY_VS_MAATWERK


def _in_hiding() -> Draft:
    """A mother at a secret address; the SVB writes to her at the home of the excluded husband."""
    household = draft("J05")
    household.intake["addresses"][0]["secret"] = True
    household.intake["members"][1].update(excluded=True, role="outside_plan")
    household.ledger("svb").append(_letters("s-post", "a2"))
    return household


def _letters(ref: str, address: str | None) -> Json:
    return {
        "record": "fact_used",
        "id": ref,
        "persons": ["p1"],
        "fact": "postal_address",
        "value": {"ref": address},
        "origin": "declared",
        "certainty": "declared",
    }


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_who_writes_there_and_who_holds_the_secret_are_in_it() -> None:
    (found,) = _found(_in_hiding())
    assert found.records == ("g-brp", "s-post")
    assert found.agencies == (Agency.GEMEENTE, Agency.SVB)
    assert (found.monthly_harm_cents, found.urgency) == (None, HarmUrgency.CRITICAL)


def test_the_secret_may_be_held_as_any_fact_of_anybody_there() -> None:
    household = _in_hiding()
    child = {**_letters("c-home", "a1"), "fact": "main_residence", "persons": ["k1"]}
    household.ledger("cak").append(child)
    (found,) = _found(household)
    assert Agency.CAK in found.agencies


def test_it_is_a_conflict_even_when_nobody_holds_the_secret() -> None:
    household = _in_hiding()
    household.remove("g-brp")
    (found,) = _found(household)
    assert found.agencies == (Agency.SVB,)


def test_without_an_excluded_member_nobody_reads_what_he_should_not() -> None:
    household = _in_hiding()
    household.intake["members"][1]["excluded"] = False
    assert _found(household) == ()


def test_an_address_that_is_not_secret_may_be_known() -> None:
    household = _in_hiding()
    household.intake["addresses"][0]["secret"] = False
    household.intake["addresses"][1]["secret"] = True
    assert _found(household) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"ref": "a1"}},
        {"value": {"ref": None}},
        {"fact": "registered_address"},
        {"persons": ["k1"]},
    ],
)
def test_only_letters_for_the_applicant_to_that_home_are_unsafe(change: dict[str, object]) -> None:
    household = _in_hiding()
    household.record("s-post").update(change)
    assert _found(household) == ()


def test_an_excluded_member_without_a_home_gets_no_letters() -> None:
    household = _in_hiding()
    household.intake["members"][1]["lives_at"] = None
    household.record("s-post")["value"] = {"ref": None}
    assert _found(household) == ()


def test_where_a_silent_agency_writes_is_not_guessed() -> None:
    whole = _in_hiding().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.SVB)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_it_is_told_without_any_address() -> None:
    picture = _in_hiding().picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture)
    assert "het postadres bij de SVB is het woonadres van een uitgesloten lid" in told.nl
    assert "bekend bij de gemeente" in told.nl
    assert "a1" not in told.nl
    assert "De SVB stuurt post" in told_to_household(found, picture).nl
