"""A plan that does something else than the recorded ones: what a replay must notice."""

from __future__ import annotations

from datetime import timedelta

from temporalio import workflow

from domain.plan import PlanOutcome
from workflows.contracts import PlanStart


@workflow.defn(name="HouseholdPlan")
class HouseholdPlan:
    """Sleeps instead of asking the agencies."""

    @workflow.run
    async def run(self, start: PlanStart) -> PlanOutcome:
        await workflow.sleep(timedelta(days=1))
        return PlanOutcome.STABLE
