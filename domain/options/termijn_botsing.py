"""A harmful act comes before the decision that would avert it: decide sooner, or let it wait.

Whoever decides can do so before the act, or give the plan that it would bring. An objection can be
taken in before its term lapses. An agency can wait with its own act (Awb 3:4), and against an
eviction the court can order a moratorium at the request of the municipality (Fw 287b).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.beslagvrije_voet import protected_amount
from domain.legislation.calendar import add_months
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import WGS_4_2
from domain.legislation.terms import add_working_days, is_working_day
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.propose import (
    HOLD_MONTHS,
    asked,
    is_lawful,
    party_powers_on,
    powers_on,
    put_off,
    records_in,
    under,
)
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


MORATORIUM_MONTHS = parameter("fw_moratorium")


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    named = records_in(conflict, picture)
    applications = tuple(held for held in named if isinstance(held.record, Application))
    for held in named:
        if isinstance(held.record, ThreatenedAct):
            yield from _before(held.record, applications, picture)
            yield from _objection(held, held.record, picture)
            yield from _waiting(held, held.record, applications)


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(each for each in _moratoria(conflict, picture) if is_possible(each, picture))


def _objection(held: Held, act: ThreatenedAct, picture: Picture) -> Iterator[Measure]:
    """The objection itself, in time: then nothing lapses."""
    if act.kind is ThreatenedActKind.RIGHT_LAPSES:
        for power in powers_on(MeasureKind.ACCEPT_OBJECTION, held.holder, (held,))[:1]:
            taken_in = under(power, held.holder, (act.id,))
            if is_lawful(taken_in, picture):
                yield taken_in


def _waiting(held: Held, act: ThreatenedAct, applications: tuple[Held, ...]) -> Iterator[Measure]:
    """The act follows once there has been decided; half a year when nobody must by a day."""
    averting = {way_out.record for way_out in act.averted_by}
    days = [
        max(each.record.decide_by or dt.date.min, each.record.first_talk_by or dt.date.min)
        for each in applications
        if isinstance(each.record, Application) and each.record.id in averting
    ]
    last = max(days, default=dt.date.min)
    until = last if last > act.date else add_months(act.date, HOLD_MONTHS)
    measure = put_off(held, until)
    if measure is not None:
        yield measure


def _moratoria(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    """At most half a year from the day of the act (Fw 287b lid 5), while debt help is asked."""
    if not any(_is_debt_help(application) for _, application in picture.of(Application)):
        return
    for held in records_in(conflict, picture):
        act = held.record
        powers = party_powers_on(MeasureKind.MORATORIUM, held.holder, (held,), picture)
        if isinstance(act, ThreatenedAct) and held.holder.party is not None:
            months = int(last_known_on(MORATORIUM_MONTHS, picture.today))
            for power in powers[:1]:
                until = add_months(act.date, months)
                yield asked(power, held.holder.party, (act.id,), until=until)


def _is_debt_help(application: Application) -> bool:
    is_asked = application.status is not ApplicationStatus.WITHDRAWN
    return application.scheme is Scheme.DEBT_COUNSELLING and is_asked


def _before(
    act: ThreatenedAct, applications: tuple[Held, ...], picture: Picture
) -> Iterator[Measure]:
    averting = {way_out.record for way_out in act.averted_by}
    ways_out = tuple(each for each in applications if each.record.id in averting)
    if act.kind in THREATENS_HOME_OR_INSURANCE and _debt_help_asked(ways_out, picture):
        yield from _urgently(act, ways_out, picture.today)
    else:
        yield from _sooner(act, ways_out)
        yield from _planned(ways_out, picture)


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


def _planned(ways_out: tuple[Held, ...], picture: Picture) -> Iterator[Measure]:
    """The plan itself: it leaves at least the protected amount free (Wgs 4a lid 5)."""
    free = protected_amount(picture.household, picture.today)
    for held in ways_out:
        for power in powers_on(MeasureKind.PLAN, held.holder, (held,))[:1]:
            yield under(power, held.holder, (held.record.id,), amount_cents=free)


def _decided_by(until: dt.date, power: Power, applications: tuple[Held, ...]) -> Measure:
    on = tuple(held.record.id for held in applications)
    return under(power, applications[0].holder, on, until=until)


def _last_working_day_before(day: dt.date) -> dt.date:
    before = day - dt.timedelta(days=1)
    while not is_working_day(before):
        before -= dt.timedelta(days=1)
    return before


REMEDY = Remedy(ConflictType.TERMIJN_BOTSING, _measures_for, _requests_for)
