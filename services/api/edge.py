"""The edge of the process: what happens to every request, whatever it asks.

A span per request (named by its route, never by its URL), one log line, safe headers, HEAD wherever
GET is, and an answer when something breaks. No query, body, or id of a person is written anywhere.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import Protocol

from opentelemetry import propagate, trace
from opentelemetry.context import Context
from opentelemetry.trace import Link, SpanKind, Status, StatusCode, Tracer
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("samenloop.api")

API_VERSION = "1.0.0"

SILENT = ("/otlp", "/statisch", "/v1/status")
"""Paths that are not traced or logged: telemetry itself, style sheets, and the health check."""

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'"
)

SAFE_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Frame-Options": "DENY",
}


class _Route(Protocol):
    path: str


class Edge:
    """Pure ASGI, outermost. Never lets an exception through to the server."""

    def __init__(self, app: ASGIApp, tracer: Tracer | None = None) -> None:
        self._app = app
        self._tracer = tracer or trace.get_tracer("samenloop.api")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(SILENT):
            await self._answer(scope, receive, _Answer(scope, send))
        else:
            await self._traced(scope, receive, send)

    async def _traced(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        answer = _Answer(scope, send)
        with self._tracer.start_as_current_span(
            scope["method"], Context(), kind=SpanKind.SERVER, links=_caller(scope)
        ) as span:
            asked = await self._answer(scope, receive, answer)
            route = _route(asked)
            span.update_name(f"{scope['method']} {route}")
            span.set_attribute("http.request.method", scope["method"])
            span.set_attribute("http.route", route)
            span.set_attribute("http.response.status_code", answer.status)
            if answer.status >= 500:
                span.set_status(Status(StatusCode.ERROR))
            log.info(
                "request",
                extra={
                    "method": scope["method"],
                    "route": route,
                    "status": answer.status,
                    "duration_ms": round((time.perf_counter() - started) * 1000, 1),
                    "trace_id": format(span.get_span_context().trace_id, "032x"),
                },
            )

    async def _answer(self, scope: Scope, receive: Receive, answer: _Answer) -> Scope:
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else dict(scope)
        try:
            await self._app(asked, receive, answer)
        except Exception as error:
            # a process edge: whatever broke, the caller gets an answer and the log gets the place
            log.error("request failed", exc_info=error)
            await answer.fail()
        return asked


class _Answer:
    """`send` with our headers, without a body for HEAD, remembering what was answered."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._head = scope["method"] == "HEAD"
        self._versioned = scope["path"].startswith("/v1")
        self._cacheable = scope["path"].startswith("/statisch")
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self._add_headers(MutableHeaders(raw=message["headers"]))
        elif self._head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    async def fail(self) -> None:
        """Say that something broke, when nothing was answered yet."""
        if self.status == 0:
            headers = [(b"content-length", b"0")]
            await self({"type": "http.response.start", "status": 500, "headers": headers})
            await self({"type": "http.response.body", "body": b""})

    def _add_headers(self, headers: MutableHeaders) -> None:
        for name, value in SAFE_HEADERS.items():
            headers.setdefault(name, value)
        if not self._cacheable:
            headers.setdefault("Cache-Control", "no-store")
        if self._versioned:
            headers["API-Version"] = API_VERSION
        if self.status == 405 and "GET" in headers.get("Allow", ""):
            headers["Allow"] = f"{headers['Allow']}, HEAD"


def _caller(scope: Scope) -> list[Link]:
    """The caller's own span. Only ever a link: who could choose our trace's id could attach a
    request to another municipality's trace, and then read that."""
    context = propagate.extract(dict(Headers(scope=scope)), Context())
    caller = trace.get_current_span(context).get_span_context()
    return [Link(caller)] if caller.is_valid else []


def _route(scope: Scope) -> str:
    route: _Route | None = scope.get("route")
    if route is None:
        return "onbekend"
    prefix = "/v1" if scope["path"].startswith("/v1") else ""
    return route.path if route.path.startswith(prefix) and prefix else f"{prefix}{route.path}"
