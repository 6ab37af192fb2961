"""`samenloop trace`: one trace over all organisations, as a tree in time."""

from __future__ import annotations

from services.api.models import SpanUit, TraceUit
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.started import StartedPlans
from services.identity.people import social_worker_of


async def show_trace(trace_id: str, *, as_json: bool) -> None:
    """Print a trace. Raises CommandFailed when no municipality here has it."""
    found = await find_trace(Session.here(), trace_id)
    if as_json:
        emit_json(found.model_dump(mode="json", by_alias=True))
        return
    from rich.table import Table

    start = min((span.begin_ns for span in found.spans), default=0)
    table = Table("ms", "took", "service", "span", box=None)
    depths = _depths(found.spans)
    for span in sorted(found.spans, key=lambda span: span.begin_ns):
        at = f"{(span.begin_ns - start) / 1e6:.0f}"
        took = f"{(span.einde_ns - span.begin_ns) / 1e6:.0f}"
        name = "  " * depths[span.span_id] + span.naam + (" (failed)" if span.mislukt else "")
        table.add_row(at, took, span.dienst, name)
    out = console()
    out.print(table)
    if found.latere_spans:
        later = sorted({span.trace_id for span in found.latere_spans})
        out.print(f"\nlater events of this plan: {', '.join(later)}")


async def find_trace(session: Session, trace_id: str) -> TraceUit:
    """The trace, whichever of the municipalities here its plan belongs to. Raises CommandFailed."""
    for municipality in StartedPlans(session.data_dir).municipalities():
        async with session.acting_as(social_worker_of(municipality)) as api:
            try:
                return TraceUit.model_validate(await api.get(f"/v1/traces/{trace_id}"))
            except CommandFailed as failed:
                if failed.code is not ExitCode.BAD_INPUT:
                    raise
    raise CommandFailed(ExitCode.BAD_INPUT, f"there is no trace {trace_id}")


def _depths(spans: list[SpanUit]) -> dict[str, int]:
    parents = {span.span_id: span.ouder_id for span in spans}

    def depth(span: str) -> int:
        parent = parents[span]
        return 0 if parent is None or parent not in parents else 1 + depth(parent)

    return {span: depth(span) for span in parents}
