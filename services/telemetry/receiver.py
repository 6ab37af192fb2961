"""The OTLP/HTTP receiver: where worker and agencies send their spans on the embedded default."""

from __future__ import annotations

import hmac
import zlib

from fastapi import APIRouter, Request, Response
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from services.telemetry.spans import as_json, spans_in
from services.telemetry.store import TelemetryStore

PROTOBUF = "application/x-protobuf"
MAX_BYTES = 16 * 1024 * 1024
GZIP = 16 + zlib.MAX_WBITS


def receiver(store: TelemetryStore, token: str) -> APIRouter:
    """The routes under `/otlp`. Whoever does not know the token may not write."""
    router = APIRouter(include_in_schema=False)

    @router.post("/v1/traces")
    async def receive(request: Request) -> Response:
        if not _knows(request, token):
            return Response(status_code=401)
        if request.headers.get("content-type", "").partition(";")[0] != PROTOBUF:
            return Response(status_code=415)
        try:
            sent = ExportTraceServiceRequest.FromString(await _body(request))
        except (DecodeError, zlib.error):
            return Response(status_code=400)
        except OpenedTooLarge:
            return Response(status_code=413)
        rows = tuple(spans_in(sent))
        if rows:
            await store.keep(as_json(rows))
        return Response(ExportTraceServiceResponse().SerializeToString(), media_type=PROTOBUF)

    return router


class OpenedTooLarge(Exception):
    """A compressed batch that opens to more than MAX_BYTES (the application limits what is
    sent)."""


def _knows(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


async def _body(request: Request) -> bytes:
    body = await request.body()
    if request.headers.get("content-encoding") != "gzip":
        return body
    opened = zlib.decompressobj(wbits=GZIP).decompress(body, MAX_BYTES + 1)
    if len(opened) > MAX_BYTES:
        raise OpenedTooLarge
    return opened
