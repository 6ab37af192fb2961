from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim
from domain.vocabulary import ClaimPartKind
from tests.support.answered import answered
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.VERHOGING_STAPELT


def _owed_to(agency: str, scheme: str, kind: str, **changes: object) -> Draft:
    """The increased debt is owed to an agency, and not to the CJIB."""
    household = draft("J08")
    claim = household.record("j-fines")
    household.remove("j-fines")
    household.ledger(agency).append(claim | {"scheme": scheme, "kind": kind} | changes)
    return household


@pytest.mark.parametrize(
    ("agency", "scheme", "provision"),
    [("uwv", "ww", "Awb 3:4"), ("duo", "student_finance", "Wsf 2000 11.5")],
)
def test_an_agency_claims_those_increases_no_longer(
    agency: str, scheme: str, provision: str
) -> None:
    found = remedied(_owed_to(agency, scheme, "overpayment"), KIND)
    assert found.acts == [(agency, "reduce", provision, ("j-fines",))]
    assert found.measures[0].amount_cents == 65600
    assert KIND not in found.after


@pytest.mark.parametrize("index", [1, 2])
def test_increases_of_other_days_stay(index: int) -> None:
    household = _owed_to("uwv", "ww", "overpayment")
    household.record("j-fines")["components"][index]["on"] = "2026-08-19"
    found = remedied(household, KIND)
    assert [each.amount_cents for each in found.measures] == [32800]
    assert KIND not in found.after


def test_an_agency_that_may_not_claim_less_pauses() -> None:
    household = _owed_to("belastingdienst", "zorgtoeslag", "fine", department="toeslagen")
    found = remedied(household, KIND)
    assert found.acts == [("belastingdienst", "hold", "Awir 31", ("j-fines",))]


def test_an_agency_without_a_power_to_claim_less_pauses() -> None:
    household = _owed_to("belastingdienst", "income_tax", "fine", department="belastingen")
    found = remedied(household, KIND)
    assert found.acts == [("belastingdienst", "hold", "IW 1990 25", ("j-fines",))]


def test_the_cjib_is_asked_to_undo_them() -> None:
    found = answered(draft("J08"), KIND)
    (asked,) = found.requests
    assert (asked.party, asked.kind, asked.on) == ("cjib", MeasureKind.WITHDRAW, ("j-fines",))
    assert (str(asked.provision), asked.amount_cents) == ("Wahv -", 65600)
    assert found.measures == ()
    claim = found.record("j-fines")
    assert isinstance(claim, Claim)
    assert [part.kind for part in claim.components] == [ClaimPartKind.PRINCIPAL]
    assert KIND not in found.after


def test_of_the_cjib_an_increase_that_was_known_stays_as_well() -> None:
    household = draft("J08")
    household.record("j-fines")["components"][1]["on"] = "2026-08-19"
    found = answered(household, KIND)
    assert [each.amount_cents for each in found.requests] == [131200 - 32800]
    assert KIND not in found.after


def test_costs_and_interest_of_those_days_stay() -> None:
    household = _owed_to("uwv", "ww", "overpayment")
    household.record("j-fines")["components"][1]["kind"] = "costs"
    assert [each.amount_cents for each in remedied(household, KIND).measures] == [32800]
