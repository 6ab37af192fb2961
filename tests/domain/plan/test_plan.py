"""The phases of a plan."""

from __future__ import annotations

import pytest

from domain.errors import TransitionNotAllowed
from domain.plan import ALLOWED, PlanPhase, next_phase


def test_every_phase_stands_in_the_table() -> None:
    assert set(ALLOWED) == set(PlanPhase)


def test_every_phase_can_be_reached_from_intake_and_leads_to_the_end() -> None:
    assert _reachable(PlanPhase.INTAKE) == set(PlanPhase) - {PlanPhase.INTAKE}
    for phase in set(PlanPhase) - {PlanPhase.CLOSED}:
        assert PlanPhase.CLOSED in _reachable(phase)


def test_a_closed_plan_stays_closed() -> None:
    for wanted in PlanPhase:
        with pytest.raises(TransitionNotAllowed):
            next_phase(PlanPhase.CLOSED, wanted)


@pytest.mark.parametrize("present", list(PlanPhase))
@pytest.mark.parametrize("wanted", list(PlanPhase))
def test_a_phase_follows_only_as_the_table_says(present: PlanPhase, wanted: PlanPhase) -> None:
    if wanted in ALLOWED[present]:
        assert next_phase(present, wanted) is wanted
    else:
        with pytest.raises(TransitionNotAllowed):
            next_phase(present, wanted)


def test_measures_are_carried_out_only_after_a_decision() -> None:
    before = {phase for phase, allowed in ALLOWED.items() if PlanPhase.APPLYING in allowed}
    assert before == {PlanPhase.DECIDING}


def _reachable(start: PlanPhase) -> set[PlanPhase]:
    seen: set[PlanPhase] = set()
    todo = [start]
    while todo:
        for phase in ALLOWED[todo.pop()] - seen:
            seen.add(phase)
            todo.append(phase)
    return seen
