from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[3]

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which everything temporary lies in one folder that can be looked at."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    return {**os.environ, "TMPDIR": str(temporary), "SAMENLOOP_DATA_DIR": str(tmp_path / "none")}


def command(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "services.cli.main", *arguments)


def processes_of(folder: Path) -> list[int]:
    """Every process that names the folder in its command or environment."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            known = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in known:
            found.append(int(entry.name))
    return found


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if not path.name.startswith("samenloop-ports-")]


async def test_a_case_is_assessed_without_anything_running_and_nothing_is_left(
    home: dict[str, str],
) -> None:
    process = await asyncio.create_subprocess_exec(
        *command("plan", "assess", "J01", "--stand-alone", "--json"),
        cwd=CHECKOUT,
        env=home,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()

    assert process.returncode == 0, err.decode()
    found = json.loads(out)
    assert found["budget"]["net_cents"] == -128603
    assert len(found["conflicts"]) == 5
    assert found["gaps"] == []
    assert found["trace_id"]
    temporary = Path(home["TMPDIR"])
    assert left_behind(temporary) == []
    assert processes_of(temporary) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_an_interrupted_start_leaves_nothing(
    home: dict[str, str], number: signal.Signals
) -> None:
    process = await asyncio.create_subprocess_exec(
        *command("plan", "assess", "J01", "--stand-alone", "--json"),
        cwd=CHECKOUT,
        env=home,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    while b"PostgreSQL" not in (line := await process.stderr.readline()):
        assert line, "it ended by itself"

    process.send_signal(number)
    await process.communicate()

    assert process.returncode == 130
    temporary = Path(home["TMPDIR"])
    assert left_behind(temporary) == []
    assert processes_of(temporary) == []
