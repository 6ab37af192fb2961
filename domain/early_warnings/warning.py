"""What an early warning is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.legislation.text import Text
from domain.records import MemberRef, RecordRef


class WarningKind(StrEnum):
    """What is about to happen."""

    THRESHOLD = "threshold"
    TERM = "term"
    AGE = "age"
    END = "end"


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """Something that will happen on `on` unless somebody acts, and the law behind it.

    `record` or `member` is whom or what it is about; `rule` cites as jurists do.
    """

    kind: WarningKind
    on: dt.date
    what: Text
    rule: str
    record: RecordRef | None = None
    member: MemberRef | None = None
