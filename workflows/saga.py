"""All measures or none: each applied with its own key, taken back in reverse order when one
fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from temporalio.exceptions import ActivityError

from domain.measures import Measure, Receipt
from workflows import agency_calls, timing
from workflows.activities import MeasureRequest
from workflows.contracts import AskContext, MeasureProblem, UndoneMeasure

REASON = "the joint decision could not be carried out at every agency"


@dataclass
class SagaResult:
    """What was carried out; when it failed, what was taken back and what a person must look at."""

    receipts: list[Receipt] = field(default_factory=list)
    problems: list[MeasureProblem] = field(default_factory=list)
    undone: list[UndoneMeasure] = field(default_factory=list)

    @property
    def carried_out(self) -> bool:
        """Every measure has its receipt."""
        return not self.problems

    @property
    def needs_person(self) -> bool:
        """Something is left that could not be taken back."""
        return any(not undone.reverted for undone in self.undone)


async def carry_out(
    context: AskContext,
    decision: str,
    measures: tuple[Measure, ...],
    on: dt.date,
    progress: Callable[[SagaResult], Awaitable[None]],
) -> SagaResult:
    """Apply the measures in order; on the first failure take back all that may have been applied.

    A measure counts as possibly applied from before it is asked: an answer that was lost may hide
    an effect, and taking back is safe for what never happened.
    """
    result = SagaResult()
    asked: list[MeasureRequest] = []
    for measure in measures:
        request = agency_calls.measure_request(context, measure, on, decision)
        asked.append(request)
        try:
            result.receipts.append(await agency_calls.apply_measure(request, timing.APPLY_BUDGET))
        except ActivityError as error:
            problem = agency_calls.problem_of(error)
            result.problems.append(MeasureProblem(measure.ref, measure.agency, problem))
            break
        await progress(result)
    if not result.carried_out:
        await _take_back(result, asked, on, progress)
    return result


async def _take_back(
    result: SagaResult,
    asked: list[MeasureRequest],
    on: dt.date,
    progress: Callable[[SagaResult], Awaitable[None]],
) -> None:
    for request in reversed(asked):
        result.undone.append(await _taken_back(request, on))
        await progress(result)


async def _taken_back(request: MeasureRequest, on: dt.date) -> UndoneMeasure:
    try:
        await agency_calls.take_back(request, on, REASON)
    except ActivityError as error:
        return UndoneMeasure(request.measure, False, agency_calls.problem_of(error))
    return UndoneMeasure(request.measure, True)
