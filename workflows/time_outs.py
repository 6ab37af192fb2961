"""Time-outs: protective holds on harmful acts, asked at once and taken back when they are over."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from temporalio.exceptions import ActivityError

from domain.measures import Measure
from workflows import agency_calls, timing
from workflows.activities import MeasureRequest
from workflows.contracts import AskContext, TimeOut

DECISION = "time-out"
"""What an agency's ledger shows instead of a decision: a time-out precedes every decision."""

OVER = "the time-out is over"


async def ask(context: AskContext, measures: Sequence[Measure], on: dt.date) -> list[TimeOut]:
    """Ask them all at once; one that is refused or not answered does not stop the others."""
    return list(await asyncio.gather(*(_ask_one(context, measure, on) for measure in measures)))


async def end(context: AskContext, over: Sequence[TimeOut], on: dt.date) -> list[TimeOut]:
    """These holds as they are after an attempt to take them back: ended, left to a person where the
    agency refuses, or unchanged where it does not answer (then they are to be tried again)."""
    return list(await asyncio.gather(*(_end_one(context, one, on) for one in over)))


async def _ask_one(context: AskContext, measure: Measure, on: dt.date) -> TimeOut:
    request = agency_calls.measure_request(context, measure, on, DECISION)
    try:
        receipt = await agency_calls.apply_measure(request, timing.TIME_OUT_BUDGET)
    except ActivityError as error:
        problem = agency_calls.problem_of(error)
        if agency_calls.said_no(error):
            return TimeOut(measure, None, problem)
        # an answer that was lost may hide an effect: bar or undo it, now or later
        return await _undone(request, on, TimeOut(measure, None, problem, uncertain=True))
    return TimeOut(measure, receipt)


async def _end_one(context: AskContext, over: TimeOut, on: dt.date) -> TimeOut:
    request = agency_calls.measure_request(context, over.measure, on, DECISION)
    return await _undone(request, on, over)


async def _undone(request: MeasureRequest, on: dt.date, time_out: TimeOut) -> TimeOut:
    try:
        await agency_calls.take_back(request, on, OVER, timing.TIME_OUT_BUDGET)
    except ActivityError as error:
        if agency_calls.said_no(error):
            return replace(time_out, left=agency_calls.problem_of(error), uncertain=False)
        return time_out
    return replace(time_out, ended=True, uncertain=False)
