"""A span as it is kept, and how it is read from OTLP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TypeAlias

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from pydantic import TypeAdapter

AttributeValue: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One finished span. Ids are hexadecimal, times nanoseconds since 1970; `links` names other
    traces."""

    trace_id: str
    span_id: str
    parent_id: str | None
    name: str
    service: str
    kind: str
    started_ns: int
    ended_ns: int
    failed: bool
    attributes: Mapping[str, AttributeValue]
    links: tuple[str, ...] = ()


def spans_in(request: ExportTraceServiceRequest) -> Iterator[SpanRow]:
    """Every span in an OTLP export."""
    for resource in request.resource_spans:
        service = str(_attributes(resource.resource.attributes).get("service.name", "onbekend"))
        for scope in resource.scope_spans:
            for span in scope.spans:
                yield _row(service, span)


def as_json(rows: tuple[SpanRow, ...]) -> str:
    """The rows as one JSON array, with the columns of the table `span` as names."""
    return _ROWS.dump_json([asdict(row) for row in rows]).decode()


_ROWS = TypeAdapter(list[dict[str, object]])


def _row(service: str, span: Span) -> SpanRow:
    return SpanRow(
        trace_id=span.trace_id.hex(),
        span_id=span.span_id.hex(),
        parent_id=span.parent_span_id.hex() or None,
        name=span.name,
        service=service,
        kind=Span.SpanKind.Name(span.kind).removeprefix("SPAN_KIND_").lower(),
        started_ns=span.start_time_unix_nano,
        ended_ns=span.end_time_unix_nano,
        failed=span.status.code == Status.STATUS_CODE_ERROR,
        attributes=_attributes(span.attributes),
        links=tuple(sorted({link.trace_id.hex() for link in span.links})),
    )


def _attributes(pairs: Iterable[KeyValue]) -> dict[str, AttributeValue]:
    told = ((pair.key, _value(pair.value)) for pair in pairs)
    return {key: value for key, value in told if value is not None}


def _value(value: AnyValue) -> AttributeValue | None:
    """Scalars only: lists and maps are not part of our vocabulary of attributes."""
    kind = value.WhichOneof("value")
    if kind == "string_value":
        return value.string_value
    if kind == "int_value":
        return value.int_value
    if kind == "double_value":
        return value.double_value
    return value.bool_value if kind == "bool_value" else None
