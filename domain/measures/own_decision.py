"""The decision that an agency takes of its own when it carries a measure out.

What is decided follows from the measure and from what it changes. Against a decision an objection
is open for six weeks from the day after it is made known (Awb 6:7, 6:8), here the day it is made;
not against what only prepares a decision (Awb 6:3), nor under the Invorderingswet 1990, which keeps
chapters 6 and 7 of the Awb away (IW 1990 1 lid 2).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from domain.legislation.terms import add_weeks
from domain.measures.effects import RecordsAfter
from domain.measures.judge import with_department
from domain.measures.measure import AgencyDecision, Measure, MeasureKind, Receipt
from domain.records import Entitlement, Hold, Provision, Record
from domain.vocabulary import Agency, Department, Law

OBJECTION_WEEKS = 6
"""Awb 6:7."""

OBJECTION_TERM = Provision(Law.AWB, "6:7")
ONLY_PREPARES = Provision(Law.AWB, "6:3")
NOT_UNDER_IW = Provision(Law.IW_1990, "1", "2")

PREPARATION = frozenset(
    {
        MeasureKind.CONFIRM,
        MeasureKind.DECIDE_EARLIER,
        MeasureKind.RECOGNISE_OBJECTION,
        MeasureKind.ACCEPT_OBJECTION,
    }
)
"""Acts on the way to a decision, which decide nothing of a right or a debt themselves."""

OBJECTION_BODIES: dict[tuple[Agency, Department | None], str] = {
    (Agency.BELASTINGDIENST, Department.TOESLAGEN): "Dienst Toeslagen",
    (Agency.BELASTINGDIENST, None): "de Belastingdienst",
    (Agency.UWV, None): "UWV",
    (Agency.SVB, None): "de Sociale verzekeringsbank",
    (Agency.DUO, None): "de Minister van Onderwijs, Cultuur en Wetenschap (DUO)",
    (Agency.CAK, None): "het CAK",
    (Agency.GEMEENTE, None): "het college van burgemeester en wethouders",
}
"""Where an objection is sent: to the body that took the decision (Awb 6:4 lid 1)."""

DECIDED: dict[MeasureKind, str] = {
    MeasureKind.HOLD: "Er wordt uitstel van betaling verleend.",
    MeasureKind.REDUCE: "Er wordt minder gevorderd.",
    MeasureKind.REMIT: "De schuld wordt kwijtgescholden of niet verder teruggevorderd.",
    MeasureKind.END_REGIME: "Het regime eindigt.",
    MeasureKind.ADVANCE: "Er wordt een voorschot verleend.",
    MeasureKind.GRANT_FROM: "De aanvraag wordt toegekend.",
    MeasureKind.DECIDE_EARLIER: "Er wordt eerder beslist dan de wet eist.",
    MeasureKind.CONFIRM: "Wat klaarlag, wordt bevestigd en verstuurd.",
    MeasureKind.CORRECT: "Een onjuist gegeven wordt verbeterd, en wat daarop rust ook.",
    MeasureKind.REVISE: "Het eerdere besluit wordt herzien.",
    MeasureKind.APPLY_EXCEPTION: "De uitzondering die de wet voorschrijft, wordt toegepast.",
    MeasureKind.TAILOR: "De uitkering wordt afgestemd op de omstandigheden.",
    MeasureKind.GRANT: "Het recht wordt toegekend en uitbetaald.",
    MeasureKind.RESTORE: "Het recht dat was gestopt, loopt door.",
    MeasureKind.OTHER_INCOME_YEAR: "De termijn wordt berekend naar het inkomen van nu.",
    MeasureKind.CHANGE_PAYEE: "Voortaan wordt betaald aan wie het geld is bedoeld.",
    MeasureKind.REGISTER_ADDRESS: "Het adres wordt ingeschreven.",
    MeasureKind.NOT_COLLECT: "Het bedrag wordt niet geïnd.",
    MeasureKind.WITHDRAW: "Het besluit wordt ingetrokken.",
    MeasureKind.ACCEPT_OBJECTION: "Het bezwaar wordt in behandeling genomen.",
    MeasureKind.RECOGNISE_OBJECTION: "De brief wordt als bezwaar behandeld.",
    MeasureKind.ARRANGE_INSTALMENTS: "Er komt een betalingsregeling.",
    MeasureKind.PLAN: "Er wordt een plan van aanpak voor de schulden vastgesteld.",
    MeasureKind.MORATORIUM: "Een moratorium wordt gevraagd.",
    MeasureKind.RECOMPUTE: "Het beschermde bedrag wordt opnieuw berekend.",
    MeasureKind.REFUND: "Wat te veel is genomen, wordt teruggegeven.",
    MeasureKind.COORDINATE: "Eén deurwaarder coördineert de beslagen.",
}

_PER_MONTH = frozenset(
    {MeasureKind.ADVANCE, MeasureKind.GRANT, MeasureKind.GRANT_FROM, MeasureKind.TAILOR}
)
_OF_A_DEBT = frozenset(
    {MeasureKind.NOT_COLLECT, MeasureKind.REDUCE, MeasureKind.REMIT, MeasureKind.WITHDRAW}
)


class _Dates(NamedTuple):
    from_date: dt.date | None
    until: dt.date | None


def decision_on(measure: Measure, after: RecordsAfter, number: str, on: dt.date) -> AgencyDecision:
    """The decision by which this measure was carried out on this day, under the agency's number.

    Deterministic; `after` is what the measure made of the agency's records.
    """
    measure = with_department(measure, (each for each in after.records if each.id in measure.on))
    monthly = sum(effect.monthly_effect_cents for effect in after.effects)
    debt = sum(effect.debt_effect_cents for effect in after.effects)
    changed = set(after.changed)
    dates = _dates(measure, tuple(each for each in after.records if each.id in changed))
    closed_by = _closed_by(measure)
    return AgencyDecision(
        number=number,
        made_on=on,
        kind=measure.kind,
        ground=measure.provision,
        decided=_decided(measure, after),
        monthly_effect_cents=monthly,
        debt_effect_cents=debt,
        objection_by=closed_by or OBJECTION_TERM,
        objection_until=None if closed_by else add_weeks(on, OBJECTION_WEEKS),
        objection_to=None if closed_by else objection_body(measure.agency, measure.department),
        amount_cents=_amount(measure, monthly, debt),
        from_date=dates.from_date,
        until=dates.until,
    )


def taken_back(receipt: Receipt) -> Receipt:
    """The receipt, and its decision, of a measure that has been taken back."""
    made = receipt.decision
    decision = None if made is None else replace(made, reverted=True)
    return replace(receipt, reverted=True, decision=decision)


def objection_body(agency: Agency, department: Department | None) -> str:
    """The body that an objection is sent to, in Dutch."""
    own = OBJECTION_BODIES.get((agency, department))
    return OBJECTION_BODIES[agency, None] if own is None else own


def _closed_by(measure: Measure) -> Provision | None:
    """The provision that keeps an objection closed, or None when one is open."""
    if measure.kind in PREPARATION:
        return ONLY_PREPARES
    return NOT_UNDER_IW if measure.provision.law is Law.IW_1990 else None


def _decided(measure: Measure, after: RecordsAfter) -> str:
    sentences = (DECIDED[measure.kind], *(effect.what for effect in after.effects))
    return " ".join(dict.fromkeys(sentences))


def _amount(measure: Measure, monthly: int, debt: int) -> int | None:
    if measure.kind in _OF_A_DEBT:
        return -debt
    if measure.kind in _PER_MONTH:
        return monthly
    return measure.amount_cents


def _dates(measure: Measure, changed: tuple[Record, ...]) -> _Dates:
    """From when until when the decision works, by what it brought about."""
    for record in changed:
        if isinstance(record, Hold):
            return _Dates(record.from_date, record.until)
        if isinstance(record, Entitlement) and measure.kind is MeasureKind.GRANT_FROM:
            return _Dates(record.from_date, record.until)
    if measure.kind is MeasureKind.END_REGIME:
        return _Dates(measure.until, None)
    return _Dates(measure.from_date, measure.until)
