"""Everything known about one household on one day, in one index: what every assessment reads.

A picture joins the case director's own records (intake, parties) with the agencies' positions. It
reads typed records only, never `note`, and never gives meaning to an id.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar, TypeVarTuple, cast

from domain.errors import UnknownRecord
from domain.household import FactShown, Household
from domain.position import Gap, Position, holder_of
from domain.records import (
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Record,
    RecordRef,
    Recovery,
)
from domain.vocabulary import Agency, FactName

K = TypeVar("K")
R = TypeVar("R")
Asked = TypeVarTuple("Asked")

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
    def _by_kind(self) -> Mapping[type, list[tuple[Body, Record]]]:
        by_kind: dict[type, list[tuple[Body, Record]]] = defaultdict(list)
        for held in self.held:
            by_kind[type(held.record)].append((held.holder, held.record))
        return by_kind

    @cached_property
    def _facts_by_name(self) -> Mapping[FactName, list[tuple[Body, FactUsed]]]:
        return _grouped(self.of(FactUsed), lambda each: each[1].fact)

    @cached_property
    def _facts_by_source(self) -> Mapping[RecordRef | None, list[tuple[Body, FactUsed]]]:
        return _grouped(self.of(FactUsed), lambda each: each[1].taken_from)

    @cached_property
    def _determinations_by_fact(self) -> Mapping[RecordRef, list[DeterminationMade]]:
        by_fact: dict[RecordRef, list[DeterminationMade]] = defaultdict(list)
        for _, determination in self.of(DeterminationMade):
            for fact in determination.rests_on:
                by_fact[fact].append(determination)
        return by_fact

    @cached_property
    def _claims_by_decision(self) -> Mapping[RecordRef | None, list[Claim]]:
        return _grouped((each for _, each in self.of(Claim)), lambda each: each.determined_by)

    @cached_property
    def _rights_by_decision(self) -> Mapping[RecordRef | None, list[Entitlement]]:
        return _grouped((each for _, each in self.of(Entitlement)), lambda each: each.determined_by)

    @cached_property
    def _recoveries_by_purpose(self) -> Mapping[RecordRef, list[Recovery]]:
        return _grouped((each for _, each in self.of(Recovery)), lambda each: each.for_record)

    @cached_property
    def _evidence_by_fact(self) -> Mapping[FactName, list[FactShown]]:
        return _grouped(self.household.evidence, lambda each: each.fact)

    @cached_property
    def _remembered(self) -> dict[object, object]:
        """What `once_per_picture` keeps; it goes when the picture goes."""
        return {}

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
        return cast(Iterator[tuple[Body, R]], iter(self._by_kind.get(kind, ())))

    def facts(self, name: FactName) -> Iterator[tuple[Body, FactUsed]]:
        """Every value that a body uses of this fact, with its holder."""
        return iter(self._facts_by_name.get(name, ()))

    def taken_over_from(self, fact: RecordRef) -> Iterator[tuple[Body, FactUsed]]:
        """The facts that were taken from this one in one step, with their holders."""
        return iter(self._facts_by_source.get(fact, ()))

    def determinations_on(self, fact: RecordRef) -> Iterator[DeterminationMade]:
        """The determinations that rest on this fact."""
        return iter(self._determinations_by_fact.get(fact, ()))

    def claims_by(self, determination: RecordRef) -> Iterator[Claim]:
        """The claims that this determination fixed."""
        return iter(self._claims_by_decision.get(determination, ()))

    def rights_by(self, determination: RecordRef) -> Iterator[Entitlement]:
        """The rights that this determination fixed."""
        return iter(self._rights_by_decision.get(determination, ()))

    def recoveries_for(self, record: RecordRef) -> Iterator[Recovery]:
        """How this claim or contribution is taken, running or not."""
        return iter(self._recoveries_by_purpose.get(record, ()))

    def shown(self, fact: FactName) -> Iterator[FactShown]:
        """What documents show of this fact, of anybody and on whatever day."""
        return iter(self._evidence_by_fact.get(fact, ()))


def once_per_picture(
    work_out: Callable[[Picture, *Asked], R],
) -> Callable[[Picture, *Asked], R]:
    """Work this out once for each picture and question: a picture never changes, and keeps it.

    Only for answers that nobody can change either, to questions that can be a key.
    """

    @wraps(work_out)
    def remembered(picture: Picture, *asked: *Asked) -> R:
        known, question = picture._remembered, (remembered, *asked)
        if question not in known:
            known[question] = work_out(picture, *asked)
        return cast(R, known[question])

    return remembered


def _grouped(records: Iterable[R], key: Callable[[R], K]) -> Mapping[K, list[R]]:
    groups: dict[K, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
