from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim, RecordRef
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.VERPLICHTING_ONMOGELIJK


WITHDRAWN = ("duo", "withdraw", "Wsf 2000 11.5", ("d-grant", "d-travel-fine"))


def test_what_could_not_be_helped_is_paused_and_dropped() -> None:
    answer = answered(draft("J04"), KIND)
    assert answer.acts == [
        ("duo", "hold", "Awb 4:94", ("d-grant",)),
        ("duo", "hold", "Awb 4:94", ("d-travel-fine",)),
        ("duo", "remit", "Wsf 2000 11.5", ("d-grant",)),
        ("duo", "remit", "Wsf 2000 11.5", ("d-travel-fine",)),
        WITHDRAWN,
    ]
    assert [each.kind for each in answer.measures][:2] == [MeasureKind.HOLD, MeasureKind.HOLD]
    assert WITHDRAWN in answer.done_acts
    assert not any(each.kind is MeasureKind.REMIT for each in answer.done)
    assert KIND not in answer.after


@pytest.mark.parametrize("kind", [MeasureKind.WITHDRAW, MeasureKind.REMIT])
def test_either_way_to_drop_it_resolves_it(kind: MeasureKind) -> None:
    assert KIND not in answered(draft("J04"), KIND, lambda each: each.kind is kind).after


def test_nothing_is_left_of_the_claims() -> None:
    after = answered(draft("J04"), KIND).picture
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
    ("holder", "department", "scheme", "kind", "dropped"),
    [
        ("uwv", None, "ww", "overpayment", ("remit", "WW 36 lid 6")),
        ("svb", None, "kinderbijslag", "overpayment", ("remit", "AKW 24 lid 5")),
        ("gemeente", "werk_en_inkomen", "bijstand", "overpayment", ("remit", "Pw 58 lid 8")),
        # allowances are never remitted (Awir 31bis), but less may be recovered, to nil
        (
            "belastingdienst",
            "toeslagen",
            "huurtoeslag",
            "overpayment",
            ("reduce", "Awir 26 lid 2"),
        ),
        # no fine without blame: a right
        ("uwv", None, "ww", "fine", ("withdraw", "Awb 5:41")),
        ("gemeente", "werk_en_inkomen", "bijstand", "fine", ("withdraw", "Awb 5:41")),
    ],
)
def test_it_is_dropped_under_a_provision_that_weighs_the_single_case(
    holder: str, department: str | None, scheme: str, kind: str, dropped: tuple[str, str]
) -> None:
    answer = answered(_claimed_by(holder, department, scheme, kind), KIND)
    assert [each[1:3] for each in answer.acts if each[1] != "hold"] == [dropped]
    assert KIND not in answer.after
    (measure,) = (each for each in answer.measures if each.kind.value == dropped[0])
    assert measure.deviates_from_law is (kind == "overpayment")


def test_want_of_means_is_another_ground() -> None:
    # remission by the tax collector (IW 1990 26) is for who cannot pay
    claimed = _claimed_by("belastingdienst", "belastingen", "income_tax", "overpayment")
    assert [each[1] for each in answered(claimed, KIND).acts] == ["hold"]
