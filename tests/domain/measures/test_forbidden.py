"""What the law forbids is refused with the rule that forbids it and the one that would allow it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination.lines import Answer
from domain.legislation.powers.claims import is_of_sort
from domain.legislation.powers.provisions import (
    AKW_24_5,
    AOW_24_5,
    AWB_4_94A,
    AWIR_26_2,
    AWIR_31,
    PW_18A_13,
    PW_58_7,
    PW_58_8,
    WIA_77,
    WSF_11_5,
    WW_27A_13,
    WW_36_6,
    ZVW_18D_2C,
    ZVW_18G_5,
)
from domain.legislation.room.room import ClaimSort
from domain.measures import Measure, MeasureKind
from domain.measures.judge import comparable_power, judge
from domain.records import Claim, Contribution, MemberRef, Overpayment, Provision, Record, RecordRef
from domain.vocabulary import (
    Agency,
    ClaimKind,
    ClaimStatus,
    Cover,
    Department,
    Fault,
    Law,
    OverpaymentCause,
    Scheme,
)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)
NOT_REPORTED = Overpayment(
    period_from=dt.date(2024, 1, 1),
    period_until=dt.date(2024, 12, 31),
    cause=OverpaymentCause.NOT_REPORTED,
    fault=Fault.HOUSEHOLD,
)


def a_claim(
    scheme: Scheme,
    kind: ClaimKind = ClaimKind.OVERPAYMENT,
    overpayment: Overpayment | None = None,
    department: Department | None = None,
) -> Claim:
    return Claim(
        id=RecordRef("c1"),
        persons=PERSON,
        department=department,
        scheme=scheme,
        kind=kind,
        status=ClaimStatus.OPEN,
        outstanding_cents=10_000,
        liable=PERSON,
        overpayment=overpayment,
    )


def a_regime(until: dt.date | None) -> Contribution:
    return Contribution(
        id=RecordRef("k1"),
        persons=PERSON,
        scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
        cover=Cover.HEALTH_CARE,
        amount_monthly_cents=17_270,
        cover_from=dt.date(2026, 1, 1),
        cover_until=until,
    )


def remit(agency: Agency, provision: Provision) -> Measure:
    return Measure(
        ref="m-1",
        agency=agency,
        department=None,
        kind=MeasureKind.REMIT,
        provision=provision,
        on=(RecordRef("c1"),),
        deviates_from_law=True,
    )


BREACH = a_claim(Scheme.BIJSTAND, overpayment=NOT_REPORTED)
FINE = a_claim(Scheme.BIJSTAND, ClaimKind.FINE)
ARREARS = a_claim(Scheme.ADMINISTRATIVE_HEALTH_PREMIUM, ClaimKind.PREMIUM_ARREARS)


@pytest.mark.parametrize("provision", [PW_58_7, AWB_4_94A, PW_18A_13])
def test_bijstand_that_was_not_reported_is_remitted_for_urgent_reasons_only(
    provision: Provision,
) -> None:
    answer = judge(remit(Agency.GEMEENTE, provision), (BREACH,), TODAY)
    assert not answer.lawful
    assert (answer.forbidden_by, answer.instead_use) == (Provision(Law.PW, "58", "1"), PW_58_8)
    assert judge(remit(Agency.GEMEENTE, PW_58_8), (BREACH,), TODAY).lawful


@pytest.mark.parametrize(
    ("on", "lawful"), [(dt.date(2034, 12, 30), False), (dt.date(2034, 12, 31), True)]
)
def test_after_ten_years_it_may_be_left(on: dt.date, lawful: bool) -> None:
    assert judge(remit(Agency.GEMEENTE, PW_58_7), (BREACH,), on).lawful is lawful


@pytest.mark.parametrize("fault", [Fault.NOT_ASSESSED, Fault.THIS_BODY, Fault.NONE])
def test_what_is_not_known_to_be_a_breach_is_not_treated_as_one(fault: Fault) -> None:
    claim = replace(BREACH, overpayment=replace(NOT_REPORTED, fault=fault))
    expected = Answer.UNKNOWN if fault is Fault.NOT_ASSESSED else Answer.NO
    assert is_of_sort(claim, ClaimSort.BREACH) is expected
    answer = judge(remit(Agency.GEMEENTE, PW_58_7), (claim,), TODAY)
    assert (answer.lawful, answer.forbidden_by, answer.instead_use) == (False, None, PW_58_8)


def test_how_a_claim_came_about_is_not_known_without_its_record() -> None:
    claim = a_claim(Scheme.BIJSTAND)
    assert is_of_sort(claim, ClaimSort.BREACH) is Answer.UNKNOWN
    assert is_of_sort(claim, None) is Answer.YES


def test_a_penalty_on_bijstand_is_remitted_in_a_debt_arrangement_only() -> None:
    answer = judge(remit(Agency.GEMEENTE, PW_58_8), (FINE,), TODAY)
    assert (answer.forbidden_by, answer.instead_use) == (Provision(Law.PW, "18a", "1"), PW_18A_13)
    assert judge(remit(Agency.GEMEENTE, PW_18A_13), (FINE,), TODAY).lawful
    assert not judge(remit(Agency.GEMEENTE, PW_18A_13), (BREACH,), TODAY).lawful


def test_a_penalty_on_ww_likewise() -> None:
    fine = a_claim(Scheme.WW, ClaimKind.FINE)
    answer = judge(remit(Agency.UWV, WW_36_6), (fine,), TODAY)
    assert (answer.forbidden_by, answer.instead_use) == (Provision(Law.WW, "27a", "1"), WW_27A_13)
    assert judge(remit(Agency.UWV, WW_27A_13), (fine,), TODAY).lawful


@pytest.mark.parametrize("provision", [ZVW_18G_5, AWB_4_94A])
@pytest.mark.parametrize("until", [None, TODAY])
def test_administrative_premium_is_not_remitted_while_the_regime_runs(
    provision: Provision, until: dt.date | None
) -> None:
    records: tuple[Record, ...] = (ARREARS, a_regime(until))
    answer = judge(remit(Agency.CAK, provision), records, TODAY)
    assert not answer.lawful
    assert (answer.forbidden_by, answer.instead_use) == (ZVW_18G_5, ZVW_18D_2C)


@pytest.mark.parametrize("regime", [(), (a_regime(TODAY - dt.timedelta(days=1)),)])
def test_it_is_once_the_regime_has_ended(regime: tuple[Record, ...]) -> None:
    assert judge(remit(Agency.CAK, ZVW_18G_5), (ARREARS, *regime), TODAY).lawful


def test_anothers_regime_keeps_nobody_from_remission() -> None:
    others = replace(a_regime(None), persons=(MemberRef("p2"),))
    assert judge(remit(Agency.CAK, ZVW_18G_5), (ARREARS, others), TODAY).lawful


def test_a_penalty_on_an_allowance_is_not_lowered_either() -> None:
    fine = a_claim(Scheme.HUURTOESLAG, ClaimKind.FINE, department=Department.TOESLAGEN)
    lower = replace(
        remit(Agency.BELASTINGDIENST, AWIR_26_2), kind=MeasureKind.REDUCE, amount_cents=1
    )
    answer = judge(lower, (fine,), TODAY)
    assert (answer.forbidden_by, answer.instead_use) == (Provision(Law.AWIR, "31bis"), AWIR_31)


@pytest.mark.parametrize(
    ("agency", "scheme", "kind", "asked", "instead"),
    [
        (Agency.UWV, Scheme.WW, ClaimKind.OVERPAYMENT, WIA_77, WW_36_6),
        (Agency.UWV, Scheme.WIA, ClaimKind.OVERPAYMENT, AWB_4_94A, WIA_77),
        (Agency.SVB, Scheme.AOW, ClaimKind.OVERPAYMENT, AKW_24_5, AOW_24_5),
        (Agency.DUO, Scheme.STUDENT_LOAN, ClaimKind.LOAN, AWB_4_94A, WSF_11_5),
        (Agency.DUO, Scheme.TRAVEL_PRODUCT, ClaimKind.FINE, AWB_4_94A, WSF_11_5),
        (Agency.CAK, Scheme.WMO_SUPPORT, ClaimKind.PREMIUM_ARREARS, ZVW_18G_5, AWB_4_94A),
        (Agency.GEMEENTE, Scheme.BIJZONDERE_BIJSTAND, ClaimKind.OVERPAYMENT, AWB_4_94A, PW_58_8),
    ],
)
def test_without_the_power_the_agency_says_which_provision_would_allow_it(
    agency: Agency, scheme: Scheme, kind: ClaimKind, asked: Provision, instead: Provision
) -> None:
    answer = judge(remit(agency, asked), (a_claim(scheme, kind),), TODAY)
    assert (answer.lawful, answer.forbidden_by, answer.instead_use) == (False, None, instead)
    assert str(asked) in answer.explanation_nl
    assert str(instead) in answer.explanation_nl


def test_where_the_agency_cannot_remit_at_all_it_may_lower_or_wait() -> None:
    # UWV has no power of its own to remit on the Wajong: proportionality lets it ask less
    wajong = a_claim(Scheme.WAJONG)
    near = comparable_power(remit(Agency.UWV, AWB_4_94A), (wajong,), TODAY)
    assert near is not None
    assert (near.kind, near.provision) == (MeasureKind.REDUCE, Provision(Law.AWB, "3:4"))


def test_what_is_forbidden_for_these_records_is_never_the_way_that_is_shown() -> None:
    measure = remit(Agency.GEMEENTE, AWB_4_94A)
    near = comparable_power(measure, (BREACH,), TODAY)
    assert near is not None
    assert near.provision == PW_58_8


def test_nothing_comparable_is_shown_for_records_that_are_not_there() -> None:
    answer = judge(remit(Agency.DUO, AWB_4_94A), (), TODAY)
    assert (answer.lawful, answer.instead_use) == (False, None)
