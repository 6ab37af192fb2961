"""While a conflict is sorted out: nothing more is taken for what rests on its records.

A pause answers no question of right. It keeps the household from paying for an answer that is still
to come; the acts that give that answer stand in each remedy, before the pause.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict
from domain.measures import Measure
from domain.options.contested import is_in, pause
from domain.options.propose import records_in
from domain.picture import Held, Picture
from domain.records import Claim, DeterminationMade


def holds_meanwhile(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    """A hold on each claim at stake and on what is withheld for it, by bodies in the conflict."""
    holds = (pause(claim, picture) for claim in claims_at_stake(conflict, picture))
    return tuple(hold for hold in holds if hold is not None)


def claims_at_stake(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    """What bodies in the conflict still want by it: the claims in it, and those determined by a
    decision in it."""
    named = records_in(conflict, picture)
    decisions = {held.record.id for held in named if isinstance(held.record, DeterminationMade)}
    for holder, claim in picture.of(Claim):
        by_it = claim.id in conflict.records or claim.determined_by in decisions
        if by_it and claim.outstanding_cents > 0 and is_in(holder, conflict):
            yield Held(holder, claim)
