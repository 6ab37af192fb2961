"""Our own processes as children: six agencies, the worker and the API, each with its settings."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from agency_adapters.contract.organisations import DEVELOPMENT
from agency_adapters.contract.tls import TlsFiles
from domain.vocabulary import Agency
from services.runtime.child import ChildSpec
from services.runtime.data_dir import CHECKOUT, DataDir
from services.runtime.health import file_written, grpc_ready, http_ready
from services.runtime.ports import LOOPBACK
from services.runtime.postgres import (
    STORE,
    STORE_APP,
    STORE_OWNER,
    TELEMETRY,
    Postgres,
    ledger_of,
)
from services.runtime.secrets import Secrets
from services.runtime.temporal import NAMESPACE, Temporal

AGENCY_SERVICE = "samenloop.agency.v1.AgencyService"


@dataclass(frozen=True, slots=True)
class Processes:
    """Everything our own processes need to know about each other."""

    data_dir: DataDir
    secrets: Secrets
    postgres: Postgres
    temporal: Temporal
    api_port: int
    agency_ports: Mapping[Agency, int]

    @property
    def api_url(self) -> str:
        """Where the API and the console are."""
        return f"http://{LOOPBACK}:{self.api_port}"

    @property
    def agency_addresses(self) -> dict[str, str]:
        """Agency code to host:port."""
        return {agency.value: f"{LOOPBACK}:{port}" for agency, port in self.agency_ports.items()}

    def migration_command(self) -> tuple[tuple[str, ...], dict[str, str]]:
        """The one-shot that migrates store and telemetry, and its environment."""
        return _module("services.store", "migrate"), _environment(
            SAMENLOOP_STORE_OWNER_DSN=self.postgres.dsn(STORE, STORE_OWNER),
            SAMENLOOP_STORE_DSN=self.postgres.dsn(STORE, STORE_APP),
            SAMENLOOP_TELEMETRY_DSN=self.postgres.dsn(TELEMETRY, TELEMETRY),
        )

    def agency(self, agency: Agency) -> ChildSpec:
        """One agency's server."""
        address = self.agency_addresses[agency.value]
        ledger = ledger_of(agency)
        tls = TlsFiles.of(self.data_dir.tls, DEVELOPMENT)
        return ChildSpec(
            name=f"agency-{agency.value}",
            command=_module("agency_adapters", "--agency", agency.value),
            log=self.data_dir.log_of(f"agency-{agency.value}"),
            probe=grpc_ready(address, AGENCY_SERVICE, tls),
            environment=_environment(
                SAMENLOOP_AGENCY=agency.value,
                SAMENLOOP_LISTEN=address,
                SAMENLOOP_LEDGER_DSN=self.postgres.dsn(ledger, ledger),
                SAMENLOOP_TLS_DIR=str(self.data_dir.tls),
                SAMENLOOP_LEDGER_KEY_FILE=str(self.secrets.key_file(ledger)),
                SAMENLOOP_DEVELOPMENT="1",
                **self._telemetry(),
            ),
        )

    def worker(self) -> ChildSpec:
        """The process that runs the plans."""
        health = self.data_dir.worker_health_file
        return ChildSpec(
            name="worker",
            command=_module("services.worker"),
            log=self.data_dir.log_of("worker"),
            probe=file_written(health),
            environment=_environment(
                **self._store(),
                **self._telemetry(),
                SAMENLOOP_AGENCIES=json.dumps(self.agency_addresses),
                SAMENLOOP_TLS_DIR=str(self.data_dir.tls),
                SAMENLOOP_WORKER_HEALTH_FILE=str(health),
            ),
        )

    def api(self) -> ChildSpec:
        """The REST API with the console."""
        return ChildSpec(
            name="api",
            command=_module("services.api"),
            log=self.data_dir.log_of("api"),
            probe=http_ready(f"{self.api_url}/v1/status"),
            environment=_environment(
                **self._store(),
                SAMENLOOP_API_LISTEN=f"{LOOPBACK}:{self.api_port}",
                SAMENLOOP_API_URL=self.api_url,
                SAMENLOOP_STORE_OWNER_DSN=self.postgres.dsn(STORE, STORE_OWNER),
                SAMENLOOP_TELEMETRY_DSN=self.postgres.dsn(TELEMETRY, TELEMETRY),
                SAMENLOOP_TEMPORAL_UI_URL=self.temporal.ui_url,
                SAMENLOOP_IDENTITY_DIR=str(self.data_dir.identity),
                SAMENLOOP_OTLP_TOKEN=self.secrets.token("otlp"),
                SAMENLOOP_AGENCIES=json.dumps(self.agency_addresses),
                SAMENLOOP_TLS_DIR=str(self.data_dir.tls),
                **_as_chosen("SAMENLOOP_REVIEW"),
            ),
        )

    def _store(self) -> dict[str, str]:
        return {
            "SAMENLOOP_STORE_DSN": self.postgres.dsn(STORE, STORE_APP),
            "SAMENLOOP_MASTER_KEY_FILE": str(self.secrets.key_file("master")),
            "SAMENLOOP_LOOKUP_KEY_FILE": str(self.secrets.key_file("lookup")),
            "SAMENLOOP_TEMPORAL_ADDRESS": self.temporal.address,
            "SAMENLOOP_TEMPORAL_NAMESPACE": NAMESPACE,
        }

    def _telemetry(self) -> dict[str, str]:
        return {
            "SAMENLOOP_OTLP_ENDPOINT": f"{self.api_url}/otlp/v1/traces",
            "SAMENLOOP_OTLP_TOKEN": self.secrets.token("otlp"),
        }


def _module(name: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", name, *arguments)


def _as_chosen(name: str) -> dict[str, str]:
    """The one setting of ours that who starts the installation may choose, when it was."""
    return {name: os.environ[name]} if name in os.environ else {}


def _environment(**settings: str) -> dict[str, str]:
    """The caller's environment without settings of ours in it, and with these."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("SAMENLOOP_")
    }
    # `-m` looks in the working directory first: ours, wherever the command was called.
    path = {"PYTHONPATH": str(CHECKOUT), "PYTHONSAFEPATH": "1", "PYTHONUNBUFFERED": "1"}
    return {**inherited, **path, **settings}
