"""A body claims back what it paid too much by its own fault: it weighs its share and claims less.

How much less is the body's own calculation, when it states one; waiving all is the further-going
way (WIA 77, WW 36 lid 6, Pw 58 lid 8). Where the law excludes remission the talk starts with the
opening proposal (docs/decisions/0003-opening-proposal-for-reduction.md). A pause meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind
from domain.options.kwijtschelding_uitgesloten import opening_proposal
from domain.options.propose import powers_on, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import claims_at_stake, holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Claim, DeterminationMade


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_weighed(conflict, picture), *holds_meanwhile(conflict, picture))


def _weighed(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in claims_at_stake(conflict, picture):
        if isinstance(held.record, Claim) and held.record.id in conflict.records:
            stated = tuple(_lowered(held, held.record, picture))
            waived = tuple(_waived(held, held.record))
            yield from stated
            yield from waived
            if not stated and not waived:
                yield from opening_proposal(held, held.record)


def _lowered(held: Held, claim: Claim, picture: Picture) -> Iterator[Measure]:
    too_much = claim.outstanding_cents - _calculated(claim, picture)
    for power in powers_on(MeasureKind.REDUCE, held.holder, (held,))[:1]:
        if too_much > 0:
            yield under(power, held.holder, (claim.id,), amount_cents=too_much)


def _calculated(claim: Claim, picture: Picture) -> int:
    """The least that the body itself calculated with another fact; what is owed without such."""
    decision = picture.find(claim.determined_by)
    made = None if decision is None else decision.record
    would_be = made.would_be if isinstance(made, DeterminationMade) else ()
    totals = (each.amount_total_cents for each in would_be)
    return min((total for total in totals if total is not None), default=claim.outstanding_cents)


def _waived(held: Held, claim: Claim) -> Iterator[Measure]:
    for power in powers_on(MeasureKind.REMIT, held.holder, (held,))[:1]:
        yield under(power, held.holder, (claim.id,), amount_cents=claim.outstanding_cents)


REMEDY = Remedy(ConflictType.EIGEN_FOUT_OVERHEID, _measures_for)
