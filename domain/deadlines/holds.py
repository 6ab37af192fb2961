"""Deadlines of pauses: the last day of a hold, after which collection goes on (Awb 4:94, 4:96)."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.deadlines.deadline import Deadline, Owner
from domain.deadlines.wording import law_name
from domain.picture import Picture
from domain.records import Hold
from domain.vocabulary import HoldStatus


def hold_deadlines(picture: Picture) -> Iterator[Deadline]:
    """The last day of every pause in force: by then there is an arrangement, or a new pause."""
    for holder, hold in picture.of(Hold):
        until = hold.until
        if hold.status is HoldStatus.IN_FORCE and until is not None and until >= picture.today:
            yield Deadline(
                what="Einde uitstel: daarna gaat de invordering door",
                start=hold.from_date,
                due=until,
                rule=", ".join(map(law_name, hold.legal_basis)) or "uitstel volgens de organisatie",
                owner=Owner(body=counted(holder)),
                record=hold.id,
            )
