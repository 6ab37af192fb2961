"""Ports on the loopback interface: the usual one, the one of last time, or the next that is free.

A reservation is a file lock besides a trial bind, because a process binds its port some seconds
after it was picked, and several installations may start at the same moment.
"""

from __future__ import annotations

import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from services.runtime.errors import NoFreePort

LOOPBACK = "127.0.0.1"
REACH = 200
"""How far above the preferred port another one is looked for."""


class Ports:
    """The ports of one installation, reserved as long as this object lives.

    `anywhere` takes ports that the system picks: for installations that stand beside another one.
    """

    def __init__(self, *, kept: dict[str, int], anywhere: bool = False) -> None:
        self._kept = kept
        self._anywhere = anywhere
        self._reservations: dict[int, IO[str]] = {}
        self.taken: dict[str, int] = {}

    def take(self, name: str, preferred: int) -> int:
        """The port for `name`, free now and reserved. Raises NoFreePort."""
        for candidate in self._candidates(name, preferred):
            if candidate not in self._reservations and self._reserve(candidate):
                self.taken[name] = candidate
                return candidate
        raise NoFreePort(f"no free port for {name} from {preferred} up to {preferred + REACH}")

    def release(self) -> None:
        """Let go of all reservations."""
        for handle in self._reservations.values():
            handle.close()
        self._reservations.clear()

    def _candidates(self, name: str, preferred: int) -> Iterator[int]:
        if name in self._kept:
            yield self._kept[name]
        if self._anywhere:
            yield from (_any_free_port() for _ in range(REACH))
        else:
            yield from range(preferred, preferred + REACH)

    def _reserve(self, port: int) -> bool:
        handle = (_reservation_dir() / str(port)).open("a")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return False
        if not is_free(port):
            handle.close()
            return False
        self._reservations[port] = handle
        return True


def is_free(port: int) -> bool:
    """Whether nothing listens on this loopback port now."""
    with socket.socket() as probe:
        # As servers do: a port that only waits out old connections is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _any_free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def _reservation_dir() -> Path:
    folder = Path(tempfile.gettempdir()) / f"samenloop-ports-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
