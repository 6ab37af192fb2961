"""Deadlines that threatened acts bring: the day itself, and the day to ask a court for a pause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.conflicts.facts import HARMFUL
from domain.deadlines.deadline import Deadline, Owner
from domain.deadlines.wording import ACTS, cited
from domain.explanations import scheme_name
from domain.legislation.calendar import add_months
from domain.picture import Picture
from domain.records import (
    Application,
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    RecordRef,
    ThreatenedAct,
)
from domain.vocabulary import ApplicationStatus, Scheme, ThreatenedActKind

_MORATORIUM_MONTHS = 6
"""Fw 287b: the court gives at most six months; counted from the day of the eviction that it
stops."""

_MORATORIUM_REQUEST_BEFORE = dt.timedelta(weeks=1)
"""Courts and municipalities work with a week before the eviction; Fw 287b names no term."""


def threat_deadlines(picture: Picture) -> Iterator[Deadline]:
    """The days on which something harmful follows, unless told already as an objection term."""
    for holder, act in picture.of(ThreatenedAct):
        if act.date < picture.today or _is_an_objection_term(act, picture):
            continue
        yield Deadline(
            what=_what(act, picture),
            due=act.date,
            rule=cited(act),
            owner=_owner(holder, act),
            record=act.id,
        )
        yield from _moratorium_request(act, picture)


def _is_an_objection_term(act: ThreatenedAct, picture: Picture) -> bool:
    held = picture.find(act.about)
    return (
        act.kind is ThreatenedActKind.RIGHT_LAPSES
        and held is not None
        and isinstance(held.record, DeterminationMade)
        and held.record.outcome in HARMFUL
        and held.record.objection_until == act.date
    )


def _what(act: ThreatenedAct, picture: Picture) -> str:
    held = picture.find(act.about)
    about = held.record if held else None
    what, otherwise = ACTS[act.kind]
    if isinstance(about, Claim | DeterminationMade | Entitlement):
        return what.format(scheme_name(about.scheme))
    return what.format(otherwise)


def _owner(holder: Body, act: ThreatenedAct) -> Owner:
    """Who must act by then: for a right that lapses the person whose right it is."""
    if act.kind is ThreatenedActKind.RIGHT_LAPSES:
        return Owner(member=act.persons[0])
    return Owner(body=counted(holder))


def _moratorium_request(act: ThreatenedAct, picture: Picture) -> Iterator[Deadline]:
    if act.kind is not ThreatenedActKind.EVICTION:
        return
    due = act.date - _MORATORIUM_REQUEST_BEFORE
    for helper in _debt_counsellors(act, picture):
        if due >= picture.today:
            yield Deadline(
                what="Verzoekschrift moratorium bij rechtbank",
                due=due,
                rule="Fw 287b; een week voor ontruiming (werkafspraak)",
                owner=Owner(body=counted(helper)),
                record=act.id,
            )
            yield Deadline(
                what="Einde moratorium",
                start=act.date,
                due=add_months(act.date, _MORATORIUM_MONTHS),
                rule="Fw 287b: zes maanden",
                owner=Owner(body=counted(helper)),
                record=act.id,
            )


def _debt_counsellors(act: ThreatenedAct, picture: Picture) -> Iterator[Body]:
    ways_out: set[RecordRef] = {way_out.record for way_out in act.averted_by}
    for holder, application in picture.of(Application):
        if (
            application.id in ways_out
            and application.scheme is Scheme.DEBT_COUNSELLING
            and application.status is ApplicationStatus.OPEN
        ):
            yield holder
