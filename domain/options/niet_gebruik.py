"""A right was calculated and asked for, and no file was started: grant it, or decide on it soon."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.measures import Measure
from domain.options.left_lying import taken_up
from domain.options.propose import records_in
from domain.options.remedy import Remedy
from domain.options.unused_rights import is_unpaid, paid_at_last
from domain.picture import Held, Picture
from domain.records import Application, Entitlement


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    named = records_in(conflict, picture)
    for held in named:
        if not isinstance(held.record, Application):
            continue
        calculated = tuple(each for each in named if _is_what_was_asked(each, held))
        granted = tuple(paid_at_last(calculated[0], (held,))) if len(calculated) == 1 else ()
        yield from granted or taken_up(held, picture, _amount(calculated))


def _is_what_was_asked(right: Held, asked: Held) -> bool:
    application, calculated = asked.record, right.record
    return (
        is_unpaid(right)
        and isinstance(application, Application)
        and isinstance(calculated, Entitlement)
        and calculated.scheme is application.scheme
        and counted(right.holder) == counted(asked.holder)
    )


def _amount(calculated: tuple[Held, ...]) -> int | None:
    """What the body that was asked found the right to be per month, when it is one amount."""
    amounts = {
        held.record.amount_monthly_cents
        for held in calculated
        if isinstance(held.record, Entitlement)
    }
    return amounts.pop() if len(amounts) == 1 else None


REMEDY = Remedy(ConflictType.NIET_GEBRUIK, _measures_for)
