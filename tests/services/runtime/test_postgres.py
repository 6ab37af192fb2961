from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest

from domain.vocabulary import Agency
from services.runtime import launcher
from services.runtime.child import Child
from services.runtime.data_dir import DataDir
from services.runtime.errors import StartFailed
from services.runtime.postgres import STORE, STORE_APP, STORE_OWNER, Postgres, ledger_of
from services.runtime.secrets import Secrets

pytestmark = pytest.mark.slow


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    data_dir = DataDir(tmp_path / "a folder with spaces")
    data_dir.make()
    return data_dir


@pytest.fixture
async def postgres(data_dir: DataDir) -> AsyncIterator[Postgres]:
    postgres = Postgres(data_dir, Secrets(data_dir.secrets))
    postgres.prepare()
    child = Child(postgres.spec(), lambda: None)
    await child.start()
    yield postgres
    await child.stop()
    postgres.tidy()


def _libpq(dsn: str) -> str:
    return dsn.replace("+psycopg", "", 1)


async def test_every_role_reaches_its_own_database_and_no_other(postgres: Postgres) -> None:
    own = postgres.dsn(ledger_of(Agency.UWV), ledger_of(Agency.UWV))
    others = postgres.dsn(ledger_of(Agency.SVB), ledger_of(Agency.UWV))

    async with await psycopg.AsyncConnection.connect(_libpq(own)) as connection:
        await connection.execute("CREATE TABLE mine (id int)")
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        await psycopg.AsyncConnection.connect(_libpq(others))


async def test_the_application_may_not_make_tables_in_the_store(postgres: Postgres) -> None:
    dsn = _libpq(postgres.dsn(STORE, STORE_APP))

    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            await connection.execute("CREATE TABLE mine (id int)")


async def test_a_wrong_password_is_refused(postgres: Postgres) -> None:
    secret = postgres.dsn(STORE, STORE_OWNER)
    wrong = _libpq(secret).replace(f"{STORE_OWNER}:", f"{STORE_OWNER}:x", 1)

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        await psycopg.AsyncConnection.connect(wrong)


async def test_a_second_start_finds_the_data_of_the_first(data_dir: DataDir) -> None:
    for expected in ([], [("kept",)]):
        postgres = Postgres(data_dir, Secrets(data_dir.secrets))
        postgres.prepare()
        child = Child(postgres.spec(), lambda: None)
        await child.start()
        dsn = _libpq(postgres.dsn(STORE, STORE_OWNER))
        async with await psycopg.AsyncConnection.connect(dsn) as connection:
            await connection.execute("CREATE TABLE IF NOT EXISTS note (text text)")
            found = await (await connection.execute("SELECT text FROM note")).fetchall()
            await connection.execute("INSERT INTO note VALUES ('kept')")
        await child.stop()
        postgres.tidy()
        assert found == expected


def test_a_socket_folder_of_somebody_else_is_refused(data_dir: DataDir) -> None:
    postgres = Postgres(data_dir, Secrets(data_dir.secrets))
    postgres.socket_dir.symlink_to(data_dir.logs)

    with pytest.raises(StartFailed, match="somebody else"):
        postgres.prepare()

    postgres.socket_dir.unlink()


ROOT = os.geteuid() == 0
WAYS = (launcher.IN_NAMESPACE, launcher.AS_NOBODY) if ROOT else (launcher.AS_CALLER,)


@pytest.mark.parametrize("account", WAYS)
async def test_the_server_runs_in_every_way_that_keeps_it_from_being_root(
    data_dir: DataDir, account: str
) -> None:
    postgres = Postgres(data_dir, Secrets(data_dir.secrets), account=account)
    postgres.prepare()
    child = Child(postgres.spec(), lambda: None)

    await child.start()

    async with await psycopg.AsyncConnection.connect(
        _libpq(postgres.dsn(STORE, STORE_OWNER))
    ) as connection:
        assert await (await connection.execute("SELECT 1")).fetchone() == (1,)
    await child.stop()
    postgres.tidy()
