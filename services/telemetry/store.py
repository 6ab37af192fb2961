"""Where spans are kept and read: one statement per batch, the same from the receiver and the
exporter."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.engine import Row
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from services.telemetry.spans import SpanRow

KEEP = """
INSERT INTO span (trace_id, span_id, parent_id, name, service, kind, started_ns, ended_ns, failed,
                  attributes, links)
SELECT trace_id, span_id, parent_id, name, service, kind, started_ns, ended_ns, failed,
       attributes, links
FROM jsonb_to_recordset(CAST({rows} AS jsonb)) AS sent(
    trace_id text, span_id text, parent_id text, name text, service text, kind text,
    started_ns bigint, ended_ns bigint, failed boolean, attributes jsonb, links text[])
ON CONFLICT DO NOTHING
"""
"""Keeps a JSON array of spans; one that is sent twice is kept once."""

_COLUMNS = (
    "trace_id, span_id, parent_id, name, service, kind, started_ns, ended_ns, failed,"
    " attributes, links"
)


class TelemetryStore:
    """The telemetry database. `dsn` is `postgresql+psycopg://...`."""

    def __init__(self, dsn: str) -> None:
        self._engine = create_async_engine(
            dsn, pool_size=4, pool_pre_ping=True, hide_parameters=True
        )

    async def keep(self, rows_as_json: str) -> None:
        """Keep spans, given as by `spans.as_json`. Idempotent per span."""
        async with self._engine.begin() as connection:
            await connection.execute(text(KEEP.format(rows=":rows")), {"rows": rows_as_json})

    async def trace_of(self, trace_id: str) -> tuple[SpanRow, ...]:
        """The spans of one trace, in order of start; empty when there is none."""
        wanted = text(
            f"SELECT {_COLUMNS} FROM span WHERE trace_id = :trace ORDER BY started_ns, span_id"
        )
        async with self._engine.connect() as connection:
            rows = await connection.execute(wanted, {"trace": trace_id})
            return tuple(_span(row) for row in rows)

    async def later_than(self, trace_id: str, plan_ref: str) -> tuple[SpanRow, ...]:
        """The first span of every other trace that links to this one, or that names this plan. The
        link of a server's span does not count: it is whatever the caller sent."""
        wanted = text(
            f"SELECT DISTINCT ON (trace_id) {_COLUMNS} FROM span"
            " WHERE trace_id <> :trace"
            " AND ((links @> ARRAY[:trace] AND kind <> 'server')"
            " OR attributes ->> 'samenloop.plan' = :plan)"
            " ORDER BY trace_id, started_ns, span_id"
        )
        async with self._engine.connect() as connection:
            rows = await connection.execute(wanted, {"trace": trace_id, "plan": plan_ref})
            found = [_span(row) for row in rows]
        return tuple(sorted(found, key=lambda span: span.started_ns))

    async def forget_before(self, moment_ns: int) -> int:
        """Remove spans that started before this moment; gives how many."""
        async with self._engine.begin() as connection:
            done = await connection.execute(
                text("DELETE FROM span WHERE started_ns < :moment"), {"moment": moment_ns}
            )
            return done.rowcount

    async def is_reachable(self) -> bool:
        """Whether the database answers; never raises."""
        try:
            async with self._engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (OSError, SQLAlchemyError):
            return False
        return True

    async def close(self) -> None:
        """Give the connections back."""
        await self._engine.dispose()


def _span(row: Row[tuple[object, ...]]) -> SpanRow:
    return SpanRow(**{**row._mapping, "links": tuple(row._mapping["links"])})
