"""A position: what one agency holds about the household on a date; and a gap: an agency that is
silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from domain.legislation.determination import Outcome
from domain.records import Body, Record, RecordRef
from domain.vocabulary import Agency, Department


class Quantity(StrEnum):
    """What of a record is held against the law, in euro cents."""

    AMOUNT_MONTHLY = "amount_monthly"
    OUTSTANDING = "outstanding"
    PROTECTED_AMOUNT = "protected_amount"


@dataclass(frozen=True, slots=True)
class ByLaw:
    """What the law says one record should be, next to what the agency's ledger holds.

    `regulation` is None when the agency has no regulation for the record: then nothing is known.
    `lawful_cents` is None unless the law could be applied; what it lacked stands in `missing` (in
    Dutch). `explanation_nl` is the working-out, there when law and ledger differ.
    """

    record: RecordRef
    regulation: str | None = None
    outcome: Outcome = Outcome.UNDETERMINED
    quantity: Quantity = Quantity.AMOUNT_MONTHLY
    held_cents: int | None = None
    lawful_cents: int | None = None
    missing: tuple[str, ...] = ()
    conclusion_nl: str = ""
    explanation_nl: tuple[str, ...] = ()
    unverified: bool = False

    @property
    def difference_cents(self) -> int | None:
        """What the law gives more (negative: less) than the ledger holds, when both are known."""
        if self.held_cents is None or self.lawful_cents is None:
            return None
        return self.lawful_cents - self.held_cents


@dataclass(frozen=True, slots=True)
class Position:
    """What one agency holds, grants, claims and plans for this household on a date.

    An empty position is an answer ("we hold nothing"), and differs from a `Gap` ("we do not know").
    `by_law` holds every entitlement, claim, contribution and recovery against the agency's law.
    """

    agency: Agency
    on: dt.date
    records: tuple[Record, ...]
    by_law: tuple[ByLaw, ...] = ()

    def law_of(self, record: RecordRef) -> tuple[ByLaw, ...]:
        """What the law says of this record, where a regulation speaks about it."""
        return tuple(
            said for said in self.by_law if said.record == record and said.regulation is not None
        )


class GapReason(StrEnum):
    """Why an agency's position is missing."""

    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    INVALID_ANSWER = "invalid_answer"


@dataclass(frozen=True, slots=True)
class Gap:
    """An agency whose position is not known, why, and since when the plan goes on without it."""

    agency: Agency
    reason: GapReason
    since: dt.datetime


def holder_of(agency: Agency, record: Record) -> Body:
    """The body that holds this record in this agency's ledger: the agency with its department, if
    any."""
    return _body(agency, record.department)


@cache
def _body(agency: Agency, department: Department | None) -> Body:
    """There are a handful: every record of every picture asks for its holder."""
    return Body(agency=agency, department=department)
