"""What claims still cost the household at once, next to what is taken for them every month."""

from __future__ import annotations

from collections.abc import Iterable

from domain.budget.running import is_running
from domain.picture import Picture
from domain.records import Claim, RecordRef


def owed_at_once(claims: Iterable[Claim], picture: Picture) -> int | None:
    """What is outstanding of the claims that nothing is taken for yet; None when nothing.

    A claim that is taken month by month is told per month, so that it is not counted twice.
    """
    outstanding = {
        claim.id: claim.outstanding_cents
        for claim in claims
        if not _is_told_per_month(claim.id, picture)
    }
    return sum(outstanding.values()) or None


def _is_told_per_month(claim: RecordRef, picture: Picture) -> bool:
    return any(
        recovery.amount_monthly_cents > 0 and is_running(recovery, picture.today)
        for recovery in picture.recoveries_for(claim)
    )
