"""Where an installation keeps its things; the lock makes it one installation per directory."""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

CHECKOUT = Path(__file__).resolve().parents[2]
VARIABLE = "SAMENLOOP_DATA_DIR"
SOCKET_PATH_LIMIT = 80
"""A Unix socket's path may be 107 bytes; PostgreSQL adds `/.s.PGSQL.5432.lock` to the folder."""

SHORTEST_FOLDER = Path("/tmp")


@dataclass(frozen=True, slots=True)
class DataDir:
    """The paths inside one data directory. Nothing is made until `make`."""

    root: Path

    @classmethod
    def chosen(cls) -> DataDir:
        """What SAMENLOOP_DATA_DIR says, or `.samenloop` in the checkout."""
        named = os.environ.get(VARIABLE)
        return cls(Path(named).expanduser().absolute() if named else CHECKOUT / ".samenloop")

    def make(self) -> None:
        """Make the folders, for their owner only. Idempotent."""
        for folder in (self.root, self.secrets, self.logs, self.temporal, self.identity, self.tls):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def runtime_file(self) -> Path:
        """What runs where."""
        return self.root / "runtime.json"

    @property
    def lock_file(self) -> Path:
        """Held by the supervisor as long as it lives."""
        return self.root / "lock"

    @property
    def secrets(self) -> Path:
        """Keys, passwords and tokens, each a file of its own."""
        return self.root / "secrets"

    @property
    def logs(self) -> Path:
        """One log file per process."""
        return self.root / "logs"

    @property
    def postgres(self) -> Path:
        """PostgreSQL's own directory."""
        return self.root / "postgres"

    @property
    def temporal(self) -> Path:
        """Temporal's database file."""
        return self.root / "temporal"

    @property
    def tls(self) -> Path:
        """The development PKI."""
        return self.root / "tls"

    @property
    def identity(self) -> Path:
        """The development issuer's keys and people."""
        return self.root / "identity"

    @property
    def worker_health_file(self) -> Path:
        """Written by the worker while it polls."""
        return self.root / "worker.health"

    def log_of(self, process: str) -> Path:
        """The log file of one process."""
        return self.logs / f"{process}.log"

    @property
    def socket_dir(self) -> Path:
        """Where PostgreSQL listens: inside, or in a temporary folder when that path is too long."""
        inside = self.root / "run"
        name = hashlib.sha256(os.fsencode(self.root.resolve())).hexdigest()[:16]
        outside = f"samenloop-{os.getuid()}-{name}"
        choices = (inside, Path(tempfile.gettempdir()) / outside, SHORTEST_FOLDER / outside)
        return next(path for path in choices if _is_fit_for_a_socket(path))


def _is_fit_for_a_socket(folder: Path) -> bool:
    short = len(os.fsencode(folder)) <= SOCKET_PATH_LIMIT
    return short and not set("\"',") & set(str(folder))


class InstallationLock:
    """Held by one supervisor per data directory; the kernel lets go of it when the holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: IO[str] | None = None

    def take(self) -> bool:
        """Take it without waiting; False when another holds it."""
        handle = self._path.open("a")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go of it."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def is_held(self) -> bool:
        """Whether a living supervisor holds it."""
        if not self._path.exists():
            return False
        with self._path.open("a") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()
