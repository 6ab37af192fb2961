"""Starts a whole installation in the order its parts need each other; stops it in reverse."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from enum import StrEnum

from domain.vocabulary import Agency
from services.runtime.child import Child, ChildSpec, run_to_end
from services.runtime.data_dir import DataDir, InstallationLock
from services.runtime.errors import AlreadyRuns, RuntimeProblem
from services.runtime.installation import Installation, Stage, last_known, write
from services.runtime.ports import Ports
from services.runtime.postgres import Postgres
from services.runtime.processes import Processes
from services.runtime.secrets import Secrets
from services.runtime.temporal import NAMESPACE, Temporal

FIRST_AGENCY_PORT = 50061
PREFERRED_PORTS = {
    "api": 8080,
    "temporal": 7233,
    "temporal-ui": 8233,
    **{agency.value: FIRST_AGENCY_PORT + number for number, agency in enumerate(Agency)},
}


class Step(StrEnum):
    """What a progress display shows; the values are for people."""

    DATABASE = "PostgreSQL"
    TEMPORAL = "Temporal with its web UI"
    CERTIFICATES = "certificates"
    MIGRATIONS = "tables"
    AGENCIES = "six agencies"
    WORKER = "worker"
    API = "API and console"


Progress = Callable[[Step, bool], None]
"""Called when a step begins (False) and when it is done (True)."""


def no_progress(_step: Step, _done: bool) -> None:
    """Shows nothing."""


class Supervisor:
    """One installation. `start` once, then `stop` once; `installation` tells what runs where."""

    def __init__(
        self, data_dir: DataDir, *, progress: Progress = no_progress, ports_anywhere: bool = False
    ) -> None:
        self._data_dir = data_dir
        self._progress = progress
        self._ports_anywhere = ports_anywhere
        self._lock = InstallationLock(data_dir.lock_file)
        self._children: list[Child] = []
        self._ports: Ports | None = None
        self._stage = Stage.STARTING
        self._started_at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._processes: Processes | None = None

    async def start(self) -> Installation:
        """Start everything; ready when this returns.

        Raises AlreadyRuns, NoFreePort or StartFailed; whatever had started is stopped again then.
        """
        self._data_dir.make()
        if not self._lock.take():
            known = last_known(self._data_dir)
            raise AlreadyRuns(self._data_dir.root, known.console_url if known else None)
        try:
            await self._start_all()
        except BaseException as error:
            await self.stop()
            raise _first_problem(error) from error
        self._stage = Stage.RUNNING
        self._write()
        return self.installation

    async def stop(self) -> None:
        """Stop every child, the last started first, and let go of ports and data directory."""
        if self._stage is Stage.STOPPED:
            return
        self._stage = Stage.STOPPING
        self._write()
        for child in reversed(self._children):
            await child.stop()
        self._stage = Stage.STOPPED
        self._write()
        if self._processes is not None:
            self._processes.postgres.tidy()
        if self._ports is not None:
            self._ports.release()
        self._lock.release()

    @property
    def processes(self) -> Processes:
        """How the processes are started; only once `start` was called."""
        assert self._processes is not None
        return self._processes

    @property
    def installation(self) -> Installation:
        """What runs where at this moment."""
        processes, ports = self.processes, self._ports
        assert ports is not None
        return Installation(
            stage=self._stage,
            supervisor_pid=os.getpid(),
            started_at=self._started_at,
            data_dir=str(self._data_dir.root),
            ports=dict(ports.taken),
            api_url=processes.api_url,
            console_url=f"{processes.api_url}/",
            temporal_address=processes.temporal.address,
            temporal_namespace=NAMESPACE,
            temporal_ui_url=processes.temporal.ui_url,
            agencies=processes.agency_addresses,
            postgres_socket_dir=str(processes.postgres.socket_dir),
            processes={child.spec.name: child.state for child in self._children},
        )

    async def _start_all(self) -> None:
        processes = self._processes = self._plan()
        self._write()
        certificates = asyncio.create_task(self._make_certificates())
        async with asyncio.TaskGroup() as group:
            temporal = group.create_task(
                self._step(Step.TEMPORAL, self._start(processes.temporal.spec()))
            )
            group.create_task(self._start_data_side(processes, certificates, temporal))

    async def _start_data_side(
        self, processes: Processes, certificates: Awaitable[None], temporal: Awaitable[None]
    ) -> None:
        await self._step(Step.DATABASE, self._start_database(processes))
        await certificates
        async with asyncio.TaskGroup() as group:
            group.create_task(self._step(Step.AGENCIES, self._start_agencies(processes)))
            await self._step(Step.MIGRATIONS, self._migrate(processes))
            await temporal
            processes.data_dir.worker_health_file.unlink(missing_ok=True)
            group.create_task(self._step(Step.API, self._start(processes.api())))
            group.create_task(self._step(Step.WORKER, self._start(processes.worker())))

    def _plan(self) -> Processes:
        known = last_known(self._data_dir)
        self._ports = Ports(kept=dict(known.ports) if known else {}, anywhere=self._ports_anywhere)
        ports = {name: self._ports.take(name, usual) for name, usual in PREFERRED_PORTS.items()}
        secrets = Secrets(self._data_dir.secrets)
        return Processes(
            data_dir=self._data_dir,
            secrets=secrets,
            postgres=Postgres(self._data_dir, secrets),
            temporal=Temporal(self._data_dir, ports["temporal"], ports["temporal-ui"]),
            api_port=ports["api"],
            agency_ports={agency: ports[agency.value] for agency in Agency},
        )

    async def _start_database(self, processes: Processes) -> None:
        await asyncio.to_thread(processes.postgres.prepare)
        await self._start(processes.postgres.spec())

    async def _start_agencies(self, processes: Processes) -> None:
        async with asyncio.TaskGroup() as group:
            for agency in Agency:
                group.create_task(self._start(processes.agency(agency)))

    async def _make_certificates(self) -> None:
        from agency_adapters.contract.pki import ensure_development_pki

        await self._step(
            Step.CERTIFICATES, asyncio.to_thread(ensure_development_pki, self._data_dir.tls)
        )

    async def _migrate(self, processes: Processes) -> None:
        command, environment = processes.migration_command()
        await run_to_end("migrations", command, environment, self._data_dir.log_of("migrations"))

    async def _start(self, spec: ChildSpec) -> None:
        child = Child(spec, self._write)
        self._children.append(child)
        await child.start()

    async def _step(self, step: Step, work: Awaitable[None]) -> None:
        self._progress(step, False)
        await work
        self._progress(step, True)

    def _write(self) -> None:
        if self._processes is not None:
            write(self._data_dir, self.installation)


def _first_problem(error: BaseException) -> BaseException:
    """What to tell: when one part fails to start, the others are cancelled, which tells nothing."""
    if isinstance(error, BaseExceptionGroup):
        problems = error.subgroup(RuntimeProblem)
        return _first_problem((problems or error).exceptions[0])
    return error


@asynccontextmanager
async def running(
    data_dir: DataDir,
    *,
    progress: Progress = no_progress,
    ports_anywhere: bool = False,
    remove_afterwards: bool = False,
) -> AsyncIterator[Supervisor]:
    """An installation for as long as the block lasts; its data go too when `remove_afterwards`."""
    supervisor = Supervisor(data_dir, progress=progress, ports_anywhere=ports_anywhere)
    try:
        await supervisor.start()
        yield supervisor
    finally:
        await asyncio.shield(supervisor.stop())
        if remove_afterwards:
            shutil.rmtree(data_dir.root)
