"""Brings a ledger's database to the newest shape; quick when it is there already."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

HEAD = "0003"
_ONE_AT_A_TIME = 0x1ED6E7


def migrate(dsn: str) -> None:
    """Run the migrations that are still missing. Safe when several processes do it at once."""
    engine = sa.create_engine(dsn, poolclass=sa.NullPool, hide_parameters=True)
    with engine.connect() as connection:
        if _present(connection) == HEAD:
            return
    with engine.begin() as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_AT_A_TIME})
        _upgrade(connection)


def _present(connection: Connection) -> str | None:
    known = connection.scalar(sa.text("SELECT to_regclass('alembic_version') IS NOT NULL"))
    if not known:
        return None
    version = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return None if version is None else str(version)


def _upgrade(connection: Connection) -> None:
    # Alembic takes a quarter of a second to import: only when there is something to do
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "agency_adapters.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
