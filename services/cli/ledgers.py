"""Households in the agencies' ledgers: loaded into all six, read, or taken out again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from pydantic import JsonValue, TypeAdapter

from agency_adapters.casefile import CaseFile
from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.contract.organisations import DEVELOPMENT
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.development.client import DevelopmentClient
from domain.vocabulary import Agency
from services.cli.session import Session

LIVE = ""
FIRST_PAUSE = 0.1
_LEDGER = TypeAdapter(dict[str, JsonValue])


def development_client(session: Session, agency: Agency) -> DevelopmentClient:
    """The development service of one agency; to be used in an `async with`."""
    address = session.installation.agencies[agency.value]
    return DevelopmentClient(agency, address, TlsFiles.of(session.data_dir.tls, DEVELOPMENT))


async def load(session: Session, case: CaseFile, administration: str = LIVE) -> None:
    """Put the household in every ledger, replacing what an earlier load put there for it."""
    bsn_of = {person.ref: person.bsn for person in case.people}
    births = {member.id: member.born for member in case.household.members}

    async def load_one(agency: Agency) -> None:
        async with development_client(session, agency) as client:
            records = case.ledger_json[agency]
            await client.load_dossier(bsn_of, records, administration, births)

    await asyncio.gather(*(_persistently(load_one, agency) for agency in Agency))


async def remove(session: Session, administration: str) -> None:
    """Take a trial administration out of every ledger again; each is tried, whatever others do."""

    async def remove_one(agency: Agency) -> None:
        async with development_client(session, agency) as client:
            await client.remove_administration(administration)

    tried = await asyncio.gather(
        *(_persistently(remove_one, agency) for agency in Agency), return_exceptions=True
    )
    for outcome in tried:
        if isinstance(outcome, BaseException):
            raise outcome


async def _persistently(
    work: Callable[[Agency], Awaitable[None]], agency: Agency, attempts: int = 5
) -> None:
    """Do it again when the agency does not answer: both works may be repeated without harm."""
    for attempt in range(1, attempts):
        try:
            return await work(agency)
        except AgencyUnavailable:
            await asyncio.sleep(FIRST_PAUSE * 2**attempt)
    return await work(agency)


async def ledger_of(session: Session, agency: Agency) -> dict[str, JsonValue]:
    """What the live administration of an agency holds; no dossiers when nothing was loaded yet."""
    async with development_client(session, agency) as client:
        try:
            return _LEDGER.validate_json(await client.show_ledger(LIVE))
        except AgencyRefused as refused:
            if refused.reason == "ADMINISTRATION_UNKNOWN":
                return {"dossiers": []}
            raise
