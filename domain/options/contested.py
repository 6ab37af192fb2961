"""Pauses on what is taken on a contested fact, or on a decision that a fact does not bear out.

A pause gives no judgement on the ground. It keeps the household from paying on it until the body
has looked again; the measure that puts the decision right is built in `put_right`. Where every
decision in a conflict is contested, `while_sorted_out` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from domain.budget.running import is_running
from domain.conflicts import Conflict
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.tested_facts import is_same_body
from domain.measures import Measure
from domain.options.propose import hold_on, hold_until, records_in, withheld_for
from domain.picture import Held, Picture
from domain.records import Body, Claim, DeterminationMade, Hold, RecordRef
from domain.vocabulary import StoppedAct


def pauses_on_unfounded_decisions(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    """Pauses on the claims of the decisions in the conflict that rest on a record in it."""
    return tuple(_pauses(conflict, picture, unfounded_decisions))


def pauses_on_contested_facts(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    """Pauses on the claims that follow from any harmful decision on the facts in the conflict."""
    return tuple(_pauses(conflict, picture, decisions_on_its_facts))


def unfounded_decisions(conflict: Conflict, picture: Picture) -> frozenset[RecordRef]:
    """The decisions in the conflict that rest on a record in it.

    A decision that a signal only came from is not itself contested.
    """
    named = frozenset(conflict.records)
    return frozenset(
        held.record.id
        for held in records_in(conflict, picture)
        if isinstance(held.record, DeterminationMade) and not named.isdisjoint(held.record.rests_on)
    )


def decisions_on_its_facts(conflict: Conflict, picture: Picture) -> frozenset[RecordRef]:
    """The harmful decisions that rest on a record in the conflict."""
    named = frozenset(conflict.records)
    return frozenset(
        decision.id
        for _, decision in harmful_determinations(picture)
        if not named.isdisjoint(decision.rests_on)
    )


def claims_from(
    decisions: Iterable[RecordRef], conflict: Conflict, picture: Picture
) -> Iterator[tuple[Held, Claim]]:
    """What bodies in the conflict still want on account of these decisions."""
    wanted = frozenset(decisions)
    for holder, claim in picture.of(Claim):
        is_owed = claim.outstanding_cents > 0 and claim.determined_by in wanted
        if is_owed and is_in(holder, conflict):
            yield Held(holder, claim), claim


def is_in(holder: Body, conflict: Conflict) -> bool:
    """Is this one of the bodies in the conflict?"""
    return any(is_same_body(holder, body) for body in conflict.bodies)


def pause(claim: Held, picture: Picture) -> Measure | None:
    """A hold on this claim and on what is taken for it; None without a power, or when its holder
    takes nothing and paused it already."""
    if _is_paused(claim, picture) and not any(withheld_for(claim, picture)):
        return None
    return hold_on(claim, picture, hold_until(claim, picture))


def _pauses(
    conflict: Conflict,
    picture: Picture,
    decisions_of: Callable[[Conflict, Picture], frozenset[RecordRef]],
) -> Iterator[Measure]:
    for claim, _ in claims_from(decisions_of(conflict, picture), conflict, picture):
        paused = pause(claim, picture)
        if paused is not None:
            yield paused


def _is_paused(claim: Held, picture: Picture) -> bool:
    """Its holder already gave a pause that stops set-off as well."""
    return any(
        holder.agency is claim.holder.agency
        and is_running(hold, picture.today)
        and claim.record.id in hold.covers
        and StoppedAct.SET_OFF in hold.stops
        for holder, hold in picture.of(Hold)
    )
