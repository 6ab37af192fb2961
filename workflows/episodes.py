"""Traces of what lasts: every business event is one short trace, linked to the plan's first one.

A span is never held open over a wait: it would live in memory only, be lost with its worker, and
show as a missing parent for months.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import Link, SpanContext

from workflows.contracts import PlanRef


def origin() -> SpanContext:
    """The span that started this workflow: what every later episode links to."""
    return trace.get_current_span().get_span_context()


@contextmanager
def episode(name: str, plan: PlanRef, linked_to: SpanContext) -> Iterator[None]:
    """A root span of its own, linked to the plan's first trace, for one event that is dealt with
    now."""
    links = [Link(linked_to)] if linked_to.is_valid else []
    with trace.get_tracer("samenloop.plan").start_as_current_span(
        name, context=Context(), links=links, attributes={"samenloop.plan": plan.plan}
    ):
        yield


@contextmanager
def step(name: str, plan: PlanRef) -> Iterator[None]:
    """A span inside the trace that is running now."""
    with trace.get_tracer("samenloop.plan").start_as_current_span(
        name, attributes={"samenloop.plan": plan.plan}
    ):
        yield
