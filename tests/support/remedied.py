"""What a remedy answers on a household, and what is found once that is carried out."""

from __future__ import annotations

from dataclasses import dataclass

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.measures import Measure, MeasureKind, Request
from domain.measures.carrying_out import carried_out
from domain.measures.judge import judge
from domain.options.catalogue import measures_for, remedies, requests_for
from domain.picture import Picture
from tests.support.drafts import Draft


@dataclass(frozen=True)
class Remedied:
    """The measures and requests for one type of conflict, and the types found before and after.

    Of two ways to the same end the second has nothing left to do: what is not possible any more
    then is left out.
    """

    measures: tuple[Measure, ...]
    before: frozenset[ConflictType]
    after: frozenset[ConflictType]
    picture: Picture
    requests: tuple[Request, ...] = ()

    @property
    def acts(self) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """Who does what, under which provision, on which records."""
        return sorted(
            (each.agency.value, each.kind.value, str(each.provision), each.on)
            for each in self.measures
        )

    @property
    def pauses(self) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """The acts that only put off."""
        return [act for act in self.acts if act[1] == MeasureKind.HOLD]

    @property
    def answers(self) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """The acts that do more than put off."""
        return [act for act in self.acts if act[1] != MeasureKind.HOLD]


def remedied(household: Draft, kind: ConflictType) -> Remedied:
    """The answer to the conflicts of this type: lawful, by agencies in them, and without a new
    conflict once it is carried out."""
    picture = household.picture()
    found = find_conflicts(picture)
    answered = tuple(conflict for conflict in found if conflict.type is kind)
    assert answered, f"the household has no {kind}"
    for conflict in answered:
        for measure in _proposed(conflict, picture):
            assert measure.agency in conflict.agencies
            assert _is_lawful(measure, picture), measure
    measures = measures_for(answered, picture)
    requests = requests_for(answered, picture)
    after = carried_out(measures, requests, picture, picture.today).after
    before_types = frozenset(conflict.type for conflict in found)
    after_types = frozenset(conflict.type for conflict in find_conflicts(after))
    assert after_types <= before_types
    return Remedied(measures, before_types, after_types, after, requests)


def _proposed(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    (remedy,) = (each for each in remedies() if each.type is conflict.type)
    return remedy.measures_for(conflict, picture)


def _is_lawful(measure: Measure, picture: Picture) -> bool:
    records = tuple(
        record
        for position in picture.positions
        if position.agency is measure.agency
        for record in position.records
    )
    return judge(measure, records, picture.today).lawful
