"""Acts on something asked: pay an advance, decide sooner, grant the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.powers.provisions import WGS_4_1
from domain.legislation.terms import add_weeks
from domain.measures.act import Act, Change, Effect
from domain.records import Advance, Application, DeterminationMade, Entitlement, Payee
from domain.vocabulary import ApplicationStatus, EntitlementStatus, Outcome, Reason

OBJECTION_WEEKS = 6
"""Awb 6:7."""


def advance_changes(act: Act) -> tuple[Change, ...]:
    """The advance on each named application is paid."""
    return tuple(_advance_paid(application, act) for application in _open(act))


def decide_earlier_changes(act: Act) -> tuple[Change, ...]:
    """Each named application is talked about and decided on the measure's day at the latest.

    What has been decided meanwhile needs nothing more. Under Wgs 4 lid 1 only the first talk moves.
    """
    until = act.until()
    moved = _talk_by if act.measure.provision == WGS_4_1 else _decided_by
    return tuple(moved(each, until) for each in act.named(Application) if _is_open(each))


def grant_changes(act: Act) -> tuple[Change, ...]:
    """Each named application is granted: a determination, and a right in payment."""
    return tuple(change for application in _open(act) for change in _granted(application, act))


def _is_open(application: Application) -> bool:
    return application.status in (ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED)


def _open(act: Act) -> tuple[Application, ...]:
    applications = act.named(Application)
    if not applications or not all(map(_is_open, applications)):
        raise MeasureNotPossible("Op de aanvraag is al beslist, of er is geen aanvraag.")
    return applications


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


def _granted(application: Application, act: Act) -> Iterator[Change]:
    amount = _amount(act)
    from_date = act.measure.from_date or application.received
    decision = DeterminationMade(
        id=act.new_id("decision"),
        persons=application.persons,
        department=application.department,
        legal_basis=(act.measure.provision,),
        scheme=application.scheme,
        made_on=act.on,
        outcome=Outcome.GRANTED,
        reason=Reason.CONDITIONS_MET,
        effective_from=from_date,
        about=application.id,
        amount_monthly_cents=amount,
        objection_until=add_weeks(act.on, OBJECTION_WEEKS),
    )
    right = Entitlement(
        id=act.new_id("right"),
        persons=application.persons,
        department=application.department,
        legal_basis=(act.measure.provision,),
        scheme=application.scheme,
        status=EntitlementStatus.IN_PAYMENT,
        amount_monthly_cents=amount,
        full_amount_monthly_cents=amount,
        payee=Payee(member=application.persons[0]),
        from_date=from_date,
        determined_by=decision.id,
    )
    # a granted application waits for nobody: with it the circle of waiting bodies is broken here
    decided = replace(application, status=ApplicationStatus.DECIDED, waits_for=())
    yield Change(decided, Effect(application.id, "Op de aanvraag is beslist.", 0, 0))
    yield Change(decision, Effect(decision.id, "De aanvraag is toegekend.", 0, 0))
    what = f"Er wordt betaald vanaf {from_date:%d-%m-%Y}."
    yield Change(right, Effect(right.id, what, amount, 0))


def _amount(act: Act) -> int:
    if len(act.measure.on) != 1:
        raise MeasureNotPossible("Toekennen gaat per aanvraag.")
    if act.measure.amount_cents is not None:
        return act.measure.amount_cents
    if act.basis is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag per maand wordt toegekend.")
    return act.basis.monthly_cents
