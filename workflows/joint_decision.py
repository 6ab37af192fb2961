"""One bundle of conflicts put before the liaisons: votes in rounds, a deadline and a reminder,
weighing and review, then all or nothing."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import datetime as dt
from collections.abc import Callable
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError

from workflows import agency_calls, records, saga, timing

with workflow.unsafe.imports_passed_through():
    from opentelemetry.trace import INVALID_SPAN_CONTEXT

    from agency_adapters.contract.port import Judgement
    from domain.decisions import (
        Ballot,
        CounterProposal,
        DecisionState,
        Opinion,
        PeerReview,
        ProposalRefused,
        ReviewPolicy,
        Vote,
        VoteRefusal,
        VoteRefused,
        Weighing,
        counter_option,
        outcome_of,
        refusal_of,
    )
    from domain.decisions.dissent import without
    from domain.decisions.peer_review import is_sampled, needs_weighing, review_refusal
    from domain.decisions.weighing import what_is_missing
    from domain.measures import Measure, Option
    from domain.vocabulary import Agency
    from workflows.contracts import (
        CountedVote,
        DecisionMoved,
        DecisionSnapshot,
        DecisionStart,
        GivenReview,
        MeasureProblem,
        PutProposal,
        VoteReceipt,
    )
    from workflows.episodes import episode, origin, step
    from workflows.working_days import deadline_after


@workflow.defn(name="JointDecision")
class JointDecision:
    """Decided when every agency that must act agrees to the same option, or those who agree can go
    on without who does not; weighed and reviewed where it deviates; then carried out everywhere or
    nowhere."""

    @workflow.init
    def __init__(self, start: DecisionStart) -> None:
        self._start = start
        self._origin = INVALID_SPAN_CONTEXT
        self._proposing = asyncio.Lock()
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
        while self._stands(DecisionState.OPEN):
            await self._wait_for_votes()
            if self._stands(DecisionState.AGREED):
                await self._weigh_and_review()
        if self._stands(DecisionState.AGREED):
            await self._carry_out()
        await workflow.wait_condition(workflow.all_handlers_finished)
        await self._change(closed_at=workflow.now())
        return self._now

    @workflow.update
    async def cast_vote(self, vote: Vote) -> VoteReceipt:
        """Count a vote that the validator let through; idempotent on the vote's id."""
        if not self._counted(vote):
            votes = (*self._now.votes, CountedVote(vote, workflow.now()))
            cast = (each.vote for each in votes if each.vote.round == self._now.round)
            found = outcome_of(self._now.bundle, cast, self._without)
            await self._change(
                votes=votes,
                state=found.state,
                chosen_option=found.option.ref if found.option else None,
                decided=found.option,
                dissent=found.dissent,
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

    @workflow.update
    async def propose(self, proposal: CounterProposal) -> str:
        """Put a changed option to the vote: a new round begins. Gives the option's ref; idempotent
        on the proposal's id. Fails (type ProposalRefused) when an agency may not do what is asked.
        """
        async with self._proposing:
            put = self._put(proposal)
            if put is not None:
                return put.option
            option = self._countered(proposal)
            await self._refuse_what_is_forbidden(option)
            if self._now.state is not DecisionState.OPEN:
                raise _refused("the decision was taken meanwhile", "ProposalRefused")
            bundle = dataclasses.replace(
                self._now.bundle, options=(*self._now.bundle.options, option)
            )
            this_round = self._now.round + 1
            made = PutProposal(proposal, option.ref, this_round, workflow.now())
            await self._change(
                bundle=bundle, round=this_round, proposals=(*self._now.proposals, made)
            )
            return option.ref

    @propose.validator
    def check_proposal(self, proposal: CounterProposal) -> None:
        """Refuse a proposal that cannot be put to the vote: type ProposalRefused, with what would
        mend it."""
        if self._put(proposal) is not None:
            return
        if any(put.proposal.id == proposal.id for put in self._now.proposals):
            raise _refused("another proposal was put under this reference", "ProposalRefused")
        if self._now.state is not DecisionState.OPEN:
            raise _refused(f"this decision is {self._now.state.value}", "ProposalRefused")
        if workflow.now() > self._now.deadline:
            raise _refused("the deadline of this decision is past", "ProposalRefused")
        self._countered(proposal)

    @workflow.update
    async def weigh(self, weighing: Weighing) -> None:
        """Write down the balance of interests; a later one replaces it until it is reviewed."""
        if weighing != self._now.weighing:
            await self._change(weighing=weighing)

    @weigh.validator
    def check_weighing(self, weighing: Weighing) -> None:
        """Refuse a weighing with empty fields (type WeighingRefused, the fields as details), or one
        after the decision took effect."""
        if weighing == self._now.weighing:
            return
        if self._now.state not in (DecisionState.OPEN, DecisionState.WEIGHING):
            raise _refused(f"this decision is {self._now.state.value}", "WeighingRefused")
        missing = what_is_missing(weighing)
        if missing:
            raise ApplicationError(
                "not everything is weighed", *missing, type="WeighingRefused", non_retryable=True
            )

    @workflow.update
    async def review(self, review: PeerReview) -> None:
        """A colleague's opinion: sound, and it takes effect; not sound, and a new round begins."""
        given = GivenReview(review, workflow.now())
        if all(each.review != review for each in self._now.reviews):
            await self._change(reviews=(*self._now.reviews, given))

    @review.validator
    def check_review(self, review: PeerReview) -> None:
        """Refuse a review by who had a say already, or without mandate: type ReviewRefused."""
        if any(each.review == review for each in self._now.reviews):
            return
        if self._now.state is not DecisionState.IN_REVIEW:
            raise _refused(f"this decision is {self._now.state.value}", "ReviewRefused")
        why = review_refusal(review, self._cast(), workflow.now().date(), self._had_a_say())
        if why is not None:
            raise _refused(why, "ReviewRefused")

    @workflow.query
    def state(self) -> DecisionSnapshot:
        """The decision as it stands."""
        return self._now

    def _stands(self, state: DecisionState) -> bool:
        return self._now.state is state

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
            if self._now.reminded_at is None:
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

    async def _weigh_and_review(self) -> None:
        """What deviates is weighed, and looked at by a colleague, before it takes effect (Awb 3:4,
        3:46). Not in time: it lapses. Not sound: back to the vote, in a new round."""
        policy, decided = self._start.review, self._now.decided
        if policy is None or decided is None or not needs_weighing(decided):
            return
        review_by = deadline_after(workflow.now(), timing.REVIEW_WORKING_DAYS, None)
        if self._now.weighing is None:
            await self._change(state=DecisionState.WEIGHING, review_by=review_by)
            if not await self._until(lambda: self._now.weighing is not None, review_by, "weighing"):
                await self._change(state=DecisionState.LAPSED)
                return
        if policy is ReviewPolicy.SAMPLED_AFTERWARDS:
            sampled = is_sampled(self._now.ref)
            await self._change(state=DecisionState.AGREED, to_be_sampled=sampled)
            return
        before = len(self._now.reviews)
        await self._change(state=DecisionState.IN_REVIEW, review_by=review_by)
        if not await self._until(lambda: len(self._now.reviews) > before, review_by, "review"):
            await self._change(state=DecisionState.LAPSED)
            return
        await self._after(self._now.reviews[-1].review)

    async def _after(self, review: PeerReview) -> None:
        if review.opinion is Opinion.SOUND:
            await self._change(state=DecisionState.AGREED)
            return
        latest = self._start.latest
        left = max((latest - self._today()).days, 0) if latest else None
        again = deadline_after(workflow.now(), self._start.working_days, left)
        await self._change(
            state=DecisionState.OPEN,
            round=self._now.round + 1,
            deadline=max(again, self._now.deadline),
            chosen_option=None,
            decided=None,
            dissent=(),
        )

    async def _until(self, reached: Callable[[], bool], by: dt.datetime, summary: str) -> bool:
        with contextlib.suppress(TimeoutError):
            await workflow.wait_condition(
                reached,
                timeout=max(by - workflow.now(), timedelta(0)),
                timeout_summary=summary,
            )
        return reached()

    def _cast(self) -> tuple[Vote, ...]:
        """Every vote counted so far, of all rounds."""
        return tuple(counted.vote for counted in self._now.votes)

    def _had_a_say(self) -> tuple[str, ...]:
        """Who proposed, and who wrote the weighing."""
        weighed = self._now.weighing
        by = (put.proposal.by.id for put in self._now.proposals)
        return (*by, *((weighed.by,) if weighed else ()))

    def _put(self, proposal: CounterProposal) -> PutProposal | None:
        return next((p for p in self._now.proposals if p.proposal == proposal), None)

    def _countered(self, proposal: CounterProposal) -> Option:
        """The option that a proposal makes; raises ApplicationError of type ProposalRefused."""
        picture = self._start.picture
        if picture is None:
            raise _refused("this decision began before there were proposals", "ProposalRefused")
        try:
            return counter_option(
                proposal, self._now.bundle, picture, workflow.now().date(), self._cast()
            )
        except ProposalRefused as refused:
            raise _refused(str(refused), "ProposalRefused") from refused

    async def _refuse_what_is_forbidden(self, option: Option) -> None:
        known = {m.ref for o in self._now.bundle.options for m in o.measures}
        new = [measure for measure in option.measures if measure.ref not in known]
        found = await asyncio.gather(*(self._problem_of(measure) for measure in new))
        for problem in found:
            if problem is not None and problem.forbidden:
                raise _refused(problem.problem, "ProposalRefused")

    def _without(self, option: Option, agencies: frozenset[Agency]) -> Option | None:
        picture = self._start.picture
        return None if picture is None else without(option, agencies, self._now.bundle, picture)

    async def _carry_out(self) -> None:
        option = self._now.decided
        if option is None:
            raise _refused("agreed to nothing", "DecisionBroken")
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
        ballot = Ballot(
            bundle=self._now.bundle,
            state=self._now.state,
            round=self._now.round,
            votes=self._cast(),
            proposed_by=tuple((p.option, p.proposal.by.id) for p in self._now.proposals),
        )
        return refusal_of(vote, ballot, workflow.now().date())

    def _today(self) -> dt.date:
        """The plan's calendar counts on from the day on which the decision opened."""
        return self._start.on + (workflow.now().date() - self._now.opened_at.date())

    def _counted(self, vote: Vote) -> bool:
        return any(counted.vote == vote for counted in self._now.votes)


def _refused(why: str, kind: str) -> ApplicationError:
    return ApplicationError(why, type=kind, non_retryable=True)


def _uses(option: Option, refs: set[str]) -> bool:
    return any(measure.ref in refs for measure in option.measures)


def _state_after(result: saga.SagaResult) -> DecisionState:
    if result.carried_out:
        return DecisionState.CARRIED_OUT
    return DecisionState.NEEDS_PERSON if result.needs_person else DecisionState.COMPENSATED
