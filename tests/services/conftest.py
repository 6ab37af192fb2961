"""One PostgreSQL per session, and a fresh store, house and API client per test."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from agency_adapters.casefile import CaseFile, load_case_file
from agency_adapters.casefile.examples import example
from domain.vocabulary import Agency
from services.api.app import application
from services.api.house import House, Installation
from services.console.sessions import Sessions
from services.decision_records.records import Records
from services.identity.actor import Actor
from services.identity.development import DevelopmentIdentity
from services.identity.newcomers import DevelopmentNewcomers
from services.plans.decisions import Decisions
from services.plans.plans import Plans
from services.plans.traces import Traces
from services.store.database import Database
from services.store.decision_records import DecisionRecords
from services.store.decisions import DecisionBook
from services.telemetry.store import TelemetryStore
from tests.support.plans_by_hand import NOW, PlansByHand
from tests.support.postgres import running_postgres
from tests.support.stores import APP, OWNER, AStore, StoreServer

OTLP_TOKEN = "a-test-token"


@pytest.fixture(scope="session")
def store_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    with running_postgres(tmp_path_factory.mktemp("pg")) as server:
        stores = StoreServer(server.directory)
        stores.hurry()
        yield stores


@pytest.fixture
async def store(store_server: StoreServer) -> AsyncIterator[AStore]:
    database_name, telemetry_name = store_server.fresh()
    database = Database(store_server.dsn(database_name, APP))
    yield AStore(store_server, database_name, telemetry_name, database)
    await database.close()


@pytest.fixture(scope="session")
def j01_text() -> str:
    return example("J01")


@pytest.fixture(scope="session")
def j01(j01_text: str) -> CaseFile:
    return load_case_file(j01_text)


@pytest.fixture
def identity(tmp_path: Path) -> DevelopmentIdentity:
    return DevelopmentIdentity(tmp_path / "identity")


@pytest.fixture
async def telemetry(store: AStore) -> AsyncIterator[TelemetryStore]:
    kept = TelemetryStore(store.server.dsn(store.telemetry_name, OWNER))
    yield kept
    await kept.close()


@dataclass
class Served:
    """A served house: its parts, and a client per actor."""

    house: House
    runner: PlansByHand
    identity: DevelopmentIdentity
    store: AStore
    client: httpx.AsyncClient

    def bearer(self, actor: Actor) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.identity.token_for(actor)}"}


@pytest.fixture
async def served(
    store: AStore, telemetry: TelemetryStore, identity: DevelopmentIdentity, j01: CaseFile
) -> AsyncIterator[Served]:
    newcomers = DevelopmentNewcomers(store.staff)
    await newcomers.seed()
    runner = PlansByHand(store.snapshots, j01)
    house = House(
        plans=Plans(store.intake, store.plans, store.persons, runner, newcomers, now=_now),
        decisions=Decisions(
            DecisionBook(store.database, store.keys), store.plans, store.staff, runner, now=_now
        ),
        traces=Traces(telemetry, store.plans),
        verifier=identity.verifier,
        staff=store.staff,
        runner=runner,
        database=store.database,
        telemetry=telemetry,
        installation=Installation(
            "http://samenloop.test", None, "samenloop", {Agency.UWV: "127.0.0.1:1"}, True
        ),
        now=_now,
        records=Records(
            DecisionBook(store.database, store.keys), DecisionRecords(store.database, store.keys)
        ),
    )
    app = application(house, Sessions(identity.session_key, now=_now), OTLP_TOKEN)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://samenloop.test") as client:
        yield Served(house, runner, identity, store, client)


def _now() -> dt.datetime:
    return NOW
