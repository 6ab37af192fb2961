"""A made-up household that any agency may hold: the contract suite asks every agency about it."""

from __future__ import annotations

import datetime as dt

from agency_adapters.contract.port import Asker, PersonNumber
from domain.measures import Measure, MeasureKind
from domain.records import (
    Application,
    Body,
    Claim,
    Entitlement,
    FactUsed,
    MemberRef,
    Money,
    Notice,
    Payee,
    Provision,
    Record,
    RecordRef,
    Ref,
    Wait,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    Certainty,
    ClaimKind,
    ClaimStatus,
    EntitlementStatus,
    FactName,
    FactOrigin,
    Law,
    NoticeDirection,
    NoticeKind,
    NoticeStatus,
    Scheme,
)

TODAY = dt.date(2026, 11, 23)
GROUND = Provision(Law.WGS, "4")
CARE = Provision(Law.AWB, "3:2")
FORMER_PARTNER = MemberRef("ex")

# numbers of the fictional persons in the public test set of the BRP
BSN_OF = {
    MemberRef("ann"): "000009830",
    MemberRef("kid"): "000009842",
    FORMER_PARTNER: "000009866",
}

_WAIT = (Wait(Body(agency=Agency.GEMEENTE), "de beschikking"),)

LETTER = Notice(
    id=RecordRef("letter"),
    persons=(MemberRef("ann"),),
    waits_for=_WAIT,
    direction=NoticeDirection.SENT,
    kind=NoticeKind.LETTER,
    on=dt.date(2026, 11, 10),
    status=NoticeStatus.NOT_SENT,
    note="Een notitie die de grens niet over mag.",
)
APPLICATION = Application(
    id=RecordRef("application"),
    persons=(MemberRef("ann"),),
    waits_for=_WAIT,
    scheme=Scheme.MINIMAREGELING,
    received=dt.date(2026, 11, 2),
    status=ApplicationStatus.OPEN,
    decide_by=dt.date(2027, 1, 4),
)
CHILD_ENTITLEMENT = Entitlement(
    id=RecordRef("child"),
    persons=(MemberRef("kid"),),
    scheme=Scheme.KINDERBIJSLAG,
    status=EntitlementStatus.IN_PAYMENT,
    amount_monthly_cents=12_345,
    payee=Payee(member=FORMER_PARTNER),
)
CLAIM = Claim(
    id=RecordRef("claim"),
    persons=(MemberRef("ann"), FORMER_PARTNER),
    scheme=Scheme.ZORGTOESLAG,
    kind=ClaimKind.OVERPAYMENT,
    status=ClaimStatus.OPEN,
    outstanding_cents=50_000,
    liable=(MemberRef("ann"), FORMER_PARTNER),
    arose_from=FORMER_PARTNER,
)
PARTNER_FACT = FactUsed(
    id=RecordRef("partner"),
    persons=(MemberRef("ann"),),
    fact=FactName.PARTNER,
    value=Ref(FORMER_PARTNER),
    origin=FactOrigin.BASE_REGISTER,
    certainty=Certainty.REGISTERED,
)
OTHERS_INCOME = FactUsed(
    id=RecordRef("income"),
    persons=(FORMER_PARTNER,),
    fact=FactName.INCOME_YEAR,
    value=Money(3_000_000),
    origin=FactOrigin.PAY_ADMINISTRATION,
    certainty=Certainty.ESTABLISHED,
)

RECORDS: tuple[Record, ...] = (
    LETTER,
    APPLICATION,
    CHILD_ENTITLEMENT,
    CLAIM,
    PARTNER_FACT,
    OTHERS_INCOME,
)


def asker(
    administration: str,
    *,
    asked_about: tuple[str, ...] = ("ann", "kid"),
    named: tuple[str, ...] = ("ann", "kid", "ex"),
    call_them: str = "{}",
) -> Asker:
    """Who asks; `call_them` turns the ledger's references into the asker's own."""
    persons = tuple(
        PersonNumber(MemberRef(call_them.format(ref)), BSN_OF[MemberRef(ref)], ref in asked_about)
        for ref in named
    )
    return Asker(persons, "gezamenlijk plan", GROUND, administration)


def confirm(agency: Agency, *records: str, ref: str = "m-confirm") -> Measure:
    """A measure that every agency may take: to confirm what it has lying ready (Awb 3:2)."""
    return Measure(
        ref=ref,
        agency=agency,
        department=None,
        kind=MeasureKind.CONFIRM,
        provision=CARE,
        on=tuple(RecordRef(record) for record in records or ("letter",)),
        deviates_from_law=False,
    )


def decide_earlier(agency: Agency) -> Measure:
    """Another measure that every agency may take, on the application."""
    return Measure(
        ref="m-earlier",
        agency=agency,
        department=None,
        kind=MeasureKind.DECIDE_EARLIER,
        provision=CARE,
        on=(APPLICATION.id,),
        deviates_from_law=False,
        until=dt.date(2026, 12, 1),
    )


def not_lawful(agency: Agency) -> Measure:
    """A measure for which no agency has the power on this ground."""
    return Measure(
        ref="m-remit",
        agency=agency,
        department=None,
        kind=MeasureKind.REMIT,
        provision=CARE,
        on=(CLAIM.id,),
        deviates_from_law=True,
    )
