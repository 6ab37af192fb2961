"""How workflows call the agencies' activities: queue, timeouts and retries in one place."""

from __future__ import annotations

import datetime as dt

from temporalio import workflow
from temporalio.exceptions import ActivityError, ApplicationError, CancelledError

from workflows import timing
from workflows.names import agency_queue

with workflow.unsafe.imports_passed_through():
    from agency_adapters.contract.port import Judgement
    from domain.measures import Measure, Receipt
    from domain.position import Gap, GapReason, Position
    from domain.vocabulary import Agency
    from workflows.activities import (
        AgencyActivities,
        MeasureRequest,
        PositionRequest,
        RevertRequest,
    )
    from workflows.contracts import AskContext


async def position_or_gap(context: AskContext, agency: Agency, on: dt.date) -> Position | Gap:
    """The agency's position, or a gap that says why there is none. Raises only when cancelled."""
    try:
        return await workflow.execute_activity_method(
            AgencyActivities.get_position,
            PositionRequest(context, agency, on),
            task_queue=agency_queue(agency),
            start_to_close_timeout=timing.GATHER_ATTEMPT,
            schedule_to_close_timeout=timing.GATHER_BUDGET,
            retry_policy=timing.GATHER_RETRY,
        )
    except ActivityError as error:
        if isinstance(error.cause, CancelledError):
            raise
        return Gap(agency, _gap_reason(error), workflow.now())


async def judgement_of(request: MeasureRequest) -> Judgement:
    """The agency's judgement of a measure; raises ActivityError when it cannot give one in time."""
    return await workflow.execute_activity_method(
        AgencyActivities.assess_measure,
        request,
        task_queue=agency_queue(request.measure.agency),
        start_to_close_timeout=timing.GATHER_ATTEMPT,
        schedule_to_close_timeout=timing.CHECK_BUDGET,
        retry_policy=timing.GATHER_RETRY,
    )


async def apply_measure(request: MeasureRequest, budget: dt.timedelta) -> Receipt:
    """The agency's receipt; raises ActivityError when it refuses, or stays silent for the whole
    budget."""
    return await workflow.execute_activity_method(
        AgencyActivities.apply_measure,
        request,
        task_queue=agency_queue(request.measure.agency),
        start_to_close_timeout=timing.MEASURE_ATTEMPT,
        schedule_to_close_timeout=budget,
        retry_policy=timing.MEASURE_RETRY,
    )


async def take_back(
    request: MeasureRequest,
    on: dt.date,
    reason: str,
    budget: dt.timedelta = timing.REVERT_BUDGET,
) -> Receipt | None:
    """The receipt of taking back what this request applied, None when it never was; raises
    ActivityError when it could not be done within the budget."""
    return await workflow.execute_activity_method(
        AgencyActivities.revert_measure,
        RevertRequest(request.context, request.measure.agency, on, request.key, reason),
        task_queue=agency_queue(request.measure.agency),
        start_to_close_timeout=timing.MEASURE_ATTEMPT,
        schedule_to_close_timeout=budget,
        retry_policy=timing.MEASURE_RETRY,
    )


def measure_request(
    context: AskContext, measure: Measure, on: dt.date, decision: str
) -> MeasureRequest:
    """A request whose key is the same however often it is made: workflow id and measure, no
    attempt."""
    key = f"{workflow.info().workflow_id}/{measure.ref}"
    return MeasureRequest(context, measure, on, key, decision)


def problem_of(error: ActivityError) -> str:
    """What went wrong, in words that carry no personal data (agencies' errors never do)."""
    cause = error.cause
    if isinstance(cause, ApplicationError):
        return cause.message
    return "no answer in time"


def said_no(error: ActivityError) -> bool:
    """The agency answered, and refused: nothing happened there, and asking again does not help."""
    return isinstance(error.cause, ApplicationError) and error.cause.non_retryable


def _gap_reason(error: ActivityError) -> GapReason:
    kind = error.cause.type if isinstance(error.cause, ApplicationError) else None
    return {
        "AgencyRefused": GapReason.REFUSED,
        "AgencyAnswerInvalid": GapReason.INVALID_ANSWER,
    }.get(kind or "", GapReason.NO_ANSWER)
