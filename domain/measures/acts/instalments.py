"""Instalments that the household can pay, in place of what was taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.errors import MeasureNotPossible
from domain.legislation.calendar import add_months
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.hold import ended
from domain.measures.acts.threats import called_off
from domain.records import Claim, Recovery, ThreatenedAct
from domain.vocabulary import RecoveryMethod, RecoveryStatus, ThreatenedActKind

BY_ARREARS = frozenset({ThreatenedActKind.REPORT_TO_CAK})
"""What the law brings about over arrears, and not while an arrangement is kept (Zvw 18b lid 3,
18c)."""


def changes(act: Act) -> tuple[Change, ...]:
    """The named claim is paid in instalments of the measure's amount; other takings for it end.

    The first is due on the first of the next month. An announced act about the claim does not
    follow when it is named, or rests on its arrears.
    """
    claims = act.named(Claim)
    monthly = act.measure.amount_cents
    if len(claims) != 1 or claims[0].outstanding_cents <= 0:
        raise MeasureNotPossible("Een betalingsregeling gaat over één vordering die openstaat.")
    if monthly is None or monthly <= 0:
        raise MeasureNotPossible("Niet bekend is welk bedrag per maand kan worden betaald.")
    (claim,) = claims
    return (_paid_off(claim, monthly, act), *_takings_ended(claim, act), *_averted(claim, act))


def _paid_off(claim: Claim, monthly: int, act: Act) -> Change:
    amount = min(monthly, claim.outstanding_cents)
    paid = Recovery(
        id=act.new_id("instalment"),
        persons=claim.persons,
        department=claim.department,
        legal_basis=(act.measure.provision,),
        for_record=claim.id,
        method=RecoveryMethod.INSTALMENT,
        status=RecoveryStatus.RUNNING,
        amount_monthly_cents=amount,
        from_date=first_term_after(act.on),
    )
    what = f"Er komt een betalingsregeling, vanaf {paid.from_date:%d-%m-%Y}."
    return Change(paid, Effect(paid.id, what, -amount, 0))


def first_term_after(day: dt.date) -> dt.date:
    """The day on which the first instalment is due once an arrangement is made on this day."""
    return add_months(day.replace(day=1), 1)


def _takings_ended(claim: Claim, act: Act) -> Iterator[Change]:
    own = act.new_id("instalment")
    for recovery in act.others(Recovery):
        goes_on = recovery.status is not RecoveryStatus.ENDED and recovery.id != own
        if goes_on and recovery.for_record == claim.id:
            yield ended(recovery, act.on)


def _averted(claim: Claim, act: Act) -> Iterator[Change]:
    for threat in act.others(ThreatenedAct):
        about_it = threat.about == claim.id or claim.id in threat.rests_on
        is_named = threat.id in act.measure.on
        if is_named and not about_it:
            raise MeasureNotPossible("Wat is aangekondigd, gaat niet over deze vordering.")
        if about_it and (is_named or threat.kind in BY_ARREARS):
            yield called_off(threat)
