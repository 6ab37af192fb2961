"""The caller's side of the development service: what the command line and tests use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Self

from google.protobuf.message import Message

from agency_adapters.contract.channel import channel_to
from agency_adapters.contract.messages import date_to_message
from agency_adapters.contract.status import errors_of
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.development.messages import trouble_from_message, trouble_to_message
from agency_adapters.development.trouble import Trouble, TroubleKind
from domain.records import MemberRef
from domain.vocabulary import Agency
from samenloop.agency.development.v1 import development_service_pb2 as wire
from samenloop.agency.development.v1 import development_service_pb2_grpc

__all__ = ["DevelopmentClient", "Trouble", "TroubleKind"]

DEADLINE_SECONDS = 10.0

_NO_BIRTHS: Mapping[MemberRef, dt.date] = MappingProxyType({})


class DevelopmentClient:
    """One agency's development service. Raises the three kinds of error of the contract.

    Make it inside the event loop that uses it, and close it there.
    """

    def __init__(self, agency: Agency, address: str, tls: TlsFiles) -> None:
        self.agency = agency
        self._channel = channel_to(agency, address, tls)
        self._stub = development_service_pb2_grpc.DevelopmentServiceStub(self._channel)

    async def load_dossier(
        self,
        bsn_of: Mapping[MemberRef, str],
        records_json: str,
        administration: str = "",
        births: Mapping[MemberRef, dt.date] = _NO_BIRTHS,
    ) -> int:
        """Put the records (case file form) of these persons in the ledger; how many there are."""
        request = wire.LoadDossierRequest(
            administration=administration,
            persons=[_person(ref, bsn, births.get(ref)) for ref, bsn in bsn_of.items()],
            records_json=records_json,
        )
        return int((await self._call(self._stub.LoadDossier, request)).records)

    async def remove_administration(self, administration: str) -> None:
        """Take a trial administration away; nothing happens when it is gone already."""
        request = wire.RemoveAdministrationRequest(administration=administration)
        await self._call(self._stub.RemoveAdministration, request)

    async def show_ledger(self, administration: str = "") -> str:
        """The ledger as JSON: {"dossiers": [...]}, without BSNs, names and notes."""
        request = wire.ShowLedgerRequest(administration=administration)
        return str((await self._call(self._stub.ShowLedger, request)).ledger_json)

    async def set_trouble(self, trouble: Trouble) -> Trouble:
        """Have the agency behave badly; `Trouble()` makes it well again."""
        request = wire.SetTroubleRequest(trouble=trouble_to_message(trouble))
        return await self._trouble(self._stub.SetTrouble, request)

    async def get_trouble(self) -> Trouble:
        """The trouble that is set now."""
        return await self._trouble(self._stub.GetTrouble, wire.GetTroubleRequest())

    async def close(self) -> None:
        """Close the channel."""
        await self._channel.close()

    async def __aenter__(self) -> Self:
        """The client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the channel."""
        await self.close()

    async def _trouble(self, method: Any, request: Message) -> Trouble:
        answer = await self._call(method, request)
        with errors_of(self.agency):
            return trouble_from_message(answer.trouble)

    # the stub's methods are typed one by one; here they are all one shape
    async def _call(self, method: Any, request: Message) -> Any:
        with errors_of(self.agency):
            return await method(request, timeout=DEADLINE_SECONDS)


def _person(ref: MemberRef, bsn: str, born: dt.date | None) -> wire.DossierPerson:
    known = date_to_message(born) if born else None
    return wire.DossierPerson(ref=ref, bsn=bsn, born=known)
