"""What runs today: recoveries, holds, contributions, payments, and the withholdings among them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.picture import Picture, once_per_picture
from domain.records import Body, Contribution, Entitlement, Hold, Recovery
from domain.vocabulary import EntitlementStatus, HoldStatus, RecoveryMethod, RecoveryStatus

NOT_WITHHELD = frozenset({RecoveryMethod.INSTALMENT, RecoveryMethod.BANK_ATTACHMENT})
"""What the household pays itself, or is taken once from an account, is not withheld from income."""

ATTACHMENTS = frozenset({RecoveryMethod.WAGE_ATTACHMENT, RecoveryMethod.BENEFIT_ATTACHMENT})


@dataclass(frozen=True, slots=True)
class Withholding:
    """A running recovery that lowers what comes in, and the body for which it is taken."""

    recovery: Recovery
    principal: Body

    @property
    def amount_monthly_cents(self) -> int:
        """What is taken per month, in euro cents."""
        return self.recovery.amount_monthly_cents

    @property
    def is_attachment(self) -> bool:
        """Whether it is an attachment of wage or benefit (beslag)."""
        return self.recovery.method in ATTACHMENTS


def is_running(record: Recovery | Hold, today: dt.date) -> bool:
    """Whether a recovery runs, or a hold is in force, on this day."""
    live = record.status in (RecoveryStatus.RUNNING, HoldStatus.IN_FORCE)
    return live and _within(record.from_date, today, record.until)


def is_in_payment(entitlement: Entitlement, today: dt.date) -> bool:
    """Whether a right to money is being paid on this day."""
    paid = entitlement.status is EntitlementStatus.IN_PAYMENT
    return paid and _within(entitlement.from_date, today, entitlement.until)


def is_covered(contribution: Contribution, today: dt.date) -> bool:
    """Whether a contribution is owed for this day."""
    return _within(contribution.cover_from, today, contribution.cover_until)


@once_per_picture
def withholdings(picture: Picture) -> tuple[Withholding, ...]:
    """Everything that is withheld from income today, in the order of the positions."""
    return tuple(
        Withholding(
            recovery, picture.body_meant(recovery.on_behalf_of or holder, recovery.for_record)
        )
        for holder, recovery in picture.of(Recovery)
        if recovery.method not in NOT_WITHHELD and is_running(recovery, picture.today)
    )


def source_is_known(recovery: Recovery, picture: Picture) -> bool:
    """Whether what this is taken from can be in the picture at all.

    Only a silent agency can hold a source that nobody showed: without gaps every source counts.
    """
    if recovery.on is None or not picture.gaps or picture.find(recovery.on) is not None:
        return True
    stated = {income.id for income in picture.household.income}
    return recovery.on in stated | {asset.id for asset in picture.household.assets}


def _within(first: dt.date | None, day: dt.date, last: dt.date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
