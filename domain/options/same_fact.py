"""Bodies that hold different values of one fact of one person: who is wrong puts his right.

Which value is right the documents tell, or else what the household is (its relations, where its
members live). A body whose harmful decision would not get better by it is not wrong by its own law:
there the assistance is fitted to the situation that the other body sees (Pw 18 lid 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.conflicts import Conflict
from domain.conflicts.facts import holds_on, shown_of
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.put_right import changed_by, decisions_on, fact_alone, facts_among, put_right
from domain.picture import Held, Picture
from domain.records import DeterminationMade, Entitlement, FactUsed, MemberRef, Ref

KnownOf = Callable[[MemberRef, Picture], Ref | None]
"""What the household itself tells of one person; None when it does not tell."""


def one_value(conflict: Conflict, picture: Picture, known_of: KnownOf) -> Iterator[Measure]:
    """What brings the bodies in the conflict to the right value, as far as that is known."""
    for held in facts_among(records_in(conflict, picture)):
        fact = held.record
        if isinstance(fact, FactUsed):
            right = _right_value(fact, picture, known_of)
            if right is not None and right != fact.value:
                yield from _brought_to(right, held, picture)


def _right_value(fact: FactUsed, picture: Picture, known_of: KnownOf) -> Ref | None:
    shown = {
        each.value
        for each in shown_of(picture, fact.fact, fact.persons)
        if holds_on(each, picture.today)
    }
    if shown:
        (value, *others) = shown
        return value if not others and isinstance(value, Ref) else None
    told = {known_of(person, picture) for person in fact.persons}
    return told.pop() if len(told) == 1 else None


def _brought_to(right: Ref, fact: Held, picture: Picture) -> Iterator[Measure]:
    decisions = tuple(decisions_on(fact, picture))
    if decisions:
        yield from _with_its_decisions(right, fact, decisions, picture)
    elif not _is_decided_on(fact, picture):
        alone = fact_alone(fact, right, picture)
        if alone is not None:
            yield alone


def _with_its_decisions(
    right: Ref, fact: Held, decisions: tuple[Held, ...], picture: Picture
) -> Iterator[Measure]:
    measure = put_right(fact, right, picture)
    tailored = tuple(_tailored(right, fact, decisions, picture))
    if measure is not None and _decides(measure, picture):
        yield measure
    elif tailored:
        yield from tailored
    elif measure is not None and right == Ref(None):
        # counting nobody any more can only help, also where the amount is still to be calculated
        yield measure


def _is_decided_on(fact: Held, picture: Picture) -> bool:
    """Does the holder give something on this fact as it is? Putting it right could take that."""
    return any(fact.record.id in made.rests_on for _, made in picture.of(DeterminationMade))


def _decides(measure: Measure, picture: Picture) -> bool:
    """Does a decision change by it, and not the fact alone?"""
    found = (picture.find(record_id) for record_id in measure.on)
    return any(held is not None and isinstance(held.record, DeterminationMade) for held in found)


def _tailored(
    right: Ref, fact: Held, decisions: tuple[Held, ...], picture: Picture
) -> Iterator[Measure]:
    """The right that a decision lowered, fitted to this value at what it pays in full."""
    wanted = {held.record.id for held in decisions}
    for holder, paid in picture.of(Entitlement):
        full = paid.full_amount_monthly_cents
        if paid.determined_by in wanted and full is not None and full > paid.amount_monthly_cents:
            decision = picture.get(paid.determined_by)
            named = (Held(holder, paid), decision, fact)
            for power in powers_on(MeasureKind.TAILOR, fact.holder, named):
                on = tuple(held.record.id for held in named)
                measure = under(power, fact.holder, on, amount_cents=full, value=right)
                if changed_by(measure, picture) is not None:
                    yield measure
