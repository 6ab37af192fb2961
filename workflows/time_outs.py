"""Time-outs: protective holds on harmful acts, asked at once and taken back when their last day is
over."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence

from temporalio.exceptions import ActivityError

from domain.measures import Measure
from workflows import agency_calls, timing
from workflows.contracts import AskContext, TimeOut

DECISION = "time-out"
"""What an agency's ledger shows instead of a decision: a time-out precedes every decision."""


async def ask(context: AskContext, measures: Sequence[Measure], on: dt.date) -> list[TimeOut]:
    """Ask them all at once; one that is refused or not answered does not stop the others."""
    return list(await asyncio.gather(*(_ask_one(context, measure, on) for measure in measures)))


async def end(context: AskContext, over: Sequence[TimeOut], on: dt.date) -> list[TimeOut]:
    """Have the agencies take back these holds; gives those that were. The others are to be tried
    again."""
    requests = [agency_calls.measure_request(context, one.measure, on, DECISION) for one in over]
    taken_back = await asyncio.gather(
        *(agency_calls.taken_back(request, on, "the time-out is over") for request in requests)
    )
    return [one for one, done in zip(over, taken_back, strict=True) if done]


async def _ask_one(context: AskContext, measure: Measure, on: dt.date) -> TimeOut:
    request = agency_calls.measure_request(context, measure, on, DECISION)
    try:
        receipt = await agency_calls.apply_measure(request, timing.TIME_OUT_BUDGET)
    except ActivityError as error:
        return TimeOut(measure, None, agency_calls.problem_of(error))
    return TimeOut(measure, receipt)
