"""What the remedy of a type proposes on a household, and what is found once it is carried out.

Of two ways to the same end the second has nothing left to do: it is left out, as in the search.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.measures import Measure, Request
from domain.measures.carrying_out import carried_out
from domain.measures.judge import judge
from domain.options.catalogue import measures_for, remedies
from domain.picture import Picture
from domain.records import Record
from tests.support.drafts import Draft

Act = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Answered:
    """What is proposed, what of it could be carried out, and the picture after that."""

    measures: tuple[Measure, ...]
    requests: tuple[Request, ...]
    done: tuple[Measure, ...]
    before: frozenset[ConflictType]
    after: frozenset[ConflictType]
    picture: Picture

    @property
    def acts(self) -> list[Act]:
        """Who is proposed to do what, under which provision, on which records."""
        return sorted(map(_act, self.measures))

    @property
    def done_acts(self) -> list[Act]:
        """The acts that were carried out."""
        return sorted(map(_act, self.done))

    @property
    def deviates(self) -> bool:
        """Did what was carried out leave the law?"""
        return any(each.deviates_from_law for each in self.done)

    def record(self, wanted: str) -> Record:
        """The record with this id as it is afterwards."""
        return next(held.record for held in self.picture.held if held.record.id == wanted)


def answered(
    household: Draft, kind: ConflictType, wanted: Callable[[Measure], bool] = lambda _: True
) -> Answered:
    """The answer to the conflicts of this type, with the `wanted` measures carried out in order:
    each lawful and by an agency in the conflict, and none of them bringing a new conflict."""
    picture = household.picture()
    found = find_conflicts(picture)
    conflicts = tuple(conflict for conflict in found if conflict.type is kind)
    assert conflicts, f"the household has no {kind}"
    (remedy,) = (each for each in remedies() if each.type is kind)
    for conflict in conflicts:
        for measure in remedy.measures_for(conflict, picture):
            assert measure.agency in conflict.agencies
            assert _is_lawful(measure, picture), measure
    proposed = measures_for(conflicts, picture)
    requests = _requests(conflicts, picture)
    chosen = tuple(filter(wanted, proposed))
    done = carried_out(chosen, requests, picture, picture.today)
    before = frozenset(conflict.type for conflict in found)
    after = frozenset(conflict.type for conflict in find_conflicts(done.after))
    assert after <= before, after - before
    return Answered(proposed, requests, done.measures, before, after, done.after)


def _requests(conflicts: tuple[Conflict, ...], picture: Picture) -> tuple[Request, ...]:
    asked = {
        request.ref: request
        for conflict in conflicts
        for remedy in remedies()
        if remedy.type is conflict.type
        for request in remedy.requests_for(conflict, picture)
    }
    return tuple(asked.values())


def _act(measure: Measure) -> Act:
    return measure.agency.value, measure.kind.value, str(measure.provision), measure.on


def _is_lawful(measure: Measure, picture: Picture) -> bool:
    records = tuple(
        record
        for position in picture.positions
        if position.agency is measure.agency
        for record in position.records
    )
    return judge(measure, records, picture.today).lawful
