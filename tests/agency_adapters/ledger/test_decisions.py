"""Decisions in the ledger: kept with their measure, and absent for measures of before."""

from __future__ import annotations

import asyncio
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from agency_adapters.casefile import records_to_json
from agency_adapters.ledger.migrate import migrate
from agency_adapters.ledger.tables import LedgerTable, MadeDecision
from domain.measures import Receipt
from domain.vocabulary import Agency
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import BSN_OF, TODAY, asker
from tests.support.lawful_and_not import OF
from tests.support.postgres import PostgresServer

LAW = OF[Agency.CAK]


def back_to_before_decisions(dsn: str) -> None:
    """The database as an installation of before this version left it."""
    engine = sa.create_engine(dsn, poolclass=sa.NullPool)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "agency_adapters.ledger:migrations")
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")


async def test_a_measure_of_before_decisions_were_kept_has_a_receipt_without_one(
    postgres: PostgresServer, tls_directory: Path
) -> None:
    dsn = postgres.new_database("ledger_before")
    async with running_agency(Agency.CAK, dsn, tls_directory) as house:
        receipt = await _carried_out(house)
        assert receipt.decision is not None
    await asyncio.to_thread(back_to_before_decisions, dsn)
    async with running_agency(Agency.CAK, dsn, tls_directory) as house:
        again = await _applied(house)
        assert (again.number, again.decision) == (receipt.number, None)
        async with house.client() as client:
            back = await client.revert_measure(asker(""), "key-1", TODAY, "reden")
        assert back is not None
        assert (back.reverted, back.decision) == (True, None)
        assert (await house.ledger())["decisions"] == []


def test_the_migrated_table_is_the_table_that_the_ledger_writes(postgres: PostgresServer) -> None:
    dsn = postgres.new_database("ledger_shape")
    migrate(dsn)
    columns = sa.inspect(sa.create_engine(dsn, poolclass=sa.NullPool)).get_columns("decision")
    written = LedgerTable.metadata.tables[str(MadeDecision.__tablename__)].columns
    assert {each["name"]: each["nullable"] for each in columns} == {
        each.name: each.nullable for each in written
    }


async def _carried_out(house: AgencyHouse) -> Receipt:
    async with house.development() as development:
        await development.load_dossier(BSN_OF, records_to_json(LAW.records), "")
    return await _applied(house)


async def _applied(house: AgencyHouse) -> Receipt:
    async with house.client() as client:
        return await client.apply_measure(asker(""), LAW.allowed, TODAY, "key-1", "decision-1")
