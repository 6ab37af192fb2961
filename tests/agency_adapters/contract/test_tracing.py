"""One trace over the border: the caller's span is the parent of the agency's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.contract.scrub import ScrubbingExporter
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import running_agency
from tests.support.contract_household import BSN_OF, TODAY, asker


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """What is exported, without making a provider global for other tests."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(ScrubbingExporter(exporter)))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield exporter
    provider.shutdown()


async def test_a_refused_call_is_two_spans_of_one_trace_without_personal_data(
    spans: InMemorySpanExporter, ledger_dsns: dict[Agency, str], tls_directory: Path
) -> None:
    async with (
        running_agency(Agency.DUO, ledger_dsns[Agency.DUO], tls_directory) as house,
        house.client() as client,
    ):
        with pytest.raises(AgencyRefused):
            await client.get_position(asker("no-such-trial"), TODAY, tuple(RecordKind))
    agency, caller = spans.get_finished_spans()
    assert [shown(agency), shown(caller)] == [
        (
            "samenloop.agency.v1.AgencyService/GetPosition",
            trace.SpanKind.SERVER,
            {
                "rpc.system": "grpc",
                "rpc.service": "samenloop.agency.v1.AgencyService",
                "rpc.method": "GetPosition",
                "rpc.grpc.status_code": 5,
            },
        ),
        (
            "samenloop.agency.v1.AgencyService/GetPosition",
            trace.SpanKind.CLIENT,
            {
                "rpc.system": "grpc",
                "rpc.service": "samenloop.agency.v1.AgencyService",
                "rpc.method": "GetPosition",
                "samenloop.agency": "duo",
                "rpc.grpc.status_code": 5,
            },
        ),
    ]
    assert agency.parent is not None
    assert caller.context is not None
    assert (agency.parent.trace_id, agency.parent.span_id) == (
        caller.context.trace_id,
        caller.context.span_id,
    )
    assert not any(bsn in span.to_json() for span in (agency, caller) for bsn in BSN_OF.values())


def shown(span: ReadableSpan) -> tuple[str, trace.SpanKind, dict[str, object]]:
    return span.name, span.kind, dict(span.attributes or {})
