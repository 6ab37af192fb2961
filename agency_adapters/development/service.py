"""The development service of one agency. A server in production does not have it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from grpc import aio
from pydantic import ValidationError

from agency_adapters.casefile import records_from_json
from agency_adapters.contract.asking import Reading
from agency_adapters.contract.messages import date_from_message
from agency_adapters.contract.port import PersonNumber
from agency_adapters.contract.wire import MessageInvalid
from agency_adapters.development.messages import trouble_from_message, trouble_to_message
from agency_adapters.development.trouble_maker import TroubleStore
from agency_adapters.ledger.books import Books
from agency_adapters.ledger.dossiers import LIVE
from agency_adapters.ledger.showing import ledger_json
from domain.records import MemberRef, Record
from samenloop.agency.development.v1 import development_service_pb2 as wire
from samenloop.agency.development.v1 import development_service_pb2_grpc

Context = aio.ServicerContext[Any, Any]


class DevelopmentService(development_service_pb2_grpc.DevelopmentServiceServicer):
    """Fills, empties and shows the ledger, and makes trouble."""

    def __init__(self, books: Books, troubles: TroubleStore) -> None:
        self._books = books
        self._troubles = troubles

    async def LoadDossier(
        self, request: wire.LoadDossierRequest, context: Context
    ) -> wire.LoadDossierResponse:
        """Put one household in the ledger, instead of what an earlier load put there."""
        reading = Reading()
        persons = reading.persons(
            [PersonNumber(MemberRef(each.ref), each.bsn) for each in request.persons], "persons"
        )
        records = reading.attempt(lambda: _records(request.records_json, persons))
        births = reading.attempt(lambda: _births(request))
        reading.finish()
        loaded = reading.required(records)
        await self._books.dossiers.load(
            request.administration, persons, loaded, reading.required(births)
        )
        return wire.LoadDossierResponse(records=len(loaded))

    async def RemoveAdministration(
        self, request: wire.RemoveAdministrationRequest, context: Context
    ) -> wire.RemoveAdministrationResponse:
        """Take a trial administration away; nothing happens when it is gone already."""
        if request.administration == LIVE:
            raise MessageInvalid("administration", "is the live one, which is never removed")
        await self._books.dossiers.remove(request.administration)
        return wire.RemoveAdministrationResponse()

    async def ShowLedger(
        self, request: wire.ShowLedgerRequest, context: Context
    ) -> wire.ShowLedgerResponse:
        """The ledger without BSNs and notes."""
        shown = await ledger_json(self._books.engine, request.administration)
        return wire.ShowLedgerResponse(ledger_json=shown)

    async def SetTrouble(
        self, request: wire.SetTroubleRequest, context: Context
    ) -> wire.SetTroubleResponse:
        """Behave badly from now on, or well again."""
        await self._troubles.set(trouble_from_message(request.trouble))
        return wire.SetTroubleResponse(trouble=trouble_to_message(self._troubles.now))

    async def GetTrouble(
        self, request: wire.GetTroubleRequest, context: Context
    ) -> wire.GetTroubleResponse:
        """The trouble that is set now."""
        return wire.GetTroubleResponse(trouble=trouble_to_message(self._troubles.now))


def _births(request: wire.LoadDossierRequest) -> dict[MemberRef, dt.date]:
    return {
        MemberRef(person.ref): date_from_message(person.born, f"persons[{index}].born")
        for index, person in enumerate(request.persons)
        if person.HasField("born")
    }


def _records(text: str, persons: tuple[PersonNumber, ...]) -> tuple[Record, ...]:
    """The records of the request; raises MessageInvalid without quoting them."""
    try:
        records = records_from_json(text)
    except (ValidationError, ValueError):
        raise MessageInvalid("records_json", "does not hold records in case file form") from None
    refs = {person.ref for person in persons}
    if not all(refs.issuperset(record.persons) for record in records):
        raise MessageInvalid("records_json", "speaks of persons that are not given")
    if len({record.id for record in records}) < len(records):
        raise MessageInvalid("records_json", "holds two records with one id")
    return records
