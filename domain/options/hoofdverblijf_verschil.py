"""Agencies hold different homes for one person: who is wrong puts it right, else it is tailored.

Where somebody lives documents tell, and otherwise where the household says so at intake. Each body
then reviews its own decision (Awb 4:6; Awir 16, 20); where that gives nothing, the municipality
fits the assistance to it (Pw 18 lid 1). What is claimed by the decisions is paused meanwhile.
"""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.remedy import Remedy
from domain.options.same_fact import one_value
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Picture
from domain.records import MemberRef, Ref


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*one_value(conflict, picture, _home), *holds_meanwhile(conflict, picture))


def _home(person: MemberRef, picture: Picture) -> Ref | None:
    """Where the person lives; None when the household does not tell."""
    for member in picture.household.members:
        if member.id == person and member.lives_at is not None:
            return Ref(member.lives_at)
    return None


REMEDY = Remedy(ConflictType.HOOFDVERBLIJF_VERSCHIL, _measures_for)
