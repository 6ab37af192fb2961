"""Per agency: a claim that its law binds, what it refuses, and what it decides instead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.measures import Measure, MeasureKind
from domain.records import (
    Claim,
    Contribution,
    MemberRef,
    Overpayment,
    Provision,
    Record,
    RecordRef,
)
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

PERSON = (MemberRef("ann"),)
OWED_CENTS = 50_000


@dataclass(frozen=True, slots=True)
class Refused:
    """A measure that the law does not allow, with the rule and the way out that are named."""

    measure: Measure
    forbidden_by: Provision | None
    instead_use: Provision


@dataclass(frozen=True, slots=True)
class OfOneAgency:
    """What one agency holds, refuses and may decide."""

    records: tuple[Record, ...]
    refused: tuple[Refused, ...]
    allowed: Measure
    objection_to: str | None


def _claim(
    name: str,
    scheme: Scheme,
    kind: ClaimKind = ClaimKind.OVERPAYMENT,
    *,
    department: Department | None = None,
    not_reported: bool = False,
) -> Claim:
    overpayment = Overpayment(
        period_from=dt.date(2025, 1, 1),
        period_until=dt.date(2025, 12, 31),
        cause=OverpaymentCause.NOT_REPORTED,
        fault=Fault.HOUSEHOLD,
    )
    return Claim(
        id=RecordRef(name),
        persons=PERSON,
        department=department,
        scheme=scheme,
        kind=kind,
        status=ClaimStatus.OPEN,
        outstanding_cents=OWED_CENTS,
        liable=PERSON,
        overpayment=overpayment if not_reported else None,
    )


def _measure(
    agency: Agency,
    kind: MeasureKind,
    provision: Provision,
    on: str,
    *,
    amount_cents: int | None = None,
    until: dt.date | None = None,
    deviates: bool = True,
) -> Measure:
    return Measure(
        ref=f"m-{kind.value}-{on}",
        agency=agency,
        department=None,
        kind=kind,
        provision=provision,
        on=(RecordRef(on),),
        deviates_from_law=deviates,
        amount_cents=amount_cents,
        until=until,
    )


_REGIME = Contribution(
    id=RecordRef("regime"),
    persons=PERSON,
    scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
    cover=Cover.HEALTH_CARE,
    amount_monthly_cents=17_270,
    cover_from=dt.date(2026, 1, 1),
)
_BY_AWB = Provision(Law.AWB, "4:94a")

OF: dict[Agency, OfOneAgency] = {
    Agency.BELASTINGDIENST: OfOneAgency(
        records=(
            _claim("toeslag", Scheme.HUURTOESLAG, department=Department.TOESLAGEN),
            _claim("boete", Scheme.HUURTOESLAG, ClaimKind.FINE, department=Department.TOESLAGEN),
        ),
        refused=(
            Refused(
                _measure(Agency.BELASTINGDIENST, MeasureKind.REMIT, _BY_AWB, "toeslag"),
                Provision(Law.AWIR, "31bis"),
                Provision(Law.AWIR, "26", "2"),
            ),
            Refused(
                _measure(
                    Agency.BELASTINGDIENST,
                    MeasureKind.REDUCE,
                    Provision(Law.AWIR, "26", "2"),
                    "boete",
                    amount_cents=100,
                ),
                Provision(Law.AWIR, "31bis"),
                Provision(Law.AWIR, "31"),
            ),
        ),
        allowed=_measure(
            Agency.BELASTINGDIENST,
            MeasureKind.REDUCE,
            Provision(Law.AWIR, "26", "2"),
            "toeslag",
            amount_cents=OWED_CENTS,
        ),
        objection_to="Dienst Toeslagen",
    ),
    Agency.UWV: OfOneAgency(
        records=(
            _claim("ww", Scheme.WW),
            _claim("boete", Scheme.WW, ClaimKind.FINE),
        ),
        refused=(
            Refused(
                _measure(Agency.UWV, MeasureKind.REMIT, Provision(Law.WIA, "77"), "ww"),
                None,
                Provision(Law.WW, "36", "6"),
            ),
            Refused(
                _measure(Agency.UWV, MeasureKind.REMIT, Provision(Law.WW, "36", "6"), "boete"),
                Provision(Law.WW, "27a", "1"),
                Provision(Law.WW, "27a", "13"),
            ),
        ),
        allowed=_measure(Agency.UWV, MeasureKind.REMIT, Provision(Law.WW, "36", "6"), "ww"),
        objection_to="UWV",
    ),
    Agency.SVB: OfOneAgency(
        records=(
            _claim("aow", Scheme.AOW),
            _claim("aio", Scheme.AIO, not_reported=True),
        ),
        refused=(
            Refused(
                _measure(Agency.SVB, MeasureKind.REMIT, Provision(Law.AKW, "24", "5"), "aow"),
                None,
                Provision(Law.AOW, "24", "5"),
            ),
            Refused(
                _measure(Agency.SVB, MeasureKind.REMIT, Provision(Law.PW, "58", "7"), "aio"),
                Provision(Law.PW, "58", "1"),
                Provision(Law.PW, "58", "8"),
            ),
        ),
        allowed=_measure(Agency.SVB, MeasureKind.REMIT, Provision(Law.AOW, "24", "5"), "aow"),
        objection_to="de Sociale verzekeringsbank",
    ),
    Agency.DUO: OfOneAgency(
        records=(_claim("lening", Scheme.STUDENT_LOAN, ClaimKind.LOAN),),
        refused=(
            Refused(
                _measure(Agency.DUO, MeasureKind.REMIT, _BY_AWB, "lening"),
                None,
                Provision(Law.WSF_2000, "11.5"),
            ),
        ),
        allowed=_measure(Agency.DUO, MeasureKind.REMIT, Provision(Law.WSF_2000, "11.5"), "lening"),
        objection_to="de Minister van Onderwijs, Cultuur en Wetenschap (DUO)",
    ),
    Agency.CAK: OfOneAgency(
        records=(
            _claim("achterstand", Scheme.ADMINISTRATIVE_HEALTH_PREMIUM, ClaimKind.PREMIUM_ARREARS),
            _claim("wmo", Scheme.WMO_SUPPORT, ClaimKind.PREMIUM_ARREARS),
            _REGIME,
        ),
        refused=(
            Refused(
                _measure(Agency.CAK, MeasureKind.REMIT, _BY_AWB, "achterstand"),
                Provision(Law.ZVW, "18g", "5"),
                Provision(Law.ZVW, "18d", "2 c"),
            ),
            Refused(
                _measure(Agency.CAK, MeasureKind.REMIT, Provision(Law.ZVW, "18g", "5"), "wmo"),
                None,
                _BY_AWB,
            ),
        ),
        allowed=_measure(Agency.CAK, MeasureKind.REMIT, _BY_AWB, "wmo"),
        objection_to="het CAK",
    ),
    Agency.GEMEENTE: OfOneAgency(
        records=(
            _claim("bijstand", Scheme.BIJSTAND, not_reported=True),
            _claim("boete", Scheme.BIJSTAND, ClaimKind.FINE),
        ),
        refused=(
            Refused(
                _measure(
                    Agency.GEMEENTE, MeasureKind.REMIT, Provision(Law.PW, "58", "7"), "bijstand"
                ),
                Provision(Law.PW, "58", "1"),
                Provision(Law.PW, "58", "8"),
            ),
            Refused(
                _measure(Agency.GEMEENTE, MeasureKind.REMIT, Provision(Law.PW, "58", "8"), "boete"),
                Provision(Law.PW, "18a", "1"),
                Provision(Law.PW, "18a", "13"),
            ),
        ),
        allowed=_measure(
            Agency.GEMEENTE, MeasureKind.REMIT, Provision(Law.PW, "58", "8"), "bijstand"
        ),
        objection_to="het college van burgemeester en wethouders",
    ),
}
"""What each agency holds for `ann` in the contract suite, and what its law says of it."""
