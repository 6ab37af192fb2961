"""Several takers push the household below the minimum: stop what may not be taken, bring income in.

First the rights: set-off with a benefit that goes below the protected amount, the end of the
punitive premium, assistance that was asked. What is withheld otherwise can be paused.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.assistance import measures_on
from domain.options.premium_regime import regime_ended
from domain.options.propose import claims_withheld_for, hold_on, hold_until, records_in
from domain.options.remedy import Remedy
from domain.options.set_off import set_offs_limited
from domain.picture import Held, Picture
from domain.records import Recovery


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    yield from set_offs_limited(conflict, picture)
    for held in records_in(conflict, picture):
        yield from _regime_ended(held, picture)
        yield from measures_on(held, picture)
    for claim in claims_withheld_for(conflict, picture):
        hold = hold_on(claim, picture, hold_until(claim, picture))
        if hold is not None:
            yield hold


def _regime_ended(recovery: Held, picture: Picture) -> Iterator[Measure]:
    """The punitive premium ends once debt help has settled or stabilised the premium debt."""
    if isinstance(recovery.record, Recovery):
        regime = picture.find(recovery.record.for_record)
        if regime is not None:
            yield from regime_ended(regime, picture)


REMEDY = Remedy(ConflictType.STAPELING_ONDER_MINIMUM, _measures_for)
