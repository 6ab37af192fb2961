"""Debts that cannot be remitted, that came from a former spouse, or that are taken all the same."""

from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import Measure, MeasureKind
from domain.records import Claim, DeterminationMade, Money, Recovery
from domain.vocabulary import Outcome
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

EXCLUDED = ConflictType.KWIJTSCHELDING_UITGESLOTEN
OF_THE_EX = ConflictType.HOOFDELIJK_VOOR_SCHULD_EX


def _is_lowered(measure: Measure) -> bool:
    return measure.kind is MeasureKind.REDUCE


def test_claiming_less_answers_the_request_for_remission() -> None:
    found = answered(draft("J01"), EXCLUDED, _is_lowered)
    assert [each.amount_cents for each in found.done] == [432000]
    answer = next(
        held.record
        for held in found.picture.held
        if isinstance(held.record, DeterminationMade) and held.record.scheme == "remission"
    )
    assert answer.outcome is Outcome.GRANTED
    assert [str(each) for each in answer.legal_basis] == ["Awir 26 lid 2"]
    assert EXCLUDED not in found.after


def test_a_pause_alone_does_not_answer_it() -> None:
    found = answered(draft("J01"), EXCLUDED, lambda each: each.kind is MeasureKind.HOLD)
    assert [str(each.provision) for each in found.done] == ["Awir 31"]
    assert EXCLUDED in found.after


@pytest.mark.parametrize(("owed", "is_small"), [(12100, True), (12101, False)])
def test_a_small_amount_is_not_recovered_at_all(owed: int, is_small: bool) -> None:
    household = draft("J01")
    household.record("t-kot")["outstanding_cents"] = owed
    found = answered(household, EXCLUDED, lambda each: each.kind is MeasureKind.NOT_COLLECT)
    assert bool(found.done) is is_small
    assert (EXCLUDED not in found.after) is is_small
    assert not found.deviates


def _claimed(agency: str, scheme: str, department: str | None = None) -> Draft:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorced"
    household.intake["members"][1]["role"] = "outside_plan"
    for each in household.ledgers():
        for record in each:
            record.pop("arose_from", None)
    claim = {
        "record": "claim",
        "id": "x-claim",
        "persons": ["p1"],
        "scheme": scheme,
        "kind": "overpayment",
        "status": "in_collection",
        "outstanding_cents": 60000,
        "liable": ["p1"],
        "arose_from": "p2",
    }
    household.ledger(agency).append(claim | ({"department": department} if department else {}))
    return household


@pytest.mark.parametrize(
    ("agency", "scheme", "department", "act"),
    [
        ("belastingdienst", "huurtoeslag", "toeslagen", ("reduce", "Awir 26 lid 2")),
        ("belastingdienst", "income_tax", "belastingen", ("remit", "IW 1990 26")),
        ("gemeente", "bijstand", None, ("remit", "Pw 58 lid 8")),
    ],
)
def test_an_agency_waives_the_debt_of_a_former_spouse_for_this_debtor(
    agency: str, scheme: str, department: str | None, act: tuple[str, str]
) -> None:
    found = answered(
        _claimed(agency, scheme, department),
        OF_THE_EX,
        lambda each: each.kind is not MeasureKind.HOLD,
    )
    (waived,) = found.done
    assert (waived.kind.value, str(waived.provision)) == act
    assert waived.deviates_from_law
    claim = found.record("x-claim")
    assert isinstance(claim, Claim)
    assert claim.outstanding_cents == 0
    assert OF_THE_EX not in found.after


@pytest.mark.parametrize("name", ["J01", "J05"])
def test_one_pause_of_the_agency_lifts_the_household_above_the_minimum(name: str) -> None:
    kind = ConflictType.STAPELING_ONDER_MINIMUM
    found = answered(draft(name), kind, lambda each: each.kind is MeasureKind.HOLD)
    assert len(found.done) == 1
    assert kind not in found.after


def test_a_pause_that_names_set_off_ends_the_clash_with_the_pause_of_another() -> None:
    kind = ConflictType.UITSTEL_VS_VERREKENING
    found = answered(draft("J01"), kind)
    assert [(each.kind, str(each.provision)) for each in found.done] == [
        (MeasureKind.HOLD, "Awir 31")
    ]
    assert kind not in found.after


def test_a_letter_that_lies_ready_breaks_the_circle() -> None:
    kind = ConflictType.WACHT_OP_ELKAAR
    found = answered(draft("J01"), kind, lambda each: each.kind is MeasureKind.CONFIRM)
    assert len(found.done) == 1
    assert kind not in found.after


def _below_the_minimum(income: int, by_uwv: int) -> Draft:
    """UWV sets off with a benefit while Dienst Toeslagen does with an allowance."""
    household = draft("J06")
    household.record("u-wia").update(amount_monthly_cents=income, full_amount_monthly_cents=income)
    household.record("u-setoff")["amount_monthly_cents"] = by_uwv
    household.intake["income"] = []
    return household


@pytest.mark.parametrize(
    ("income", "by_uwv", "stays"), [(220000, 25000, 8110), (200000, 25000, 0), (190000, 100, 0)]
)
def test_set_off_with_a_benefit_stops_at_the_protected_amount(
    income: int, by_uwv: int, stays: int
) -> None:
    kind = ConflictType.STAPELING_ONDER_MINIMUM
    household = _below_the_minimum(income, by_uwv)
    found = answered(household, kind, lambda each: each.kind is MeasureKind.RECOMPUTE)
    (limited,) = found.done
    assert (str(limited.provision), limited.on) == ("Awb 4:93 lid 4", ("u-setoff",))
    assert limited.value == Money(stays)
    assert not found.deviates
    set_off = found.record("u-setoff")
    assert isinstance(set_off, Recovery)
    assert set_off.amount_monthly_cents == stays


def test_once_it_is_limited_the_household_has_the_protected_amount() -> None:
    kind = ConflictType.STAPELING_ONDER_MINIMUM
    household = _below_the_minimum(220000, 25000)
    found = answered(household, kind, lambda each: each.kind is MeasureKind.RECOMPUTE)
    assert kind not in found.after
