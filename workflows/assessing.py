"""How a plan has the law applied: as a local activity, so that the answer stands in its history and
a replay by newer code finds what was found then."""

from __future__ import annotations

from temporalio import workflow
from temporalio.exceptions import ActivityError, CancelledError

from workflows import timing

with workflow.unsafe.imports_passed_through():
    from workflows.activities import LawActivities
    from workflows.judging import Judgement, Question


async def judgement_of(question: Question) -> Judgement:
    """The law's answer. Where the code cannot give one (an amount that is not set yet, a mistake)
    the plan waits and asks again: newer code may. Raises only when cancelled."""
    while True:
        try:
            return await workflow.execute_local_activity_method(
                LawActivities.judge,
                question,
                start_to_close_timeout=timing.JUDGE_ATTEMPT,
                retry_policy=timing.JUDGE_RETRY,
            )
        except ActivityError as error:
            if isinstance(error.cause, CancelledError):
                raise
            # on a timer: retries of a local activity would keep the workflow task open and fill
            # the history (three events in eight seconds)
            await workflow.sleep(timing.JUDGE_AGAIN, summary="the law gives no answer")
