"""What crosses the border besides what the plan's port speaks of: error reports and changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.records import MemberRef, Record, RecordRef, Value
from domain.vocabulary import FactName


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """A fact of a person that is wrong in a record, what it should be, and the documents seen."""

    record: RecordRef
    person: MemberRef
    fact: FactName
    should_be: Value
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorReceipt:
    """The agency's own number of a report, and the last day on which it answers."""

    number: str
    answer_by: dt.date


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One change in the household's records; `record` is None when the record is gone."""

    sequence: int
    ref: RecordRef
    record: Record | None
    because: str
