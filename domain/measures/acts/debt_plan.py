"""A plan for the debts by the municipality (Wgs 4a)."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.terms import add_weeks
from domain.measures.act import Act, Change, Effect
from domain.records import Application, DeterminationMade
from domain.vocabulary import ApplicationStatus, Outcome, Reason, Scheme

PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})

OBJECTION_WEEKS = 6
"""Awb 6:7."""


def changes(act: Act) -> tuple[Change, ...]:
    """The named application is decided with a plan that leaves the measure's amount free per month.

    A plan follows the first talk (Wgs 4a lid 1), so that has been held as well.
    """
    asked = act.named(Application)
    if (
        len(asked) != 1
        or len(act.measure.on) != 1
        or asked[0].scheme is not Scheme.DEBT_COUNSELLING
    ):
        raise MeasureNotPossible("Een plan van aanpak hoort bij één aanvraag om schuldhulp.")
    if asked[0].status not in PENDING:
        raise MeasureNotPossible("Op deze aanvraag is al beslist.")
    if act.measure.amount_cents is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag het plan vrij laat.")
    return _decided(asked[0], act)


def _decided(application: Application, act: Act) -> tuple[Change, ...]:
    granted = DeterminationMade(
        id=act.new_id("decision"),
        persons=application.persons,
        department=application.department,
        legal_basis=(act.measure.provision,),
        scheme=application.scheme,
        made_on=act.on,
        outcome=Outcome.GRANTED,
        reason=Reason.CONDITIONS_MET,
        effective_from=act.on,
        about=application.id,
        objection_until=add_weeks(act.on, OBJECTION_WEEKS),
    )
    after = replace(application, status=ApplicationStatus.DECIDED, waits_for=())
    what = "Er is schuldhulp, met een plan van aanpak dat het beschermde bedrag vrij laat."
    return (
        Change(after, Effect(application.id, "Het eerste gesprek is gevoerd.", 0, 0)),
        Change(granted, Effect(granted.id, what, 0, 0)),
    )
