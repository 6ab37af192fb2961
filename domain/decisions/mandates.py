"""Does a liaison's mandate reach what the vote decides? (Awb 10:3, 10:4)"""

from __future__ import annotations

import datetime as dt

from domain.decisions.vote import COMMITS, Vote, VoteRefusal, VoteRefused
from domain.measures import Measure, MeasureKind

GIVES_OR_PAYS = frozenset(
    {
        MeasureKind.ADVANCE,
        MeasureKind.GRANT,
        MeasureKind.GRANT_FROM,
        MeasureKind.NOT_COLLECT,
        MeasureKind.REDUCE,
        MeasureKind.REMIT,
        MeasureKind.TAILOR,
    }
)
"""Acts whose amount is what the agency gives up or pays; elsewhere it is what is left."""

ALL_OF_IT = frozenset({MeasureKind.NOT_COLLECT, MeasureKind.REMIT})
"""Acts that give up all that is owed when they name no amount."""


def mandate_refusal(vote: Vote, own: tuple[Measure, ...], today: dt.date) -> VoteRefused | None:
    """Why the mandate does not reach this vote; None when it does.

    Who objects, asks or steps aside commits the agency to nothing: a valid mandate is enough. The
    limit holds for all that the agency gives by the option together, not for each measure apart.
    """
    mandate = vote.liaison.mandate
    if mandate is None:
        return VoteRefused(VoteRefusal.NO_MANDATE, "who votes holds a mandate (Awb 10:3)")
    if not mandate.is_valid_on(today):
        return VoteRefused(
            VoteRefusal.MANDATE_NOT_VALID_TODAY,
            f"the mandate is valid from {mandate.valid_from} until {mandate.valid_until}",
        )
    if vote.kind not in COMMITS:
        return None
    for measure in own:
        if measure.provision not in mandate.provisions:
            return VoteRefused(
                VoteRefusal.MANDATE_LACKS_PROVISION,
                f"the mandate does not reach {measure.provision}",
            )
    limit = mandate.max_amount_cents
    if limit is not None and (_gives_all(own) or given_by(own) > limit):
        return VoteRefused(
            VoteRefusal.MANDATE_LACKS_AMOUNT,
            "the mandate does not reach what the agency would give by this option together",
        )
    return None


def _gives_all(own: tuple[Measure, ...]) -> bool:
    """Is something given up of which nobody says how much it is? No limit reaches that."""
    return any(each.kind in ALL_OF_IT and each.amount_cents is None for each in own)


def given_by(own: tuple[Measure, ...]) -> int:
    """What an agency gives up or pays by these measures together, in euro cents."""
    return sum(each.amount_cents or 0 for each in own if each.kind in GIVES_OR_PAYS)
