"""The decision that an agency takes of its own when it carries a measure out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.powers import POWERS
from domain.legislation.powers.provisions import (
    AWB_3_2,
    AWB_4_94,
    AWIR_26_2,
    IW_25,
    IW_26,
    PW_44,
    PW_52,
    PW_58_8,
    ZVW_18D_2C,
)
from domain.measures import AgencyDecision, Measure, MeasureKind, Receipt
from domain.measures.effects import apply_to_records
from domain.measures.own_decision import decision_on, objection_body, taken_back
from domain.records import (
    Advance,
    Application,
    Claim,
    Contribution,
    MemberRef,
    Notice,
    Provision,
    Record,
    RecordRef,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    ClaimKind,
    ClaimStatus,
    Cover,
    Department,
    Law,
    NoticeDirection,
    NoticeKind,
    NoticeStatus,
    Scheme,
)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)


def a_claim(department: Department | None, scheme: Scheme = Scheme.HUURTOESLAG) -> Claim:
    return Claim(
        id=RecordRef("r1"),
        persons=PERSON,
        department=department,
        scheme=scheme,
        kind=ClaimKind.OVERPAYMENT,
        status=ClaimStatus.OPEN,
        outstanding_cents=10_000,
        liable=PERSON,
    )


APPLICATION = Application(
    id=RecordRef("r1"),
    persons=PERSON,
    scheme=Scheme.BIJSTAND,
    received=dt.date(2026, 11, 2),
    status=ApplicationStatus.OPEN,
    advance=Advance(dt.date(2026, 11, 30), 130_000, paid=False),
)
REGIME = Contribution(
    id=RecordRef("r1"),
    persons=PERSON,
    scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
    cover=Cover.HEALTH_CARE,
    amount_monthly_cents=17_270,
    cover_from=dt.date(2026, 1, 1),
)
LETTER = Notice(
    id=RecordRef("r1"),
    persons=PERSON,
    direction=NoticeDirection.SENT,
    kind=NoticeKind.LETTER,
    on=dt.date(2026, 11, 10),
    status=NoticeStatus.NOT_SENT,
)


def decided(
    record: Record,
    agency: Agency,
    kind: MeasureKind,
    provision: Provision,
    amount_cents: int | None = None,
    until: dt.date | None = None,
    on: dt.date = TODAY,
) -> AgencyDecision:
    measure = Measure(
        ref="m-1",
        agency=agency,
        department=None,
        kind=kind,
        provision=provision,
        on=(RecordRef("r1"),),
        deviates_from_law=True,
        amount_cents=amount_cents,
        until=until,
    )
    return decision_on(measure, apply_to_records(measure, (record,), on), "X-2026-000001", on)


def test_a_lowered_recovery_says_how_much_on_what_ground_and_where_to_object() -> None:
    made = decided(
        a_claim(Department.TOESLAGEN),
        Agency.BELASTINGDIENST,
        MeasureKind.REDUCE,
        AWIR_26_2,
        amount_cents=4_000,
    )
    assert (made.kind, made.ground, made.made_on) == (MeasureKind.REDUCE, AWIR_26_2, TODAY)
    assert (made.amount_cents, made.debt_effect_cents) == (4_000, -4_000)
    assert made.decided == "Er wordt minder gevorderd. De vordering wordt lager."
    # six weeks from 24-11-2026 (Awb 6:7, 6:8): the last day is 4-1-2027, a Monday
    assert made.objection_clause == (
        "Tegen dit besluit kan tot en met 04-01-2027 schriftelijk bezwaar worden gemaakt "
        "bij Dienst Toeslagen (Awb 6:7)."
    )


def test_a_term_that_ends_at_christmas_runs_on_to_the_next_working_day() -> None:
    # 13-11-2026 and six weeks is Friday 25-12-2026; Saturday 26 is a holiday too (Atw 1, 3)
    made = decided(
        a_claim(Department.TOESLAGEN),
        Agency.BELASTINGDIENST,
        MeasureKind.REDUCE,
        AWIR_26_2,
        amount_cents=1,
        on=dt.date(2026, 11, 13),
    )
    assert made.objection_until == dt.date(2026, 12, 28)


def test_a_remission_names_what_was_remitted() -> None:
    claim = a_claim(Department.WERK_EN_INKOMEN, Scheme.BIJSTAND)
    made = decided(claim, Agency.GEMEENTE, MeasureKind.REMIT, PW_58_8)
    assert (made.amount_cents, made.objection_to) == (
        10_000,
        "het college van burgemeester en wethouders",
    )


def test_a_deferral_says_from_when_until_when() -> None:
    until = dt.date(2027, 5, 31)
    made = decided(a_claim(None), Agency.UWV, MeasureKind.HOLD, AWB_4_94, until=until)
    assert (made.from_date, made.until, made.amount_cents) == (TODAY, until, None)
    assert "31-05-2027" in made.decided


@pytest.mark.parametrize(
    ("kind", "provision", "until"),
    [(MeasureKind.HOLD, IW_25, dt.date(2027, 5, 31)), (MeasureKind.REMIT, IW_26, None)],
)
def test_under_the_invorderingswet_no_objection_is_open(
    kind: MeasureKind, provision: Provision, until: dt.date | None
) -> None:
    # IW 1990 1 lid 2 keeps chapters 6 and 7 of the Awb away
    claim = a_claim(Department.BELASTINGEN, Scheme.INCOME_TAX)
    made = decided(claim, Agency.BELASTINGDIENST, kind, provision, until=until)
    assert (made.objection_until, made.objection_to) == (None, None)
    assert made.objection_clause == (
        "Tegen deze beslissing staat geen bezwaar open (IW 1990 1 lid 2)."
    )


def test_what_only_prepares_a_decision_is_not_open_to_objection() -> None:
    made = decided(LETTER, Agency.UWV, MeasureKind.CONFIRM, AWB_3_2)
    assert (made.objection_until, made.objection_by) == (None, Provision(Law.AWB, "6:3"))


def test_an_advance_and_a_grant_say_what_is_paid_a_month() -> None:
    advance = decided(APPLICATION, Agency.GEMEENTE, MeasureKind.ADVANCE, PW_52)
    assert (advance.amount_cents, advance.monthly_effect_cents) == (130_000, 130_000)
    grant = decided(
        APPLICATION, Agency.GEMEENTE, MeasureKind.GRANT_FROM, PW_44, amount_cents=135_133
    )
    assert (grant.amount_cents, grant.from_date) == (135_133, dt.date(2026, 11, 2))


def test_the_end_of_a_regime_says_from_when() -> None:
    ends = dt.date(2026, 12, 1)
    made = decided(REGIME, Agency.CAK, MeasureKind.END_REGIME, ZVW_18D_2C, until=ends)
    assert (made.from_date, made.until) == (ends, None)
    assert made.objection_to == "het CAK"


def test_every_body_that_has_a_power_has_an_address_for_objections() -> None:
    for power in POWERS:
        assert objection_body(power.agency, power.department)
    assert objection_body(Agency.GEMEENTE, Department.WMO) == objection_body(Agency.GEMEENTE, None)


@given(st.from_type(Receipt))
def test_taking_back_takes_the_decision_along(receipt: Receipt) -> None:
    back = taken_back(receipt)
    assert back.reverted
    assert (back.decision is None) is (receipt.decision is None)
    assert back.decision is None or back.decision.reverted
    assert taken_back(back) == back
