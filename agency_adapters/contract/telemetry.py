"""Sets up a process's tracing: W3C propagation, batches, scrubbing, OTLP over HTTP if asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from opentelemetry import propagate, trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from agency_adapters.contract.scrub import ScrubbingExporter

SCHEDULE_DELAY_MILLIS = 500
EXPORT_TIMEOUT_SECONDS = 5
FLUSH_MILLIS = 3_000

COLLECTOR_VARIABLES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

MakeProvider = Callable[[Resource], trace.TracerProvider]


@dataclass(frozen=True, slots=True)
class Telemetry:
    """A process's tracing."""

    provider: trace.TracerProvider
    processors: tuple[SpanProcessor, ...]

    def flush(self) -> None:
        """Export what waits; gives up after a few seconds."""
        for processor in self.processors:
            processor.force_flush(FLUSH_MILLIS)

    def shut_down(self) -> None:
        """Export what waits and stop. Call before the process ends."""
        self.flush()
        for processor in self.processors:
            processor.shutdown()


def set_up_telemetry(
    service_name: str,
    oin: str,
    *,
    otlp_endpoint: str | None = None,
    otlp_token: str | None = None,
    extra_exporters: tuple[SpanExporter, ...] = (),
    make_provider: MakeProvider | None = None,
) -> Telemetry:
    """Make this process's tracer provider the global one. Call once per process.

    `otlp_endpoint` is the full URL that takes OTLP traces over HTTP, `otlp_token` its bearer token;
    `extra_exporters` get the same scrubbed spans, and so does the collector that
    OTEL_EXPORTER_OTLP_ENDPOINT names, when it is set. `make_provider` gives another provider than
    the plain one (Temporal's replay-safe one, for the worker); it must take span processors."""
    resource = Resource.create({"service.name": service_name, "samenloop.oin": oin})
    provider = (make_provider or _plain_provider)(resource)
    exporters = (*_otlp(otlp_endpoint, otlp_token), *_operators_collector(), *extra_exporters)
    processors = tuple(
        BatchSpanProcessor(ScrubbingExporter(exporter), schedule_delay_millis=SCHEDULE_DELAY_MILLIS)
        for exporter in exporters
    )
    for processor in processors:
        # the API's TracerProvider does not declare this; every SDK's provider has it
        provider.add_span_processor(processor)  # type: ignore[attr-defined]
    propagate.set_global_textmap(TraceContextTextMapPropagator())
    trace.set_tracer_provider(provider)
    return Telemetry(provider, processors)


def _plain_provider(resource: Resource) -> trace.TracerProvider:
    return TracerProvider(resource=resource, shutdown_on_exit=False)


def _otlp(endpoint: str | None, token: str | None) -> tuple[SpanExporter, ...]:
    if not endpoint:
        return ()
    # takes a fifth of a second to import: only for who exports
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return (OTLPSpanExporter(endpoint=endpoint, headers=headers, timeout=EXPORT_TIMEOUT_SECONDS),)


def _operators_collector() -> tuple[SpanExporter, ...]:
    """The collector of OpenTelemetry's own environment variables, which the exporter itself
    reads."""
    if not any(os.environ.get(variable) for variable in COLLECTOR_VARIABLES):
        return ()
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    return (OTLPSpanExporter(timeout=EXPORT_TIMEOUT_SECONDS),)
