"""A real PostgreSQL, a development PKI and migrated ledgers, made once per session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agency_adapters.contract.pki import ensure_development_pki
from agency_adapters.ledger.migrate import migrate
from domain.vocabulary import Agency
from tests.support.postgres import PostgresServer, running_postgres


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    with running_postgres(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture(scope="session")
def tls_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("tls")
    ensure_development_pki(directory)
    return directory


@pytest.fixture(scope="session")
def ledger_dsns(postgres: PostgresServer) -> dict[Agency, str]:
    dsns = {agency: postgres.new_database(f"ledger_{agency.value}") for agency in Agency}
    for dsn in dsns.values():
        migrate(dsn)
    return dsns
