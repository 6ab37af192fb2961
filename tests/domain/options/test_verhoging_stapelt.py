from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
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


def test_increases_of_other_days_stay() -> None:
    household = _owed_to("uwv", "ww", "overpayment")
    household.record("j-fines")["components"][1]["on"] = "2026-08-19"
    assert [each.amount_cents for each in remedied(household, KIND).measures] == [32800]


def test_an_agency_that_may_not_claim_less_pauses() -> None:
    household = _owed_to("belastingdienst", "zorgtoeslag", "fine", department="toeslagen")
    found = remedied(household, KIND)
    assert found.acts == [("belastingdienst", "hold", "Awir 31", ("j-fines",))]


def test_an_agency_without_a_power_to_claim_less_pauses() -> None:
    household = _owed_to("belastingdienst", "income_tax", "fine", department="belastingen")
    found = remedied(household, KIND)
    assert found.acts == [("belastingdienst", "hold", "IW 1990 25", ("j-fines",))]


def test_the_cjib_does_no_measures() -> None:
    found = remedied(draft("J08"), KIND)
    assert found.measures == ()


def test_costs_and_interest_of_those_days_stay() -> None:
    household = _owed_to("uwv", "ww", "overpayment")
    household.record("j-fines")["components"][1]["kind"] = "costs"
    assert [each.amount_cents for each in remedied(household, KIND).measures] == [32800]
