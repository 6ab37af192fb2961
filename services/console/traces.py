"""A trace as a table with bars: who did what, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.api.house import AHouse
from services.console.access import LoggedIn
from services.console.pages import page
from services.telemetry.spans import SpanRow

router = APIRouter()

STEPS = 100
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A span in the waterfall: how deep, where it begins and how wide it is (percent, whole)."""

    span: SpanRow
    depth: int
    begin: int
    width: int
    milliseconds: float


@router.get("/traces/{trace_id}")
async def trace(trace_id: str, request: Request, house: AHouse, session: LoggedIn) -> HTMLResponse:
    """One trace, and the later traces of the same plan."""
    view = await house.traces.show(session.actor, trace_id)
    return page(
        request,
        "trace.html",
        session,
        spoor=view,
        balken=waterfall(view.spans),
        later=view.later,
    )


def waterfall(spans: tuple[SpanRow, ...]) -> tuple[Bar, ...]:
    """Spans below their parents, in order of start. A span whose parent is not here is a root."""
    if not spans:
        return ()
    first = min(span.started_ns for span in spans)
    whole = max(max(span.ended_ns for span in spans) - first, 1)
    return tuple(_bar(span, depth, first, whole) for span, depth in _in_order(spans))


def _in_order(spans: tuple[SpanRow, ...]) -> Iterator[tuple[SpanRow, int]]:
    present = {span.span_id for span in spans}
    children: dict[str, list[SpanRow]] = {}
    roots: list[SpanRow] = []
    for span in sorted(spans, key=lambda span: (span.started_ns, span.span_id)):
        if span.parent_id in present and span.parent_id is not None:
            children.setdefault(span.parent_id, []).append(span)
        else:
            roots.append(span)
    waiting = [(span, 0) for span in reversed(roots)]
    while waiting:
        span, depth = waiting.pop()
        yield span, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(span.span_id, []))]


def _bar(span: SpanRow, depth: int, first: int, whole: int) -> Bar:
    begin = round((span.started_ns - first) * STEPS / whole)
    width = max(round((span.ended_ns - span.started_ns) * STEPS / whole), 1)
    begin = min(begin, STEPS - 1)
    return Bar(
        span,
        min(depth, DEEPEST),
        begin,
        min(width, STEPS - begin),
        (span.ended_ns - span.started_ns) / 1e6,
    )
