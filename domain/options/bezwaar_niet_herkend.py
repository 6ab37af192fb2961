"""A letter in time was no objection to its receiver: deal with it as one, and pause meanwhile.

The body that got the letter treats it as an objection, or forwards it to the body that decided,
which takes it as in time: the day of the first receipt counts (Awb 6:15 lid 1 and 3). An objection
does not suspend the decision (Awb 6:16), so what it claims is paused until it is decided on.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.objections import letters_on_decisions
from domain.legislation.powers.provisions import AWB_6_15
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import DeterminationMade, Notice
from domain.vocabulary import HandledAs


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (
        *_recognised(conflict, picture),
        *_taken_in(conflict, picture),
        *holds_meanwhile(conflict, picture),
    )


def _recognised(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in records_in(conflict, picture):
        letter = held.record
        if isinstance(letter, Notice) and letter.handled_as is not HandledAs.OBJECTION:
            for power in powers_on(MeasureKind.RECOGNISE_OBJECTION, held.holder, (held,))[:1]:
                yield under(power, held.holder, (letter.id,))


def _taken_in(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    """By the body that decided, when another got the letter."""
    for held in records_in(conflict, picture):
        if isinstance(held.record, DeterminationMade):
            yield from _forwarded(held, held.record, conflict, picture)


def _forwarded(
    held: Held, decision: DeterminationMade, conflict: Conflict, picture: Picture
) -> Iterator[Measure]:
    days = [
        letter.notice.on
        for letter in letters_on_decisions(picture)
        if letter.determination.id == decision.id
        and letter.notice.id in conflict.records
        and letter.receiver.agency is not held.holder.agency
    ]
    for power in powers_on(MeasureKind.ACCEPT_OBJECTION, held.holder, (held,)):
        if power.provision == AWB_6_15 and days:
            yield under(power, held.holder, (decision.id,), from_date=min(days))


REMEDY = Remedy(ConflictType.BEZWAAR_NIET_HERKEND, _measures_for)
