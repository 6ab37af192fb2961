"""A pause that does not name set-off while set-off goes on: the claimant pauses that as well."""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.propose import claims_withheld_for, hold_on, hold_until
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    holds = (
        hold_on(claim, picture, hold_until(claim, picture))
        for claim in claims_withheld_for(conflict, picture)
    )
    return tuple(hold for hold in holds if hold is not None)


REMEDY = Remedy(ConflictType.UITSTEL_VS_VERREKENING, _measures_for)
