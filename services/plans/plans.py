"""Plans: start, list, show, assess, look again, close, erase. Rights first, every time."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from opentelemetry import trace

from agency_adapters.casefile import CaseFile
from domain.decisions import ReviewPolicy
from domain.plan import PlanOutcome, PlanPhase
from services.identity.actor import Actor
from services.identity.rights import Action, Resource, may
from services.plans.assessment_json import AssessmentJson, assessment_json
from services.plans.errors import (
    NotAllowed,
    NotFound,
    PlanClosed,
    PlanNotClosable,
    ServiceError,
)
from services.plans.guard import is_about, municipality_of, require
from services.plans.runner import PlanRunner
from services.plans.view import (
    DecisionView,
    PlanView,
    explained,
    explained_collisions,
    question_in_one_sentence,
    question_of,
)
from services.store.intake import Intake, IntakeOrder
from services.store.persons import StoredPersonRegister
from services.store.plans import KeptPlan, PlanBook, PlanLine
from services.store.refs import municipality_ref
from workflows.contracts import CloseRequest, PlanRef, PlanScope

log = logging.getLogger(__name__)

FIRST_POLL_SECONDS = 0.03
POLL_GROWTH = 1.3
SLOWEST_POLL_SECONDS = 0.4
LONGEST_WAIT_SECONDS = 60.0
ABANDON_ATTEMPTS = 8
NOT_STARTED_AFTER = dt.timedelta(minutes=1)

UNKNOWN_PLAN = "Dit plan is er niet, of het hoort niet bij uw organisatie."


class Newcomers(Protocol):
    """Who sees to it that an actor's municipality is registered."""

    async def welcome(self, actor: Actor) -> None:
        """Have the actor's municipality; raises NotAllowed when it may not be added."""
        ...


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What is asked: a household's case, how far to go, and in which administration ("" is the
    live one)."""

    case: CaseFile
    scope: PlanScope = PlanScope.FULL
    administration: str = ""


class Plans:
    """The application service for plans."""

    def __init__(
        self,
        intake: Intake,
        book: PlanBook,
        persons: StoredPersonRegister,
        runner: PlanRunner,
        newcomers: Newcomers,
        *,
        now: Callable[[], dt.datetime],
        review: ReviewPolicy = ReviewPolicy.BEFORE,
    ) -> None:
        self._review = review
        self._intake = intake
        self._book = book
        self._persons = persons
        self._runner = runner
        self._newcomers = newcomers
        self._now = now
        self._abandoning: set[asyncio.Task[None]] = set()

    async def start(self, actor: Actor, request: PlanRequest) -> PlanLine:
        """Register the household and start its plan, or leave nothing behind.

        Raises NotAllowed, OpenPlanExists, RunnerUnavailable.
        """
        municipality = municipality_of(actor, Action.START_PLAN)
        if municipality_ref(request.case.municipality) != municipality:
            raise NotAllowed("Dit huishouden hoort bij een andere gemeente dan de uwe.")
        await self._newcomers.welcome(actor)
        order = IntakeOrder(
            municipality=municipality,
            scope=request.scope,
            administration=request.administration,
            started_by=actor.subject,
            trace_id=_present_trace(),
            at=self._now(),
            review=self._review,
        )
        start = await self._intake.register(request.case, order)
        is_about(start.ref.plan)
        try:
            await self._runner.start_plan(start)
        except ServiceError:
            await self._intake.take_back(start.ref)
            self._see_to_abandonment(start.ref)
            raise
        return await self._line(municipality, start.ref.plan)

    async def lines(
        self, actor: Actor, *, scope: PlanScope | None = None, phase: PlanPhase | None = None
    ) -> tuple[PlanLine, ...]:
        """The plans of the actor's municipality, last changed first."""
        municipality = municipality_of(actor, Action.LIST_PLANS)
        return await self._book.lines(municipality, scope=scope, phase=phase)

    async def open_plan_of(
        self, actor: Actor, bsn: str, *, administration: str = ""
    ) -> PlanLine | None:
        """The open plan of which this person is the applicant, in the actor's municipality."""
        municipality = municipality_of(actor, Action.LIST_PLANS)
        found = await self._intake.open_plan_of(municipality, administration, bsn)
        return None if found is None else await self._line(municipality, found)

    async def show(self, actor: Actor, plan_ref: str) -> PlanView:
        """One plan with everything the actor may see of it. Raises NotFound."""
        municipality = municipality_of(actor, Action.SEE_PLAN)
        kept = await self._kept(municipality, plan_ref)
        snapshot = kept.snapshot
        sees_names = may(actor, Action.SEE_NAMES, Resource(municipality)).allowed
        names = await self._persons.names_of(kept.line.ref) if sees_names else {}
        if snapshot is None:
            return PlanView(kept.line, None, (), (), names)
        decisions = tuple(
            DecisionView(
                decision,
                question_of(decision, snapshot),
                in_one_sentence=question_in_one_sentence(decision, snapshot),
            )
            for decision in snapshot.decisions
        )
        own = explained_collisions(snapshot)
        return PlanView(kept.line, snapshot, explained(snapshot), decisions, names, own)

    async def assessment(
        self, actor: Actor, plan_ref: str, *, wait_seconds: float
    ) -> AssessmentJson | None:
        """The plan's assessment; waits for the first one, None when it is not there in time."""
        municipality = municipality_of(actor, Action.SEE_PLAN)
        line = await self._line(municipality, plan_ref)
        deadline = asyncio.get_running_loop().time() + min(wait_seconds, LONGEST_WAIT_SECONDS)
        pause = FIRST_POLL_SECONDS
        while not line.assessed:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return None
            await asyncio.sleep(min(pause, left))
            pause = min(pause * POLL_GROWTH, SLOWEST_POLL_SECONDS)
            line = await self._line(municipality, plan_ref)
        snapshot = (await self._kept(municipality, plan_ref)).snapshot
        if snapshot is None or snapshot.assessment is None:
            return None
        return assessment_json(snapshot, snapshot.assessment, line.trace_id)

    async def refresh(self, actor: Actor, plan_ref: str) -> None:
        """Have every agency asked again. Raises NotFound, PlanClosed, RunnerUnavailable."""
        line = await self._open_line(actor, Action.REFRESH_PLAN, plan_ref)
        await self._runner.refresh_plan(line.ref)

    async def close(self, actor: Actor, plan_ref: str, outcome: PlanOutcome, reason: str) -> None:
        """Close the plan; one that nothing runs any more is closed as withdrawn, so that it can be
        erased and its household taken in again.

        Raises NotFound, PlanClosed, PlanNotClosable, RunnerUnavailable.
        """
        line = await self._open_line(actor, Action.CLOSE_PLAN, plan_ref)
        try:
            await self._runner.close_plan(line.ref, CloseRequest(actor.subject, outcome, reason))
        except PlanClosed:
            log.warning("a plan stood open that no longer runs", extra={"plan": plan_ref})
            await self._intake.withdraw(line.ref, self._now())

    async def erase(self, actor: Actor, plan_ref: str) -> None:
        """Erase the household of a plan that is closed (AVG art. 17). Raises NotFound,
        PlanNotClosable."""
        municipality = municipality_of(actor, Action.ERASE_HOUSEHOLD)
        line = await self._line(municipality, plan_ref)
        if line.phase is not PlanPhase.CLOSED:
            raise PlanNotClosable("Sluit het plan eerst; daarna kan het huishouden worden gewist.")
        await self._intake.erase(line.ref, self._now())

    async def start_waiting(self, municipality: str) -> int:
        """Start plans that were registered by a process that died before it could; gives how
        many."""
        waiting = await self._book.not_started(municipality, self._now() - NOT_STARTED_AFTER)
        for start in waiting:
            await self._runner.start_plan(start)
        return len(waiting)

    async def _open_line(self, actor: Actor, action: Action, plan_ref: str) -> PlanLine:
        municipality = municipality_of(actor, action)
        line = await self._line(municipality, plan_ref)
        require(actor, action, Resource(line.ref.municipality))
        is_about(plan_ref)
        if line.phase is PlanPhase.CLOSED:
            raise PlanClosed("Dit plan is gesloten.")
        return line

    async def _line(self, municipality: str, plan_ref: str) -> PlanLine:
        line = await self._book.line(municipality, plan_ref)
        if line is None:
            raise NotFound(UNKNOWN_PLAN)
        return line

    async def _kept(self, municipality: str, plan_ref: str) -> KeptPlan:
        kept = await self._book.plan(municipality, plan_ref)
        if kept is None:
            raise NotFound(UNKNOWN_PLAN)
        return kept

    def _see_to_abandonment(self, plan: PlanRef) -> None:
        """A start of which the answer was lost may have happened: end it as soon as the engine
        answers."""
        task = asyncio.create_task(self._abandon(plan))
        self._abandoning.add(task)
        task.add_done_callback(self._abandoning.discard)

    async def _abandon(self, plan: PlanRef) -> None:
        for attempt in range(ABANDON_ATTEMPTS):
            try:
                await self._runner.abandon_plan(plan)
            except ServiceError:
                await asyncio.sleep(2**attempt)
            else:
                return
        log.error("a plan that was taken back may still run", extra={"plan": plan.plan})


def _present_trace() -> str | None:
    context = trace.get_current_span().get_span_context()
    return format(context.trace_id, "032x") if context.is_valid else None
