"""The process of one agency: settings, migrations, serving, and an orderly end."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from agency_adapters.bootstrap import RunningAgency
from agency_adapters.contract.telemetry import Telemetry, set_up_telemetry
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.migrate import migrate
from agency_adapters.logs import set_up_logs
from agency_adapters.registry import profile_of
from agency_adapters.settings import AgencySettings
from domain.vocabulary import Agency

logger = logging.getLogger("agency_adapters.main")

USAGE_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT; the exit code."""
    set_up_logs()
    try:
        settings = _settings(arguments)
    except ValidationError as invalid:
        missing = ", ".join(f"SAMENLOOP_{_name(error['loc'])}" for error in invalid.errors())
        logger.error("settings are missing or wrong: %s", missing)
        return USAGE_ERROR
    migrate(settings.ledger_dsn)
    telemetry = _telemetry(settings)
    asyncio.run(_serve(settings))
    telemetry.shut_down()
    return 0


def run_and_exit() -> None:
    """Run `main` and leave at once: gRPC's threads may outlive the interpreter's end otherwise."""
    code = main()
    sys.stderr.flush()
    os._exit(code)


def _settings(arguments: Sequence[str] | None) -> AgencySettings:
    parser = argparse.ArgumentParser(prog="python -m agency_adapters", description=__doc__)
    parser.add_argument("--agency", choices=[agency.value for agency in Agency])
    given = vars(parser.parse_args(arguments))
    # BaseSettings takes what is missing here from the environment
    return AgencySettings(**{name: value for name, value in given.items() if value is not None})


def _name(location: tuple[int | str, ...]) -> str:
    return "_".join(str(part) for part in location).upper()


def _telemetry(settings: AgencySettings) -> Telemetry:
    return set_up_telemetry(
        f"agency-{settings.agency.value}",
        profile_of(settings.agency).oin,
        otlp_endpoint=settings.otlp_endpoint,
        otlp_token=settings.otlp_token,
    )


async def _serve(settings: AgencySettings) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stopping.set)
    running = await RunningAgency.start(
        settings.agency,
        listen=settings.listen,
        ledger_dsn=settings.ledger_dsn,
        vault=BsnVault.from_file(settings.ledger_key_file),
        tls_directory=settings.tls_dir,
        development=settings.development,
    )
    logger.info("ready: %s listens on port %d", settings.agency.value, running.port)
    await stopping.wait()
    await running.stop()
    logger.info("stopped")
