"""Objections: a letter recognised as one, and one that counts as in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.powers.provisions import AWB_6_11
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.threats import called_off
from domain.records import (
    Claim,
    DeterminationMade,
    Entitlement,
    Notice,
    Record,
    RecordRef,
    ThreatenedAct,
)
from domain.vocabulary import HandledAs, NoticeDirection, ThreatenedActKind


def accept_changes(act: Act) -> tuple[Change, ...]:
    """The objection is taken in, and the right to object cannot lapse any more.

    It names the decisions, or the announced lapses of the right to object to them. The objection is
    of the measure's from_date (the day on which another body got it, Awb 6:15 lid 3), or of today;
    after the term it is taken in only when nobody is to blame for that (Awb 6:11).
    """
    decisions = tuple(dict.fromkeys(_accepted(act)))
    if not decisions:
        raise MeasureNotPossible("Er is hier geen besluit waartegen bezwaar kan worden gemaakt.")
    wanted = {decision.id for decision in decisions}
    lapses = (each for each in act.others(ThreatenedAct) if _is_lapse(each))
    what = "Het recht om bezwaar te maken vervalt niet meer."
    ended = (called_off(each, what) for each in lapses if each.about in wanted)
    return (*(_objected(decision, act) for decision in decisions), *ended)


def recognise_changes(act: Act) -> tuple[Change, ...]:
    """The named letters are objections of the day they came, against what they dispute.

    A letter on a decision of another body is forwarded to it as one (Awb 6:15 lid 1).
    """
    letters = act.named(Notice)
    if not letters or len(letters) != len(act.measure.on):
        raise MeasureNotPossible("Er is hier geen brief die als bezwaar kan worden behandeld.")
    first: dict[RecordRef, Change] = {}
    for letter in sorted(letters, key=lambda each: (each.on, each.id)):
        decision = _disputed(letter, act)
        if decision is not None and decision.objection_received is None:
            first.setdefault(decision.id, _received(decision, letter))
    return (*(_as_objection(letter) for letter in letters), *first.values())


def _accepted(act: Act) -> Iterator[DeterminationMade]:
    """Each decision once; raises MeasureNotPossible for a record without one, or dealt with."""
    for record_id in act.measure.on:
        record = act.held[record_id]
        if isinstance(record, ThreatenedAct) and not _is_lapse(record):
            raise MeasureNotPossible("Deze aangekondigde daad is geen termijn om bezwaar te maken.")
        decision = _decision_of(record, act)
        if decision is None or decision.objection_received is not None:
            raise MeasureNotPossible("Er is geen besluit waartegen nog bezwaar openstaat.")
        last_day = decision.objection_until
        late = last_day is not None and last_day < _day_of_objection(act)
        if late and act.measure.provision != AWB_6_11:
            raise MeasureNotPossible("De bezwaartermijn is voorbij.")
        yield decision


def _day_of_objection(act: Act) -> dt.date:
    return act.on if act.measure.from_date is None else min(act.measure.from_date, act.on)


def _is_lapse(threat: ThreatenedAct) -> bool:
    return threat.kind is ThreatenedActKind.RIGHT_LAPSES


def _decision_of(record: Record | None, act: Act) -> DeterminationMade | None:
    """The decision itself, or the one that a record is about or was determined by."""
    if isinstance(record, ThreatenedAct | Notice):
        record = None if record.about is None else act.held.get(record.about)
    if isinstance(record, Claim | Entitlement):
        record = None if record.determined_by is None else act.held.get(record.determined_by)
    return record if isinstance(record, DeterminationMade) else None


def _objected(decision: DeterminationMade, act: Act) -> Change:
    after = replace(decision, objection_received=_day_of_objection(act))
    return Change(after, Effect(decision.id, "Het bezwaar telt als op tijd gemaakt.", 0, 0))


def _disputed(letter: Notice, act: Act) -> DeterminationMade | None:
    """The own decision that the letter disputes; None when it is another body's."""
    if letter.direction is not NoticeDirection.RECEIVED or letter.disputes_decision is not True:
        raise MeasureNotPossible("Deze brief bestrijdt geen besluit.")
    if letter.handled_as is HandledAs.OBJECTION:
        raise MeasureNotPossible("De brief is al als bezwaar behandeld.")
    decision = _decision_of(letter, act)
    if decision is None:
        return None
    last_day = decision.objection_until
    if last_day is None or not decision.made_on <= letter.on <= last_day:
        raise MeasureNotPossible("De brief kwam niet binnen de bezwaartermijn.")
    return decision


def _as_objection(letter: Notice) -> Change:
    after = replace(letter, handled_as=HandledAs.OBJECTION)
    return Change(after, Effect(letter.id, "De brief wordt als bezwaar behandeld.", 0, 0))


def _received(decision: DeterminationMade, letter: Notice) -> Change:
    after = replace(decision, objection_received=letter.on)
    what = f"Op tijd is bezwaar gemaakt, op {letter.on:%d-%m-%Y}."
    return Change(after, Effect(decision.id, what, 0, 0))
