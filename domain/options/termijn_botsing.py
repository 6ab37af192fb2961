"""A harmful act comes before the decision that would avert it: decide sooner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import WGS_4_2
from domain.legislation.terms import add_working_days, is_working_day
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, ThreatenedAct
from domain.vocabulary import ApplicationStatus, Scheme, ThreatenedActKind

THREATENS_HOME_OR_INSURANCE = frozenset(
    {
        ThreatenedActKind.COURT_HEARING,
        ThreatenedActKind.EVICTION,
        ThreatenedActKind.END_OF_INSURANCE,
    }
)
"""Acts for which debt help must be there within three working days (Wgs 4 lid 2)."""

URGENT_WORKING_DAYS = 3
"""Wgs 4 lid 2."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    named = records_in(conflict, picture)
    applications = tuple(held for held in named if isinstance(held.record, Application))
    for held in named:
        if isinstance(held.record, ThreatenedAct):
            yield from _before(held.record, applications, picture)


def _before(
    act: ThreatenedAct, applications: tuple[Held, ...], picture: Picture
) -> Iterator[Measure]:
    averting = {way_out.record for way_out in act.averted_by}
    ways_out = tuple(each for each in applications if each.record.id in averting)
    if act.kind in THREATENS_HOME_OR_INSURANCE and _debt_help_asked(ways_out, picture):
        yield from _urgently(act, ways_out, picture.today)
    else:
        yield from _sooner(act, ways_out)


def _debt_help_asked(applications: tuple[Held, ...], picture: Picture) -> bool:
    """Was debt help asked of a body that holds one of these applications?"""
    holders = {held.holder.agency for held in applications}
    return any(
        holder.agency in holders
        and application.scheme is Scheme.DEBT_COUNSELLING
        and application.status is ApplicationStatus.OPEN
        for holder, application in picture.of(Application)
    )


def _urgently(act: ThreatenedAct, ways_out: tuple[Held, ...], today: dt.date) -> Iterator[Measure]:
    """All within three working days: who helps with debts helps with income too (Wgs 4a)."""
    until = add_working_days(today, URGENT_WORKING_DAYS)
    for power in powers_on(MeasureKind.DECIDE_EARLIER, ways_out[0].holder, ways_out):
        if power.provision == WGS_4_2:
            yield _decided_by(min(until, _last_working_day_before(act.date)), power, ways_out)


def _sooner(act: ThreatenedAct, ways_out: tuple[Held, ...]) -> Iterator[Measure]:
    """Each on the last working day before the act: terms of law are longest terms (Awb 4:13)."""
    for held in ways_out:
        powers = powers_on(MeasureKind.DECIDE_EARLIER, held.holder, (held,))
        ordinary = [power for power in powers if power.provision != WGS_4_2]
        for power in ordinary[:1]:
            yield _decided_by(_last_working_day_before(act.date), power, (held,))


def _decided_by(until: dt.date, power: Power, applications: tuple[Held, ...]) -> Measure:
    on = tuple(held.record.id for held in applications)
    return under(power, applications[0].holder, on, until=until)


def _last_working_day_before(day: dt.date) -> dt.date:
    before = day - dt.timedelta(days=1)
    while not is_working_day(before):
        before -= dt.timedelta(days=1)
    return before


REMEDY = Remedy(ConflictType.TERMIJN_BOTSING, _measures_for)
