"""How workflows keep their state outside: as local activities, so that a snapshot costs no
history."""

from __future__ import annotations

from temporalio import workflow

from workflows import timing

with workflow.unsafe.imports_passed_through():
    from workflows.activities import RecordActivities
    from workflows.contracts import DecisionSnapshot, PlanSnapshot


async def save_plan(snapshot: PlanSnapshot) -> None:
    """Keep this state; returns when it is kept, however long the store is away."""
    await workflow.execute_local_activity_method(
        RecordActivities.save_plan,
        snapshot,
        start_to_close_timeout=timing.SAVE_ATTEMPT,
        retry_policy=timing.SAVE_RETRY,
    )


async def save_decision(snapshot: DecisionSnapshot) -> None:
    """Keep this state; returns when it is kept, however long the store is away."""
    await workflow.execute_local_activity_method(
        RecordActivities.save_decision,
        snapshot,
        start_to_close_timeout=timing.SAVE_ATTEMPT,
        retry_policy=timing.SAVE_RETRY,
    )
