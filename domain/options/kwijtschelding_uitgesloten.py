"""Remission was asked but the law excludes it: claim less at the source, or nothing when small.

A lower recovery is a decision on what was asked, so it answers the refusal. Until the body has
weighed it, a pause keeps the household from paying what may not have to be paid.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind
from domain.options.contested import pause
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.options.small_amounts import not_collected
from domain.picture import Held, Picture
from domain.records import Claim
from domain.vocabulary import Fault

OPENING_PROPOSAL_DIVISOR = 2
"""The opening proposal is half of what is outstanding. It is only where the talk starts: the
competent body weighs, and sets the amount
(docs/decisions/0003-opening-proposal-for-reduction.md)."""

NOT_BY_THE_HOUSEHOLD = frozenset({Fault.THIS_BODY, Fault.OTHER_BODY, Fault.NONE})


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in records_in(conflict, picture):
        if isinstance(held.record, Claim):
            yield from not_collected(held, held.record, picture)
            yield from _lowered(held, held.record)
            paused = pause(held, picture)
            if paused is not None:
                yield paused


def _lowered(held: Held, claim: Claim) -> Iterator[Measure]:
    overpayment = claim.overpayment
    if overpayment is None or overpayment.fault not in NOT_BY_THE_HOUSEHOLD:
        return
    yield from opening_proposal(held, claim)


def opening_proposal(held: Held, claim: Claim) -> Iterator[Measure]:
    """The reduction with which the talk starts, where the law excludes remission."""
    amount = claim.outstanding_cents // OPENING_PROPOSAL_DIVISOR
    for power in powers_on(MeasureKind.REDUCE, held.holder, (held,))[:1]:
        if amount > 0:
            yield under(power, held.holder, (claim.id,), amount_cents=amount)


REMEDY = Remedy(ConflictType.KWIJTSCHELDING_UITGESLOTEN, _measures_for)
