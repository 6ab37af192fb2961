"""The runner on a real Temporal server: what it starts, sends, and makes of what fails."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import Client
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

from agency_adapters.casefile import CaseFile
from domain.decisions import (
    CounterProposal,
    DecisionState,
    Liaison,
    Opinion,
    PeerReview,
    Vote,
    VoteKind,
    VoteRefusal,
    Weighing,
)
from domain.plan import PlanOutcome
from domain.vocabulary import Agency
from services.plans.errors import (
    PlanClosed,
    PlanNotClosable,
    ProposalNotPut,
    ReviewNotCounted,
    RunnerUnavailable,
    VoteNotCounted,
    WeighingNotTaken,
)
from services.plans.temporal import TemporalPlanRunner
from workflows.contracts import CloseRequest, PlanRef, PlanStart, VoteReceipt
from workflows.in_memory import InMemoryKeyRing
from workflows.names import PLAN_QUEUE, decision_workflow_id, plan_workflow_id
from workflows.plugin import data_converter

REF = PlanRef("gm-a", "hh-1", "pl-1")
DECISION = "d-1"


@workflow.defn(name="HouseholdPlan")
class StandInPlan:
    """Waits to be closed."""

    def __init__(self) -> None:
        self.closed = False
        self.refreshed = 0

    @workflow.run
    async def run(self, start: PlanStart) -> int:
        await workflow.wait_condition(lambda: self.closed)
        return self.refreshed

    @workflow.signal
    def refresh(self) -> None:
        self.refreshed += 1

    @workflow.update
    def close(self, request: CloseRequest) -> None:
        self.closed = True

    @close.validator
    def check_close(self, request: CloseRequest) -> None:
        if request.reason == "te vroeg":
            raise ApplicationError("a decision is still open", type="PlanNotClosable")


@workflow.defn(name="StandInDecision")
class StandInDecision:
    """Takes votes for ever."""

    @workflow.run
    async def run(self) -> None:
        await workflow.wait_condition(lambda: False)

    @workflow.update
    def cast_vote(self, vote: Vote) -> VoteReceipt:
        return VoteReceipt(DECISION, vote.id, DecisionState.OPEN)

    @workflow.update
    def propose(self, proposal: CounterProposal) -> str:
        raise ApplicationError("the proposal changes nothing", type="ProposalRefused")

    @workflow.update
    def weigh(self, weighing: Weighing) -> None:
        raise ApplicationError("not everything is weighed", "third_parties", type="WeighingRefused")

    @workflow.update
    def review(self, review: PeerReview) -> None:
        if review.opinion is Opinion.NOT_SOUND:
            raise ApplicationError("this decision is open", type="ReviewRefused")

    @cast_vote.validator
    def check_vote(self, vote: Vote) -> None:
        if vote.kind is VoteKind.OBJECT:
            raise ApplicationError(
                "too short", VoteRefusal.MOTIVE_MISSING, "too short", type="VoteRefused"
            )


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    server = await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        dev_server_log_level="error",
    )
    config = server.client.config()
    config["data_converter"] = data_converter(InMemoryKeyRing({"hh-1": bytes(32)}))
    async with server:
        yield Client(**config)


@pytest.fixture
async def runner(client: Client) -> AsyncIterator[TemporalPlanRunner]:
    async with Worker(
        client,
        task_queue=PLAN_QUEUE,
        workflows=[StandInPlan, StandInDecision],
        workflow_runner=UnsandboxedWorkflowRunner(),
    ):
        yield TemporalPlanRunner(client, rpc_timeout=timedelta(seconds=5))


def start_of(case: CaseFile) -> PlanStart:
    return PlanStart(REF, case.household, case.intake_date)


def a_vote(kind: VoteKind, ref: str = "v-1") -> Vote:
    liaison = Liaison("liaison.uwv", Agency.UWV, None)
    return Vote(ref, liaison, Agency.UWV, "o-1", kind, "Omdat het anders niet kan.", ())


async def test_a_plan_is_started_once_however_often_it_is_asked(
    runner: TemporalPlanRunner, client: Client, j01: CaseFile
) -> None:
    for _ in range(2):
        await runner.start_plan(start_of(j01))
    handle = client.get_workflow_handle(plan_workflow_id("hh-1", "pl-1"))
    first = (await handle.describe()).run_id
    await runner.refresh_plan(REF)
    await runner.close_plan(REF, CloseRequest("w", PlanOutcome.WITHDRAWN, "verhuisd"))
    assert await handle.result() == 1
    await runner.start_plan(start_of(j01))
    assert (await handle.describe()).run_id == first


async def test_a_plan_that_cannot_be_closed_says_so(
    runner: TemporalPlanRunner, j01: CaseFile
) -> None:
    await runner.start_plan(start_of(j01))
    with pytest.raises(PlanNotClosable):
        await runner.close_plan(REF, CloseRequest("w", PlanOutcome.WITHDRAWN, "te vroeg"))


async def test_what_does_not_run_is_closed_and_abandoning_it_is_no_error(
    runner: TemporalPlanRunner,
) -> None:
    stranger = dataclasses.replace(REF, plan="pl-2")
    with pytest.raises(PlanClosed):
        await runner.refresh_plan(stranger)
    with pytest.raises(PlanClosed):
        await runner.cast_vote(stranger, DECISION, a_vote(VoteKind.AGREE))
    await runner.abandon_plan(stranger)


async def test_a_vote_is_counted_or_comes_back_with_its_reason(
    runner: TemporalPlanRunner, client: Client
) -> None:
    await client.start_workflow(
        StandInDecision.run,
        id=decision_workflow_id("hh-1", "pl-1", DECISION),
        task_queue=PLAN_QUEUE,
    )
    receipt = await runner.cast_vote(REF, DECISION, a_vote(VoteKind.AGREE))
    assert receipt == VoteReceipt(DECISION, "v-1", DecisionState.OPEN)
    with pytest.raises(VoteNotCounted) as refused:
        await runner.cast_vote(REF, DECISION, a_vote(VoteKind.OBJECT, "v-2"))
    assert refused.value.refusal is VoteRefusal.MOTIVE_MISSING


async def test_what_a_decision_refuses_comes_back_in_dutch(
    runner: TemporalPlanRunner, client: Client
) -> None:
    await client.start_workflow(
        StandInDecision.run,
        id=decision_workflow_id("hh-1", "pl-1", DECISION),
        task_queue=PLAN_QUEUE,
    )
    svb = Liaison("liaison.svb", Agency.SVB, None)
    with pytest.raises(ProposalNotPut, match="U verandert niets"):
        await runner.propose(REF, DECISION, CounterProposal("p-1", svb, "o-1", (), "Daarom."))
    with pytest.raises(WeighingNotTaken) as unweighed:
        await runner.weigh(REF, DECISION, Weighing("w", "", "", "", "", "", "", "", ""))
    assert unweighed.value.missing == ("third_parties",)
    with pytest.raises(ReviewNotCounted, match="staat op: Open"):
        await runner.review(REF, DECISION, PeerReview(svb, Opinion.NOT_SOUND, "Nee."))
    await runner.review(REF, DECISION, PeerReview(svb, Opinion.SOUND, "Ja."))


async def test_when_no_worker_answers_in_time_the_runner_is_unavailable(
    client: Client, j01: CaseFile
) -> None:
    hasty = TemporalPlanRunner(client, rpc_timeout=timedelta(seconds=0.5))
    await hasty.start_plan(start_of(j01))
    with pytest.raises(RunnerUnavailable):
        await hasty.close_plan(REF, CloseRequest("w", PlanOutcome.WITHDRAWN, "verhuisd"))
    assert await hasty.is_reachable()
