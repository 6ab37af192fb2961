from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from services.runtime.ports import LOOPBACK, Ports


@pytest.fixture
def listening() -> Iterator[int]:
    with socket.socket() as server:
        server.bind((LOOPBACK, 0))
        server.listen()
        yield server.getsockname()[1]


def _free() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def test_the_preferred_port_is_taken_when_it_is_free() -> None:
    preferred = _free()
    ports = Ports(kept={})

    assert ports.take("api", preferred) == preferred
    assert ports.taken == {"api": preferred}
    ports.release()


def test_a_port_that_something_listens_on_is_passed_over(listening: int) -> None:
    ports = Ports(kept={})

    assert ports.take("api", listening) > listening
    ports.release()


def test_a_port_that_another_installation_has_reserved_is_passed_over() -> None:
    preferred = _free()
    first, second = Ports(kept={}), Ports(kept={})

    assert first.take("api", preferred) == preferred
    assert second.take("api", preferred) > preferred
    first.release()
    second.release()


def test_the_port_of_last_time_comes_first() -> None:
    kept = _free()
    ports = Ports(kept={"api": kept})

    assert ports.take("api", 1) == kept
    ports.release()


def test_one_installation_never_gives_a_port_twice() -> None:
    preferred = _free()
    ports = Ports(kept={})

    assert ports.take("api", preferred) != ports.take("temporal", preferred)
    ports.release()


def test_an_installation_beside_another_takes_any_ports() -> None:
    ports = Ports(kept={}, anywhere=True)

    assert ports.take("api", 8080) != ports.take("temporal", 8080)
    ports.release()
