"""The plans' runner on Temporal: starts workflows, sends Updates and signals, translates what
fails."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import timedelta
from typing import NoReturn, TypeVar

from temporalio.client import (
    Client,
    RPCError,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCStatusCode

from domain.decisions import Vote, VoteRefusal
from services.plans.errors import (
    PlanClosed,
    PlanNotClosable,
    RunnerUnavailable,
    VoteNotCounted,
)
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
        handle = self._client.get_workflow_handle(
            decision_workflow_id(plan.household, plan.plan, decision_ref)
        )
        try:
            return await _answered(
                handle.execute_update(
                    "cast_vote",
                    vote,
                    id=vote.id,
                    result_type=VoteReceipt,
                    rpc_timeout=self._timeout,
                )
            )
        except WorkflowUpdateFailedError as error:
            _raise_vote_refused(error)

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


def _raise_vote_refused(error: WorkflowUpdateFailedError) -> NoReturn:
    cause = error.cause
    if isinstance(cause, ApplicationError) and cause.type == "VoteRefused" and cause.details:
        refusal = VoteRefusal(cause.details[0])
        raise VoteNotCounted(refusal, str(cause.details[1])) from error
    raise PlanClosed(NO_LONGER_RUNS) from error
