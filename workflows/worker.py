"""The workers: one for the plans, and one per agency on that agency's own task queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import timedelta

from temporalio.client import Client
from temporalio.common import VersioningBehavior, WorkerDeploymentVersion
from temporalio.worker import PollerBehaviorAutoscaling, Worker, WorkerDeploymentConfig

from agency_adapters.contract.port import AgencyPort
from domain.vocabulary import Agency
from workflows.activities import AgencyActivities, LawActivities, RecordActivities
from workflows.household_plan import HouseholdPlan
from workflows.joint_decision import JointDecision
from workflows.names import PLAN_QUEUE, agency_queue
from workflows.ports import PersonRegister, SnapshotStore

GRACEFUL_SHUTDOWN = timedelta(seconds=12)
"""Longer than the longest activity attempt, so that a stop loses no answer that is under way."""

STICKY_TIMEOUT = timedelta(seconds=1)
"""After a worker is lost its plans go on elsewhere within a second (measured: 10 s by default)."""

DEPLOYMENT = "samenloop-plans"
"""What versions of the plans' worker are versions of."""

WORKFLOWS = [HouseholdPlan, JointDecision]


def plan_worker(
    client: Client, store: SnapshotStore, *, max_cached: int = 1000, build: str | None = None
) -> Worker:
    """The worker that runs the workflows and keeps their snapshots.

    With a `build` the server knows it as a version of the deployment `DEPLOYMENT`, and hands it
    nothing until that version is made current; plans go over to the current one as they run.
    """
    records = RecordActivities(store)
    return Worker(
        client,
        task_queue=PLAN_QUEUE,
        workflows=WORKFLOWS,
        activities=[records.save_plan, records.save_decision, LawActivities().judge],
        max_cached_workflows=max_cached,
        sticky_queue_schedule_to_start_timeout=STICKY_TIMEOUT,
        graceful_shutdown_timeout=GRACEFUL_SHUTDOWN,
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        deployment_config=None if build is None else _deployed(build),
    )


def _deployed(build: str) -> WorkerDeploymentConfig:
    # not pinned: a plan of years would keep the worker of its first day alive for as long
    return WorkerDeploymentConfig(
        version=WorkerDeploymentVersion(DEPLOYMENT, build),
        use_worker_versioning=True,
        default_versioning_behavior=VersioningBehavior.AUTO_UPGRADE,
    )


def agency_worker(client: Client, agency: AgencyPort, persons: PersonRegister) -> Worker:
    """The worker that speaks to one agency, on that agency's queue only."""
    calls = AgencyActivities({agency.agency: agency}, persons)
    return Worker(
        client,
        task_queue=agency_queue(agency.agency),
        activities=[
            calls.get_position,
            calls.assess_measure,
            calls.apply_measure,
            calls.revert_measure,
        ],
        graceful_shutdown_timeout=GRACEFUL_SHUTDOWN,
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
    )


def all_workers(
    client: Client,
    agencies: Mapping[Agency, AgencyPort],
    persons: PersonRegister,
    store: SnapshotStore,
) -> list[Worker]:
    """What the embedded default runs in one process; a large municipality runs them apart."""
    return [
        plan_worker(client, store),
        *(agency_worker(client, agency, persons) for agency in agencies.values()),
    ]


async def run_until(
    stop: asyncio.Event, workers: list[Worker], *, started: Callable[[], None]
) -> None:
    """Run the workers until `stop` is set, then let what is under way finish. Calls `started` once
    all of them poll."""
    async with AsyncExitStack() as running:
        for worker in workers:
            await running.enter_async_context(worker)
        started()
        await stop.wait()
