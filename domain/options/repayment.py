"""What the household can pay off per month on one debt, without going below what is protected."""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.stack import Stack, stack_of
from domain.measures import MeasureKind
from domain.options.assistance import measures_on
from domain.options.left_lying import taken_up
from domain.picture import Held, Picture
from domain.records import Application, Claim

SPREAD_MONTHS = 12
"""A debt that the room allows is paid off in a year: as long as a protected amount that was
determined holds (Rv 475d lid 2)."""

LEAST_SHARE_PERCENT = 5
"""Of an income at the minimum this is for creditors together (Rv 475dc lid 1)."""


def payable_monthly(claim: Claim, picture: Picture) -> int:
    """Euro cents per month for this claim, nil when there is no room that others do not take.

    Income that was asked for and that can be granted counts, as the instalments start with it.
    Raises ParameterMissing for a day before the norms that are known.
    """
    spread = -(-claim.outstanding_cents // SPREAD_MONTHS)
    return min(spread, _room(stack_of(picture), _income_asked_for(picture)))


def _room(stack: Stack, income_asked_for: int) -> int:
    means = stack.means_cents + income_asked_for
    above = max(means - stack.protected_cents, means * LEAST_SHARE_PERCENT // 100)
    return max(above - stack.taken_cents, 0)


def _income_asked_for(picture: Picture) -> int:
    """What open applications can bring per month; of one application the best grant counts."""
    return sum(
        max(_grants(Held(holder, application), picture), default=0)
        for holder, application in picture.of(Application)
    )


def _grants(asked: Held, picture: Picture) -> Iterator[int]:
    for measure in (*measures_on(asked, picture), *taken_up(asked, picture)):
        if measure.kind is MeasureKind.GRANT_FROM and measure.amount_cents is not None:
            yield measure.amount_cents
