from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Recovery
from domain.vocabulary import RecoveryMethod
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.DREMPEL_NADERT


def _with_wage(cents: int) -> Draft:
    """The household has a wage, and nothing else."""
    household = draft("J04")
    household.intake["income"] = [
        {
            "id": "in1",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": cents,
        }
    ]
    return household


def _counted_by_an_agency() -> Draft:
    household = _with_wage(180000)
    household.record("i-report")["threshold"]["now"] = 4
    act = dict(household.record("i-report"), id="x-act", about="d-grant")
    act["threshold"] = dict(act["threshold"], now=5)
    del act["carried_out_by"]
    household.ledger("duo").append(act)
    return household


def test_the_insurer_is_asked_for_instalments_and_reports_nothing() -> None:
    found = answered(draft("J04"), KIND)
    (asked,) = found.requests
    assert (asked.party, asked.kind, str(asked.provision)) == (
        "insurer",
        MeasureKind.ARRANGE_INSTALMENTS,
        "Zvw 18a",
    )
    assert asked.on == ("i-premium", "i-report")
    assert KIND not in found.after
    assert "i-report" not in {held.record.id for held in found.picture.held}


def test_the_instalment_is_paid_by_the_household_itself() -> None:
    found = answered(_with_wage(180000), KIND)
    paid = [
        held.record
        for held in found.picture.held
        if isinstance(held.record, Recovery) and held.record.for_record == "i-premium"
    ]
    assert [each.method for each in paid] == [RecoveryMethod.INSTALMENT]


@pytest.mark.parametrize(
    ("wage", "monthly"),
    [
        (180000, 6621),  # a twelfth of 794.50: there is room enough above 1,348.49
        (135000, 6621),  # 5% is 67.50
        (120000, 6000),  # 5%, as the protected amount is never more than 95% of an income
    ],
)
def test_the_instalment_fits_in_what_the_household_can_spare(wage: int, monthly: int) -> None:
    household = _with_wage(wage)
    household.remove("g-bijstand-app")
    (asked,) = answered(household, KIND).requests
    assert asked.amount_cents == monthly


def test_without_any_income_there_is_no_arrangement() -> None:
    household = draft("J04")
    household.intake["income"] = []
    household.remove("g-bijstand-app")
    assert answered(household, KIND).requests == ()


def test_what_others_already_take_leaves_no_room() -> None:
    household = _with_wage(140000)
    household.remove("g-bijstand-app")
    household.ledger("duo").append(
        {
            "record": "recovery",
            "id": "x-taken",
            "persons": ["p1"],
            "for": "d-grant",
            "method": "wage_attachment",
            "status": "running",
            "amount_monthly_cents": 7000,
            "from": "2026-10-01",
            "on": "in1",
        }
    )
    assert answered(household, KIND).requests == ()


def test_an_agency_that_counts_arranges_instalments_itself() -> None:
    found = answered(_counted_by_an_agency(), KIND)
    assert ("duo", "arrange_instalments", "Awb 4:94", ("d-grant", "x-act")) in found.done_acts
    assert KIND not in found.after


def test_an_act_about_nothing_that_is_owed_has_no_arrangement() -> None:
    household = draft("J04")
    household.record("i-premium")["outstanding_cents"] = 0
    found = answered(household, KIND)
    assert (found.requests, found.measures) == ((), ())
