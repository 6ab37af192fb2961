"""Fresh store and telemetry databases for tests: migrated once per session, copied per test."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import psycopg
from psycopg import sql

from services.store.database import Database
from services.store.intake import Intake
from services.store.keys import StoredKeyRing
from services.store.migration import migrate
from services.store.persons import StoredPersonRegister
from services.store.plans import PlanBook
from services.store.snapshots import StoredSnapshots
from services.store.staff import Staff
from services.telemetry.schema import TELEMETRY

OWNER = "store_owner"
APP = "store_app"
MASTER_KEY = bytes(range(32))
LOOKUP_KEY = bytes(range(32, 64))


@dataclass(frozen=True)
class StoreServer:
    """Makes databases on one PostgreSQL server (by its socket directory)."""

    directory: Path
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    @cached_property
    def templates(self) -> tuple[str, str]:
        """The migrated store and telemetry databases that copies are made of."""
        with self.admin() as connection:
            for role in (OWNER, APP):
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        names = "store_template", "telemetry_template"
        for name in names:
            self._create(name, None)
        migrate(self.dsn(names[0], OWNER), APP)
        migrate(self.dsn(names[1], OWNER), None, TELEMETRY)
        return names

    def hurry(self) -> None:
        """Trade safety against a crash for speed: nothing in here outlives the tests."""
        with self.admin() as connection:
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.SQL(setting)))
            connection.execute("SELECT pg_reload_conf()")

    def fresh(self) -> tuple[str, str]:
        """The names of a fresh store and a fresh telemetry database."""
        number = next(self._numbers)
        names = f"store_{number}", f"telemetry_{number}"
        for name, template in zip(names, self.templates, strict=True):
            self._create(name, template)
        return names

    def empty(self) -> str:
        """The name of an empty database of the owner."""
        self.templates  # noqa: B018 - makes the roles
        name = f"empty_{next(self._numbers)}"
        self._create(name, None)
        return name

    def dsn(self, database: str, role: str) -> str:
        """The DSN of a database for a role."""
        return f"postgresql+psycopg://{role}@/{database}?host={self.directory}"

    def admin(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A superuser's connection."""
        return psycopg.connect(
            f"host={self.directory} user=postgres dbname={database}", autocommit=True
        )

    def _create(self, name: str, template: str | None) -> None:
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            *map(sql.Identifier, (name, OWNER, template or "template1"))
        )
        with self.admin() as connection:
            connection.execute(statement)


@dataclass(frozen=True)
class AStore:
    """One store with everything that stands on it."""

    server: StoreServer
    database_name: str
    telemetry_name: str
    database: Database

    @cached_property
    def keys(self) -> StoredKeyRing:
        """The key ring."""
        return StoredKeyRing(self.database, MASTER_KEY)

    @cached_property
    def intake(self) -> Intake:
        """Intake."""
        return Intake(self.database, self.keys, master_key=MASTER_KEY, lookup_key=LOOKUP_KEY)

    @cached_property
    def staff(self) -> Staff:
        """The directory of people at work."""
        return Staff(self.database)

    @cached_property
    def plans(self) -> PlanBook:
        """Reading plans."""
        return PlanBook(self.database, self.keys)

    @cached_property
    def persons(self) -> StoredPersonRegister:
        """The register of persons."""
        return StoredPersonRegister(self.database, self.keys)

    @cached_property
    def snapshots(self) -> StoredSnapshots:
        """Where plans keep their state."""
        return StoredSnapshots(self.database, self.keys)

    def as_app(self) -> psycopg.Connection[tuple[object, ...]]:
        """A bare connection under the application's role."""
        return psycopg.connect(
            f"host={self.server.directory} user={APP} dbname={self.database_name}", autocommit=True
        )
