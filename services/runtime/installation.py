"""`runtime.json`: what runs where, written whole or not at all, read by every command."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from services.runtime.data_dir import DataDir, InstallationLock
from services.runtime.errors import NothingRuns


class Stage(StrEnum):
    """Where the installation as a whole stands."""

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class RunningProcess:
    """One child of the supervisor. `pid` None: it is down and about to be started again."""

    pid: int | None
    ready: bool
    restarts: int
    log: str


@dataclass(frozen=True, slots=True)
class Installation:
    """What runs where. No secrets."""

    stage: Stage
    supervisor_pid: int
    started_at: str
    data_dir: str
    ports: dict[str, int]
    api_url: str
    console_url: str
    temporal_address: str
    temporal_namespace: str
    temporal_ui_url: str
    agencies: dict[str, str]
    postgres_socket_dir: str
    processes: dict[str, RunningProcess] = field(default_factory=dict)


_ADAPTER = TypeAdapter(Installation)


def write(data_dir: DataDir, installation: Installation) -> None:
    """Replace the file atomically, readable by its owner only."""
    fresh = data_dir.runtime_file.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        json.dump(asdict(installation), handle, indent=1)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(data_dir.runtime_file)


def last_known(data_dir: DataDir) -> Installation | None:
    """What the file says, be it of an earlier run; None when there is none that can be read."""
    try:
        return _ADAPTER.validate_json(data_dir.runtime_file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def running(data_dir: DataDir) -> Installation:
    """The installation that runs here now. Raises NothingRuns."""
    found = last_known(data_dir)
    if found is None or not InstallationLock(data_dir.lock_file).is_held():
        raise NothingRuns(data_dir.root)
    return found
