"""Decisions: what is asked of an agency, and a liaison's vote on it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from domain.decisions import DecisionState, Vote, VoteKind
from domain.records import Provision
from services.identity.actor import Actor, Role
from services.identity.rights import Action, Resource, acts_for_an_agency
from services.plans.errors import InvalidInput, NotAllowed, NotFound
from services.plans.guard import is_about, require
from services.plans.runner import PlanRunner
from services.plans.view import DecisionView, ExplainedConflict, question_of
from services.store.database import NOBODY, Scope
from services.store.decisions import DecisionBook
from services.store.plans import PlanBook
from services.store.refs import new_vote_ref
from services.store.staff import Staff
from workflows.contracts import DecisionSnapshot, VoteReceipt

UNKNOWN_DECISION = "Dit besluit is er niet, of het hoort niet bij uw organisatie."


@dataclass(frozen=True, slots=True)
class VoteRequest:
    """A vote as it comes in; `option` may be left out when there is one, `given_id` is
    the name that the liaison's own program gave this vote, so that it may be sent again."""

    kind: VoteKind
    motive: str
    legal_basis: tuple[Provision, ...]
    option: str | None = None
    given_id: str | None = None


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
        self._runner = runner
        self._now = now

    async def lines(
        self, actor: Actor, *, state: DecisionState | None
    ) -> tuple[DecisionSnapshot, ...]:
        """The decisions in the actor's sight: open ones first, then by the nearest deadline."""
        require(actor, Action.LIST_DECISIONS, Resource(actor.municipality))
        return await self._decisions.decisions(scope_of(actor), state=state)

    async def show(self, actor: Actor, decision_ref: str) -> DecisionView:
        """One decision with its question; a liaison gets the own mandate of today with it."""
        snapshot = await self._visible(actor, Action.SEE_DECISION, decision_ref)
        question = await self._question(snapshot)
        if actor.role is not Role.LIAISON:
            return DecisionView(snapshot, question)
        liaison = await self._staff.liaison_on(actor.subject, self._now().date())
        mandate = liaison.mandate if liaison else None
        return DecisionView(snapshot, question, actor.agency, mandate)

    async def vote(self, actor: Actor, decision_ref: str, asked: VoteRequest) -> VoteReceipt:
        """Cast the actor's vote, under the mandate of today.

        Raises NotFound, NotAllowed, InvalidInput, VoteNotCounted, PlanClosed, RunnerUnavailable.
        """
        snapshot = await self._visible(actor, Action.CAST_VOTE, decision_ref)
        is_about(snapshot.plan.plan)
        liaison = await self._staff.liaison_on(actor.subject, self._now().date())
        if liaison is None:
            raise NotAllowed("U staat niet in het register van liaisons.")
        vote = Vote(
            id=_vote_ref(decision_ref, actor.subject, asked.given_id),
            liaison=liaison,
            agency=liaison.agency,
            option=asked.option or _only_option(snapshot),
            kind=asked.kind,
            motive=asked.motive.strip(),
            legal_basis=asked.legal_basis,
        )
        return await self._runner.cast_vote(snapshot.plan, snapshot.ref, vote)

    async def _visible(self, actor: Actor, action: Action, decision_ref: str) -> DecisionSnapshot:
        snapshot = await self._decisions.decision(scope_of(actor), decision_ref)
        if snapshot is None:
            raise NotFound(UNKNOWN_DECISION)
        require(actor, action, Resource(snapshot.plan.municipality, snapshot.bundle.agencies))
        return snapshot

    async def _question(self, decision: DecisionSnapshot) -> tuple[ExplainedConflict, ...]:
        """Read within the plan's own municipality; of it only the conflicts that are to be decided
        leave this service, because a liaison sees no more than the decision needs."""
        kept = await self._plans.plan(decision.plan.municipality, decision.plan.plan)
        return question_of(decision, kept.snapshot) if kept and kept.snapshot else ()


def scope_of(actor: Actor) -> Scope:
    """What the actor may see in the store: a liaison an agency's decisions, others their
    municipality."""
    if actor.role is not Role.LIAISON:
        return Scope(municipality=actor.municipality or "")
    if not acts_for_an_agency(actor):
        return NOBODY
    return Scope(agency=actor.agency, agency_municipality=actor.municipality or "")


def _vote_ref(decision_ref: str, liaison: str, given_id: str | None) -> str:
    """The vote's reference, the same whenever this liaison sends this vote again. What a client
    chose is never used as it is: it may hold personal data, or be another liaison's."""
    if given_id is None:
        return new_vote_ref()
    named = f"{decision_ref}|{liaison}|{given_id}".encode()
    return f"v-{hashlib.sha256(named).hexdigest()[:24]}"


def _only_option(snapshot: DecisionSnapshot) -> str:
    options = snapshot.bundle.options
    if len(options) == 1:
        return options[0].ref
    known = ", ".join(option.ref for option in options) or "geen"
    raise InvalidInput((("optie", f"er is niet precies één voorstel, noem er een: {known}"),))
