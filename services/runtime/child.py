"""One process of the installation: started, asked whether it is ready, restarted, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from services.runtime import launcher
from services.runtime.errors import StartFailed
from services.runtime.installation import RunningProcess

POLL_SECONDS = 0.05
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 10.0
STABLE_AFTER = 30.0
"""A child that lived this long starts again without a longer pause."""


class NotReady(Exception):
    """The process does not answer as a ready one yet; the text says what it answered."""


Probe = Callable[[], Awaitable[None]]
"""Returns when the process serves; raises NotReady, or takes too long, until then."""


@dataclass(frozen=True, slots=True)
class ChildSpec:
    """What a child is and how it is treated.

    `dies_with` is the signal it gets when the supervisor itself dies: SIGKILL, because everything
    that lasts is kept by PostgreSQL and Temporal, so that no plug that is pulled loses anything.
    """

    name: str
    command: tuple[str, ...]
    log: Path
    probe: Probe
    environment: Mapping[str, str] = field(default_factory=dict)
    stop_signal: signal.Signals = signal.SIGTERM
    dies_with: signal.Signals = signal.SIGKILL
    account: str = launcher.AS_CALLER
    ready_within: float = 60.0
    stop_within: float = 10.0
    after_ready: Probe | None = None


def launched(
    command: tuple[str, ...],
    *,
    dies_with: signal.Signals = signal.SIGKILL,
    account: str = launcher.AS_CALLER,
) -> tuple[str, ...]:
    """The command as the launcher runs it: bound to the life of this process."""
    supervisor = (str(os.getpid()), str(int(dies_with)), account)
    return (sys.executable, "-I", "-S", launcher.__file__, *supervisor, *command)


async def run_to_end(
    name: str, command: tuple[str, ...], environment: Mapping[str, str], log: Path
) -> None:
    """Run something that ends by itself. Raises StartFailed when it does not end well."""
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            *launched(command), env=dict(environment), stdout=output, stderr=output
        )
    try:
        code = await process.wait()
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    if code != 0:
        raise StartFailed(name, f"exit code {code}", log)


class Child:
    """A running ChildSpec. `changed` is called whenever its state is another."""

    def __init__(self, spec: ChildSpec, changed: Callable[[], None]) -> None:
        self.spec = spec
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._ready = False
        self._stopping = False
        self._restarts = 0

    @property
    def state(self) -> RunningProcess:
        """As it stands in runtime.json."""
        alive = self._process is not None and self._process.returncode is None
        return RunningProcess(
            pid=self._process.pid if self._process is not None and alive else None,
            ready=self._ready and alive,
            restarts=self._restarts,
            log=str(self.spec.log),
        )

    async def start(self) -> None:
        """Start it and wait until it is ready; from then on it is started again when it dies.

        Raises StartFailed when it dies before it was ready, or is not ready in time.
        """
        await self._spawn()
        try:
            await self._until_ready()
        except BaseException:
            await self.stop()
            raise
        self._watcher = asyncio.create_task(self._watch(), name=f"watch {self.spec.name}")

    async def stop(self) -> None:
        """Ask it to stop, and kill it when it does not in time. Idempotent."""
        self._stopping = True
        if self._watcher is not None:
            self._watcher.cancel()
            with suppress(asyncio.CancelledError):
                await self._watcher
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(self.spec.stop_signal)
        try:
            await asyncio.wait_for(process.wait(), self.spec.stop_within)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        self._changed()

    async def _spawn(self) -> None:
        spec = self.spec
        self._ready = False
        with spec.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *launched(spec.command, dies_with=spec.dies_with, account=spec.account),
                env=dict(spec.environment),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Ctrl-C goes to the whole foreground group; the order of stopping is ours.
                start_new_session=True,
            )
        self._changed()

    async def _until_ready(self) -> None:
        deadline = time.monotonic() + self.spec.ready_within
        answer = "it did not answer"
        while time.monotonic() < deadline:
            self._fail_when_dead()
            try:
                async with asyncio.timeout(5):
                    await self.spec.probe()
                break
            except NotReady as problem:
                answer = str(problem)
            except TimeoutError:
                answer = "it did not answer within 5 seconds"
            await asyncio.sleep(POLL_SECONDS)
        else:
            within = f"not ready within {self.spec.ready_within:.0f} s ({answer})"
            raise StartFailed(self.spec.name, within, self.spec.log)
        if self.spec.after_ready is not None:
            await self.spec.after_ready()
        self._ready = True
        self._changed()

    def _fail_when_dead(self) -> None:
        assert self._process is not None
        code = self._process.returncode
        if code is not None:
            how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            raise StartFailed(self.spec.name, f"it ended ({how})", self.spec.log)

    async def _watch(self) -> None:
        """Start it again on the same port, with longer pauses when it keeps dying."""
        pause = FIRST_PAUSE
        while not self._stopping:
            assert self._process is not None
            since = time.monotonic()
            await self._process.wait()
            self._ready = False
            self._changed()
            if time.monotonic() - since > STABLE_AFTER:
                pause = FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            self._restarts += 1
            await self._spawn()
            # Dead again, or never ready: the loop above waits for its end and tries once more.
            with suppress(StartFailed):
                await self._until_ready()
