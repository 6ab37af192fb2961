"""Carrying out on a picture, measure after measure, as far as each is still possible then.

Of two ways to the same end the second has nothing left to do once the first is carried out; a set
of measures is therefore tried in order, and what is no longer possible is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from domain.errors import MeasureNotPossible
from domain.household import Household, Party
from domain.measures.effects import changes_of, held_after
from domain.measures.grant import GrantBasis, grant_basis_of
from domain.measures.measure import Measure, Request
from domain.measures.outlook import day_all_work, household_after
from domain.picture import Picture
from domain.position import Position
from domain.records import Record


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What could be carried out, in order, and the picture on the day that all of it works."""

    measures: tuple[Measure, ...]
    requests: tuple[Request, ...]
    after: Picture


def carried_out(
    measures: Sequence[Measure], requests: Sequence[Request], picture: Picture, on: dt.date
) -> CarriedOut:
    """The possible ones of these, carried out on this day in this order; the requests agreed to.

    Deterministic; never raises for what is not possible.
    """
    trial = _Trial(picture, on)
    positions = tuple(trial.position_after(each, measures) for each in picture.positions)
    parties = tuple(trial.party_after(each, requests) for each in picture.household.parties)
    done = tuple(each for each in measures if each.ref in trial.done)
    household: Household = household_after(done, picture, on)
    return CarriedOut(
        done,
        tuple(each for each in requests if each.ref in trial.done),
        replace(
            picture,
            household=replace(household, parties=parties),
            positions=positions,
            today=day_all_work(done, on),
        ),
    )


class _Trial:
    def __init__(self, picture: Picture, on: dt.date) -> None:
        self._picture = picture
        self._on = on
        self.done: set[str] = set()

    @cached_property
    def _basis(self) -> GrantBasis | None:
        return grant_basis_of(self._picture)

    def position_after(self, position: Position, measures: Iterable[Measure]) -> Position:
        own = [each for each in measures if each.agency is position.agency]
        return replace(position, records=self._after(position.records, own)) if own else position

    def party_after(self, party: Party, requests: Iterable[Request]) -> Party:
        own = [each for each in requests if each.party == party.id]
        return replace(party, records=self._after(party.records, own)) if own else party

    def _after(
        self, records: tuple[Record, ...], asked: Iterable[Measure | Request]
    ) -> tuple[Record, ...]:
        held = {record.id: record for record in records}
        for each in asked:
            basis = None if each.amount_cents is not None else self._basis
            try:
                changes = changes_of(each, held, self._on, basis)
            except MeasureNotPossible:
                # another way to the same end came first
                continue
            held = held_after(held, changes)
            self.done.add(each.ref)
        return tuple(held.values())
