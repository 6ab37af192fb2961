"""The assessment of a household on a day: budget, what collides, deadlines, options; one call."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.budget import Budget, budget_of
from domain.bundles import Bundle, bundles_of
from domain.collisions import Collision
from domain.collisions.catalogue import find_collisions
from domain.conflicts import Conflict
from domain.conflicts.catalogue import find_conflicts
from domain.deadlines import Deadline, deadlines_of
from domain.measures import Measure
from domain.options.time_outs import time_outs_for
from domain.picture import Picture
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found on `on`; `incomplete_without`: the agencies whose position was missing."""

    on: dt.date
    budget: Budget
    conflicts: tuple[Conflict, ...]
    bundles: tuple[Bundle, ...]
    deadlines: tuple[Deadline, ...]
    time_outs: tuple[Measure, ...]
    incomplete_without: tuple[Agency, ...]
    collisions: tuple[Collision, ...] = ()


def assess(picture: Picture) -> Assessment:
    """Everything that the rules say of this household on this day. Deterministic and without I/O.

    Raises ParameterMissing for a day for which the law's amounts are not known.
    """
    budget = budget_of(picture)
    conflicts = find_conflicts(picture)
    return Assessment(
        on=picture.today,
        budget=budget,
        conflicts=conflicts,
        bundles=bundles_of(picture, conflicts, budget),
        deadlines=deadlines_of(picture),
        time_outs=time_outs_for(conflicts, picture),
        incomplete_without=tuple(sorted(gap.agency for gap in picture.gaps)),
        collisions=find_collisions(picture),
    )
