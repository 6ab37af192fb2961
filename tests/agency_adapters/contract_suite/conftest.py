"""Every test of the suite runs against each of the six agencies, unchanged."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agency_adapters.casefile import records_to_json
from agency_adapters.contract.client import AgencyClient
from agency_adapters.development.client import Trouble
from domain.vocabulary import Agency
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import BSN_OF, RECORDS


@pytest.fixture(params=list(Agency), ids=lambda agency: agency.value)
def agency(request: pytest.FixtureRequest) -> Agency:
    chosen: Agency = request.param
    return chosen


@pytest.fixture
async def house(
    agency: Agency, ledger_dsns: dict[Agency, str], tls_directory: Path
) -> AsyncIterator[AgencyHouse]:
    async with running_agency(agency, ledger_dsns[agency], tls_directory) as house:
        await house.trouble(Trouble())
        yield house


@pytest.fixture
async def administration(house: AgencyHouse) -> str:
    """A trial administration of this test alone, with the suite's household in it."""
    name = f"trial-{secrets.token_hex(6)}"
    async with house.development() as client:
        await client.load_dossier(BSN_OF, records_to_json(RECORDS), name)
    return name


@pytest.fixture
async def client(house: AgencyHouse) -> AsyncIterator[AgencyClient]:
    async with house.client() as client:
        yield client
