from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.options.unused_rights import unused_rights
from domain.records import Entitlement
from domain.vocabulary import EntitlementStatus
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.NIET_GEBRUIK


def _left_lying(holder: str, department: str | None, scheme: str, amount: int) -> Draft:
    """Asked for, calculated, and no file was opened."""
    household = draft("J04")
    household.remove("g-bijstand-app")
    for ref in ("g-to-duo", "g-to-uwv"):
        household.remove(ref)
    common = {"persons": ["p1"], "scheme": scheme}
    if department:
        common["department"] = department
    household.ledger(holder).extend(
        [
            {
                "record": "application",
                "id": "x-app",
                **common,
                "received": "2026-09-01",
                "status": "not_opened",
            },
            {
                "record": "entitlement",
                "id": "x-right",
                **common,
                "status": "eligible",
                "amount_monthly_cents": amount,
                "payee": {"member": "p1"},
            },
        ]
    )
    return household


@pytest.mark.parametrize(
    ("holder", "department", "scheme", "provision"),
    [
        ("belastingdienst", "toeslagen", "huurtoeslag", "Awir 15"),
        ("belastingdienst", "toeslagen", "kindgebonden_budget", "Awir 15"),
        ("svb", None, "kinderbijslag", "AKW 14 lid 1"),
    ],
)
def test_a_right_that_is_calculated_is_paid(
    holder: str, department: str | None, scheme: str, provision: str
) -> None:
    answer = answered(_left_lying(holder, department, scheme, 20000), KIND)
    assert answer.acts == [(holder, "grant", provision, ("x-app", "x-right"))]
    assert not answer.deviates
    assert KIND in answer.before
    assert KIND not in answer.after
    right = answer.record("x-right")
    assert isinstance(right, Entitlement)
    assert right.status is EntitlementStatus.IN_PAYMENT


def test_where_no_provision_grants_it_what_was_asked_is_decided_on_soon() -> None:
    answer = answered(_left_lying("uwv", None, "ww", 90000), KIND)
    assert answer.acts == [("uwv", "decide_earlier", "Awb 3:2", ("x-app",))]
    assert answer.measures[0].until == dt.date(2026, 12, 7)
    assert KIND not in answer.after


def test_what_was_calculated_and_never_asked_is_no_conflict_but_can_be_paid() -> None:
    (granted,) = unused_rights(draft("J04").picture())
    assert (granted.agency.value, granted.kind, granted.on) == (
        "belastingdienst",
        MeasureKind.GRANT,
        ("t-zorg",),
    )
    assert not granted.deviates_from_law


def test_what_was_asked_is_decided_with_the_right_that_was_never_paid() -> None:
    household = _left_lying("belastingdienst", "toeslagen", "huurtoeslag", 20000)
    granted = {measure.on for measure in unused_rights(household.picture())}
    assert granted == {("t-zorg",), ("x-app", "x-right")}


def test_assistance_is_granted_for_what_the_body_itself_calculated() -> None:
    household = _left_lying("gemeente", "werk_en_inkomen", "bijstand", 98765)
    household.intake["members"][0]["born"] = "1996-09-12"
    answer = answered(household, KIND)
    (grant,) = answer.measures
    assert (grant.kind, grant.amount_cents) == (MeasureKind.GRANT_FROM, 98765)
    assert grant.from_date == dt.date(2026, 9, 1)
    assert not grant.deviates_from_law
    assert KIND not in answer.after


def test_what_was_calculated_twice_with_different_outcomes_is_no_amount() -> None:
    household = _left_lying("gemeente", "werk_en_inkomen", "bijstand", 98765)
    household.intake["members"][0]["born"] = "1996-09-12"
    other = dict(household.record("x-right"), id="x-right2", amount_monthly_cents=12345)
    household.ledger("gemeente").append(other)
    (grant,) = answered(household, KIND).measures
    assert grant.amount_cents == 135133


def test_a_last_day_of_the_law_that_comes_first_is_kept() -> None:
    household = _left_lying("uwv", None, "ww", 90000)
    household.record("x-app")["decide_by"] = "2026-11-30"
    (decided,) = answered(household, KIND).measures
    assert decided.until == dt.date(2026, 11, 30)


def test_a_last_day_that_has_passed_does_not_hurry_into_the_past() -> None:
    household = _left_lying("uwv", None, "ww", 90000)
    household.record("x-app")["decide_by"] = "2026-10-27"
    (decided,) = answered(household, KIND).measures
    assert decided.until == dt.date(2026, 12, 7)
