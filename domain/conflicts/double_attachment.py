"""Attachments of several bodies that together take more from one source than the law allows.

The rule behind DUBBEL_BESLAG. Other rules leave these attachments out, to tell one harm once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from domain.budget.running import Withholding, withholdings
from domain.conflicts.bodies import in_order
from domain.picture import Picture
from domain.records import Body, Entitlement, RecordRef


@dataclass(frozen=True, slots=True)
class DoubleAttachment:
    """The attachments on one source, and what that source leaves for all of them per month."""

    source: RecordRef
    bodies: tuple[Body, ...]
    """Who attach, whoever they do it for: they must divide the room among them (Rv 478)."""
    attachments: tuple[Withholding, ...]
    income_cents: int
    protected_cents: int

    @property
    def taken_cents(self) -> int:
        """What they take together."""
        return sum(attachment.amount_monthly_cents for attachment in self.attachments)

    @property
    def room_cents(self) -> int:
        """The income above the protected amount; where two were applied, the higher one holds."""
        return max(self.income_cents - self.protected_cents, 0)

    @property
    def beyond_room_cents(self) -> int:
        """What is taken that should have stayed free."""
        return max(self.taken_cents - self.room_cents, 0)


def double_attachments(picture: Picture) -> frozenset[RecordRef]:
    """The recoveries that, of two or more bodies on one source, together exceed its room."""
    return frozenset(
        attachment.recovery.id
        for double in double_attachments_by_source(picture)
        for attachment in double.attachments
    )


def double_attachments_by_source(picture: Picture) -> tuple[DoubleAttachment, ...]:
    """Per source with two or more bodies on it, the attachments that together exceed its room."""
    by_source: dict[RecordRef, list[Withholding]] = defaultdict(list)
    for withholding in withholdings(picture):
        if withholding.is_attachment and withholding.recovery.on is not None:
            by_source[withholding.recovery.on].append(withholding)
    on_one_source = (
        _on_one_source(source, attachments, picture) for source, attachments in by_source.items()
    )
    return tuple(
        double
        for double in on_one_source
        if double is not None and len(double.bodies) > 1 and double.beyond_room_cents
    )


def income_from(source: RecordRef | None, picture: Picture) -> int | None:
    """What this entitlement or stated income gives per month; None when nobody showed it."""
    held = picture.find(source)
    if held is not None and isinstance(held.record, Entitlement):
        return held.record.amount_monthly_cents
    return next(
        (income.amount_monthly_cents for income in picture.household.income if income.id == source),
        None,
    )


def _on_one_source(
    source: RecordRef, attachments: list[Withholding], picture: Picture
) -> DoubleAttachment | None:
    income = income_from(source, picture)
    applied = [
        attachment.recovery.protected_amount.applied_cents
        for attachment in attachments
        if attachment.recovery.protected_amount is not None
    ]
    if income is None or not applied:
        return None
    held = (picture.find(attachment.recovery.id) for attachment in attachments)
    bodies = in_order(each.holder for each in held if each is not None)
    return DoubleAttachment(source, bodies, tuple(attachments), income, max(applied))
