"""No BSN, name or address of a household appears in Temporal's history, logs, spans or URLs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from agency_adapters.casefile.examples import example
from domain.vocabulary import Agency
from services.runtime.postgres import TELEMETRY, Postgres
from services.runtime.secrets import Secrets
from tests.support.installation import World

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]


def personal(case: str) -> list[str]:
    """Every BSN, full name and part of an address of the case."""
    intake = json.loads(example(case))["intake"]
    found = {member["bsn"] for member in intake["members"]}
    found |= {member["name"] for member in intake["members"] if " " in member["name"]}
    for address in intake["addresses"]:
        street, _, town = address["lines"].partition(", ")
        found |= {street, town}
    return sorted(found)


def files_of(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def mentions(needles: list[str], content: bytes) -> list[str]:
    return [n for n in needles if n.encode() in content or n.encode("utf-16-le") in content]


def every_span(world: World) -> bytes:
    """All that the telemetry database holds, as text."""
    postgres = Postgres(world.data_dir, Secrets(world.data_dir.secrets))
    engine = create_engine(postgres.dsn(TELEMETRY, TELEMETRY))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT row_to_json(span)::text FROM span")).scalars().all()
    engine.dispose()
    return "\n".join(rows).encode()


async def test_j01_leaves_no_trace_of_persons_outside_the_sealed_store(world: World) -> None:
    plan_id = await world.start("J01", "journey-canary")
    decision = await world.open_decision(plan_id)
    for agency in decision["instanties"]:
        await world.vote(decision, Agency(agency))
    await world.see_through(decision)
    await world.plan_when(plan_id, lambda p: p["uitkomst"] == "stable")
    needles = personal("J01")
    assert len(needles) >= 5

    history = list(files_of(world.data_dir.temporal))
    assert any(path.stat().st_size > 100_000 for path in history), "Temporal keeps files here"
    logs = list(files_of(world.data_dir.logs))
    assert {"api.log", "worker.log", "agency-uwv.log"} <= {path.name for path in logs}
    for path in [*history, *logs, world.data_dir.runtime_file]:
        assert mentions(needles, path.read_bytes()) == [], path.name
    # the database's own files: what is sealed there is no plain text either
    for path in files_of(world.data_dir.postgres):
        assert mentions(needles, path.read_bytes()) == [], path.name

    spans = every_span(world)
    assert spans.count(b"agency.get_position") > 6
    assert spans.count(b"agency.apply_measure") > 6
    assert mentions(needles, spans) == []
    assert world.collector is not None
    assert mentions(needles, b"".join(world.collector.raw)) == []


async def test_the_search_would_find_what_it_looks_for(world: World) -> None:
    """The same search, on the one answer that may hold names: the plan as its social worker
    sees it."""
    plan_id = await world.start("J00", "journey-canary-control")
    plan = await world.plan_when(plan_id, lambda p: p["fase"] == "closed")
    assert mentions(personal("J00"), json.dumps(plan, ensure_ascii=False).encode()) != []
