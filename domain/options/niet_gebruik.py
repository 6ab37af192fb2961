"""A right was calculated and asked for, and no file was started: grant it, or decide on it soon."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.measures import Measure
from domain.options.left_lying import taken_up
from domain.options.propose import records_in
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, Entitlement


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    named = records_in(conflict, picture)
    for held in named:
        yield from taken_up(held, picture, _calculated(held, named))


def _calculated(asked: Held, named: tuple[Held, ...]) -> int | None:
    """What the body that was asked found the right to be per month, when it is one amount."""
    application = asked.record
    amounts = {
        held.record.amount_monthly_cents
        for held in named
        if isinstance(application, Application)
        and isinstance(held.record, Entitlement)
        and held.record.scheme is application.scheme
        and counted(held.holder) == counted(asked.holder)
    }
    return amounts.pop() if len(amounts) == 1 else None


REMEDY = Remedy(ConflictType.NIET_GEBRUIK, _measures_for)
