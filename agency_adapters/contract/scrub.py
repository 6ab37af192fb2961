"""Takes personal data out of spans before they leave the process: only what is allowed goes.

Attributes pass by name (an allow-list); exceptions lose their message and stack; whatever looks
like a BSN is masked wherever text passes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from opentelemetry.sdk.trace import Event, ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import Link, Status
from opentelemetry.util.types import Attributes, AttributeValue

MASK = "*********"

# nine digits, also as people group them, that are not part of a longer word or number
_LIKE_A_BSN = re.compile(r"(?<![0-9A-Za-z])\d(?:[ .\-]?\d){8}(?![0-9A-Za-z])")
_NINE_DIGITS = range(10_000_000, 1_000_000_000)

ALLOWED_PREFIXES = (
    "rpc.",
    "server.",
    "service.",
    "samenloop.",
    "temporal",
    "telemetry.",
    "otel.",
    "db.system",
    "network.protocol",
    "http.request.method",
    "http.response.status_code",
    "error.type",
    "process.runtime",
)
ALLOWED_KEYS = frozenset({"http.route", "exception.type", "exception.escaped", "oin"})


def masked(text: str) -> str:
    """The text, with whatever looks like a BSN masked."""
    return _LIKE_A_BSN.sub(MASK, text)


class ScrubbingExporter(SpanExporter):
    """Hands scrubbed copies of spans to another exporter."""

    def __init__(self, inner: SpanExporter) -> None:
        self._inner = inner

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Export scrubbed copies; the result is the other exporter's."""
        return self._inner.export([scrubbed(span) for span in spans])

    def shutdown(self) -> None:
        """Shut the other exporter down."""
        self._inner.shutdown()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Flush the other exporter."""
        return self._inner.force_flush(timeout_millis)


def scrubbed(span: ReadableSpan) -> ReadableSpan:
    """A copy of the span with only what may leave the process."""
    return ReadableSpan(
        name=masked(span.name),
        context=span.context,
        parent=span.parent,
        resource=span.resource,
        attributes=_allowed(span.attributes),
        events=[
            Event(masked(event.name), _allowed(event.attributes), event.timestamp)
            for event in span.events
        ],
        links=[Link(link.context, _allowed(link.attributes)) for link in span.links],
        kind=span.kind,
        # a status description is an exception's text more often than not
        status=Status(span.status.status_code),
        start_time=span.start_time,
        end_time=span.end_time,
        instrumentation_scope=span.instrumentation_scope,
    )


def _allowed(attributes: Attributes) -> Mapping[str, AttributeValue]:
    return {
        key: _masked_value(value)
        for key, value in (attributes or {}).items()
        if key in ALLOWED_KEYS or key.startswith(ALLOWED_PREFIXES)
    }


def _masked_value(value: AttributeValue) -> AttributeValue:
    match value:
        case str():
            return masked(value)
        case bool() | float():
            return value
        case int():
            return MASK if value in _NINE_DIGITS else value
        case Sequence():
            return tuple(masked(str(item)) for item in value)
        case _:
            return MASK
