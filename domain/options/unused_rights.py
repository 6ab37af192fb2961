"""Rights that a body has calculated itself and does not pay: paid, they need no deviation.

Who did not ask yet still has to ask; what was asked for is decided on with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import Application, Entitlement
from domain.vocabulary import ApplicationStatus, EntitlementStatus

_UNDECIDED = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def unused_rights(picture: Picture) -> Iterator[Measure]:
    """The grant of each right that is calculated and not paid, as far as a provision lets its
    holder grant it."""
    for held in sorted(filter(is_unpaid, picture.held), key=lambda each: each.record.id):
        asked = (each for each in picture.held if _asks_for(each, held))
        yield from paid_at_last(held, tuple(sorted(asked, key=lambda each: each.record.id)))


def paid_at_last(right: Held, asked: tuple[Held, ...]) -> Iterator[Measure]:
    """The grant of this calculated right, with the applications for it that wait."""
    for power in powers_on(MeasureKind.GRANT, right.holder, (right, *asked))[:1]:
        yield under(power, right.holder, (each.record.id for each in (right, *asked)))


def is_unpaid(held: Held) -> bool:
    """Is this a right that its body calculated and does not pay?"""
    right = held.record
    return isinstance(right, Entitlement) and right.status is EntitlementStatus.ELIGIBLE


def _asks_for(held: Held, right: Held) -> bool:
    asked, calculated = held.record, right.record
    return (
        isinstance(asked, Application)
        and isinstance(calculated, Entitlement)
        and asked.status in _UNDECIDED
        and asked.scheme is calculated.scheme
        and counted(held.holder) == counted(right.holder)
        and not set(asked.persons).isdisjoint(calculated.persons)
    )
