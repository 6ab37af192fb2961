"""What a deadline is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.records import Body, MemberRef, RecordRef


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must act: a body or a member of the household, exactly one of the two."""

    body: Body | None = None
    member: MemberRef | None = None

    def __str__(self) -> str:
        if self.member is not None:
            return f"household:{self.member}"
        if self.body is None:
            raise ValueError("an owner is a body or a member")
        if self.body.party is not None:
            return f"party:{self.body.party}"
        agency = self.body.agency.value if self.body.agency else ""
        return f"{agency}/{self.body.department.value}" if self.body.department else agency


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something: `what` and `rule` are Dutch, for people; `start` when a term runs
    from a day."""

    what: str
    due: dt.date
    rule: str
    owner: Owner
    record: RecordRef
    start: dt.date | None = None
