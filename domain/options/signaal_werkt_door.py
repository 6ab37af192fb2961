"""A decision follows a signal that its own limit does not bear out: it is revised.

By the body's own test the value cannot give this outcome, so what was claimed is claimed no longer,
and what was stopped goes on (Awb 4:6; its own law first). What is taken is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.contested import pauses_on_unfounded_decisions, unfounded_decisions
from domain.options.propose import records_in
from domain.options.put_right import anew
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_revised(conflict, picture), *pauses_on_unfounded_decisions(conflict, picture))


def _revised(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    unfounded = unfounded_decisions(conflict, picture)
    for held in records_in(conflict, picture):
        if held.record.id in unfounded:
            measure = anew((held,), None, picture)
            if measure is not None:
                yield measure


REMEDY = Remedy(ConflictType.SIGNAAL_WERKT_DOOR, _measures_for)
