"""A `PlanRunner` without Temporal: plays a plan's part by calling the domain, and keeps its
snapshots."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from agency_adapters.casefile import CaseFile
from domain.assessment import assess
from domain.decisions import (
    Ballot,
    CounterProposal,
    DecisionState,
    Opinion,
    PeerReview,
    ProposalRefused,
    ReviewPolicy,
    Vote,
    Weighing,
    counter_option,
    outcome_of,
    refusal_of,
)
from domain.decisions.dissent import without
from domain.decisions.peer_review import needs_weighing, review_refusal
from domain.decisions.weighing import what_is_missing
from domain.measures import Option, Receipt
from domain.picture import Picture
from domain.plan import PlanOutcome, PlanPhase
from domain.position import Gap, GapReason, Position
from domain.vocabulary import Agency
from services.plans.errors import (
    PlanNotClosable,
    ProposalNotPut,
    ReviewNotCounted,
    RunnerUnavailable,
    VoteNotCounted,
    WeighingNotTaken,
)
from services.plans.refusals import proposal_refused, review_refused, weighing_refused
from services.plans.view import picture_of
from workflows.contracts import (
    CloseRequest,
    CountedVote,
    DecisionSnapshot,
    GivenReview,
    PlanRef,
    PlanScope,
    PlanSnapshot,
    PlanStart,
    PutProposal,
    VoteReceipt,
)
from workflows.ports import SnapshotStore

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


@dataclass
class PlansByHand:
    """Assesses a started plan at once with the case's own ledgers; decides when votes come in."""

    snapshots: SnapshotStore
    case: CaseFile
    silent: frozenset[Agency] = frozenset()
    reachable: bool = True
    holds_back: bool = False
    started: list[PlanStart] = field(default_factory=list)
    abandoned: list[PlanRef] = field(default_factory=list)
    refreshed: list[PlanRef] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    plans: dict[str, PlanSnapshot] = field(default_factory=dict)
    decisions: dict[str, DecisionSnapshot] = field(default_factory=dict)

    async def start_plan(self, start: PlanStart) -> None:
        self._answer()
        self.started.append(start)
        if not self.holds_back:
            await self.go_on(start)

    async def abandon_plan(self, plan: PlanRef) -> None:
        self._answer()
        self.abandoned.append(plan)

    async def cast_vote(self, plan: PlanRef, decision_ref: str, vote: Vote) -> VoteReceipt:
        self._answer()
        self.votes.append(vote)
        decision = self.decisions[decision_ref]
        refused = refusal_of(vote, _ballot(decision), NOW.date())
        if refused is not None:
            raise VoteNotCounted(refused.refusal, str(refused))
        votes = (*decision.votes, CountedVote(vote, NOW))
        picture = self._picture_of(plan)
        found = outcome_of(
            decision.bundle,
            (each.vote for each in votes if each.vote.round == decision.round),
            lambda option, agencies: without(option, agencies, decision.bundle, picture),
        )
        decided = replace(
            decision,
            votes=votes,
            state=found.state,
            chosen_option=found.option.ref if found.option else None,
            decided=found.option,
            dissent=found.dissent,
        )
        await self._go_on_with(decided)
        return VoteReceipt(decision_ref, vote.id, found.state)

    async def propose(self, plan: PlanRef, decision_ref: str, proposal: CounterProposal) -> str:
        self._answer()
        decision = self.decisions[decision_ref]
        for put in decision.proposals:
            if put.proposal == proposal:
                return put.option
        if decision.state is not DecisionState.OPEN:
            raise ProposalNotPut(proposal_refused(f"this decision is {decision.state.value}"))
        try:
            option = counter_option(proposal, decision.bundle, self._picture_of(plan), NOW.date())
        except ProposalRefused as refused:
            raise ProposalNotPut(proposal_refused(str(refused))) from refused
        made = PutProposal(proposal, option.ref, decision.round + 1, NOW)
        await self._go_on_with(
            replace(
                decision,
                bundle=replace(decision.bundle, options=(*decision.bundle.options, option)),
                round=made.round,
                proposals=(*decision.proposals, made),
            )
        )
        return option.ref

    async def weigh(self, plan: PlanRef, decision_ref: str, weighing: Weighing) -> None:
        self._answer()
        decision = self.decisions[decision_ref]
        if decision.state not in (DecisionState.OPEN, DecisionState.WEIGHING):
            raise WeighingNotTaken(weighing_refused(f"this decision is {decision.state.value}"))
        if missing := what_is_missing(weighing):
            raise WeighingNotTaken(weighing_refused("not everything is weighed"), missing)
        await self._go_on_with(replace(decision, weighing=weighing))

    async def review(self, plan: PlanRef, decision_ref: str, review: PeerReview) -> None:
        self._answer()
        decision = self.decisions[decision_ref]
        if any(given.review == review for given in decision.reviews):
            return
        if decision.state is not DecisionState.IN_REVIEW:
            raise ReviewNotCounted(review_refused(f"this decision is {decision.state.value}"))
        why = review_refusal(review, (each.vote for each in decision.votes), NOW.date())
        if why is not None:
            raise ReviewNotCounted(review_refused(why))
        reviewed = replace(decision, reviews=(*decision.reviews, GivenReview(review, NOW)))
        if review.opinion is Opinion.NOT_SOUND:
            reviewed = replace(
                reviewed,
                state=DecisionState.OPEN,
                round=reviewed.round + 1,
                chosen_option=None,
                decided=None,
                dissent=(),
            )
        await self._go_on_with(reviewed)

    async def close_plan(self, plan: PlanRef, request: CloseRequest) -> None:
        self._answer()
        snapshot = self.plans[plan.plan]
        if any(one.state is DecisionState.OPEN for one in self.decisions.values()):
            raise PlanNotClosable("Er loopt nog een besluit.")
        await self._keep_plan(
            replace(
                snapshot,
                sequence=snapshot.sequence + 1,
                phase=PlanPhase.CLOSED,
                outcome=request.outcome,
            )
        )

    async def refresh_plan(self, plan: PlanRef) -> None:
        self._answer()
        self.refreshed.append(plan)

    async def is_reachable(self) -> bool:
        return self.reachable

    async def go_on(self, start: PlanStart) -> None:
        """Assess the plan now, and open a decision for every bundle with an option."""
        positions = tuple(
            Position(agency, start.intake_date, records)
            for agency, records in self.case.ledgers.items()
            if agency not in self.silent
        )
        gaps = tuple(Gap(agency, GapReason.NO_ANSWER, NOW) for agency in sorted(self.silent))
        found = assess(Picture(start.household, positions, gaps, start.intake_date))
        only_assess = start.scope is PlanScope.ASSESSMENT_ONLY
        await self._keep_plan(
            PlanSnapshot(
                ref=start.ref,
                sequence=1,
                phase=PlanPhase.CLOSED if only_assess else PlanPhase.DECIDING,
                outcome=PlanOutcome.ASSESSED_ONLY if only_assess else None,
                on=start.intake_date,
                started_at=NOW,
                changed_at=NOW,
                household=start.household,
                positions=positions,
                gaps=gaps,
                assessment=found,
                first_assessment=found,
                outlook=None,
                time_outs=(),
                decisions=(),
                next_review=None,
            )
        )
        if only_assess:
            return
        for number, bundle in enumerate(found.bundles):
            if bundle.options:
                await self._keep(
                    DecisionSnapshot(
                        ref=f"d-{start.ref.plan}-{number}",
                        plan=start.ref,
                        bundle=bundle,
                        state=DecisionState.OPEN,
                        sequence=1,
                        opened_at=NOW,
                        deadline=NOW + dt.timedelta(days=3),
                    )
                )

    def _picture_of(self, plan: PlanRef) -> Picture:
        return picture_of(self.plans[plan.plan])

    async def _go_on_with(self, decision: DecisionSnapshot) -> None:
        """As far as it comes without people: to the weighing, the review, or the end."""
        await self._keep(self._further(replace(decision, sequence=decision.sequence + 1)))

    def _further(self, decision: DecisionSnapshot) -> DecisionSnapshot:
        option, policy = decision.decided, self.started[-1].review
        if option is None:
            return decision
        if policy is not None and needs_weighing(option):
            by = NOW + dt.timedelta(days=2)
            if decision.weighing is None:
                return replace(decision, state=DecisionState.WEIGHING, review_by=by)
            is_sound = any(g.review.opinion is Opinion.SOUND for g in decision.reviews)
            if policy is ReviewPolicy.BEFORE and not is_sound:
                return replace(decision, state=DecisionState.IN_REVIEW, review_by=by)
        return self._carried_out(decision, option)

    @staticmethod
    def _carried_out(decision: DecisionSnapshot, option: Option) -> DecisionSnapshot:
        receipts = tuple(
            Receipt(
                number=f"{measure.agency.value.upper()}-2026-{number:06d}",
                agency=measure.agency,
                measure_ref=measure.ref,
                idempotency_key=f"{decision.ref}/{measure.ref}",
                decided_on=NOW.date(),
                changed=measure.on,
            )
            for number, measure in enumerate(option.measures, start=1)
        )
        return replace(decision, state=DecisionState.CARRIED_OUT, receipts=receipts, closed_at=NOW)

    async def _keep(self, decision: DecisionSnapshot) -> None:
        self.decisions[decision.ref] = decision
        await self.snapshots.save_decision(decision)

    async def _keep_plan(self, snapshot: PlanSnapshot) -> None:
        self.plans[snapshot.ref.plan] = snapshot
        await self.snapshots.save_plan(snapshot)

    def _answer(self) -> None:
        if not self.reachable:
            raise RunnerUnavailable


def _ballot(decision: DecisionSnapshot) -> Ballot:
    return Ballot(
        bundle=decision.bundle,
        state=decision.state,
        round=decision.round,
        votes=tuple(counted.vote for counted in decision.votes),
        proposed_by=tuple((put.option, put.proposal.by.id) for put in decision.proposals),
    )
