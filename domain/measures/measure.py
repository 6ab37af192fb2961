"""What a measure, an option (a set of measures) and an agency's receipt for a measure are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Department


class MeasureKind(StrEnum):
    """The acts that agencies can do for a plan."""

    HOLD = "hold"
    REDUCE = "reduce"
    END_REGIME = "end_regime"
    ADVANCE = "advance"
    GRANT_FROM = "grant_from"
    DECIDE_EARLIER = "decide_earlier"
    CONFIRM = "confirm"
    REMIT = "remit"


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of one agency on records it holds.

    `ref` is unique within the plan and stable, so that it can serve in an idempotency key.
    `until` is the last day of a hold, the day from which a regime has ended, or the day by which a
    decision or confirmation is there; `from_date` the day from which a right is granted. Amounts
    are euro cents: total for reduce, per month for advance and grant_from.
    """

    ref: str
    agency: Agency
    department: Department | None
    kind: MeasureKind
    provision: Provision
    on: tuple[RecordRef, ...]
    deviates_from_law: bool
    amount_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A set of measures that together resolve conflicts, with the budget as it would then be."""

    ref: str
    measures: tuple[Measure, ...]
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """The agency's own proof that it carried out (or took back) a measure, under its own number."""

    number: str
    agency: Agency
    measure_ref: str
    idempotency_key: str
    decided_on: dt.date
    changed: tuple[RecordRef, ...]
    reverted: bool = False
