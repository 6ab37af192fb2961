"""The assessment of a household on a day: budget, conflicts, deadlines and options, in one pure call."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.budget import Budget
from domain.bundles import Bundle
from domain.conflicts import Conflict
from domain.deadlines import Deadline
from domain.measures import Measure
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found on `on`; `incomplete_without` names the agencies whose position was missing."""

    on: dt.date
    budget: Budget
    conflicts: tuple[Conflict, ...]
    bundles: tuple[Bundle, ...]
    deadlines: tuple[Deadline, ...]
    time_outs: tuple[Measure, ...]
    incomplete_without: tuple[Agency, ...]
