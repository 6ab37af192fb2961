"""Decisions: what is asked of an agency, votes on it, and what must be there before it takes
effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from domain.decisions import (
    CounterProposal,
    DecisionState,
    Liaison,
    PeerReview,
    Vote,
    Weighing,
)
from domain.precedents import DecidedCase, Precedent, case_of, ranked
from domain.precedents.decided import DECIDED
from services.identity.actor import Actor, Role
from services.identity.rights import Action, Resource, acts_for_an_agency, may
from services.plans.deciding import (
    ProposalRequest,
    ReviewRequest,
    VoteRequest,
    had_a_say,
    option_of,
    proposal_ref,
    vote_ref,
)
from services.plans.errors import NotAllowed, NotFound, ReviewNotCounted
from services.plans.guard import is_about, require
from services.plans.refusals import HAD_A_SAY
from services.plans.review_desk import ReviewDesk, is_for_review
from services.plans.runner import PlanRunner
from services.plans.view import DecisionView, question_in_one_sentence, question_of
from services.store.database import NOBODY, Scope
from services.store.decisions import DecisionBook
from services.store.plans import PlanBook
from services.store.staff import Staff
from workflows.contracts import DecisionSnapshot, VoteReceipt

PRECEDENTS_LOOKED_AT = 50
"""Of each way to end, the decisions with the nearest deadlines: what is shown are a handful."""

UNKNOWN_DECISION = "Dit besluit is er niet, of het hoort niet bij uw organisatie."


class Decisions:
    """The application service for decisions."""

    def __init__(
        self,
        decisions: DecisionBook,
        plans: PlanBook,
        staff: Staff,
        runner: PlanRunner,
        *,
        now: Callable[[], dt.datetime],
    ) -> None:
        self._decisions = decisions
        self._plans = plans
        self._staff = staff
        self._desk = ReviewDesk(decisions, staff)
        self._runner = runner
        self._now = now

    async def lines(
        self, actor: Actor, *, state: DecisionState | None
    ) -> tuple[DecisionSnapshot, ...]:
        """The decisions in the actor's sight: what waits first, then by the nearest deadline.

        A liaison who asks for what is in review also gets what others ask a colleague to look at.
        """
        require(actor, Action.LIST_DECISIONS, Resource(actor.municipality))
        own = await self._decisions.decisions(scope_of(actor), state=state)
        asks = state is DecisionState.IN_REVIEW and may(actor, Action.REVIEW, Resource()).allowed
        asked = await self._desk.waiting_for(actor) if asks else ()
        return (*own, *(each for each in asked if each not in own))

    async def show(self, actor: Actor, decision_ref: str) -> DecisionView:
        """One decision with its question; a liaison gets the own mandate of today with it."""
        snapshot = await self._visible(actor, Action.SEE_DECISION, decision_ref)
        precedents = await self._precedents(actor, snapshot)
        view = replace(await self._asked(snapshot), precedents=precedents)
        if actor.role is not Role.LIAISON:
            return view
        liaison = await self._staff.liaison_on(actor.subject, self._now().date())
        return replace(view, own=actor.agency, mandate=liaison.mandate if liaison else None)

    async def vote(self, actor: Actor, decision_ref: str, asked: VoteRequest) -> VoteReceipt:
        """Cast the actor's vote, under the mandate of today.

        Raises NotFound, NotAllowed, InvalidInput, VoteNotCounted, PlanClosed, RunnerUnavailable.
        """
        snapshot, liaison = await self._for_liaison(actor, Action.CAST_VOTE, decision_ref)
        this_round = snapshot.round if asked.round is None else asked.round
        vote = Vote(
            id=vote_ref(snapshot, actor.subject, asked.given_id, this_round),
            liaison=liaison,
            agency=liaison.agency,
            option=option_of(snapshot, asked.option),
            kind=asked.kind,
            motive=asked.motive.strip(),
            legal_basis=asked.legal_basis,
            conditions=tuple(each.strip() for each in asked.conditions if each.strip()),
            round=this_round,
        )
        return await self._runner.cast_vote(snapshot.plan, snapshot.ref, vote)

    async def propose(self, actor: Actor, decision_ref: str, asked: ProposalRequest) -> str:
        """Put a changed option to the vote: a new round begins. Gives the option's reference.

        Raises NotFound, NotAllowed, InvalidInput, ProposalNotPut, PlanClosed, RunnerUnavailable.
        """
        snapshot, liaison = await self._for_liaison(actor, Action.PROPOSE, decision_ref)
        proposal = CounterProposal(
            id=proposal_ref(snapshot, actor.subject, asked),
            by=liaison,
            option=option_of(snapshot, asked.option),
            changes=asked.changes,
            motive=asked.motive.strip(),
        )
        return await self._runner.propose(snapshot.plan, snapshot.ref, proposal)

    async def weigh(self, actor: Actor, decision_ref: str, weighing: Weighing) -> None:
        """Write down the balance of interests, in the actor's name.

        Raises NotFound, NotAllowed, WeighingNotTaken, PlanClosed, RunnerUnavailable.
        """
        snapshot = await self._visible(actor, Action.WEIGH, decision_ref)
        is_about(snapshot.plan.plan)
        own = replace(weighing, by=actor.subject)
        if own == snapshot.weighing:
            return
        await self._runner.weigh(snapshot.plan, snapshot.ref, own)

    async def review(self, actor: Actor, decision_ref: str, asked: ReviewRequest) -> None:
        """Give the actor's opinion on a decision of others, under the mandate of today.

        Raises NotFound, NotAllowed, ReviewNotCounted, PlanClosed, RunnerUnavailable.
        """
        snapshot, liaison = await self._for_liaison(actor, Action.REVIEW, decision_ref)
        if had_a_say(snapshot, actor):
            raise ReviewNotCounted(HAD_A_SAY)
        review = PeerReview(liaison, asked.opinion, asked.motive.strip())
        await self._runner.review(snapshot.plan, snapshot.ref, review)

    async def _for_liaison(
        self, actor: Actor, action: Action, decision_ref: str
    ) -> tuple[DecisionSnapshot, Liaison]:
        snapshot = await self._visible(actor, action, decision_ref)
        is_about(snapshot.plan.plan)
        liaison = await self._staff.liaison_on(actor.subject, self._now().date())
        if liaison is None:
            raise NotAllowed("U staat niet in het register van liaisons.")
        return snapshot, liaison

    async def _visible(self, actor: Actor, action: Action, decision_ref: str) -> DecisionSnapshot:
        snapshot = await self._decisions.decision(scope_of(actor), decision_ref)
        if snapshot is None and may(actor, Action.REVIEW, Resource()).allowed:
            snapshot = await self._desk.decision(actor, decision_ref)
        if snapshot is None:
            raise NotFound(UNKNOWN_DECISION)
        require(actor, action, place_of(snapshot, actor))
        return snapshot

    async def _asked(self, decision: DecisionSnapshot) -> DecisionView:
        """Read within the plan's own municipality; of it only the conflicts that are to be decided
        leave this service, because a liaison sees no more than the decision needs."""
        kept = await self._plans.plan(decision.plan.municipality, decision.plan.plan)
        if kept is None or kept.snapshot is None:
            return DecisionView(decision, ())
        return DecisionView(
            decision,
            question_of(decision, kept.snapshot),
            in_one_sentence=question_in_one_sentence(decision, kept.snapshot),
        )

    async def _precedents(self, actor: Actor, decision: DecisionSnapshot) -> tuple[Precedent, ...]:
        """Earlier decisions within the actor's own sight, without their households."""
        earlier = [
            _as_case(each)
            for state in sorted(DECIDED)
            for each in await self._decisions.decisions(
                scope_of(actor), state=state, limit=PRECEDENTS_LOOKED_AT
            )
            if each.ref != decision.ref
        ]
        return ranked(_as_case(decision), earlier)


def _as_case(decision: DecisionSnapshot) -> DecidedCase:
    closed = decision.closed_at.date() if decision.closed_at else None
    return case_of(decision.bundle, decision.state, decision.decided, closed, decision.dissent)


def place_of(decision: DecisionSnapshot, actor: Actor) -> Resource:
    """The decision as the rights look at it, for this actor."""
    return Resource(
        decision.plan.municipality, decision.bundle.agencies, is_for_review(decision, actor)
    )


def scope_of(actor: Actor) -> Scope:
    """What the actor may see in the store: a liaison an agency's decisions, others their
    municipality."""
    if actor.role is not Role.LIAISON:
        return Scope(municipality=actor.municipality or "")
    if not acts_for_an_agency(actor):
        return NOBODY
    return Scope(agency=actor.agency, agency_municipality=actor.municipality or "")
