"""Brings a database to its newest revision: quick when it is there already, one at a time
otherwise."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from services.store.migrations import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"

LOCK = 7_310_402_118
"""Two processes that migrate at once wait for each other on this advisory lock."""

RIGHTS: dict[str, LiteralString] = {
    "municipality": "SELECT, INSERT",
    "household": "SELECT, INSERT, UPDATE, DELETE",
    "household_key": "SELECT, INSERT, UPDATE, DELETE",
    "member": "SELECT, INSERT, DELETE",
    "plan": "SELECT, INSERT, UPDATE, DELETE",
    "decision": "SELECT, INSERT, UPDATE",
    # append-only: a counted vote is never changed or removed by the application
    "vote": "SELECT, INSERT",
    # append-only; of an erased household the body alone goes (a trigger holds it to that)
    "decision_record": "SELECT, INSERT, UPDATE (body_sealed)",
    "liaison": "SELECT, INSERT",
    "mandate": "SELECT, INSERT, UPDATE",
    "worker": "SELECT, INSERT",
}
"""What the application's role may do, per table. It owns nothing and never bypasses the walls."""


@dataclass(frozen=True, slots=True)
class Schema:
    """One database's schema: where its revisions lie, the newest, and the application's rights."""

    migrations: Path
    head: str
    rights: dict[str, LiteralString]


STORE = Schema(MIGRATIONS, HEAD, RIGHTS)


def migrate(owner_dsn: str, app_role: str | None, schema: Schema = STORE) -> bool:
    """Bring the schema to its head and give the application's role its rights. True when it
    changed.

    Idempotent; safe when several processes do it at once. `owner_dsn` is a psycopg or SQLAlchemy
    URL of the schema's owner.
    """
    with psycopg.connect(libpq_dsn(owner_dsn), autocommit=True) as connection:
        if revision_of(connection) == schema.head:
            return False
        connection.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
        if revision_of(connection) == schema.head:
            return False
        _upgrade(owner_dsn, schema)
        if app_role is not None:
            _grant(connection, app_role, schema)
        return True


def revision_of(connection: psycopg.Connection[tuple[object, ...]]) -> str | None:
    """The revision that a database is at; None for an empty one."""
    found = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
    if found is None or found[0] is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def libpq_dsn(dsn: str) -> str:
    """A SQLAlchemy URL as libpq reads it."""
    return dsn.replace("postgresql+psycopg://", "postgresql://", 1)


def sqlalchemy_dsn(dsn: str) -> str:
    """A libpq URL as SQLAlchemy reads it, with the psycopg driver."""
    return dsn.replace("postgresql://", "postgresql+psycopg://", 1)


def _upgrade(owner_dsn: str, schema: Schema) -> None:
    # Alembic takes a quarter of a second to import: only when there is something to do.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    engine = create_engine(sqlalchemy_dsn(owner_dsn), hide_parameters=True)
    try:
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(schema.migrations))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _grant(connection: psycopg.Connection[tuple[object, ...]], role: str, schema: Schema) -> None:
    for table, rights in schema.rights.items():
        connection.execute(
            sql.SQL("GRANT {} ON {} TO {}").format(
                sql.SQL(rights), sql.Identifier(table), sql.Identifier(role)
            )
        )


def report(changed: dict[str, bool]) -> str:
    """One structured log line about what was migrated."""
    return json.dumps({"event": "migrated", "changed": changed})
