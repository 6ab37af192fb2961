"""The process of an agency, started as the runtime starts it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import TEST_KEY, AgencyHouse, asker_of
from tests.support.postgres import PostgresServer

START_SECONDS = 30


@asynccontextmanager
async def agency_process(
    settings: Mapping[str, str], *arguments: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m agency_adapters`; killed at the end when it has not ended by then."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "agency_adapters",
        *arguments,
        env={**os.environ, **settings},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def next_line(process: asyncio.subprocess.Process) -> dict[str, str]:
    assert process.stderr is not None
    async with asyncio.timeout(START_SECONDS):
        line: dict[str, str] = json.loads(await process.stderr.readline())
        return line


async def test_an_agency_starts_on_an_empty_database_answers_and_stops_in_good_order(
    postgres: PostgresServer, tls_directory: Path, tmp_path: Path
) -> None:
    key_file = tmp_path / "ledger.key"
    key_file.write_bytes(TEST_KEY)
    dsn = postgres.new_database("process")
    settings = {
        "SAMENLOOP_LISTEN": "127.0.0.1:0",
        "SAMENLOOP_LEDGER_DSN": dsn,
        "SAMENLOOP_TLS_DIR": str(tls_directory),
        "SAMENLOOP_LEDGER_KEY_FILE": str(key_file),
        "SAMENLOOP_DEVELOPMENT": "1",
    }
    case = load_case_file(example("J01"))
    async with agency_process(settings, "--agency", "uwv") as process:
        ready = await next_line(process)
        assert ready["message"].startswith("ready: uwv listens on port ")
        address = f"127.0.0.1:{ready['message'].rsplit(' ', 1)[1]}"
        house = AgencyHouse(Agency.UWV, address, dsn, tls_directory)
        await house.load(case)
        async with house.client() as client:
            position = await client.get_position(
                asker_of(case), case.intake_date, tuple(RecordKind)
            )
        assert len(position.records) == len(case.ledgers[Agency.UWV])
        process.send_signal(signal.SIGTERM)
        assert (await next_line(process))["message"] == "stopped"
        assert await process.wait() == 0


async def test_missing_settings_are_named_and_nothing_starts() -> None:
    async with agency_process({}, "--agency", "uwv") as process:
        line = await next_line(process)
        assert await process.wait() == 2
    assert "SAMENLOOP_LEDGER_DSN" in line["message"]
