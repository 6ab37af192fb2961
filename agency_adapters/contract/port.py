"""The port through which the plan speaks to an agency, in domain types.

One request, one reply, an idempotency key on what has an effect: the shape of a Nexus service, so
that the transport can be swapped. `AgencyClient` (gRPC) and `InMemoryAgency` (tests) implement it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from domain.measures import Measure, Receipt
from domain.position import Position
from domain.records import MemberRef, Provision
from domain.vocabulary import Agency, RecordKind


@dataclass(frozen=True, slots=True)
class PersonNumber:
    """A member's reference with the BSN that the agency knows the person by. `repr` masks the BSN.

    Only persons `asked_about` are answered for; the others are named so that the agency can refer
    to them.
    """

    ref: MemberRef
    bsn: str
    asked_about: bool = True

    def __repr__(self) -> str:
        return f"PersonNumber(ref={self.ref!r}, bsn='*********')"


@dataclass(frozen=True, slots=True)
class Asker:
    """Which household is asked about, in which administration ("": live), why, on which ground."""

    persons: tuple[PersonNumber, ...]
    purpose: str
    ground: Provision
    administration: str = ""


@dataclass(frozen=True, slots=True)
class RecordEffect:
    """What a measure would change in one record, in words and in euro cents (negative: less)."""

    record: str
    what: str
    monthly_effect_cents: int
    debt_effect_cents: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """An agency's answer to 'would this measure be lawful?', with the provisions that apply."""

    measure_ref: str
    lawful: bool
    explanation: str
    allowed_by: Provision | None = None
    forbidden_by: Provision | None = None
    instead_use: Provision | None = None
    effects: tuple[RecordEffect, ...] = ()


class AgencyPort(Protocol):
    """One agency. Raises AgencyUnavailable, AgencyRefused and AgencyAnswerInvalid only."""

    agency: Agency

    async def get_position(
        self, asker: Asker, on: dt.date, kinds: tuple[RecordKind, ...]
    ) -> Position:
        """What the agency holds about the persons asked about, of these kinds, on this date."""
        ...

    async def assess_measure(self, asker: Asker, measure: Measure, on: dt.date) -> Judgement:
        """Would it be lawful, on which provision, with which effect? Changes nothing."""
        ...

    async def apply_measure(
        self, asker: Asker, measure: Measure, on: dt.date, idempotency_key: str, decision_ref: str
    ) -> Receipt:
        """Carry it out. Idempotent on the key: a repeat gives the first receipt."""
        ...

    async def revert_measure(
        self, asker: Asker, idempotency_key: str, on: dt.date, reason: str
    ) -> Receipt | None:
        """Take it back. Idempotent; None when the key was never applied (then it never can be)."""
        ...
