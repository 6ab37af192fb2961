"""One span per call on each side of the border, joined by W3C trace context in its metadata."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import grpc
from grpc import aio
from opentelemetry import propagate, trace
from opentelemetry.trace import Span, SpanKind, StatusCode

from agency_adapters.contract.interceptors import Around, Context, method_of, service_of
from agency_adapters.contract.organisations import HEALTH_SERVICE, REFLECTION_SERVICE

_UNTRACED = (HEALTH_SERVICE, REFLECTION_SERVICE)
_NAME = "samenloop.agency_adapters"


class ServerTracing(Around):
    """Continues the caller's trace with a span of this agency; not for health and reflection."""

    @asynccontextmanager
    async def around(self, method: str, context: Context) -> AsyncIterator[None]:
        """Hold a span open during the call."""
        if service_of(method) in _UNTRACED:
            yield
            return
        parent = propagate.extract(_carrier(context))
        with trace.get_tracer(_NAME).start_as_current_span(
            method.lstrip("/"),
            context=parent,
            kind=SpanKind.SERVER,
            attributes=_attributes(method),
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield
            finally:
                _end(span, context.code())


@contextmanager
def client_span(method: str, agency: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """A span around one call to an agency; gives the metadata that carries the trace across."""
    with trace.get_tracer(_NAME).start_as_current_span(
        method,
        kind=SpanKind.CLIENT,
        attributes={**_attributes(f"/{method}"), "samenloop.agency": agency},
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        carrier: dict[str, str] = {}
        propagate.inject(carrier)
        try:
            yield tuple(carrier.items())
        except aio.AioRpcError as error:
            _end(span, error.code())
            raise


def _attributes(method: str) -> dict[str, str]:
    return {
        "rpc.system": "grpc",
        "rpc.service": service_of(method),
        "rpc.method": method_of(method),
    }


def _carrier(context: Context) -> dict[str, str]:
    return {
        key: value for key, value in context.invocation_metadata() or () if isinstance(value, str)
    }


def _end(span: Span, code: grpc.StatusCode | int | None) -> None:
    number = code.value[0] if isinstance(code, grpc.StatusCode) else code or 0
    span.set_attribute("rpc.grpc.status_code", number)
    if number:
        span.set_status(StatusCode.ERROR)
