"""Deadlines of open applications: first talk, advance, decision (Wgs 4 and 4a, Pw 52, Awb 4:13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.deadlines.deadline import Deadline, Owner
from domain.deadlines.wording import THREATS, term_rule
from domain.explanations import scheme_name
from domain.legislation.terms import add_weeks
from domain.picture import Picture
from domain.records import Application, Provision, ThreatenedAct
from domain.vocabulary import ApplicationStatus, Law, Scheme

_THREATENING = Provision(Law.WGS, "4", "2")
_DEBT_DECISION_WEEKS = 8


def application_deadlines(picture: Picture) -> Iterator[Deadline]:
    """What bodies must do on applications that are being dealt with, also when the day has passed.

    Only a first talk whose last day has passed is left out: no record tells whether it was held.
    """
    for holder, application in picture.of(Application):
        if application.status is ApplicationStatus.OPEN:
            owner = Owner(body=counted(holder))
            yield from _first_talk(application, owner, picture)
            yield from _advance(application, owner)
            yield from _decision(application, owner)


def _first_talk(application: Application, owner: Owner, picture: Picture) -> Iterator[Deadline]:
    due = application.first_talk_by
    if due is None or due < picture.today:
        return
    threatening = _THREATENING in application.legal_basis
    yield Deadline(
        what=f"Eerste gesprek schuldhulp{f' ({_threat(picture)})' if threatening else ''}",
        start=application.received,
        due=due,
        rule="Wgs 4 lid 2: drie werkdagen" if threatening else "Wgs 4 lid 1: vier weken",
        owner=owner,
        record=application.id,
    )


def _threat(picture: Picture) -> str:
    """What threatens first, of the situations that Wgs 4 lid 2 names."""
    coming = sorted(
        (act.date, THREATS[act.kind])
        for _, act in picture.of(ThreatenedAct)
        if act.kind in THREATS and act.date >= picture.today
    )
    return coming[0][1] if coming else "bedreigende situatie"


def _advance(application: Application, owner: Owner) -> Iterator[Deadline]:
    advance = application.advance
    if advance is not None and not advance.paid:
        provision = _advance_provision(application)
        yield Deadline(
            what=f"Voorschot {scheme_name(application.scheme)}",
            start=application.received,
            due=advance.due,
            rule=provision,
            owner=owner,
            record=application.id,
        )


def _advance_provision(application: Application) -> str:
    cited = [str(provision) for provision in application.legal_basis]
    if str(Provision(Law.PW, "52")) in cited or application.scheme is Scheme.BIJSTAND:
        return "Pw 52 lid 1: vier weken"
    return ", ".join(cited) or "voorschot volgens de organisatie"


def _decision(application: Application, owner: Owner) -> Iterator[Deadline]:
    due = application.decide_by
    if due is None:
        return
    if application.scheme is Scheme.DEBT_COUNSELLING:
        yield _debt_decision(application, due, owner)
        return
    yield Deadline(
        what=f"Beslissing {scheme_name(application.scheme)}",
        start=application.received,
        due=due,
        rule=term_rule(application, application.received, due),
        owner=owner,
        record=application.id,
    )


def _debt_decision(application: Application, due: dt.date, owner: Owner) -> Deadline:
    """The term runs from the first talk; a body may count it from the request, which is sooner."""
    rule = "Wgs 4a lid 3: maximaal acht weken na het gesprek"
    from_intake = due == add_weeks(application.received, _DEBT_DECISION_WEEKS)
    return Deadline(
        what="Beschikking plan van aanpak schuldhulp",
        start=application.received if from_intake else application.first_talk_by,
        due=due,
        rule=f"{rule} (hier gerekend vanaf intake)" if from_intake else rule,
        owner=owner,
        record=application.id,
    )
