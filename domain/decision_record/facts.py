"""Which facts a decision rests on, and which of them somebody disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.decision_record.record import FactTaken, Standing
from domain.measures import Measure, Option
from domain.picture import Picture
from domain.records import (
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Record,
    RecordRef,
    Recovery,
    Value,
)
from domain.vocabulary import Certainty, FactName

TELLS_WHO = frozenset(
    {
        FactName.BIRTH_DATE,
        FactName.MAIN_RESIDENCE,
        FactName.POSTAL_ADDRESS,
        FactName.REGISTERED_ADDRESS,
    }
)
"""Facts whose value helps to tell who somebody is, or where: the record names them only."""


def facts_taken(
    conflicts: Iterable[str], option: Option, picture: Picture
) -> tuple[FactTaken, ...]:
    """The facts behind the records that collide or are acted on, in the order of the positions."""
    meant = {*_named_in(conflicts, picture), *(on for act in option.measures for on in act.on)}
    behind = {fact for ref in meant for fact in _facts_behind(ref, picture)}
    return tuple(
        _taken(holder, fact, option.measures, picture)
        for holder, fact in picture.of(FactUsed)
        if fact.id in behind
    )


def _named_in(conflicts: Iterable[str], picture: Picture) -> Iterator[RecordRef]:
    """The records in the references of conflicts (`Conflict.ref`: its type, then its records)."""
    named = {part for ref in conflicts for part in ref.split(":")[1:]}
    return (held.record.id for held in picture.held if held.record.id in named)


def _facts_behind(ref: RecordRef, picture: Picture) -> Iterator[RecordRef]:
    """This record when it is a fact, else the facts of the determinations behind or about it."""
    held = picture.find(ref)
    if held is None:
        return
    if isinstance(held.record, FactUsed):
        yield ref
    if isinstance(held.record, Recovery):
        yield from _facts_behind(held.record.for_record, picture)
    for _, determination in picture.of(DeterminationMade):
        if determination.id == _decided_by(held.record) or determination.about == ref:
            yield from determination.rests_on


def _decided_by(record: Record) -> RecordRef | None:
    if isinstance(record, Claim | Entitlement):
        return record.determined_by
    return record.id


def _taken(
    holder: Body, fact: FactUsed, measures: tuple[Measure, ...], picture: Picture
) -> FactTaken:
    contradicted_by = tuple(_contradicting(fact, picture))
    is_disputed = fact.certainty is Certainty.DISPUTED or bool(contradicted_by)
    return FactTaken(
        record=fact.id,
        holder=holder,
        about=fact.persons,
        fact=fact.fact,
        value=_shown(fact),
        certainty=fact.certainty,
        origin=fact.origin,
        since=fact.since,
        standing=Standing.DISPUTED if is_disputed else Standing.ESTABLISHED,
        contradicted_by=contradicted_by,
        settled_by=tuple(measure.ref for measure in measures if fact.id in measure.on),
    )


def _shown(fact: FactUsed) -> Value | None:
    return None if fact.fact in TELLS_WHO else fact.value


def _contradicting(fact: FactUsed, picture: Picture) -> Iterator[RecordRef]:
    """Others' facts, and documents, of the same persons and period with another value."""
    period = (fact.period_from, fact.period_until)
    for _, other in picture.facts(fact.fact):
        same_period = (other.period_from, other.period_until) == period
        if same_period and other.persons == fact.persons and other.value != fact.value:
            yield other.id
    for shown in picture.shown(fact.fact):
        if (shown.from_date, shown.until) != period and any(period):
            continue
        if shown.persons == fact.persons and shown.value != fact.value:
            yield shown.id
