from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.middel_vrijgelaten_maar_geteld import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD


def _counted_compensation() -> Draft:
    """Dienst Toeslagen paid compensation; the municipality counts it as assets."""
    household = draft("J05")
    household.ledger("belastingdienst").append(
        {
            "record": "entitlement",
            "id": "t-compensation",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "compensation_childcare_scandal",
            "status": "ended",
            "amount_monthly_cents": 0,
            "one_off_cents": 3000000,
            "payee": {"member": "p1"},
            "exempt_as_means": [{"law": "Pw", "article": "31", "paragraph": "2 l"}],
        }
    )
    household.intake["assets"][0]["origin_record"] = "t-compensation"
    household.ledger("gemeente").append(
        {
            "record": "fact_used",
            "id": "g-assets",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "fact": "assets",
            "value": {"amount_cents": 3000000},
            "origin": "own_investigation",
            "certainty": "established",
            "components": [{"from": "own_means", "asset": "as1", "amount_cents": 3000000}],
        }
    )
    household.record("g-bijstand-set").update(
        outcome="ended", reason="assets_above_limit", rests_on=["g-assets"], would_be=[]
    )
    household.record("g-bijstand").update(status="ended", amount_monthly_cents=135133)
    return household


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_the_body_that_counts_and_the_body_that_paid_are_in_it() -> None:
    (found,) = _found(_counted_compensation())
    assert set(found.records) == {"g-bijstand-set", "g-assets", "t-compensation"}
    assert found.agencies == (Agency.BELASTINGDIENST, Agency.GEMEENTE)
    assert [str(each) for each in found.provisions] == ["Pw 31 lid 2 l"]
    assert (found.monthly_harm_cents, found.urgency) == (135133, HarmUrgency.CRITICAL)


def test_money_of_other_origin_may_be_counted() -> None:
    household = _counted_compensation()
    del household.intake["assets"][0]["origin_record"]
    assert _found(household) == ()


def test_money_that_no_law_exempts_may_be_counted() -> None:
    household = _counted_compensation()
    del household.record("t-compensation")["exempt_as_means"]
    assert _found(household) == ()


def test_a_part_that_is_another_asset_says_nothing() -> None:
    household = _counted_compensation()
    del household.record("g-assets")["components"][0]["asset"]
    assert _found(household) == ()


@pytest.mark.parametrize(
    ("ref", "change"),
    [
        ("g-bijstand-set", {"outcome": "granted"}),
        ("g-bijstand-set", {"rests_on": []}),
        ("g-assets", {"fact": "income_month"}),
    ],
)
def test_it_takes_a_harmful_decision_on_assets(ref: str, change: dict[str, object]) -> None:
    household = _counted_compensation()
    household.record(ref).update(change)
    assert _found(household) == ()


def test_a_body_that_counts_what_it_paid_itself_is_no_conflict_between_bodies() -> None:
    household = _counted_compensation()
    right = household.record("t-compensation")
    household.remove("t-compensation")
    household.ledger("gemeente").append({**right, "department": "wmo"})
    assert _found(household) == ()


def test_money_of_a_party_is_not_of_another_agency() -> None:
    household = _counted_compensation()
    right = household.record("t-compensation")
    household.remove("t-compensation")
    del right["department"]
    household.ledger("landlord").append(right)
    assert _found(household) == ()


def test_belastingen_and_toeslagen_are_two_bodies() -> None:
    household = _counted_compensation()
    for ref in ("g-assets", "g-bijstand-set"):
        record = household.record(ref)
        household.remove(ref)
        household.ledger("belastingdienst").append({**record, "department": "belastingen"})
    (found,) = _found(household)
    assert {each.value for each in found.departments} == {"belastingen", "toeslagen"}


def test_what_a_silent_agency_paid_is_not_guessed() -> None:
    whole = _counted_compensation().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.BELASTINGDIENST)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_it_is_told_with_the_amount_and_the_provision() -> None:
    picture = _counted_compensation().picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture)
    assert "€ 30.000,00 uit compensatie toeslagenaffaire van Dienst Toeslagen" in told.nl
    assert "exempt under Pw 31 lid 2 l" in told.en
    assert "niet als vermogen mag meetellen" in told_to_household(found, picture).nl
