"""Attachments take more from one income than its room: who came last pauses until the rest fits.

The first of the attaching bodies coordinates and divides the room (Rv 478); that division, and the
share of a bailiff in it, is an act of a kind that no measure has yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import Withholding
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.double_attachment import DoubleAttachment, double_attachments_by_source
from domain.measures import Measure
from domain.options.propose import hold_on, hold_until
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    doubles = (
        double
        for double in double_attachments_by_source(picture)
        if double.bodies == conflict.bodies
    )
    return tuple(measure for double in doubles for measure in _until_it_fits(double, picture))


def _until_it_fits(double: DoubleAttachment, picture: Picture) -> Iterator[Measure]:
    beyond = double.beyond_room_cents
    for attachment in sorted(double.attachments, key=_place, reverse=True):
        hold = _hold_that_stops(attachment, picture)
        if beyond > 0 and hold is not None:
            beyond -= attachment.amount_monthly_cents
            yield hold


def _place(attachment: Withholding) -> tuple[str, int, str, str]:
    """By its first day; of one day the smallest first, then by the name of the body."""
    body = attachment.principal
    first = attachment.recovery.from_date.isoformat()
    return first, attachment.amount_monthly_cents, body.agency or "", body.department or ""


def _hold_that_stops(attachment: Withholding, picture: Picture) -> Measure | None:
    claim = picture.find(attachment.recovery.for_record)
    hold = None if claim is None else hold_on(claim, picture, hold_until(claim, picture))
    return hold if hold is not None and attachment.recovery.id in hold.on else None


REMEDY = Remedy(ConflictType.DUBBEL_BESLAG, _measures_for)
