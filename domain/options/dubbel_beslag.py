"""Attachments take more from one income than its room: they divide it; else who came last pauses.

The first of the attaching bodies coordinates and divides the room by rank (Rv 478): each takes no
more than its part, a bailiff when asked. Until that is done the last to come can pause, so far as
an agency attaches.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import Withholding
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.double_attachment import DoubleAttachment, double_attachments_by_source
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.propose import asked, hold_on, hold_until, party_powers_on, powers_on, under
from domain.options.remedy import Remedy
from domain.options.shared_room import shares_of
from domain.picture import Held, Picture
from domain.records import Recovery


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(
        measure
        for double in _doubles(conflict, picture)
        for measure in (*_shared(double, picture), *_until_it_fits(double, picture))
    )


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(
        request
        for double in _doubles(conflict, picture)
        for request in _asked_to_share(double, picture)
        if is_possible(request, picture)
    )


def _doubles(conflict: Conflict, picture: Picture) -> Iterator[DoubleAttachment]:
    for double in double_attachments_by_source(picture):
        if double.bodies == conflict.bodies:
            yield double


def _shared(double: DoubleAttachment, picture: Picture) -> Iterator[Measure]:
    for held, share in _takes_too_much(double, picture):
        for power in powers_on(MeasureKind.COORDINATE, held.holder, (held,))[:1]:
            yield under(power, held.holder, (held.record.id,), amount_cents=share)


def _asked_to_share(double: DoubleAttachment, picture: Picture) -> Iterator[Request]:
    for held, share in _takes_too_much(double, picture):
        powers = party_powers_on(MeasureKind.COORDINATE, held.holder, (held,), picture)
        for power in powers[:1]:
            if held.holder.party is not None:
                yield asked(power, held.holder.party, (held.record.id,), amount_cents=share)


def _takes_too_much(double: DoubleAttachment, picture: Picture) -> Iterator[tuple[Held, int]]:
    """The attachments that take more than their part, with that part, in euro cents per month."""
    for recovery, share in (shares_of(double, picture) or {}).items():
        held = picture.get(recovery)
        taken = held.record
        if isinstance(taken, Recovery) and share < taken.amount_monthly_cents:
            yield held, share


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


REMEDY = Remedy(ConflictType.DUBBEL_BESLAG, _measures_for, _requests_for)
