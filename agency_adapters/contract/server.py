"""An agency's gRPC server: the services, what surrounds every call, mTLS, health and reflection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grpc import aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from agency_adapters.contract.interceptors import Deadline, Failures, Identity, Translate
from agency_adapters.contract.organisations import (
    AGENCY_SERVICE,
    DEVELOPMENT_SERVICE,
    HEALTH_SERVICE,
    AllowList,
)
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.contract.tracing import ServerTracing

STOP_GRACE_SECONDS = 3.0

_OPTIONS = (
    ("grpc.so_reuseport", 0),
    ("grpc.max_receive_message_length", 1024 * 1024),
    ("grpc.keepalive_permit_without_calls", 1),
)


@dataclass(frozen=True, slots=True)
class ListeningServer:
    """A server that has been bound to an address, with its health."""

    server: aio.Server
    port: int
    health: health.aio.HealthServicer

    async def start(self) -> None:
        """Answer calls from now on and say that all is well."""
        await self.server.start()
        for service in ("", AGENCY_SERVICE):
            await self.health.set(service, health_pb2.HealthCheckResponse.SERVING)

    async def stop(self) -> None:
        """Take no new calls, give running ones a short while, then stop."""
        await self.health.enter_graceful_shutdown()
        await self.server.stop(STOP_GRACE_SECONDS)


def bind_server(
    listen: str,
    tls: TlsFiles,
    allow_list: AllowList,
    *,
    translate: Translate,
    development: bool,
    inside: Sequence[aio.ServerInterceptor] = (),
) -> ListeningServer:
    """A server on `host:port` (port 0: any free one), not started, still without its own services.

    `translate` turns the services' own exceptions into refusals; `inside` are interceptors between
    the identity check and the services.
    """
    server = aio.server(
        interceptors=(
            ServerTracing(),
            Failures(translate),
            Deadline(),
            Identity(allow_list),
            *inside,
        ),
        options=_OPTIONS,
    )
    status = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(status, server)
    names = [AGENCY_SERVICE, HEALTH_SERVICE, reflection.SERVICE_NAME]
    reflection.enable_server_reflection(
        [*names, DEVELOPMENT_SERVICE] if development else names, server
    )
    port = server.add_secure_port(listen, tls.for_server())
    return ListeningServer(server, port, status)
