"""Deadlines of objection: the last day to object, and to decide on it (Awb 6:7, 7:10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.conflicts.facts import HARMFUL
from domain.deadlines.deadline import Deadline, Owner
from domain.deadlines.wording import number, weeks_between
from domain.explanations import scheme_name
from domain.legislation.terms import add_weeks
from domain.picture import Picture
from domain.records import DeterminationMade, Notice, Provision
from domain.vocabulary import HandledAs, Law, NoticeDirection

_WEEKS_TO_DECIDE = 6
_TAX = Provision(Law.AWR, "22j")


def objection_deadlines(picture: Picture) -> Iterator[Deadline]:
    """Terms that still run for the household, or for a body with an objection to decide on."""
    for holder, determination in picture.of(DeterminationMade):
        until = determination.objection_until
        if determination.outcome not in HARMFUL or until is None:
            continue
        letter = _letter_in_time(determination, until, picture)
        if determination.objection_received is not None or letter is not None:
            yield _decision_on_objection(determination, until, Owner(body=counted(holder)))
        elif until >= picture.today:
            yield _term_to_object(determination, until, "Bezwaar {}")
        if letter is not None and letter.handled_as is not HandledAs.OBJECTION:
            yield _term_to_object(determination, until, "Bezwaartermijn {} (brief was op tijd)")


def _letter_in_time(
    determination: DeterminationMade, until: dt.date, picture: Picture
) -> Notice | None:
    """A letter that says the decision is wrong is an objection, whatever its name (Awb 6:15)."""
    letters = (
        notice
        for _, notice in picture.of(Notice)
        if notice.direction is NoticeDirection.RECEIVED
        and notice.disputes_decision
        and notice.about == determination.id
        and determination.made_on <= notice.on <= until
    )
    return min(letters, key=lambda notice: (notice.on, notice.id), default=None)


def _term_to_object(determination: DeterminationMade, until: dt.date, what: str) -> Deadline:
    return Deadline(
        what=what.format(scheme_name(determination.scheme)),
        start=determination.made_on,
        due=until,
        rule=_rule(determination, until),
        owner=Owner(member=determination.persons[0]),
        record=determination.id,
    )


def _decision_on_objection(
    determination: DeterminationMade, until: dt.date, owner: Owner
) -> Deadline:
    return Deadline(
        what="Beslissing op bezwaar zonder commissie",
        start=until,
        due=add_weeks(until, _WEEKS_TO_DECIDE),
        rule="Awb 7:10 lid 1: zes weken na einde bezwaartermijn",
        owner=owner,
        record=determination.id,
    )


def _rule(determination: DeterminationMade, until: dt.date) -> str:
    weeks = weeks_between(determination.made_on, until)
    length = f"{number(weeks)} weken" if weeks else "zes weken"
    if _TAX in determination.legal_basis:
        return f"Awb 6:7 jo. AWR 22j: {length}, te rekenen vanaf de dag na dagtekening"
    return f"Awb 6:7: {length}"
