"""`python -m services.worker`: the process that runs the plans and speaks to the agencies.

This is where the worker is wired: ports to the store, agencies to their addresses, telemetry, and
an orderly stop on SIGTERM (what is under way finishes first)."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

import uvloop
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from temporalio.contrib.opentelemetry import create_tracer_provider

from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.organisations import SAMENLOOP_OIN
from agency_adapters.contract.telemetry import set_up_telemetry
from domain.vocabulary import Agency
from services.logs import set_up_logs
from services.settings import SettingsInvalid, read
from services.store.database import Database
from services.store.keys import StoredKeyRing, read_key
from services.store.persons import StoredPersonRegister
from services.store.remembered import RememberedPersons
from services.store.snapshots import StoredSnapshots
from workflows.plugin import connect
from workflows.worker import all_workers, run_until

log = logging.getLogger(__name__)

EXIT_BROKEN = 1
EXIT_SETTINGS = 2


class WorkerSettings(BaseSettings):
    """Read from the environment (`SAMENLOOP_...`). Missing values fail at start-up, all
    together."""

    model_config = SettingsConfigDict(env_prefix="SAMENLOOP_", extra="ignore")

    temporal_address: str
    temporal_namespace: str = "samenloop"
    store_dsn: SecretStr
    master_key_file: Path
    lookup_key_file: Path
    agencies: dict[Agency, str]
    tls_dir: Path
    otlp_endpoint: str | None = None
    otlp_token: SecretStr | None = None
    worker_health_file: Path | None = None


async def work(settings: WorkerSettings) -> None:
    """Run until SIGTERM or SIGINT. Raises when the store or Temporal cannot be reached at the
    start."""
    stop = asyncio.Event()
    for caught in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(caught, stop.set)
    database = Database(settings.store_dsn.get_secret_value())
    keys = StoredKeyRing(database, read_key(settings.master_key_file))
    client = await connect(settings.temporal_address, settings.temporal_namespace, keys)
    agencies = {
        agency: AgencyClient(agency, address, settings.tls_dir)
        for agency, address in settings.agencies.items()
    }
    persons = RememberedPersons(StoredPersonRegister(database, keys))
    workers = all_workers(client, agencies, persons, StoredSnapshots(database, keys))
    await run_until(stop, workers, started=lambda: _tell_health(settings.worker_health_file))
    for agency in agencies.values():
        await agency.close()
    await database.close()


def _tell_health(file: Path | None) -> None:
    """Say that this process polls: what the supervisor waits for."""
    if file is not None:
        file.write_text(str(os.getpid()))


def main() -> int:
    """The process: 0 after an orderly stop, 1 when it broke, 2 when the settings are not
    complete."""
    set_up_logs()
    try:
        settings = read(WorkerSettings)
    except SettingsInvalid as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    telemetry = set_up_telemetry(
        "samenloop-worker",
        SAMENLOOP_OIN,
        otlp_endpoint=settings.otlp_endpoint,
        otlp_token=settings.otlp_token.get_secret_value() if settings.otlp_token else None,
        make_provider=lambda resource: create_tracer_provider(resource=resource),
    )
    try:
        uvloop.run(work(settings))
    except Exception as error:
        # a process edge: the interpreter's own traceback would tell the exception's text
        log.error("worker stopped", exc_info=error)
        return EXIT_BROKEN
    finally:
        telemetry.shut_down()
    return 0


if __name__ == "__main__":
    code = main()
    logging.shutdown()
    sys.stderr.flush()
    # Temporal's runtime may abort at interpreter exit (sdk-python#300): leave without it.
    os._exit(code)
