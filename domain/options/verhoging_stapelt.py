"""A debt was increased while nobody could be reached: claim those increases no longer.

Their amount stands in the claim. An agency that may not claim less pauses the claim. The CJIB, the
usual one, is no agency here: it takes the increases back itself (Wahv 23, 25), an act of a kind
that no measure has yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.facts import holds_on
from domain.conflicts.grounds import shown_in
from domain.household import FactShown
from domain.measures import Measure, MeasureKind
from domain.measures.judge import judge
from domain.options.contested import pause
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Claim, ClaimPart
from domain.vocabulary import ClaimPartKind


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    unreachable = shown_in(conflict, picture)
    for held in records_in(conflict, picture):
        if isinstance(held.record, Claim) and held.record.outstanding_cents > 0:
            lowered = _lowered(held, held.record, unreachable, picture)
            answer = lowered if lowered is not None else pause(held, picture)
            if answer is not None:
                yield answer


def _lowered(
    held: Held, claim: Claim, unreachable: tuple[FactShown, ...], picture: Picture
) -> Measure | None:
    amount = sum(part.amount_cents for part in _added_unseen(claim, unreachable))
    for power in powers_on(MeasureKind.REDUCE, held.holder, (held,)):
        lowered = under(power, held.holder, (claim.id,), amount_cents=amount)
        if _is_lawful(lowered, picture):
            return lowered
    return None


def _added_unseen(claim: Claim, unreachable: tuple[FactShown, ...]) -> Iterator[ClaimPart]:
    """The increases of days on which somebody who has to pay was shown unreachable."""
    shown = [each for each in unreachable if not set(each.persons).isdisjoint(claim.liable)]
    for part in claim.components:
        day = part.on if part.kind is ClaimPartKind.INCREASE else None
        if day is not None and any(holds_on(each, day) for each in shown):
            yield part


def _is_lawful(measure: Measure, picture: Picture) -> bool:
    held = (each for each in picture.held if each.holder.agency is measure.agency)
    return judge(measure, tuple(each.record for each in held), picture.today).lawful


REMEDY = Remedy(ConflictType.VERHOGING_STAPELT, _measures_for)
