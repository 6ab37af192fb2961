"""What an agency answers to 'would this measure be lawful?'."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.legislation.powers.provisions import AWB_4_94, AWIR_26_2, AWIR_31, IW_25, WIA_77
from domain.measures import Measure, MeasureKind
from domain.measures.judge import judge
from domain.records import Claim, MemberRef, Provision, Record, RecordRef, Recovery
from domain.vocabulary import (
    Agency,
    ClaimKind,
    ClaimStatus,
    Department,
    Law,
    RecoveryMethod,
    RecoveryStatus,
    Scheme,
)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)


def a_claim(department: Department | None, scheme: Scheme) -> Claim:
    return Claim(
        id=RecordRef("c1"),
        persons=PERSON,
        department=department,
        scheme=scheme,
        kind=ClaimKind.OVERPAYMENT,
        status=ClaimStatus.OPEN,
        outstanding_cents=10_000,
        liable=PERSON,
    )


ALLOWANCE_CLAIM = a_claim(Department.TOESLAGEN, Scheme.HUURTOESLAG)


def a_measure(
    kind: MeasureKind,
    provision: Provision,
    agency: Agency = Agency.BELASTINGDIENST,
    department: Department | None = Department.TOESLAGEN,
    on: tuple[str, ...] = ("c1",),
) -> Measure:
    return Measure(
        ref="m-1",
        agency=agency,
        department=department,
        kind=kind,
        provision=provision,
        on=tuple(RecordRef(each) for each in on),
        deviates_from_law=True,
        amount_cents=4_000,
        until=dt.date(2027, 5, 31),
    )


def test_a_lawful_measure_names_its_power_and_its_effects() -> None:
    answer = judge(a_measure(MeasureKind.REDUCE, AWIR_26_2), (ALLOWANCE_CLAIM,), TODAY)
    assert (answer.lawful, answer.allowed_by, answer.forbidden_by) == (True, AWIR_26_2, None)
    assert [effect.debt_effect_cents for effect in answer.effects] == [-4_000]


@pytest.mark.parametrize("provision", [AWIR_26_2, Provision(Law.AWB, "4:94a")])
@pytest.mark.parametrize("department", [Department.TOESLAGEN, None])
def test_remission_of_an_allowance_claim_is_forbidden_whatever_is_invoked(
    provision: Provision, department: Department | None
) -> None:
    measure = a_measure(MeasureKind.REMIT, provision, department=department)
    answer = judge(measure, (ALLOWANCE_CLAIM,), TODAY)
    assert not answer.lawful
    assert answer.forbidden_by == Provision(Law.AWIR, "31bis")
    assert answer.instead_use == AWIR_26_2
    assert answer.effects == ()


def test_a_power_of_one_department_is_not_a_power_of_the_other() -> None:
    tax = a_claim(Department.BELASTINGEN, Scheme.INCOME_TAX)
    own = a_measure(MeasureKind.HOLD, IW_25, department=Department.BELASTINGEN)
    others = a_measure(MeasureKind.HOLD, AWIR_31, department=Department.BELASTINGEN)
    borrowed = a_measure(MeasureKind.HOLD, AWIR_31, department=Department.TOESLAGEN)
    assert judge(own, (tax,), TODAY).lawful
    assert not judge(others, (tax,), TODAY).lawful
    assert not judge(borrowed, (tax,), TODAY).lawful


def test_a_power_for_one_scheme_does_not_reach_another() -> None:
    measure = a_measure(MeasureKind.REMIT, WIA_77, Agency.UWV, None)
    assert judge(measure, (a_claim(None, Scheme.WIA),), TODAY).lawful
    assert not judge(measure, (a_claim(None, Scheme.WW),), TODAY).lawful


def test_an_agency_without_the_power_says_so_with_the_provision() -> None:
    answer = judge(
        a_measure(MeasureKind.REDUCE, AWIR_26_2, Agency.DUO, None),
        (a_claim(None, Scheme.STUDENT_LOAN),),
        TODAY,
    )
    assert not answer.lawful
    assert "Awir 26 lid 2" in answer.explanation_nl


def test_a_lawful_act_that_cannot_be_carried_out_is_explained() -> None:
    answer = judge(a_measure(MeasureKind.HOLD, AWB_4_94, on=("gone",)), (ALLOWANCE_CLAIM,), TODAY)
    assert not answer.lawful
    assert "niet bekend" in answer.explanation_nl


def test_a_measure_on_records_of_a_kind_that_the_power_does_not_reach_is_refused() -> None:
    recovery = Recovery(
        id=RecordRef("c1"),
        persons=PERSON,
        department=Department.TOESLAGEN,
        for_record=RecordRef("c2"),
        method=RecoveryMethod.SET_OFF,
        status=RecoveryStatus.RUNNING,
        amount_monthly_cents=1,
        from_date=TODAY,
    )
    records: tuple[Record, ...] = (recovery,)
    assert not judge(a_measure(MeasureKind.REDUCE, AWIR_26_2), records, TODAY).lawful
