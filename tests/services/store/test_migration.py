"""Migrations: to the head and no further, together with others, and the same as the tables."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from services.store import tables
from services.store.migration import STORE, Schema, migrate
from services.telemetry.schema import TELEMETRY
from tests.support.stores import APP, OWNER, AStore, StoreServer


@pytest.mark.parametrize("schema", [STORE, TELEMETRY])
def test_the_head_that_is_named_is_alembics_own(schema: Schema) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.migrations))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.head


def test_the_tables_are_what_the_migrations_made(store: AStore) -> None:
    engine = create_engine(store.server.dsn(store.database_name, OWNER))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, tables.StoreTable.metadata)
    engine.dispose()
    changed = [one for one in found if one[0] not in {"remove_index", "remove_table"}]
    assert changed == []
    assert tables.PlanRow.__tablename__ == "plan"


def test_several_processes_may_migrate_at_once(store_server: StoreServer) -> None:
    name = store_server.empty()
    dsn = store_server.dsn(name, OWNER)
    with ThreadPoolExecutor(3) as pool:
        changed = list(pool.map(lambda _: migrate(dsn, APP), range(3)))
    assert sorted(changed) == [False, False, True]
    assert migrate(dsn, APP) is False
