"""The plans' runner on Temporal: starts workflows, sends Updates and signals, translates what
fails."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import timedelta
from typing import TypeVar

from temporalio.client import (
    Client,
    RPCError,
    WorkflowHandle,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCStatusCode

from domain.decisions import CounterProposal, PeerReview, Vote, VoteRefusal, Weighing
from services.plans.errors import (
    PlanClosed,
    PlanNotClosable,
    ProposalNotPut,
    ReviewNotCounted,
    RunnerUnavailable,
    ServiceError,
    VoteNotCounted,
    WeighingNotTaken,
)
from services.plans.refusals import proposal_refused, review_refused, weighing_refused
from workflows.contracts import CloseRequest, PlanRef, PlanStart, VoteReceipt
from workflows.names import PLAN_QUEUE, decision_workflow_id, plan_workflow_id

T = TypeVar("T")

RPC_TIMEOUT = timedelta(seconds=10)
"""Nobody waits longer for an answer; a worker that is away for longer is a 503."""

NO_LONGER_RUNS = "Dit plan of besluit loopt niet meer."


class TemporalPlanRunner:
    """`PlanRunner` on a Temporal client that seals payloads (workflows.plugin.connect)."""

    def __init__(self, client: Client, *, rpc_timeout: timedelta = RPC_TIMEOUT) -> None:
        self._client = client
        self._timeout = rpc_timeout

    async def start_plan(self, start: PlanStart) -> None:
        """Start the workflow; one that is there already is left as it is."""
        try:
            await _answered(
                self._client.start_workflow(
                    "HouseholdPlan",
                    start,
                    id=plan_workflow_id(start.ref.household, start.ref.plan),
                    task_queue=PLAN_QUEUE,
                    id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                    id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                    rpc_timeout=self._timeout,
                )
            )
        except WorkflowAlreadyStartedError:
            return

    async def abandon_plan(self, plan: PlanRef) -> None:
        """Terminate the workflow, if there is one."""
        handle = self._client.get_workflow_handle(plan_workflow_id(plan.household, plan.plan))
        try:
            await _answered(handle.terminate(reason="intake taken back", rpc_timeout=self._timeout))
        except PlanClosed:
            return

    async def cast_vote(self, plan: PlanRef, decision_ref: str, vote: Vote) -> VoteReceipt:
        """The Update `cast_vote` of the decision, under the vote's id."""
        try:
            return await _answered(
                self._decision(plan, decision_ref).execute_update(
                    "cast_vote",
                    vote,
                    id=vote.id,
                    result_type=VoteReceipt,
                    rpc_timeout=self._timeout,
                )
            )
        except WorkflowUpdateFailedError as error:
            raise _why(error) from error

    async def propose(self, plan: PlanRef, decision_ref: str, proposal: CounterProposal) -> str:
        """The Update `propose` of the decision, under the proposal's id."""
        try:
            return await _answered(
                self._decision(plan, decision_ref).execute_update(
                    "propose",
                    proposal,
                    id=proposal.id,
                    result_type=str,
                    rpc_timeout=self._timeout,
                )
            )
        except WorkflowUpdateFailedError as error:
            raise _why(error) from error

    async def weigh(self, plan: PlanRef, decision_ref: str, weighing: Weighing) -> None:
        """The Update `weigh` of the decision."""
        await self._tell_decision(plan, decision_ref, "weigh", weighing)

    async def review(self, plan: PlanRef, decision_ref: str, review: PeerReview) -> None:
        """The Update `review` of the decision."""
        await self._tell_decision(plan, decision_ref, "review", review)

    async def close_plan(self, plan: PlanRef, request: CloseRequest) -> None:
        """The Update `close` of the plan."""
        handle = self._client.get_workflow_handle(plan_workflow_id(plan.household, plan.plan))
        try:
            await _answered(handle.execute_update("close", request, rpc_timeout=self._timeout))
        except WorkflowUpdateFailedError as error:
            raise PlanNotClosable(
                "Het plan kan nu niet worden gesloten: er loopt nog een besluit."
            ) from error

    async def refresh_plan(self, plan: PlanRef) -> None:
        """The signal `refresh` of the plan."""
        handle = self._client.get_workflow_handle(plan_workflow_id(plan.household, plan.plan))
        await _answered(handle.signal("refresh", rpc_timeout=self._timeout))

    async def _tell_decision(
        self, plan: PlanRef, decision_ref: str, update: str, what: Weighing | PeerReview
    ) -> None:
        handle = self._decision(plan, decision_ref)
        try:
            await _answered(handle.execute_update(update, what, rpc_timeout=self._timeout))
        except WorkflowUpdateFailedError as error:
            raise _why(error) from error

    def _decision(self, plan: PlanRef, decision_ref: str) -> WorkflowHandle[object, object]:
        return self._client.get_workflow_handle(
            decision_workflow_id(plan.household, plan.plan, decision_ref)
        )

    async def is_reachable(self) -> bool:
        """Whether the server's health service says that it serves."""
        try:
            return await self._client.service_client.check_health(timeout=timedelta(seconds=2))
        except RPCError:
            return False


async def _answered(call: Awaitable[T]) -> T:
    """The call's answer; a server that is away or too slow becomes RunnerUnavailable, once,
    here."""
    try:
        return await call
    except WorkflowUpdateRPCTimeoutOrCancelledError as error:
        raise RunnerUnavailable from error
    except RPCError as error:
        if error.status is RPCStatusCode.NOT_FOUND:
            raise PlanClosed(NO_LONGER_RUNS) from error
        raise RunnerUnavailable from error


def _why(error: WorkflowUpdateFailedError) -> ServiceError:
    """Why a decision refused an Update, in Dutch; one that ended meanwhile is closed."""
    cause = error.cause
    if not isinstance(cause, ApplicationError):
        return PlanClosed(NO_LONGER_RUNS)
    told = cause.message
    match cause.type:
        case "VoteRefused" if cause.details:
            return VoteNotCounted(VoteRefusal(cause.details[0]), str(cause.details[1]))
        case "ProposalRefused":
            return ProposalNotPut(proposal_refused(told))
        case "WeighingRefused":
            return WeighingNotTaken(weighing_refused(told), tuple(map(str, cause.details)))
        case "ReviewRefused":
            return ReviewNotCounted(review_refused(told))
    return PlanClosed(NO_LONGER_RUNS)
