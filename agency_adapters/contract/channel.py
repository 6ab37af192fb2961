"""A channel to one agency: mTLS, the name that the agency must prove, and keep-alive."""

from __future__ import annotations

from grpc import aio

from agency_adapters.contract.tls import TlsFiles, server_name_of
from domain.vocabulary import Agency


def channel_to(
    agency: Agency, address: str, tls: TlsFiles, server_name: str | None = None
) -> aio.Channel:
    """A channel to `host:port`, to be made inside the event loop that uses it.

    `server_name` is the name in the agency's certificate; by default the development PKI's.
    """
    return aio.secure_channel(
        address,
        tls.for_client(),
        options=(
            ("grpc.ssl_target_name_override", server_name or server_name_of(agency)),
            ("grpc.keepalive_time_ms", 30_000),
            ("grpc.keepalive_timeout_ms", 5_000),
            # an agency that comes back is found again soon
            ("grpc.initial_reconnect_backoff_ms", 100),
            ("grpc.min_reconnect_backoff_ms", 100),
            ("grpc.max_reconnect_backoff_ms", 2_000),
        ),
    )
