"""What a plan does is one trace from who started it to the agencies; later events are linked to
it."""

from __future__ import annotations

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from domain.decisions import VoteKind
from domain.plan import PlanPhase
from domain.vocabulary import Agency
from tests.workflows.test_household_plan import plan


@pytest.fixture
def spans() -> InMemorySpanExporter:
    exporter = InMemorySpanExporter()
    provider = trace.get_tracer_provider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))  # type: ignore[attr-defined]
    return exporter


async def test_a_plan_is_one_trace_and_later_events_link_to_it(
    env: WorkflowEnvironment, client: Client, spans: InMemorySpanExporter
) -> None:
    with trace.get_tracer("test").start_as_current_span("request") as request:
        started = request.get_span_context()
        async with plan(env, client, "J01") as p:
            decision = await p.open_decision()
            await p.everyone(VoteKind.AGREE, decision)
            await p.until(PlanPhase.FOLLOWING)
    ended = spans.get_finished_spans()
    first = [span for span in ended if span.context.trace_id == started.trace_id]
    asked = [span for span in first if span.name == "agency.get_position"]
    assert {span.attributes["samenloop.agency"] for span in asked if span.attributes} == {
        agency.value for agency in Agency
    }
    ids = {span.context.span_id for span in first} | {started.span_id}
    assert all(span.parent is None or span.parent.span_id in ids for span in first)
    for name in ("plan.protect", "decision.carry_out", "plan.look_again"):
        (episode,) = [span for span in ended if span.name == name]
        assert episode.parent is None
        assert [link.context.trace_id for link in episode.links] == [started.trace_id]


async def test_spans_carry_opaque_references_only(
    env: WorkflowEnvironment, client: Client, spans: InMemorySpanExporter
) -> None:
    async with plan(env, client, "J00") as p:
        await p.handle.result()
    for span in spans.get_finished_spans():
        text = span.to_json()
        assert "999901072" not in text
        assert "Tom de Bruin" not in text
