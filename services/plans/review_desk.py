"""What waits for a colleague's look, over all municipalities: the one way through the walls.

A reviewer stands outside the question, so that the wall of the own agency hides it. Only what is in
review now, or was reviewed by who asks, passes here.
"""

from __future__ import annotations

from domain.decisions import DecisionState
from services.identity.actor import Actor
from services.plans.deciding import had_a_say
from services.store.database import Scope
from services.store.decisions import DecisionBook
from services.store.staff import Staff
from workflows.contracts import DecisionSnapshot


class ReviewDesk:
    """Finds decisions for reviewers. Whether someone may review is for the rights to say."""

    def __init__(self, decisions: DecisionBook, staff: Staff) -> None:
        self._decisions = decisions
        self._staff = staff

    async def waiting_for(self, actor: Actor) -> tuple[DecisionSnapshot, ...]:
        """All that waits for a look by someone like this actor, by the day it must be there."""
        found = [
            decision
            for municipality in await self._staff.municipalities()
            for decision in await self._decisions.decisions(
                Scope(municipality=municipality.ref), state=DecisionState.IN_REVIEW
            )
            if is_for_review(decision, actor)
        ]
        return tuple(sorted(found, key=lambda each: each.review_by or each.deadline))

    async def decision(self, actor: Actor, decision_ref: str) -> DecisionSnapshot | None:
        """The one with this reference, when it is (or was) this actor's to review."""
        for municipality in await self._staff.municipalities():
            found = await self._decisions.decision(
                Scope(municipality=municipality.ref), decision_ref
            )
            if found is not None:
                return found if is_for_review(found, actor) else None
        return None


def is_for_review(decision: DecisionSnapshot, actor: Actor) -> bool:
    """Is a review asked of people like this actor now, or did this actor give one?"""
    gave = any(given.review.reviewer.id == actor.subject for given in decision.reviews)
    asked = decision.state is DecisionState.IN_REVIEW and not had_a_say(decision, actor)
    return gave or asked
