"""A `PlanRunner` without Temporal: plays a plan's part by calling the domain, and keeps its
snapshots."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from agency_adapters.casefile import CaseFile
from domain.assessment import assess
from domain.decisions import DecisionState, Vote, outcome_of, refusal_of
from domain.measures import Receipt
from domain.picture import Picture
from domain.plan import PlanOutcome, PlanPhase
from domain.position import Gap, GapReason, Position
from domain.vocabulary import Agency
from services.plans.errors import PlanNotClosable, RunnerUnavailable, VoteNotCounted
from workflows.contracts import (
    CloseRequest,
    CountedVote,
    DecisionSnapshot,
    PlanRef,
    PlanScope,
    PlanSnapshot,
    PlanStart,
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
        refused = refusal_of(vote, decision.bundle, decision.state, NOW.date())
        if refused is not None:
            raise VoteNotCounted(refused.refusal, str(refused))
        votes = (*decision.votes, CountedVote(vote, NOW))
        state, option = outcome_of(
            decision.bundle, {counted.vote.agency: counted.vote for counted in votes}
        )
        decided = replace(
            decision,
            votes=votes,
            state=state,
            sequence=decision.sequence + 1,
            chosen_option=option.ref if option else None,
        )
        await self._keep(self._carried_out(decided) if option else decided)
        return VoteReceipt(decision_ref, vote.id, state)

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

    @staticmethod
    def _carried_out(decision: DecisionSnapshot) -> DecisionSnapshot:
        option = next(o for o in decision.bundle.options if o.ref == decision.chosen_option)
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
