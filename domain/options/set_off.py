"""Set-off with a benefit stops where an attachment would: Awb 4:93 lid 4."""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN
from domain.budget.stack import stack_of
from domain.conflicts import Conflict
from domain.legislation.powers.provisions import AWB_4_93_4
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.picture import Held, Picture
from domain.records import Entitlement, Money, Recovery
from domain.vocabulary import RecoveryMethod


def set_offs_limited(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    """The set-offs in the conflict, lowered until the protected amount is left: the last to begin
    first. Allowances stand outside that amount, so what is set off with those is no part of it."""
    stack = stack_of(picture)
    short = stack.protected_cents - stack.left_cents
    for held, recovery in sorted(_with_income(conflict, picture), key=_place, reverse=True):
        less = min(short, recovery.amount_monthly_cents)
        for power in powers_on(MeasureKind.RECOMPUTE, held.holder, (held,)):
            if power.provision == AWB_4_93_4 and less > 0:
                short -= less
                yield under(
                    power,
                    held.holder,
                    (recovery.id,),
                    amount_cents=stack.protected_cents,
                    value=Money(recovery.amount_monthly_cents - less),
                )


def _with_income(conflict: Conflict, picture: Picture) -> Iterator[tuple[Held, Recovery]]:
    for held in records_in(conflict, picture):
        recovery = held.record
        if isinstance(recovery, Recovery) and recovery.method is RecoveryMethod.SET_OFF:
            source = picture.find(recovery.on)
            right = None if source is None else source.record
            if isinstance(right, Entitlement) and right.scheme not in FOR_RENT_CARE_OR_CHILDREN:
                yield held, recovery


def _place(found: tuple[Held, Recovery]) -> tuple[str, str]:
    return found[1].from_date.isoformat(), found[1].id
