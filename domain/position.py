"""A position: what one agency holds about the household on a date; and a gap: an agency that is
silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.records import Body, Record
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Position:
    """What one agency holds, grants, claims and plans for this household on a date.

    An empty position is an answer ("we hold nothing"), and differs from a `Gap` ("we do not know").
    """

    agency: Agency
    on: dt.date
    records: tuple[Record, ...]


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
    return Body(agency=agency, department=record.department)
