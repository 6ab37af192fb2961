"""What follows for the household from a fact or a decision: the decisions, the acts ahead, and what
they cost per month.

Detectors about wrong facts share this, so that each tells the same harm alike.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from domain.budget.running import is_in_payment
from domain.budget.stack import stack_of
from domain.conflicts.bodies import counted
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.missed_assistance import LAST_RESORT, missed_assistance
from domain.conflicts.taken import taken_for
from domain.picture import Picture
from domain.records import (
    Body,
    DeterminationMade,
    Entitlement,
    MemberRef,
    RecordRef,
    ThreatenedAct,
    Value,
    WouldBe,
)
from domain.vocabulary import Agency, EntitlementStatus, Outcome, Scheme, ThreatenedActKind

WITHIN_WEEKS = dt.timedelta(weeks=4)
"""An act within this time is near; Wgs 4 lid 1 gives the first talk four weeks."""

_PAID_BY_HOUSEHOLD = frozenset({Outcome.ASSESSED, Outcome.IMPOSED, Outcome.RECLAIMED})

_TAKES_HOME_INCOME_OR_CARE = frozenset(
    {
        ThreatenedActKind.COURT_HEARING,
        ThreatenedActKind.EVICTION,
        ThreatenedActKind.END_OF_BENEFIT,
        ThreatenedActKind.END_OF_INSURANCE,
    }
)


@dataclass(frozen=True, slots=True)
class Consequence:
    """A harmful decision, or an act ahead, with the right it touches and the loss when known."""

    holder: Body
    scheme: Scheme | None
    persons: frozenset[MemberRef]
    record: DeterminationMade | ThreatenedAct
    lost_monthly_cents: int | None


def consequences_of(
    picture: Picture, facts: Collection[RecordRef], shown: Collection[Value] = ()
) -> tuple[Consequence, ...]:
    """The harmful decisions, and the acts still ahead, that rest on any of these facts.

    `shown` are the values that documents give instead.
    """
    named = frozenset(facts)
    decisions = (
        consequence_of(picture, holder, determination, named, shown)
        for holder, determination in harmful_determinations(picture)
        if not named.isdisjoint(determination.rests_on)
    )
    return (*decisions, *_acts(picture, named))


def consequence_of(
    picture: Picture,
    holder: Body,
    determination: DeterminationMade,
    facts: Collection[RecordRef] = (),
    shown: Collection[Value] = (),
) -> Consequence:
    """One decision, and what is lost by it per month.

    The body's own calculation with another value of these facts comes first. Without one it is
    what the right behind the decision lost, what is taken for the claim that follows from it, or
    the assistance that a refusal withholds.
    """
    counterfactual = [would for would in determination.would_be if would.fact in facts]
    lost = (
        _by_own_calculation(determination, counterfactual, shown)
        if counterfactual
        else _by_what_followed(picture, determination)
    )
    persons = frozenset(determination.persons)
    return Consequence(counted(holder), determination.scheme, persons, determination, lost)


def monthly_harm(consequences: Iterable[Consequence]) -> int | None:
    """What the household loses per month; of one right of one body only the largest loss counts.

    None when no loss per month is known.
    """
    by_right: dict[tuple[object, ...], int] = defaultdict(int)
    for each in consequences:
        right = (each.holder, each.scheme, each.persons)
        by_right[right] = max(by_right[right], each.lost_monthly_cents or 0)
    return sum(by_right.values()) or None


def urgency_of(picture: Picture, consequences: Collection[Consequence]) -> HarmUrgency:
    """Critical when it costs money below the minimum, or home, income or care within weeks; high
    when decisions or acts follow; otherwise normal."""
    if _is_near(picture, consequences) or (
        monthly_harm(consequences) is not None and is_below_minimum(picture)
    ):
        return HarmUrgency.CRITICAL
    return HarmUrgency.HIGH if consequences else HarmUrgency.NORMAL


def is_below_minimum(picture: Picture) -> bool:
    """Whether less than the protected amount is left today.

    Not claimed while an agency never gave a position, as it may pay an income; what an agency said
    before it fell silent still stands.
    """
    if {position.agency for position in picture.positions} != set(Agency):
        return False
    stack = stack_of(picture)
    return stack.left_cents < stack.protected_cents


def _by_own_calculation(
    determination: DeterminationMade, would_be: list[WouldBe], shown: Collection[Value]
) -> int | None:
    fitting = [would for would in would_be if would.value in shown] or would_be
    losses = [
        _difference(determination, would.amount_monthly_cents)
        for would in fitting
        if would.amount_monthly_cents is not None
    ]
    # of several calculations for values that nobody has shown, only the least is sure
    return max(min(losses), 0) if losses else None


def _difference(determination: DeterminationMade, other_cents: int) -> int:
    now = determination.amount_monthly_cents or 0
    return now - other_cents if determination.outcome in _PAID_BY_HOUSEHOLD else other_cents - now


def _by_what_followed(picture: Picture, determination: DeterminationMade) -> int | None:
    if determination.outcome in _PAID_BY_HOUSEHOLD:
        return taken_for(picture.claims_by(determination.id), picture) or None
    rights = picture.rights_by(determination.id)
    lost = sum(_lost_right(right, picture.today) for right in rights)
    refused = determination.outcome is Outcome.REFUSED
    if not lost and refused and determination.scheme in LAST_RESORT:
        return missed_assistance(picture)
    return lost or None


def _lost_right(right: Entitlement, today: dt.date) -> int:
    full = right.full_amount_monthly_cents or right.amount_monthly_cents
    if is_in_payment(right, today):
        return max(full - right.amount_monthly_cents, 0)
    return 0 if right.status is EntitlementStatus.ELIGIBLE else right.amount_monthly_cents


def _acts(picture: Picture, facts: frozenset[RecordRef]) -> Iterator[Consequence]:
    for holder, act in picture.of(ThreatenedAct):
        if act.date >= picture.today and not facts.isdisjoint(act.rests_on):
            right = _right_that_ends(picture, act)
            yield Consequence(
                counted(holder),
                right.scheme if right else None,
                frozenset(right.persons if right else act.persons),
                act,
                right.amount_monthly_cents if right else None,
            )


def _right_that_ends(picture: Picture, act: ThreatenedAct) -> Entitlement | None:
    held = picture.find(act.about)
    if act.kind is not ThreatenedActKind.END_OF_BENEFIT or held is None:
        return None
    right = held.record
    paid = isinstance(right, Entitlement) and is_in_payment(right, picture.today)
    return right if isinstance(right, Entitlement) and paid else None


def _is_near(picture: Picture, consequences: Iterable[Consequence]) -> bool:
    return any(
        isinstance(each.record, ThreatenedAct)
        and each.record.kind in _TAKES_HOME_INCOME_OR_CARE
        and each.record.date <= picture.today + WITHIN_WEEKS
        for each in consequences
    )
