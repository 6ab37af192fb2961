"""A debt was increased while nobody could be reached: claim those increases no longer.

Their amount stands in the claim. An agency lowers the claim by them, or pauses it when it may not
claim less; the CJIB, the usual one, is asked to undo them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.facts import holds_on
from domain.conflicts.grounds import shown_in
from domain.household import FactShown
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.contested import pause
from domain.options.propose import (
    asked,
    is_lawful,
    party_powers_on,
    powers_on,
    records_in,
    under,
)
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Claim, ClaimPart
from domain.vocabulary import ClaimPartKind


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held, claim, added in _increased(conflict, picture):
        lowered = _lowered(held, claim, added, picture)
        answer = lowered if lowered is not None else pause(held, picture)
        if answer is not None:
            yield answer


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(each for each in _asked(conflict, picture) if is_possible(each, picture))


def _increased(
    conflict: Conflict, picture: Picture
) -> Iterator[tuple[Held, Claim, tuple[ClaimPart, ...]]]:
    """What is still owed, with the increases that nobody could know of."""
    unreachable = shown_in(conflict, picture)
    for held in records_in(conflict, picture):
        if isinstance(held.record, Claim) and held.record.outstanding_cents > 0:
            added = tuple(_added_unseen(held.record, unreachable))
            if added:
                yield held, held.record, added


def _lowered(
    held: Held, claim: Claim, added: tuple[ClaimPart, ...], picture: Picture
) -> Measure | None:
    days = _days(added)
    for power in powers_on(MeasureKind.REDUCE, held.holder, (held,)):
        lowered = under(
            power,
            held.holder,
            (claim.id,),
            amount_cents=_total(added),
            from_date=min(days),
            until=max(days),
        )
        if is_lawful(lowered, picture):
            return lowered
    return None


def _asked(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    for held, claim, added in _increased(conflict, picture):
        stays, days = max(claim.outstanding_cents - _total(added), 0), _days(added)
        for power in party_powers_on(MeasureKind.WITHDRAW, held.holder, (held,), picture)[:1]:
            if held.holder.party is not None:
                yield asked(
                    power,
                    held.holder.party,
                    (claim.id,),
                    amount_cents=stays,
                    from_date=min(days),
                    until=max(days),
                )


def _added_unseen(claim: Claim, unreachable: tuple[FactShown, ...]) -> Iterator[ClaimPart]:
    """The increases of days on which somebody who has to pay was shown unreachable."""
    shown = [each for each in unreachable if not set(each.persons).isdisjoint(claim.liable)]
    for part in claim.components:
        day = part.on if part.kind is ClaimPartKind.INCREASE else None
        if day is not None and any(holds_on(each, day) for each in shown):
            yield part


def _days(added: tuple[ClaimPart, ...]) -> list[dt.date]:
    """The days of these increases: of those alone the amount is taken off."""
    return sorted(part.on for part in added if part.on is not None)


def _total(added: tuple[ClaimPart, ...]) -> int:
    return sum(part.amount_cents for part in added)


REMEDY = Remedy(ConflictType.VERHOGING_STAPELT, _measures_for, _requests_for)
