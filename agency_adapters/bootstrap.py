"""Wires one agency: profile, ledger, services, server. The only place that knows all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from agency_adapters.contract.ledger_refusals import refusal_of
from agency_adapters.contract.organisations import IN_DEVELOPMENT, IN_PRODUCTION
from agency_adapters.contract.server import ListeningServer, bind_server
from agency_adapters.contract.service import AgencyService
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.development.service import DevelopmentService
from agency_adapters.development.trouble_maker import TroubleMaker, TroubleStore
from agency_adapters.ledger.books import Books
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.registry import profile_of
from domain.vocabulary import Agency
from samenloop.agency.development.v1 import development_service_pb2_grpc
from samenloop.agency.v1 import agency_service_pb2_grpc


@dataclass(frozen=True, slots=True)
class RunningAgency:
    """One agency that answers calls."""

    agency: Agency
    port: int
    _server: ListeningServer
    _books: Books

    @classmethod
    async def start(
        cls,
        agency: Agency,
        *,
        listen: str,
        ledger_dsn: str,
        vault: BsnVault,
        tls_directory: Path,
        development: bool,
    ) -> Self:
        """Start on a migrated database, with the development service in development only."""
        profile = profile_of(agency)
        books = Books.open(ledger_dsn, vault, profile)
        troubles = TroubleStore(books.engine)
        listening = bind_server(
            listen,
            TlsFiles.of(tls_directory, agency.value),
            IN_DEVELOPMENT if development else IN_PRODUCTION,
            translate=refusal_of,
            development=development,
            inside=(TroubleMaker(troubles),) if development else (),
        )
        agency_service_pb2_grpc.add_AgencyServiceServicer_to_server(
            AgencyService(profile, books), listening.server
        )
        if development:
            await troubles.recall()
            development_service_pb2_grpc.add_DevelopmentServiceServicer_to_server(
                DevelopmentService(books, troubles), listening.server
            )
        await listening.start()
        return cls(agency, listening.port, listening, books)

    async def stop(self) -> None:
        """End streams, finish running calls, close the ledger."""
        self._books.commits.close()
        await self._server.stop()
        await self._books.close()
