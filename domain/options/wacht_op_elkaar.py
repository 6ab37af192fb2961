"""Bodies wait in a circle: who has something ready confirms it, who can pay pays ahead."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.terms import add_working_days
from domain.measures import Measure, MeasureKind
from domain.options.assistance import measures_on
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Notice

CONFIRM_WITHIN_WORKING_DAYS = 2
"""Sending what is ready takes a body no longer than this."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in _who_confirms(records_in(conflict, picture)):
        yield from _confirmed(held, picture)
    for held in records_in(conflict, picture):
        yield from measures_on(held, picture)


def _who_confirms(records: tuple[Held, ...]) -> tuple[Held, ...]:
    """A message that lies ready is the lightest way out; without one every waiting body lets go."""
    waiting = tuple(held for held in records if held.record.waits_for)
    ready = tuple(held for held in waiting if isinstance(held.record, Notice))
    return ready or waiting


def _confirmed(held: Held, picture: Picture) -> Iterator[Measure]:
    until = add_working_days(picture.today, CONFIRM_WITHIN_WORKING_DAYS)
    for power in powers_on(MeasureKind.CONFIRM, held.holder, (held,))[:1]:
        yield under(power, held.holder, (held.record.id,), until=until)


REMEDY = Remedy(ConflictType.WACHT_OP_ELKAAR, _measures_for)
