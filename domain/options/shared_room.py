"""The room of one income, divided among all who attach it (Rv 478; BW 3:277, 3:281)."""

from __future__ import annotations

import datetime as dt

from domain.budget.creditors import rank_of
from domain.budget.running import Withholding
from domain.conflicts.double_attachment import DoubleAttachment
from domain.legislation.determination import Outcome
from domain.legislation.regulations.every_body.verdeling_afloscapaciteit import (
    Debt,
    VerdelingFacts,
    determine,
)
from domain.picture import Picture
from domain.records import Claim, RecordRef

Shares = dict[RecordRef, int]


def shares_of(double: DoubleAttachment, picture: Picture) -> Shares | None:
    """What each attachment may take per month, in euro cents: never more than it takes today.

    Higher ranks go first, those of one rank in proportion to their claims. None when a claim is not
    known, so that its share cannot be told.
    """
    attachments = sorted(double.attachments, key=_place)
    debts = tuple(_debt(each, picture) for each in attachments)
    known = tuple(each for each in debts if each is not None)
    if len(known) < len(debts):
        return None
    if not double.room_cents:
        return {each.recovery.id: 0 for each in attachments}
    divided = _divided(double.room_cents, known, picture.today)
    if divided is None:
        return None
    return {
        each.recovery.id: min(share, each.amount_monthly_cents)
        for each, share in zip(attachments, divided, strict=True)
    }


def _debt(attachment: Withholding, picture: Picture) -> Debt | None:
    held = picture.find(attachment.recovery.for_record)
    if held is None or not isinstance(held.record, Claim):
        return None
    return Debt(
        rank=rank_of(held.record), outstanding=held.record.outstanding_cents, taken_at_source=0
    )


def _divided(room: int, debts: tuple[Debt, ...], on: dt.date) -> tuple[int, ...] | None:
    outcome = determine(VerdelingFacts(room=room, debts=debts), on)
    if outcome.outcome is not Outcome.GRANTED:
        return None
    return tuple(outcome.cents(f"debts[{index}]") for index in range(len(debts)))


def _place(attachment: Withholding) -> tuple[str, str]:
    """The oldest first, whatever the order of the ledgers."""
    return attachment.recovery.from_date.isoformat(), attachment.recovery.id
