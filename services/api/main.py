"""The API's process: settings, telemetry, server, and an orderly stop on SIGTERM."""

from __future__ import annotations

import logging
import os
import signal
import sys
from types import FrameType

import uvicorn
import uvloop
from temporalio.contrib.opentelemetry import create_tracer_provider

from agency_adapters.contract.organisations import SAMENLOOP_OIN
from agency_adapters.contract.telemetry import Telemetry, set_up_telemetry
from services.api.bootstrap import built
from services.identity.development import DevelopmentIdentityRefused
from services.logs import set_up_logs
from services.settings import ApiSettings, SettingsInvalid, read
from services.store.keys import KeyFileInvalid
from services.telemetry.exporter import StoreSpanExporter

log = logging.getLogger("samenloop.api")

STOP_SECONDS = 5
EXIT_SETTINGS = 2


async def serve(settings: ApiSettings) -> None:
    """Answer until SIGTERM or SIGINT; requests under way are finished first."""
    app = await built(settings)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
    )
    log.info("serving", extra={"listen": settings.api_listen})
    for caught in (signal.SIGTERM, signal.SIGINT):
        # uvicorn raises the signal again once it has stopped; there is telemetry to flush by then
        signal.signal(caught, _already_stopping)
    await server.serve()


def _already_stopping(_: int, __: FrameType | None) -> None:
    """The server has seen this signal."""


def main() -> int:
    """0 after an orderly stop, 2 when the settings are not complete, or not for here."""
    set_up_logs()
    try:
        settings = read(ApiSettings)
    except SettingsInvalid as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    telemetry = _telemetry(settings)
    try:
        uvloop.run(serve(settings))
    except (DevelopmentIdentityRefused, KeyFileInvalid) as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    finally:
        telemetry.shut_down()
    return 0


def _telemetry(settings: ApiSettings) -> Telemetry:
    return set_up_telemetry(
        "samenloop-api",
        SAMENLOOP_OIN,
        extra_exporters=(StoreSpanExporter(settings.telemetry_dsn.get_secret_value()),),
        make_provider=lambda resource: create_tracer_provider(resource=resource),
    )


def run() -> None:
    """Run the process and leave it, without the interpreter's own tidying."""
    code = main()
    logging.shutdown()
    sys.stderr.flush()
    # Temporal's runtime may abort at interpreter exit (sdk-python#300): leave without it.
    os._exit(code)
