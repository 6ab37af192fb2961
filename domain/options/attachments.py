"""Pauses that end an attachment which a conflict stands on."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict
from domain.measures import Measure
from domain.options.propose import claims_withheld_for, hold_on, hold_until
from domain.picture import Picture


def holds_on_attachments(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    """A hold per claim in the conflict that an agency attaches for, as far as it still can stop.

    What has been taken already, and what a bailiff or another party attaches, no hold reaches.
    """
    for claim in claims_withheld_for(conflict, picture):
        hold = hold_on(claim, picture, hold_until(claim, picture))
        if hold is not None and not set(hold.on).isdisjoint(conflict.records):
            yield hold
