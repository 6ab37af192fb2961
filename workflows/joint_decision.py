"""One bundle of conflicts put before the liaisons: votes, deadline and reminder, then all or
nothing."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError

from workflows import agency_calls, records, saga, timing

with workflow.unsafe.imports_passed_through():
    from opentelemetry.trace import INVALID_SPAN_CONTEXT

    from agency_adapters.contract.port import Judgement
    from domain.decisions import (
        DecisionState,
        Vote,
        VoteRefusal,
        VoteRefused,
        outcome_of,
        refusal_of,
    )
    from domain.measures import Measure, Option
    from domain.vocabulary import Agency
    from workflows.contracts import (
        CountedVote,
        DecisionMoved,
        DecisionSnapshot,
        DecisionStart,
        MeasureProblem,
        VoteReceipt,
    )
    from workflows.episodes import episode, origin, step
    from workflows.working_days import deadline_after


@workflow.defn(name="JointDecision")
class JointDecision:
    """Decided when every agency that must act agrees to the same option; then carried out
    everywhere or nowhere."""

    @workflow.init
    def __init__(self, start: DecisionStart) -> None:
        self._start = start
        self._origin = INVALID_SPAN_CONTEXT
        opened = workflow.now()
        self._now = DecisionSnapshot(
            ref=start.ref,
            plan=start.context.plan,
            bundle=start.bundle,
            state=DecisionState.CHECKING,
            sequence=0,
            opened_at=opened,
            deadline=deadline_after(
                opened, start.working_days, (start.latest - start.on).days if start.latest else None
            ),
        )

    @workflow.run
    async def run(self, start: DecisionStart) -> DecisionSnapshot:
        """Check the measures, wait for votes, carry out; the last snapshot is the result."""
        # not in __init__: there the context of whoever opened the decision is not current yet
        self._origin = origin()
        await self._check_measures()
        if self._now.state is DecisionState.OPEN:
            await self._wait_for_votes()
        if self._now.state is DecisionState.AGREED:
            await self._carry_out()
        await workflow.wait_condition(workflow.all_handlers_finished)
        await self._change(closed_at=workflow.now())
        return self._now

    @workflow.update
    async def cast_vote(self, vote: Vote) -> VoteReceipt:
        """Count a vote that the validator let through; idempotent on the vote's id."""
        if not self._counted(vote):
            votes = (*self._now.votes, CountedVote(vote, workflow.now()))
            state, option = outcome_of(self._now.bundle, _latest_per_agency(votes))
            await self._change(
                votes=votes, state=state, chosen_option=option.ref if option else None
            )
        return VoteReceipt(self._now.ref, vote.id, self._now.state)

    @cast_vote.validator
    def check_vote(self, vote: Vote) -> None:
        """Refuse, before anything is written, a vote that may not count: type VoteRefused, with its
        reason."""
        if self._counted(vote):
            return
        refused = self._refusal_of(vote)
        if refused is not None:
            raise ApplicationError(
                str(refused),
                refused.refusal.value,
                str(refused),
                type="VoteRefused",
                non_retryable=True,
            )

    @workflow.query
    def state(self) -> DecisionSnapshot:
        """The decision as it stands."""
        return self._now

    async def _check_measures(self) -> None:
        """Let every agency judge its own measures first: liaisons never vote on what the law
        forbids."""
        measures = {m.ref: m for option in self._now.bundle.options for m in option.measures}
        with step("decision.check", self._now.plan):
            found = await asyncio.gather(*(self._problem_of(m) for m in measures.values()))
        problems = tuple(problem for problem in found if problem is not None)
        forbidden = {p.measure_ref for p in problems if p.forbidden}
        possible = tuple(o for o in self._now.bundle.options if not _uses(o, forbidden))
        bundle = dataclasses.replace(self._now.bundle, options=possible)
        state = DecisionState.OPEN if possible else DecisionState.NOT_POSSIBLE
        await self._change(bundle=bundle, state=state, problems=problems)

    async def _problem_of(self, measure: Measure) -> MeasureProblem | None:
        request = agency_calls.measure_request(
            self._start.context, measure, self._start.on, self._now.ref
        )
        try:
            judgement: Judgement = await agency_calls.judgement_of(request)
        except ActivityError as error:
            problem = agency_calls.problem_of(error)
            return MeasureProblem(measure.ref, measure.agency, problem, forbidden=False)
        if judgement.lawful:
            return None
        return MeasureProblem(measure.ref, measure.agency, judgement.explanation, forbidden=True)

    async def _wait_for_votes(self) -> None:
        term = self._now.deadline - self._now.opened_at
        reminder = self._now.opened_at + term * timing.REMIND_BEFORE_DEADLINE
        if not await self._decided_within(reminder - workflow.now(), "reminder"):
            with episode("decision.remind", self._now.plan, self._origin):
                await self._change(reminded_at=workflow.now())
            if not await self._decided_within(self._now.deadline - workflow.now(), "deadline"):
                await self._change(state=DecisionState.LAPSED)

    async def _decided_within(self, wait: timedelta, summary: str) -> bool:
        try:
            await workflow.wait_condition(
                lambda: self._now.state is not DecisionState.OPEN,
                timeout=max(wait, timedelta(0)),
                timeout_summary=summary,
            )
        except TimeoutError:
            return self._now.state is not DecisionState.OPEN
        return True

    async def _carry_out(self) -> None:
        option = next(o for o in self._now.bundle.options if o.ref == self._now.chosen_option)
        with episode("decision.carry_out", self._now.plan, self._origin):
            await self._change(state=DecisionState.APPLYING)
            await self._tell_plan()
            result = await saga.carry_out(
                self._start.context, self._now.ref, option.measures, self._today(), self._progress
            )
            await self._change(state=_state_after(result))

    async def _progress(self, result: saga.SagaResult) -> None:
        await self._change(
            receipts=tuple(result.receipts),
            undone=tuple(result.undone),
            problems=tuple(result.problems),
        )

    async def _tell_plan(self) -> None:
        parent = workflow.info().parent
        if parent is not None:
            plan = workflow.get_external_workflow_handle(parent.workflow_id)
            await plan.signal("decision_moved", DecisionMoved(self._now.ref, self._now.state))

    async def _change(self, **changes: object) -> None:
        self._now = dataclasses.replace(
            self._now,
            sequence=self._now.sequence + 1,
            **changes,  # type: ignore[arg-type]  # field names are checked by replace itself
        )
        await records.save_decision(self._now)

    def _refusal_of(self, vote: Vote) -> VoteRefused | None:
        """Also after the deadline while its timer waits: updates are handled before fired
        timers."""
        if any(counted.vote.id == vote.id for counted in self._now.votes):
            return VoteRefused(
                VoteRefusal.VOTE_ID_REUSED, "another vote was counted under this reference"
            )
        if workflow.now() > self._now.deadline:
            return VoteRefused(VoteRefusal.DECISION_CLOSED, "the deadline of this decision is past")
        return refusal_of(vote, self._now.bundle, self._now.state, workflow.now().date())

    def _today(self) -> dt.date:
        """The plan's calendar counts on from the day on which the decision opened."""
        return self._start.on + (workflow.now().date() - self._now.opened_at.date())

    def _counted(self, vote: Vote) -> bool:
        return any(counted.vote == vote for counted in self._now.votes)


def _latest_per_agency(votes: tuple[CountedVote, ...]) -> dict[Agency, Vote]:
    return {counted.vote.agency: counted.vote for counted in votes}


def _uses(option: Option, refs: set[str]) -> bool:
    return any(measure.ref in refs for measure in option.measures)


def _state_after(result: saga.SagaResult) -> DecisionState:
    if result.carried_out:
        return DecisionState.CARRIED_OUT
    return DecisionState.NEEDS_PERSON if result.needs_person else DecisionState.COMPENSATED
