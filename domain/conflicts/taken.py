"""What is taken from, or paid by, the household for a claim: how a claim is felt every month."""

from __future__ import annotations

from collections.abc import Iterable

from domain.budget.running import is_running
from domain.picture import Picture
from domain.records import Claim


def taken_for(claims: Iterable[Claim], picture: Picture) -> int:
    """Euro cents per month of all recoveries that run today for these claims, instalments too."""
    wanted = frozenset(claim.id for claim in claims)
    return sum(
        recovery.amount_monthly_cents
        for claim in wanted
        for recovery in picture.recoveries_for(claim)
        if is_running(recovery, picture.today)
    )
