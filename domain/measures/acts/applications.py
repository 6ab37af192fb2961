"""Acts on something asked: pay an advance, decide sooner, grant the right.

Who takes up or grants what was asked no longer sends the household on to another for it (Awb 2:3).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.powers.provisions import WGS_4_1
from domain.legislation.terms import add_weeks
from domain.measures.act import Act, Change, Effect
from domain.measures.acts import backdating
from domain.records import (
    Advance,
    Application,
    DeterminationMade,
    Entitlement,
    Payee,
    RecordRef,
    Referral,
)
from domain.vocabulary import ApplicationStatus, EntitlementStatus, Outcome, Reason

OBJECTION_WEEKS = 6
"""Awb 6:7."""


def advance_changes(act: Act) -> tuple[Change, ...]:
    """The advance on each named application is paid."""
    return tuple(_advance_paid(application, act) for application in still_to_decide(act))


def decide_earlier_changes(act: Act) -> tuple[Change, ...]:
    """Each named application is talked about and decided on the measure's day at the latest.

    What has been decided meanwhile needs nothing more. Under Wgs 4 lid 1 only the first talk moves.
    """
    until = act.until()
    moved = _talk_by if act.measure.provision == WGS_4_1 else _decided_by
    pending = tuple(each for each in act.named(Application) if _is_open(each))
    taken_up = (each for each in pending if each.status is ApplicationStatus.NOT_OPENED)
    return (
        *(moved(each, until) for each in pending),
        *(change for each in taken_up for change in referrals_ended(each, act)),
    )


def grant_changes(act: Act) -> tuple[Change, ...]:
    """The named application is granted: a determination, and a right in payment.

    Where a decision is named and no application, what was put right in it reaches back further.
    """
    if act.named(DeterminationMade) and not act.named(Application):
        return backdating.changes(act)
    return tuple(
        change for application in still_to_decide(act) for change in granted(application, act)
    )


def granted(application: Application, act: Act) -> Iterator[Change]:
    """The application as decided, the decision, the right it gives, and no more referrals."""
    amount = _amount(act)
    from_date = act.measure.from_date or application.received
    decision = decision_on(application, act, from_date, amount)
    right = _right_to_pay(application, decision, act)
    # a granted application waits for nobody: with it the circle of waiting bodies is broken here
    yield decided(application)
    yield Change(decision, Effect(decision.id, "De aanvraag is toegekend.", 0, 0))
    what = f"Er wordt betaald vanaf {from_date:%d-%m-%Y}."
    yield Change(right, Effect(right.id, what, amount, 0))
    yield from referrals_ended(application, act)


def decided(application: Application) -> Change:
    """The application once it is decided on."""
    after = replace(application, status=ApplicationStatus.DECIDED, waits_for=())
    return Change(after, Effect(application.id, "Op de aanvraag is beslist.", 0, 0))


def decision_on(
    asked: Application | Entitlement, act: Act, from_date: dt.date | None, amount_cents: int
) -> DeterminationMade:
    """The new decision by which this is granted, per month from a day on."""
    return DeterminationMade(
        id=act.new_id("decision"),
        persons=asked.persons,
        department=asked.department,
        legal_basis=(act.measure.provision,),
        scheme=asked.scheme,
        made_on=act.on,
        outcome=Outcome.GRANTED,
        reason=Reason.CONDITIONS_MET,
        effective_from=from_date,
        about=asked.id,
        amount_monthly_cents=amount_cents,
        objection_until=add_weeks(act.on, OBJECTION_WEEKS),
    )


def referrals_ended(asked: Application | Entitlement, act: Act) -> Iterator[Change]:
    """The holder's referrals of these persons for this scheme, which stand in the way no longer."""
    for referral in act.others(Referral):
        same_persons = not set(referral.persons).isdisjoint(asked.persons)
        if same_persons and referral.scheme is asked.scheme:
            yield referral_ended(referral)


def referral_ended(referral: Referral) -> Change:
    """The referral, taken back."""
    what = "Er wordt niet meer naar een ander verwezen."
    return Change(referral, Effect(referral.id, what, 0, 0), gone=True)


def still_to_decide(act: Act) -> tuple[Application, ...]:
    """The named applications; raises MeasureNotPossible when one is decided or there is none."""
    applications = act.named(Application)
    if not applications or not all(map(_is_open, applications)):
        raise MeasureNotPossible("Op de aanvraag is al beslist, of er is geen aanvraag.")
    return applications


def _is_open(application: Application) -> bool:
    return application.status in (ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED)


def _advance_paid(application: Application, act: Act) -> Change:
    due = application.advance
    if due is not None and due.paid:
        raise MeasureNotPossible("Het voorschot is al betaald.")
    amount = act.measure.amount_cents
    if amount is None:
        if due is None:
            raise MeasureNotPossible("Niet bekend is hoe hoog het voorschot moet zijn.")
        amount = due.amount_monthly_cents
    paid = Advance(due=due.due if due else act.on, amount_monthly_cents=amount, paid=True)
    effect = Effect(application.id, "Er wordt een voorschot betaald.", amount, 0)
    return Change(replace(application, advance=paid), effect)


def _talk_by(application: Application, until: dt.date) -> Change:
    after = replace(
        application,
        status=ApplicationStatus.OPEN,
        first_talk_by=min(application.first_talk_by or until, until),
    )
    what = f"Het eerste gesprek is er uiterlijk op {until:%d-%m-%Y}."
    return Change(after, Effect(application.id, what, 0, 0))


def _decided_by(application: Application, until: dt.date) -> Change:
    talk = application.first_talk_by
    after = replace(
        application,
        status=ApplicationStatus.OPEN,
        first_talk_by=None if talk is None else min(talk, until),
        decide_by=min(application.decide_by or until, until),
        expected_on=min(application.expected_on or until, until),
    )
    what = f"De beslissing is er uiterlijk op {until:%d-%m-%Y}."
    return Change(after, Effect(application.id, what, 0, 0))


def _right_to_pay(application: Application, decision: DeterminationMade, act: Act) -> Entitlement:
    """The right that the holder had calculated and not paid, or else a new one."""
    calculated = _calculated_for(application, act)
    amount = decision.amount_monthly_cents or 0
    return Entitlement(
        id=act.new_id("right") if calculated is None else calculated.id,
        persons=application.persons if calculated is None else calculated.persons,
        department=application.department,
        legal_basis=(act.measure.provision,),
        scheme=application.scheme,
        status=EntitlementStatus.IN_PAYMENT,
        amount_monthly_cents=amount,
        full_amount_monthly_cents=amount,
        payee=Payee(member=application.persons[0]) if calculated is None else calculated.payee,
        from_date=decision.effective_from,
        until=None if calculated is None else calculated.until,
        determined_by=decision.id,
    )


def _calculated_for(application: Application, act: Act) -> Entitlement | None:
    found: dict[RecordRef, Entitlement] = {
        right.id: right
        for right in act.others(Entitlement)
        if right.status is EntitlementStatus.ELIGIBLE
        and right.scheme is application.scheme
        and not set(right.persons).isdisjoint(application.persons)
    }
    return found.popitem()[1] if len(found) == 1 else None


def _amount(act: Act) -> int:
    if len(act.named(Application)) != 1:
        raise MeasureNotPossible("Toekennen gaat per aanvraag.")
    if act.measure.amount_cents is not None:
        return act.measure.amount_cents
    if act.basis is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag per maand wordt toegekend.")
    return act.basis.monthly_cents
