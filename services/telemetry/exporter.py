"""The API's own spans, written straight to the telemetry store from the batch processor's
thread."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import psycopg
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from services.store.migration import libpq_dsn
from services.telemetry.spans import as_json, spans_in
from services.telemetry.store import KEEP

log = logging.getLogger(__name__)

_KEEP = KEEP.format(rows="%s").encode()


class StoreSpanExporter(SpanExporter):
    """Used by one thread at a time (BatchSpanProcessor). A batch that cannot be kept is lost and
    counted in the log; the request that made it is not held up."""

    def __init__(self, dsn: str) -> None:
        self._dsn = libpq_dsn(dsn)
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Keep a batch."""
        rows = tuple(spans_in(encode_spans(spans)))
        try:
            self._connected().execute(_KEEP, (as_json(rows),))
        except psycopg.Error as error:
            log.warning("spans lost", extra={"count": len(rows), "error": type(error).__name__})
            self.shutdown()
            return SpanExportResult.FAILURE
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        """Close the connection; a later export opens a new one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Nothing is held back here."""
        return True

    def _connected(self) -> psycopg.Connection[tuple[object, ...]]:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self._dsn, autocommit=True, connect_timeout=5)
        return self._connection
