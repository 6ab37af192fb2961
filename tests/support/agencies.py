"""Real agency servers inside the test's own process, and askers to speak to them with."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency_adapters.bootstrap import RunningAgency
from agency_adapters.casefile import CaseFile
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.organisations import DEVELOPMENT
from agency_adapters.contract.port import Asker, PersonNumber
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.development.client import DevelopmentClient, Trouble
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.migrate import migrate
from domain.records import MemberRef
from domain.vocabulary import Agency, MemberRole
from tests.support.postgres import PostgresServer

PURPOSE = "gezamenlijk plan"
TEST_KEY = bytes(range(32))


@dataclass(frozen=True)
class AgencyHouse:
    """One running agency with where it listens and what its ledger stands in."""

    agency: Agency
    address: str
    ledger_dsn: str
    tls_directory: Path

    def client(self, deadline_seconds: float = 10.0) -> AgencyClient:
        """A client as the plan's organisation."""
        return AgencyClient(
            self.agency, self.address, self.tls_directory, deadline_seconds=deadline_seconds
        )

    def development(self) -> DevelopmentClient:
        """A client as the developer."""
        tls = TlsFiles.of(self.tls_directory, DEVELOPMENT)
        return DevelopmentClient(self.agency, self.address, tls)

    async def load(self, case: CaseFile, administration: str = "") -> None:
        """Put a case file's records in this agency's ledger."""
        bsn_of = {person.ref: person.bsn for person in case.people}
        async with self.development() as client:
            births = {member.id: member.born for member in case.household.members}
            records = case.ledger_json[self.agency]
            await client.load_dossier(bsn_of, records, administration, births)

    async def ledger(self, administration: str = "") -> dict[str, Any]:
        """The first dossier of an administration as `show_ledger` gives it."""
        async with self.development() as client:
            dossier: dict[str, Any] = json.loads(await client.show_ledger(administration))[
                "dossiers"
            ][0]
            return dossier

    async def trouble(self, trouble: Trouble) -> None:
        """Have the agency behave badly."""
        async with self.development() as client:
            await client.set_trouble(trouble)


@asynccontextmanager
async def running_agency(
    agency: Agency, ledger_dsn: str, tls_directory: Path, *, development: bool = True
) -> AsyncIterator[AgencyHouse]:
    """An agency's server on a free port, stopped at the end. The database is migrated first."""
    await asyncio.to_thread(migrate, ledger_dsn)
    running = await RunningAgency.start(
        agency,
        listen="127.0.0.1:0",
        ledger_dsn=ledger_dsn,
        vault=BsnVault(TEST_KEY),
        tls_directory=tls_directory,
        development=development,
    )
    try:
        yield AgencyHouse(agency, f"127.0.0.1:{running.port}", ledger_dsn, tls_directory)
    finally:
        await running.stop()


@asynccontextmanager
async def running_agencies(
    postgres: PostgresServer, tls_directory: Path, agencies: Iterable[Agency] = tuple(Agency)
) -> AsyncIterator[dict[Agency, AgencyHouse]]:
    """Several agencies, each with a new ledger."""
    async with AsyncExitStack() as stack:
        yield {
            agency: await stack.enter_async_context(
                running_agency(
                    agency, postgres.new_database(f"ledger_{agency.value}"), tls_directory
                )
            )
            for agency in agencies
        }


def asker_of(
    case: CaseFile,
    administration: str = "",
    asked_about: Iterable[MemberRef] | None = None,
) -> Asker:
    """Who asks about a case file's household; by default about everyone within the plan."""
    within = set(_within_plan(case) if asked_about is None else asked_about)
    persons = tuple(
        PersonNumber(person.ref, person.bsn, person.ref in within) for person in case.people
    )
    return Asker(persons, PURPOSE, case.household.ground, administration)


def _within_plan(case: CaseFile) -> Iterable[MemberRef]:
    return (
        member.id
        for member in case.household.members
        if not member.excluded and member.role is not MemberRole.OUTSIDE_PLAN
    )
