"""The ground under every act: the measure, the records it may touch, and what it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from domain.errors import MeasureNotPossible
from domain.measures.grant import GrantBasis
from domain.measures.measure import Measure, Request
from domain.records import Record, RecordRef

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a measure changes in one record: plain Dutch without personal data, and euro cents.

    `monthly_effect_cents` is what the household has more per month (negative: less),
    `debt_effect_cents` what is owed more (negative: less).
    """

    record: RecordRef
    what: str
    monthly_effect_cents: int
    debt_effect_cents: int


@dataclass(frozen=True, slots=True)
class Change:
    """One record as it becomes (or that comes into being), and what that means.

    `gone`: it is held no longer, as an announced act that is called off.
    """

    record: Record
    effect: Effect
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A measure, or what a party agreed to, about to be carried out on the holder's records."""

    measure: Measure | Request
    held: Mapping[RecordRef, Record]
    on: dt.date
    basis: GrantBasis | None

    def named(self, kind: type[R]) -> tuple[R, ...]:
        """The records of this kind that the measure names, in its order."""
        records = (self.held[record_id] for record_id in self.measure.on)
        return tuple(record for record in records if isinstance(record, kind))

    def others(self, kind: type[R]) -> tuple[R, ...]:
        """All records of this kind that the holder has, named or not."""
        return tuple(record for record in self.held.values() if isinstance(record, kind))

    def until(self) -> dt.date:
        """The measure's day; raises MeasureNotPossible when it has none or it lies in the past."""
        until = self.measure.until
        if until is None:
            raise MeasureNotPossible("De maatregel noemt geen einddatum.")
        if until < self.on:
            raise MeasureNotPossible("De einddatum van de maatregel ligt in het verleden.")
        return until

    def new_id(self, what: str) -> RecordRef:
        """The id of a record that this measure brings into being: the same at every try."""
        return RecordRef(f"{self.measure.ref}-{what}")
