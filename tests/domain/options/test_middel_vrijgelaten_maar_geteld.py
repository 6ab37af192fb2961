from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.records import Entitlement, FactUsed, Money, RecordRef
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD

LEFT_OUT = ("gemeente", "revise", "Pw 34 lid 2", ("g-assets", "g-bijstand", "g-bijstand-set"))


def _counted_compensation() -> Draft:
    """Dienst Toeslagen paid compensation; the municipality counts it and ends the assistance."""
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
            "value": {"amount_cents": 3100000},
            "origin": "own_investigation",
            "certainty": "established",
            "components": [
                {"from": "own_means", "asset": "as1", "amount_cents": 3000000},
                {"from": "own_means", "amount_cents": 100000},
            ],
        }
    )
    household.record("g-bijstand-set").update(
        outcome="ended", reason="assets_above_limit", rests_on=["g-assets"], would_be=[]
    )
    household.record("g-bijstand").update(status="ended", amount_monthly_cents=135133)
    return household


def test_exempt_money_is_left_out_and_the_assistance_goes_on() -> None:
    found = remedied(_counted_compensation(), KIND)
    assert found.acts == [LEFT_OUT]
    (measure,) = found.measures
    assert (measure.value, measure.amount_cents) == (Money(100000), 135133)
    assert not measure.deviates_from_law
    assets, right = (found.picture.get(RecordRef(ref)).record for ref in LEFT_OUT[3][:2])
    assert isinstance(assets, FactUsed)
    assert isinstance(right, Entitlement)
    assert assets.components == ()
    assert right.status.value == "in_payment"
    assert KIND not in found.after


@pytest.mark.parametrize(("rest", "goes_on"), [(770000, True), (1000000, False)])
def test_it_goes_on_only_when_what_is_left_is_surely_under_the_limit(
    rest: int, goes_on: bool
) -> None:
    household = _counted_compensation()
    assets = household.record("g-assets")
    assets["value"]["amount_cents"] = 3000000 + rest
    assets["components"][1]["amount_cents"] = rest
    found = remedied(household, KIND)
    assert (found.acts == [LEFT_OUT]) is goes_on
    assert KIND not in found.after


def test_the_test_of_the_decision_itself_is_enough_too() -> None:
    household = _counted_compensation()
    household.record("g-bijstand-set").update(
        reason="conditions_not_met",
        test={"fact": "g-assets", "harmful_when": "above", "limit_cents": 700000},
    )
    assert remedied(household, KIND).acts == [LEFT_OUT]
