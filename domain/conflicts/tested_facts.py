"""The fact that a decision tests against a limit, and whether two records may be of one body."""

from __future__ import annotations

from domain.conflicts.bodies import counted
from domain.picture import Picture
from domain.records import Body, DeterminationMade, FactUsed


def tested_fact(picture: Picture, determination: DeterminationMade) -> tuple[Body, FactUsed] | None:
    """The fact under test with its holder; None when there is none that the decision rests on."""
    test = determination.test
    if test is None or test.fact not in determination.rests_on:
        return None
    held = picture.find(test.fact)
    if held is None or not isinstance(held.record, FactUsed):
        return None
    return held.holder, held.record


def is_same_body(one: Body, other: Body) -> bool:
    """Whether these may be one body as counted: a record that names no department may be of any."""
    first, second = counted(one), counted(other)
    if first == second:
        return True
    same_agency = first.agency is not None and first.agency is second.agency
    return same_agency and None in (first.department, second.department)
