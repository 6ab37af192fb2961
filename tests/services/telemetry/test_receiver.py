"""Spans come in over OTLP, are kept once, and come back as a trace."""

from __future__ import annotations

import gzip

import pytest
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Link, SpanKind, StatusCode

from domain.vocabulary import Agency
from services.identity.people import HOME, NEIGHBOUR, coordinator_of, liaison_of, social_worker_of
from services.telemetry.exporter import StoreSpanExporter
from services.telemetry.store import TelemetryStore
from tests.services.conftest import OTLP_TOKEN, Served
from tests.support.stores import OWNER, AStore

HEADERS = {"Authorization": f"Bearer {OTLP_TOKEN}", "Content-Type": "application/x-protobuf"}


def some_spans(plan: str = "pl-1") -> tuple[ReadableSpan, ...]:
    """Two spans in one trace, and one in a later trace that links to it."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider(resource=Resource.create({"service.name": "agency-uwv"}))
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("test")
    with (
        tracer.start_as_current_span("plan.gather", attributes={"samenloop.plan": plan}) as first,
        tracer.start_as_current_span("agency.get_position") as inner,
    ):
        inner.set_status(StatusCode.ERROR)
        inner.set_attribute("rpc.attempt", 2)
    later = tracer.start_span("plan.look_again", links=[Link(first.get_span_context())])
    later.end()
    return exporter.get_finished_spans()


def trace_id_of(span: ReadableSpan) -> str:
    context = span.get_span_context()
    assert context is not None
    return format(context.trace_id, "032x")


@pytest.mark.parametrize("packed", [False, True])
async def test_what_is_sent_comes_back_as_a_trace(
    served: Served, telemetry: TelemetryStore, packed: bool
) -> None:
    spans = some_spans()
    body = encode_spans(spans).SerializeToString()
    headers = HEADERS | ({"Content-Encoding": "gzip"} if packed else {})
    for _ in range(2):
        answer = await served.client.post(
            "/otlp/v1/traces", content=gzip.compress(body) if packed else body, headers=headers
        )
        assert answer.status_code == 200
    first, inner = await telemetry.trace_of(trace_id_of(spans[0]))
    assert (first.name, first.service) == ("plan.gather", "agency-uwv")
    assert first.attributes["samenloop.plan"] == "pl-1"
    assert inner.parent_id == first.span_id
    assert inner.failed
    assert inner.attributes["rpc.attempt"] == 2
    (later,) = await telemetry.later_than(trace_id_of(spans[0]), "pl-1")
    assert later.name == "plan.look_again"


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"", 401),
        ({"Authorization": "Bearer wrong"}, b"", 401),
        (HEADERS | {"Content-Type": "application/json"}, b"{}", 415),
        (HEADERS, b"\xff\xff\xff", 400),
        (HEADERS | {"Content-Encoding": "gzip"}, b"not packed", 400),
    ],
)
async def test_what_cannot_be_taken_is_refused(
    served: Served, headers: dict[str, str], body: bytes, status: int
) -> None:
    answer = await served.client.post("/otlp/v1/traces", content=body, headers=headers)
    assert answer.status_code == status


async def test_the_api_keeps_its_own_spans_from_its_exporter_thread(
    store: AStore, telemetry: TelemetryStore
) -> None:
    spans = some_spans()
    exporter = StoreSpanExporter(store.server.dsn(store.telemetry_name, OWNER))
    assert exporter.export(spans) is SpanExportResult.SUCCESS
    exporter.shutdown()
    assert len(await telemetry.trace_of(trace_id_of(spans[0]))) == 2


def test_spans_that_cannot_be_kept_are_lost_and_hold_nobody_up(store: AStore) -> None:
    exporter = StoreSpanExporter(
        f"postgresql+psycopg://nobody@/nowhere?host={store.server.directory}"
    )
    assert exporter.export(some_spans()) is SpanExportResult.FAILURE


async def test_old_spans_are_let_go(telemetry: TelemetryStore, store: AStore) -> None:
    exporter = StoreSpanExporter(store.server.dsn(store.telemetry_name, OWNER))
    exporter.export(some_spans())
    exporter.shutdown()
    assert await telemetry.forget_before(0) == 0
    assert await telemetry.forget_before(2**62) == 3


async def test_a_trace_is_for_the_municipality_whose_plan_it_is(
    served: Served, store: AStore, j01_text: str
) -> None:
    started = await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    spans = some_spans(started.json()["planId"])
    exporter = StoreSpanExporter(store.server.dsn(store.telemetry_name, OWNER))
    exporter.export(spans)
    exporter.shutdown()
    path = f"/v1/traces/{trace_id_of(spans[0])}"
    for actor, status in (
        (social_worker_of(HOME), 200),
        (coordinator_of(HOME), 200),
        (social_worker_of(NEIGHBOUR), 404),
        (liaison_of(Agency.UWV), 403),
    ):
        answer = await served.client.get(path, headers=served.bearer(actor))
        assert answer.status_code == status, actor.subject
    shown = await served.client.get(path, headers=served.bearer(coordinator_of(HOME)))
    assert [span["naam"] for span in shown.json()["spans"]] == [
        "plan.gather",
        "agency.get_position",
    ]
    assert "plan.look_again" in [span["naam"] for span in shown.json()["latereSpans"]]


async def test_spans_about_another_municipalitys_plan_are_left_out_of_a_trace(
    served: Served, store: AStore, j01_text: str
) -> None:
    started = await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("test")
    ours = {"samenloop.plan": started.json()["planId"]}
    with tracer.start_as_current_span("ours", attributes=ours) as first:
        tracer.start_span("theirs", attributes={"samenloop.plan": "pl-of-veenburg"}).end()
    link = [Link(first.get_span_context())]
    for kind in (SpanKind.SERVER, SpanKind.INTERNAL):
        tracer.start_span(f"linked as {kind.name}", kind=kind, links=link).end()
    tracer.start_span("later", attributes={"samenloop.plan": "pl-of-veenburg"}, links=link).end()
    kept = StoreSpanExporter(store.server.dsn(store.telemetry_name, OWNER))
    kept.export(exporter.get_finished_spans())
    kept.shutdown()
    shown = await served.client.get(
        f"/v1/traces/{format(first.get_span_context().trace_id, '032x')}",
        headers=served.bearer(social_worker_of(HOME)),
    )
    assert [span["naam"] for span in shown.json()["spans"]] == ["ours"]
    assert [span["naam"] for span in shown.json()["latereSpans"]] == ["linked as INTERNAL"]


async def test_a_link_that_a_caller_sent_gives_nobody_sight_of_a_trace(
    served: Served, store: AStore, j01_text: str
) -> None:
    started = await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("test")
    with tracer.start_as_current_span("ours", attributes={"samenloop.plan": "pl-x"}) as first:
        pass
    sent = tracer.start_span(
        "GET /v1/plannen", kind=SpanKind.SERVER, links=[Link(first.get_span_context())]
    )
    sent.end()
    kept = StoreSpanExporter(store.server.dsn(store.telemetry_name, OWNER))
    kept.export(exporter.get_finished_spans())
    kept.shutdown()
    with store.as_app() as connection, connection.transaction():
        connection.execute("SELECT set_config('samenloop.municipality', 'gm-rijnstede', true)")
        connection.execute(
            "UPDATE plan SET trace_id = %s WHERE ref = %s",
            (format(first.get_span_context().trace_id, "032x"), started.json()["planId"]),
        )
    answer = await served.client.get(
        f"/v1/traces/{format(sent.get_span_context().trace_id, '032x')}",
        headers=served.bearer(social_worker_of(HOME)),
    )
    assert answer.status_code == 404
