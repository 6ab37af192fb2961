"""Wires the API process: store, keys, identity, the plans' runner, telemetry, REST and console."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from starlette.types import ASGIApp

from services.api.app import application
from services.api.house import House, Installation
from services.console.sessions import Sessions
from services.decision_records.records import Records
from services.identity.development import DevelopmentIdentity
from services.identity.newcomers import DevelopmentNewcomers
from services.plans.decisions import Decisions
from services.plans.plans import Plans
from services.plans.runner import PlanRunner
from services.plans.temporal import TemporalPlanRunner
from services.plans.traces import Traces
from services.settings import ApiSettings
from services.store.database import Database
from services.store.decision_records import DecisionRecords
from services.store.decisions import DecisionBook
from services.store.intake import Intake
from services.store.keys import StoredKeyRing, read_key
from services.store.persons import StoredPersonRegister
from services.store.plans import PlanBook
from services.store.staff import Staff
from services.telemetry.store import TelemetryStore
from workflows.plugin import connect

log = logging.getLogger(__name__)

CONNECT_ATTEMPTS = 20
CONNECT_PAUSE_SECONDS = 0.5
TELEMETRY_KEPT = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the house is built of, before the plans' runner is connected."""

    database: Database
    telemetry: TelemetryStore
    keys: StoredKeyRing
    intake: Intake
    staff: Staff
    identity: DevelopmentIdentity


def parts_of(settings: ApiSettings) -> Parts:
    """Open what the settings name. Raises when a key file or the identity is not usable."""
    database = Database(settings.store_dsn.get_secret_value())
    master_key = read_key(settings.master_key_file)
    keys = StoredKeyRing(database, master_key)
    return Parts(
        database=database,
        telemetry=TelemetryStore(settings.telemetry_dsn.get_secret_value()),
        keys=keys,
        intake=Intake(
            database,
            keys,
            master_key=master_key,
            lookup_key=read_key(settings.lookup_key_file),
        ),
        staff=Staff(database),
        identity=DevelopmentIdentity(settings.identity_dir, production=settings.production),
    )


def house_of(settings: ApiSettings, parts: Parts, runner: PlanRunner) -> House:
    """The house, complete."""
    book = PlanBook(parts.database, parts.keys)
    return House(
        plans=Plans(
            parts.intake,
            book,
            StoredPersonRegister(parts.database, parts.keys),
            runner,
            DevelopmentNewcomers(parts.staff),
            now=now,
            review=settings.review,
        ),
        decisions=Decisions(
            DecisionBook(parts.database, parts.keys), book, parts.staff, runner, now=now
        ),
        traces=Traces(parts.telemetry, book),
        verifier=parts.identity.verifier,
        staff=parts.staff,
        runner=runner,
        database=parts.database,
        telemetry=parts.telemetry,
        installation=Installation(
            api_url=settings.base_url,
            temporal_ui_url=settings.temporal_ui_url,
            temporal_namespace=settings.temporal_namespace,
            agencies=settings.agencies,
            development=not settings.production,
        ),
        now=now,
        records=Records(
            DecisionBook(parts.database, parts.keys), DecisionRecords(parts.database, parts.keys)
        ),
    )


async def built(settings: ApiSettings) -> ASGIApp:
    """The application, connected and seeded. Raises when Temporal or a database stays away."""
    parts = parts_of(settings)
    await DevelopmentNewcomers(parts.staff).seed()
    runner = await _connected(settings, parts.keys)
    house = house_of(settings, parts, runner)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        doing = asyncio.create_task(chores(house))
        yield
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)
        await parts.database.close()
        await parts.telemetry.close()

    sessions = Sessions(parts.identity.session_key, now=now)
    token = settings.otlp_token.get_secret_value()
    return application(house, sessions, token, lifespan)


def now() -> dt.datetime:
    """The clock of this process."""
    return dt.datetime.now(dt.UTC)


async def _connected(settings: ApiSettings, keys: StoredKeyRing) -> TemporalPlanRunner:
    for attempt in range(1, CONNECT_ATTEMPTS + 1):
        try:
            client = await connect(settings.temporal_address, settings.temporal_namespace, keys)
        except RuntimeError:
            if attempt == CONNECT_ATTEMPTS:
                raise
            await asyncio.sleep(CONNECT_PAUSE_SECONDS)
        else:
            return TemporalPlanRunner(client)
    raise AssertionError("unreachable: the last attempt returns or raises")


async def chores(house: House) -> None:
    """Once after the start: finish what an earlier process left, and let old spans go. Never
    raises: what fails is logged by its type, and holds nothing else up."""
    await _tried("plans still wait", _start_what_waits(house))
    await _tried("old spans stay", _forget_old_spans(house))


async def _start_what_waits(house: House) -> None:
    for municipality in await house.staff.municipalities():
        await _tried("plans still wait", _start_waiting_in(house, municipality.ref))


async def _start_waiting_in(house: House, municipality: str) -> None:
    started = await house.plans.start_waiting(municipality)
    if started:
        log.info("plans started that waited", extra={"count": started})


async def _forget_old_spans(house: House) -> None:
    before = time.time_ns() - int(TELEMETRY_KEPT.total_seconds() * 1e9)
    await house.telemetry.forget_before(before)


async def _tried(otherwise: str, chore: Awaitable[None]) -> None:
    try:
        await chore
    except Exception as error:
        # nobody awaits a chore: this is its edge
        log.warning(otherwise, extra={"error": type(error).__name__})
