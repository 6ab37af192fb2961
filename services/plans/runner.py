"""The port to what runs the plans. `temporal.TemporalPlanRunner` implements it; tests use a
fake."""

from __future__ import annotations

from typing import Protocol

from domain.decisions import CounterProposal, PeerReview, Vote, Weighing
from workflows.contracts import CloseRequest, PlanRef, PlanStart, VoteReceipt


class PlanRunner(Protocol):
    """Starts plans and speaks to them. Every call may raise RunnerUnavailable."""

    async def start_plan(self, start: PlanStart) -> None:
        """Start the plan. Idempotent on the plan's reference."""
        ...

    async def abandon_plan(self, plan: PlanRef) -> None:
        """End a plan that must not have been started. Idempotent; a plan unknown is fine."""
        ...

    async def cast_vote(self, plan: PlanRef, decision_ref: str, vote: Vote) -> VoteReceipt:
        """Cast a vote. Idempotent on the vote's id. Raises VoteNotCounted, PlanClosed."""
        ...

    async def propose(self, plan: PlanRef, decision_ref: str, proposal: CounterProposal) -> str:
        """Put a counter-proposal to the vote; gives the new option's ref. Idempotent on the
        proposal's id. Raises ProposalNotPut, PlanClosed."""
        ...

    async def weigh(self, plan: PlanRef, decision_ref: str, weighing: Weighing) -> None:
        """Write down the balance of interests. Idempotent. Raises WeighingNotTaken, PlanClosed."""
        ...

    async def review(self, plan: PlanRef, decision_ref: str, review: PeerReview) -> None:
        """Give a colleague's opinion. Idempotent. Raises ReviewNotCounted, PlanClosed."""
        ...

    async def close_plan(self, plan: PlanRef, request: CloseRequest) -> None:
        """Close the plan. Raises PlanNotClosable, PlanClosed."""
        ...

    async def refresh_plan(self, plan: PlanRef) -> None:
        """Ask every agency again now. Raises PlanClosed."""
        ...

    async def is_reachable(self) -> bool:
        """Whether it answers now; never raises."""
        ...
