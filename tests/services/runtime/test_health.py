from __future__ import annotations

import socket
from pathlib import Path

import pytest

from services.runtime.child import NotReady
from services.runtime.health import file_written, grpc_ready, http_ready


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


async def test_an_http_server_that_is_not_there_is_not_ready() -> None:
    with pytest.raises(NotReady):
        await http_ready(f"http://127.0.0.1:{_closed_port()}/v1/status")()


async def test_a_grpc_server_that_is_not_there_is_not_ready() -> None:
    with pytest.raises(NotReady):
        await grpc_ready(f"127.0.0.1:{_closed_port()}", "some.Service")()


async def test_a_file_that_is_not_written_yet_is_not_ready(tmp_path: Path) -> None:
    path = tmp_path / "worker.health"

    with pytest.raises(NotReady, match="is not there"):
        await file_written(path)()

    path.touch()
    await file_written(path)()
