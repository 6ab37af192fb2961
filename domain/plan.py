"""The phases of a plan: one table of allowed transitions, each odd one with its reason."""

from __future__ import annotations

from enum import StrEnum

from domain.errors import TransitionNotAllowed


class PlanPhase(StrEnum):
    """Where a plan stands; the value of the search attribute PlanPhase."""

    INTAKE = "intake"
    GATHERING = "gathering"
    ASSESSED = "assessed"
    PROTECTING = "protecting"
    DECIDING = "deciding"
    APPLYING = "applying"
    FOLLOWING = "following"
    CLOSED = "closed"


class PlanOutcome(StrEnum):
    """How a plan ended, or where it stands while it is followed."""

    STANDARD_ROUTE = "standard_route"
    STABLE = "stable"
    UNDECIDED = "undecided"
    WITHDRAWN = "withdrawn"
    ASSESSED_ONLY = "assessed_only"


ALLOWED: dict[PlanPhase, frozenset[PlanPhase]] = {
    PlanPhase.INTAKE: frozenset({PlanPhase.GATHERING}),
    PlanPhase.GATHERING: frozenset({PlanPhase.ASSESSED}),
    PlanPhase.ASSESSED: frozenset(
        {
            PlanPhase.PROTECTING,
            PlanPhase.DECIDING,
            # nothing (more) to decide: the plan is followed until its review
            PlanPhase.FOLLOWING,
            # nothing to escalate at all: the standard route (DESIGN, level 0)
            PlanPhase.CLOSED,
        }
    ),
    PlanPhase.PROTECTING: frozenset({PlanPhase.DECIDING}),
    PlanPhase.DECIDING: frozenset(
        {
            PlanPhase.APPLYING,
            # undecided, objected or lapsed: the plan goes on and comes back at its review
            PlanPhase.FOLLOWING,
            # an agency that was silent answers while liaisons decide: look again
            PlanPhase.GATHERING,
        }
    ),
    PlanPhase.APPLYING: frozenset({PlanPhase.GATHERING, PlanPhase.FOLLOWING}),
    PlanPhase.FOLLOWING: frozenset({PlanPhase.GATHERING, PlanPhase.CLOSED}),
    PlanPhase.CLOSED: frozenset(),
}


def next_phase(present: PlanPhase, wanted: PlanPhase) -> PlanPhase:
    """`wanted`, when it may follow `present`; raises TransitionNotAllowed otherwise."""
    if wanted not in ALLOWED[present]:
        raise TransitionNotAllowed(f"a plan does not go from {present.value} to {wanted.value}")
    return wanted
