from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim, RecordRef
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.VERPLICHTING_ONMOGELIJK


def test_what_could_not_be_helped_is_paused_and_dropped() -> None:
    answer = remedied(draft("J04"), KIND)
    assert answer.acts == [
        ("duo", "hold", "Awb 4:94", ("d-grant",)),
        ("duo", "hold", "Awb 4:94", ("d-travel-fine",)),
        ("duo", "remit", "Wsf 2000 11.5", ("d-grant",)),
        ("duo", "remit", "Wsf 2000 11.5", ("d-travel-fine",)),
    ]
    assert [each.kind for each in answer.measures][:2] == [MeasureKind.HOLD, MeasureKind.HOLD]
    assert all(each.amount_cents is None for each in answer.measures)


def test_nothing_is_left_of_the_claims() -> None:
    after = remedied(draft("J04"), KIND).picture
    claims = {claim.id: claim for _, claim in after.of(Claim)}
    assert claims[RecordRef("d-grant")].outstanding_cents == 0
    assert claims[RecordRef("d-travel-fine")].outstanding_cents == 0


def _claimed_by(holder: str, department: str | None, scheme: str, kind: str) -> Draft:
    household = draft("J04")
    duty = dict(household.record("d-travel-stop"), id="x-duty")
    claim = {
        "record": "claim",
        "id": "x-claim",
        "persons": ["p1"],
        "scheme": scheme,
        "kind": kind,
        "status": "open",
        "outstanding_cents": 50000,
        "liable": ["p1"],
        "for_breach_of": "x-duty",
    }
    if department:
        claim["department"] = duty["department"] = department
    for ref in ("d-deregister", "d-travel-stop", "d-travel-fine", "d-grant"):
        household.remove(ref)
    household.ledger(holder).extend([duty, claim])
    return household


@pytest.mark.parametrize(
    ("holder", "department", "scheme", "kind", "provision"),
    [
        ("uwv", None, "ww", "overpayment", "WW 36 lid 6"),
        ("svb", None, "kinderbijslag", "overpayment", "AKW 24 lid 5"),
        ("gemeente", "werk_en_inkomen", "bijstand", "overpayment", "Pw 58 lid 8"),
        # a waiver of recovery is not about a fine, nor is remission of one for later years
        ("uwv", None, "ww", "fine", None),
        ("gemeente", "werk_en_inkomen", "bijstand", "fine", None),
        # want of means (IW 26) is another ground, and allowances are never remitted (Awir 31bis)
        ("belastingdienst", "belastingen", "income_tax", "overpayment", None),
        ("belastingdienst", "toeslagen", "huurtoeslag", "overpayment", None),
    ],
)
def test_it_is_dropped_only_under_a_provision_that_weighs_the_single_case(
    holder: str, department: str | None, scheme: str, kind: str, provision: str | None
) -> None:
    acts = remedied(_claimed_by(holder, department, scheme, kind), KIND).acts
    assert [each[1] for each in acts] == (["hold", "remit"] if provision else ["hold"])
    assert provision is None or acts[1][2] == provision
