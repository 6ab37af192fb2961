"""Everything known about one household on one day, in one index: what every assessment reads.

A picture joins the case director's own records (intake, parties) with the agencies' positions. It
reads typed records only, never `note`, and never gives meaning to an id.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from domain.errors import UnknownRecord
from domain.household import Household
from domain.position import Gap, Position, holder_of
from domain.records import Body, Record, RecordRef
from domain.vocabulary import Agency

R = TypeVar("R")

AGENCIES_OF_SEVERAL_BODIES = frozenset({Agency.BELASTINGDIENST})
"""Dienst Toeslagen and the tax authority share an agency code, yet decide apart (DETECTION)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A record with the body that holds it."""

    holder: Body
    record: Record


@dataclass(frozen=True)
class Picture:
    """One household on `today`: intake, positions that came in, and the gaps that are left."""

    household: Household
    positions: tuple[Position, ...]
    gaps: tuple[Gap, ...]
    today: dt.date

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every record of every agency and party, with its holder."""
        of_agencies = (
            Held(holder_of(position.agency, record), record)
            for position in self.positions
            for record in position.records
        )
        of_parties = (
            Held(Body(party=party.id), record)
            for party in self.household.parties
            for record in party.records
        )
        return (*of_agencies, *of_parties)

    @cached_property
    def _by_id(self) -> Mapping[RecordRef, Held]:
        return {held.record.id: held for held in self.held}

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Held, ...]]:
        by_kind: dict[type, list[Held]] = defaultdict(list)
        for held in self.held:
            by_kind[type(held.record)].append(held)
        return {kind: tuple(each) for kind, each in by_kind.items()}

    def find(self, record_id: RecordRef | None) -> Held | None:
        """The record with this id, or None when no position that came in holds it."""
        return None if record_id is None else self._by_id.get(record_id)

    def get(self, record_id: RecordRef) -> Held:
        """The record with this id; raises UnknownRecord when no position that came in holds it."""
        held = self.find(record_id)
        if held is None:
            raise UnknownRecord(record_id)
        return held

    def body_meant(self, named: Body, about: RecordRef | None) -> Body:
        """The body that a record names: an agency of several bodies, named without a department, is
        the one that holds the record it is about, as far as that is known and is the same agency.
        """
        if named.department is not None or named.agency not in AGENCIES_OF_SEVERAL_BODIES:
            return named
        held = self.find(about)
        return held.holder if held and held.holder.agency is named.agency else named

    def of(self, kind: type[R]) -> Iterator[tuple[Body, R]]:
        """Every record of one kind, with its holder, in the order of the positions."""
        for held in self._by_kind.get(kind, ()):
            assert isinstance(held.record, kind)
            yield held.holder, held.record
