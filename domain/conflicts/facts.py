"""The terms of the detection catalogue: harmful, shown, contradicted, carried on.

Each is defined once here, as DETECTION states it, so that every detector means the same by it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from domain.conflicts.bodies import counted
from domain.household import FactShown
from domain.picture import Held, Picture, once_per_picture
from domain.records import (
    Body,
    Count,
    DeterminationMade,
    FactUsed,
    LimitTest,
    MemberRef,
    Money,
    RecordRef,
    Value,
)
from domain.vocabulary import FactName, HarmfulWhen, Outcome

HARMFUL = frozenset(
    {
        Outcome.REFUSED,
        Outcome.ENDED,
        Outcome.SUSPENDED,
        Outcome.GRANTED_LOWER,
        Outcome.RECLAIMED,
        Outcome.IMPOSED,
        Outcome.ASSESSED,
    }
)


@once_per_picture
def harmful_determinations(picture: Picture) -> tuple[tuple[Body, DeterminationMade], ...]:
    """Every determination with a harmful outcome, with its holder as the catalogue counts it."""
    return tuple(
        (counted(holder), determination)
        for holder, determination in picture.of(DeterminationMade)
        if determination.outcome in HARMFUL
    )


def holds_on(shown: FactShown, day: dt.date) -> bool:
    """Whether a shown fact holds on that day."""
    begun = shown.from_date is None or shown.from_date <= day
    return begun and (shown.until is None or day <= shown.until)


def holds_within(shown: FactShown, first: dt.date, last: dt.date) -> bool:
    """Whether a shown fact holds on any day from first to last."""
    begun = shown.from_date is None or shown.from_date <= last
    return begun and (shown.until is None or first <= shown.until)


def shown_of(picture: Picture, fact: FactName, persons: Iterable[MemberRef]) -> Iterator[FactShown]:
    """What documents show of this fact of any of these persons, on whatever day."""
    wanted = frozenset(persons)
    for shown in picture.shown(fact):
        if not wanted.isdisjoint(shown.persons):
            yield shown


def contradictions(picture: Picture, used: FactUsed) -> tuple[FactShown, ...]:
    """The shown facts, in force today, that give the same person and fact another value."""
    return tuple(
        shown
        for shown in shown_of(picture, used.fact, used.persons)
        if holds_on(shown, picture.today) and shown.value != used.value
    )


def is_contradicted(picture: Picture, used: FactUsed) -> bool:
    """Whether documents give the same person and fact another value today."""
    return bool(contradictions(picture, used))


def used_fact(picture: Picture, record_id: RecordRef | None) -> tuple[Body, FactUsed] | None:
    """The fact with this id and its holder as counted, or None when it is none or not known."""
    held = picture.find(record_id)
    if held is None or not isinstance(held.record, FactUsed):
        return None
    return counted(held.holder), held.record


def carriers(picture: Picture, holder: Body, source: FactUsed) -> tuple[Held, ...]:
    """The facts of other bodies whose `taken_from` leads to this one, with its value.

    In one or more steps, nearest first; a step through the same body counts, and a circle ends the
    path.
    """
    own = counted(holder)
    return tuple(
        Held(body, fact)
        for body, fact in _taken_over(picture, source.id)
        if counted(body) != own and fact.value == source.value
    )


def origin_facts(picture: Picture, used: FactUsed) -> Iterator[tuple[Body, FactUsed]]:
    """The facts that this one was taken from, nearest first, as far as they are known."""
    seen = {used.id}
    source = used_fact(picture, used.taken_from)
    while source is not None and source[1].id not in seen:
        yield source
        seen.add(source[1].id)
        source = used_fact(picture, source[1].taken_from)


def gives_outcome(test: LimitTest, value: Value) -> bool | None:
    """Whether the test gives the harmful outcome for this value; None when it cannot be said."""
    match value:
        case Money(amount) if test.limit_cents is not None:
            return _beyond(test.harmful_when, amount, test.limit_cents)
        case Count(count) if test.limit_count is not None:
            return _beyond(test.harmful_when, count, test.limit_count)
        case _:
            return None


def _beyond(when: HarmfulWhen, value: int, limit: int) -> bool:
    match when:
        case HarmfulWhen.ABOVE:
            return value > limit
        case HarmfulWhen.BELOW:
            return value < limit


def _taken_over(picture: Picture, source: RecordRef) -> Iterator[tuple[Body, FactUsed]]:
    """The facts that were taken from this one, and those that were taken from them in turn."""
    seen, ahead = {source}, [source]
    for reached in ahead:
        for holder, fact in picture.taken_over_from(reached):
            if fact.id not in seen:
                seen.add(fact.id)
                ahead.append(fact.id)
                yield holder, fact
