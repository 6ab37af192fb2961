"""The household's plan: gather, assess, protect, decide, follow, for as long as it takes.

Thin on purpose: it sequences, waits and remembers; every judgement is a call into `domain` by way
of `PlanState`.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt

from temporalio import workflow
from temporalio.common import SearchAttributeKey
from temporalio.exceptions import ApplicationError, ChildWorkflowError

from workflows import agency_calls, assessing, carrying_on, records, time_outs, timing
from workflows.joint_decision import JointDecision

with workflow.unsafe.imports_passed_through():
    from opentelemetry.trace import INVALID_SPAN_CONTEXT

    from domain.bundles import Bundle
    from domain.decisions import DecisionState
    from domain.plan import PlanOutcome, PlanPhase
    from domain.position import Position
    from domain.vocabulary import Agency
    from workflows.carrying_on import CarriedOn
    from workflows.contracts import (
        AskContext,
        CloseRequest,
        DecisionMoved,
        DecisionSnapshot,
        DecisionStart,
        PlanScope,
        PlanSnapshot,
        PlanStart,
        TimeOut,
    )
    from workflows.episodes import episode, origin, step
    from workflows.judging import judged
    from workflows.names import decision_workflow_id
    from workflows.plan_state import PlanState

PLAN_PHASE = SearchAttributeKey.for_keyword("PlanPhase")
MUNICIPALITY = SearchAttributeKey.for_keyword("Municipality")
URGENCY = SearchAttributeKey.for_keyword("Urgency")


@workflow.defn(name="HouseholdPlan")
class HouseholdPlan:
    """One household's plan, from intake to close."""

    @workflow.init
    def __init__(self, begins: PlanStart | CarriedOn) -> None:
        carried_on = begins if isinstance(begins, CarriedOn) else None
        self._start = start = begins.start if isinstance(begins, CarriedOn) else begins
        self._origin = INVALID_SPAN_CONTEXT
        self._state = carried_on.state if carried_on else PlanState.starting(start, workflow.now())
        self._shown = self._state.phase
        self._decisions: dict[str, asyncio.Task[None]] = {}
        self._finished: list[DecisionSnapshot] = []
        self._lost: list[str] = []
        self._close: CloseRequest | None = None
        self._refresh = carried_on.refresh if carried_on else False
        self._began_before = False
        self._is_long = False

    @workflow.run
    async def run(self, begins: PlanStart | CarriedOn) -> PlanOutcome:
        """Runs until the plan is closed; the result is how it ended. It begins anew, or with what
        an earlier run of the same plan hands on."""
        # not in __init__: there the context of whoever started the plan is not current yet
        self._origin = origin()
        if isinstance(begins, PlanStart):
            await self._begin(begins)
        if self._start.scope is PlanScope.ASSESSMENT_ONLY:
            return await self._closed(PlanOutcome.ASSESSED_ONLY)
        while True:
            if self._close is not None:
                return await self._closed(self._close.outcome)
            if self._state.takes_standard_route():
                return await self._closed(PlanOutcome.STANDARD_ROUTE)
            await self._protect_and_open_decisions()
            await self._carry_on_when_long()
            await self._wait()
            if self._close is None:
                await self._take_in_what_happened()

    async def _begin(self, start: PlanStart) -> None:
        workflow.upsert_search_attributes(
            [
                MUNICIPALITY.value_set(start.ref.municipality),
                URGENCY.value_set(start.household.urgency.value),
                PLAN_PHASE.value_set(PlanPhase.GATHERING.value),
            ]
        )
        self._shown = PlanPhase.GATHERING
        with step("plan.gather", start.ref):
            await self._look(list(Agency), save=start.scope is not PlanScope.ASSESSMENT_ONLY)

    @workflow.update
    async def close(self, request: CloseRequest) -> None:
        """End the plan. Refused (type PlanNotClosable) while a decision is open."""
        self._close = request

    @close.validator
    def check_close(self, request: CloseRequest) -> None:
        """A plan is closed with a reason, and not over the heads of liaisons who are deciding."""
        if not request.reason.strip():
            raise ApplicationError("closing needs a reason", type="PlanNotClosable")
        if self._state.open_bundles:
            raise ApplicationError("a decision is still open", type="PlanNotClosable")
        if self._state.phase is not PlanPhase.FOLLOWING:
            raise ApplicationError("the plan is being looked at now", type="PlanNotClosable")

    @workflow.signal
    def refresh(self) -> None:
        """Look again at every agency now."""
        self._refresh = True

    @workflow.signal
    async def decision_moved(self, moved: DecisionMoved) -> None:
        """A decision starts to carry its measures out."""
        applying = moved.ref in self._state.open_bundles and moved.state is DecisionState.APPLYING
        if applying and self._state.phase is PlanPhase.DECIDING:
            await self._go_to(PlanPhase.APPLYING)

    @workflow.query
    def snapshot(self) -> PlanSnapshot:
        """The plan as it stands, without changing its sequence."""
        return self._state.snapshot(workflow.now())

    async def _look(self, agencies: list[Agency], *, save: bool = True) -> None:
        """Ask these agencies where the household stands, and assess what is then known."""
        await self._go_to(PlanPhase.GATHERING, save=False)
        await self._ask(agencies)
        await self._assess(save=save)

    async def _ask(self, agencies: list[Agency]) -> bool:
        """Ask in parallel; true when any of them answered."""
        on = self._today()
        answers = await asyncio.gather(
            *(agency_calls.position_or_gap(self._context, agency, on) for agency in agencies)
        )
        for answer in answers:
            if isinstance(answer, Position):
                self._state.answered(answer)
            else:
                self._state.stayed_silent(answer)
        return any(isinstance(answer, Position) for answer in answers)

    async def _assess(self, *, save: bool = True) -> None:
        question = self._state.question(workflow.now())
        if workflow.patched("assess-in-activity"):
            self._state.answer(await assessing.judgement_of(question))
        else:
            # this run's history holds no judgements: it computes them until it is carried on
            self._began_before = True
            self._state.answer(judged(question))
        await self._go_to(PlanPhase.ASSESSED, save=save)

    async def _protect_and_open_decisions(self) -> None:
        to_open = self._state.bundles_to_open()
        if to_open and (asked := self._state.time_outs_to_ask()):
            await self._go_to(PlanPhase.PROTECTING, save=False)
            with episode("plan.protect", self._state.ref, self._origin):
                answers = await time_outs.ask(self._context, asked, self._today())
            self._state.time_outs.extend(answers)
        for bundle in to_open:
            await self._open_decision(bundle)
        if not self._state.open_bundles:
            await self._follow()
        elif to_open or self._state.phase not in (PlanPhase.DECIDING, PlanPhase.APPLYING):
            await self._go_to(PlanPhase.DECIDING)

    async def _end_time_outs(self, over: list[TimeOut]) -> bool:
        """Have agencies take these holds back; true when one was."""
        if not over:
            return False
        with episode("plan.time_out_ends", self._state.ref, self._origin):
            after = await time_outs.end(self._context, over, self._today())
        for before, now in zip(over, after, strict=True):
            self._state.time_out_became(before, now)
        return any(time_out.ended for time_out in after)

    async def _open_decision(self, bundle: Bundle) -> None:
        ref = self._state.open_decision(bundle)
        plan = self._state.ref
        urgent = self._state.is_urgent(bundle)
        start = DecisionStart(
            ref=ref,
            context=self._context,
            bundle=bundle,
            on=self._today(),
            working_days=(
                timing.URGENT_DECISION_WORKING_DAYS if urgent else timing.DECISION_WORKING_DAYS
            ),
            latest=self._state.decide_by(bundle, self._today()),
            picture=self._state.picture(workflow.now()),
            review=self._start.review,
        )
        child = await workflow.start_child_workflow(
            JointDecision.run,
            start,
            id=decision_workflow_id(plan.household, plan.plan, ref),
            parent_close_policy=workflow.ParentClosePolicy.REQUEST_CANCEL,
        )
        self._decisions[ref] = asyncio.create_task(self._end_of(ref, child))

    async def _end_of(
        self, ref: str, child: workflow.ChildWorkflowHandle[JointDecision, DecisionSnapshot]
    ) -> None:
        """Wait for a decision; one that was lost (ended by an operator) is asked again at the
        review."""
        try:
            ended = await child
        except ChildWorkflowError:
            self._lost.append(ref)
        else:
            self._finished.append(ended)

    async def _follow(self) -> None:
        """Nothing is being decided: stand still until the review, and show it once."""
        standing = self._state.standing()
        if self._state.phase is PlanPhase.FOLLOWING and standing is self._state.outcome:
            return
        self._state.outcome = standing
        if self._state.next_review is None:
            self._state.next_review = workflow.now() + timing.REVIEW_AFTER
        await self._go_to(PlanPhase.FOLLOWING)

    async def _carry_on_when_long(self) -> None:
        """Go on in a new run, when this one is long and nothing is pending."""
        self._is_long = self._is_long or carrying_on.is_long(began_before=self._began_before)
        if not self._is_long or self._state.open_bundles:
            return
        await workflow.wait_condition(workflow.all_handlers_finished)
        if self._close is None:
            workflow.continue_as_new(CarriedOn(self._start, self._state.slimmed(), self._refresh))

    def _something_happened(self) -> bool:
        look = self._refresh and not self._looks_seldom()
        return bool(self._finished or self._lost or self._close or look)

    def _looks_seldom(self) -> bool:
        """A long run that cannot go on in a new one yet is not made longer on request."""
        return self._is_long and not self._began_before

    async def _wait(self) -> None:
        """Until a decision ends, somebody asks, an agency is to be asked again, or the review is
        due."""
        wait = self._state.wait_until_next(workflow.now())
        if self._looks_seldom():
            wait = min(wait, timing.LOOK_AGAIN_WHEN_LONG)
        with contextlib.suppress(TimeoutError):
            await workflow.wait_condition(
                self._something_happened, timeout=wait, timeout_summary="ask again or review"
            )

    async def _take_in_what_happened(self) -> None:
        """Look again when something changed; when only the clock moved, ask the silent agencies."""
        now = workflow.now()
        review = self._state.next_review is not None and self._state.next_review <= now
        look_again = review or self._refresh or bool(self._finished or self._lost)
        for decision in self._finished:
            self._state.close_decision(decision, now)
        for ref in self._lost:
            self._state.lose_decision(ref)
        self._finished, self._lost, self._refresh = [], [], False
        if review:
            self._state.start_review()
        ended = await self._end_time_outs(self._state.time_outs_over(self._today()))
        if look_again or ended:
            with episode("plan.look_again", self._state.ref, self._origin):
                await self._look(list(Agency))
        elif self._state.gaps:
            await self._ask_silent_agencies_again()

    async def _ask_silent_agencies_again(self) -> None:
        with episode("plan.ask_again", self._state.ref, self._origin):
            self._state.rounds_asked_again += 1
            if await self._ask(list(self._state.gaps)):
                await self._go_to(PlanPhase.GATHERING, save=False)
                await self._assess()

    async def _go_to(self, phase: PlanPhase, *, save: bool = True) -> None:
        """Move on; `save` where people should see it, in the search attribute and the snapshot."""
        self._state.go_to(phase)
        if not save:
            return
        if phase is not self._shown:
            self._shown = phase
            workflow.upsert_search_attributes([PLAN_PHASE.value_set(phase.value)])
        self._state.sequence += 1
        await records.save_plan(self._state.snapshot(workflow.now()))

    async def _closed(self, outcome: PlanOutcome) -> PlanOutcome:
        """Nothing that only this plan would have ended stays behind at an agency."""
        await self._end_time_outs(self._state.running_time_outs())
        self._state.outcome = outcome
        self._state.next_review = None
        await self._go_to(PlanPhase.CLOSED)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return outcome

    def _today(self) -> dt.date:
        return self._state.today(workflow.now())

    @property
    def _context(self) -> AskContext:
        return AskContext(self._state.ref, self._state.household.ground, self._state.administration)
