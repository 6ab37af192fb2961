"""An attachment takes what the law leaves free: it is computed anew, or given back; else it pauses.

What was taken at the bank goes back as far as it should have stayed (Rv 475a lid 5); of an income
the protected amount is determined as the law gives it (Rv 475da, 475d lid 5). An agency does so
itself, a bailiff when asked; meanwhile an agency can pause.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.beslag_onder_vrije_voet import Breach, breaches_in
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.attachments import holds_on_attachments
from domain.options.propose import asked, party_powers_on, powers_on, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Money


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_put_right(conflict, picture), *holds_on_attachments(conflict, picture))


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(each for each in _asked(conflict, picture) if is_possible(each, picture))


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held, breach in _breaches(conflict, picture):
        for power in powers_on(_kind(breach), held.holder, (held,))[:1]:
            yield under(
                power,
                held.holder,
                (held.record.id,),
                amount_cents=_amount(breach),
                value=_taken_then(breach),
            )


def _asked(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    for held, breach in _breaches(conflict, picture):
        for power in party_powers_on(_kind(breach), held.holder, (held,), picture)[:1]:
            if held.holder.party is not None:
                yield asked(
                    power,
                    held.holder.party,
                    (held.record.id,),
                    amount_cents=_amount(breach),
                    value=_taken_then(breach),
                )


def _breaches(conflict: Conflict, picture: Picture) -> Iterator[tuple[Held, Breach]]:
    for breach in breaches_in(conflict, picture):
        held = picture.find(breach.recovery.id)
        if held is not None:
            yield held, breach


def _kind(breach: Breach) -> MeasureKind:
    return MeasureKind.REFUND if breach.at_the_bank else MeasureKind.RECOMPUTE


def _amount(breach: Breach) -> int:
    """What goes back at the bank; what stays free of an income per month, never less than now."""
    if breach.at_the_bank:
        return breach.harm_cents
    applied = breach.recovery.protected_amount
    return breach.free_cents if applied is None else max(breach.free_cents, applied.applied_cents)


def _taken_then(breach: Breach) -> Money | None:
    """What is taken per month once the attachment leaves what it must."""
    return None if breach.at_the_bank else Money(breach.taken_cents - breach.harm_cents)


REMEDY = Remedy(ConflictType.BESLAG_ONDER_VRIJE_VOET, _measures_for, _requests_for)
