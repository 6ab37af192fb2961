from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from services.runtime.child import Child, ChildSpec, NotReady
from services.runtime.errors import StartFailed

SERVER = """
import pathlib, signal, sys, time
ready, stopped = map(pathlib.Path, sys.argv[1:])
def leave(*_):
    stopped.write_text("stopped")
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
ready.write_text("ready")
time.sleep(60)
"""
STUBBORN = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).write_text("ready")
time.sleep(60)
"""

MakeSpec = Callable[..., ChildSpec]


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(750):
        if condition():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it did not come to pass in 15 seconds")


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def spec(tmp_path: Path) -> MakeSpec:
    ready, stopped = tmp_path / "ready", tmp_path / "stopped"

    async def probe() -> None:
        if not ready.exists():
            raise NotReady("no file yet")

    def make(
        program: str = SERVER, *, ready_within: float = 15, stop_within: float = 5
    ) -> ChildSpec:
        return ChildSpec(
            name="fake",
            command=(sys.executable, "-c", program, str(ready), str(stopped)),
            log=tmp_path / "fake.log",
            probe=probe,
            environment=dict(os.environ),
            ready_within=ready_within,
            stop_within=stop_within,
        )

    return make


@pytest.fixture
async def child(spec: MakeSpec) -> AsyncIterator[Child]:
    child = Child(spec(), lambda: None)
    await child.start()
    yield child
    await child.stop()


async def test_a_child_that_serves_is_ready(child: Child) -> None:
    assert child.state.ready
    assert child.state.pid is not None
    assert child.state.restarts == 0


async def test_a_child_that_is_killed_is_started_again(child: Child, tmp_path: Path) -> None:
    first = child.state.pid
    assert first is not None
    (tmp_path / "ready").unlink()

    os.kill(first, signal.SIGKILL)
    await until(lambda: child.state.restarts == 1 and child.state.ready)

    assert child.state.pid not in {None, first}


async def test_a_child_is_asked_to_stop_and_not_started_again(child: Child, tmp_path: Path) -> None:
    pid = child.state.pid
    assert pid is not None

    await child.stop()

    assert (tmp_path / "stopped").exists()
    assert not is_alive(pid)
    assert child.state.pid is None


async def test_a_child_that_does_not_stop_in_time_is_killed(spec: MakeSpec) -> None:
    child = Child(spec(STUBBORN, stop_within=0.3), lambda: None)
    await child.start()
    pid = child.state.pid
    assert pid is not None

    await child.stop()

    assert not is_alive(pid)


async def test_a_child_that_dies_at_once_is_told_with_its_last_words(spec: MakeSpec) -> None:
    child = Child(spec("import sys; sys.exit('no database today')"), lambda: None)

    with pytest.raises(StartFailed, match="no database today"):
        await child.start()


async def test_a_child_that_never_gets_ready_is_given_up_and_stopped(spec: MakeSpec) -> None:
    child = Child(spec("import time; time.sleep(60)", ready_within=0.5), lambda: None)

    with pytest.raises(StartFailed, match="no file yet"):
        await child.start()

    assert child.state.pid is None


SUPERVISOR = """
import asyncio, os, pathlib, sys
from services.runtime.child import Child, ChildSpec

async def nothing() -> None:
    pass

async def main() -> None:
    spec = ChildSpec("fake", (sys.executable, "-c", "import time; time.sleep(60)"),
                     pathlib.Path(sys.argv[1]) / "fake.log", nothing, dict(os.environ))
    child = Child(spec, lambda: None)
    await child.start()
    print(child.state.pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_no_child_outlives_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    supervisor = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", SUPERVISOR, str(tmp_path)),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert supervisor.stdout is not None
    child = int(await supervisor.stdout.readline())
    # The launcher between them has become the child when it no longer is the launcher.
    await until(lambda: b"launcher.py" not in Path(f"/proc/{child}/cmdline").read_bytes())
    assert is_alive(child)

    supervisor.kill()
    await supervisor.wait()

    await until(lambda: not is_alive(child))
