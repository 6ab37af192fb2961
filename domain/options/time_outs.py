"""Time-outs: short protective holds that are asked at once, while the decision is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from domain.conflicts import Conflict, HarmUrgency
from domain.measures import Measure
from domain.options.propose import claims_withheld_for, hold_on, opaque_ref
from domain.picture import Picture

TIME_OUT = dt.timedelta(weeks=4)
"""Long enough for a joint decision with its ladder, short enough to ask without one."""


def time_outs_for(conflicts: Iterable[Conflict], picture: Picture) -> tuple[Measure, ...]:
    """Holds on what is withheld for claims in critical conflicts, at agencies that may hold."""
    asked: dict[str, Measure] = {}
    for conflict in conflicts:
        if conflict.urgency is HarmUrgency.CRITICAL:
            for claim in claims_withheld_for(conflict, picture):
                hold = hold_on(claim, picture, picture.today + TIME_OUT)
                if hold is not None:
                    time_out = replace(hold, ref=opaque_ref("to-", hold.ref))
                    asked[time_out.ref] = time_out
    return tuple(asked.values())
