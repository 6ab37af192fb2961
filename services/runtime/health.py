"""How each kind of process is asked whether it is ready: by what it serves."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from services.runtime.child import NotReady, Probe

if TYPE_CHECKING:
    import grpc.aio

    from agency_adapters.contract.tls import TlsFiles

ASK_SECONDS = 2.0


def http_ready(url: str) -> Probe:
    """Ready when a GET gives 200."""

    async def probe() -> None:
        import httpx

        async with httpx.AsyncClient(timeout=ASK_SECONDS, trust_env=False) as client:
            try:
                response = await client.get(url)
            except httpx.HTTPError as problem:
                raise NotReady(type(problem).__name__) from problem
        if response.status_code != httpx.codes.OK:
            raise NotReady(f"HTTP {response.status_code}")

    return probe


def grpc_ready(address: str, service: str, tls: TlsFiles | None = None) -> Probe:
    """Ready when the standard gRPC health service says SERVING for `service`."""

    async def probe() -> None:
        import grpc
        from grpc_health.v1 import health_pb2

        async with _channel(address, tls) as channel:
            check = channel.unary_unary(
                "/grpc.health.v1.Health/Check",
                request_serializer=health_pb2.HealthCheckRequest.SerializeToString,
                response_deserializer=health_pb2.HealthCheckResponse.FromString,
            )
            request = health_pb2.HealthCheckRequest(service=service)
            try:
                response = await check(request, timeout=ASK_SECONDS)
            except grpc.aio.AioRpcError as problem:
                raise NotReady(problem.code().name) from problem
            except asyncio.CancelledError as given_up:
                # grpc.aio also says "cancelled" for a call that it gave up by itself.
                if _is_being_cancelled():
                    raise
                raise NotReady("the call was given up") from given_up
        if response.status != health_pb2.HealthCheckResponse.SERVING:
            raise NotReady("not serving yet")

    return probe


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _channel(address: str, tls: TlsFiles | None) -> grpc.aio.Channel:
    import grpc

    if tls is None:
        return grpc.aio.insecure_channel(address)
    return grpc.aio.secure_channel(address, tls.for_client())


def file_written(path: Path) -> Probe:
    """Ready when the process has written this file (it is removed before the start)."""

    async def probe() -> None:
        if not await asyncio.to_thread(path.exists):
            raise NotReady(f"{path.name} is not there")

    return probe
