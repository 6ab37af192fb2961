"""Attachments of several bodies that together take more from one source than the law allows.

The rule behind DUBBEL_BESLAG. Other rules leave these attachments out, to tell one harm once.
"""

from __future__ import annotations

from collections import defaultdict

from domain.budget.running import Withholding, withholdings
from domain.conflicts.bodies import counted
from domain.picture import Picture
from domain.records import Entitlement, RecordRef


def double_attachments(picture: Picture) -> frozenset[RecordRef]:
    """The recoveries that, of two or more bodies on one source, together exceed its room."""
    by_source: dict[RecordRef, list[Withholding]] = defaultdict(list)
    for withholding in withholdings(picture):
        if withholding.is_attachment and withholding.recovery.on is not None:
            by_source[withholding.recovery.on].append(withholding)
    return frozenset(
        attachment.recovery.id
        for source, attachments in by_source.items()
        if _exceed_the_room(attachments, _income_from(source, picture))
        for attachment in attachments
    )


def _exceed_the_room(attachments: list[Withholding], income_cents: int | None) -> bool:
    bodies = {counted(attachment.principal) for attachment in attachments}
    applied = [
        attachment.recovery.protected_amount.applied_cents
        for attachment in attachments
        if attachment.recovery.protected_amount is not None
    ]
    if len(bodies) < 2 or income_cents is None or not applied:
        return False
    room = max(income_cents - max(applied), 0)
    return sum(attachment.amount_monthly_cents for attachment in attachments) > room


def _income_from(source: RecordRef, picture: Picture) -> int | None:
    held = picture.find(source)
    if held is not None and isinstance(held.record, Entitlement):
        return held.record.amount_monthly_cents
    return next(
        (income.amount_monthly_cents for income in picture.household.income if income.id == source),
        None,
    )
