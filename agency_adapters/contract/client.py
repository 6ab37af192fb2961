"""The caller's side of the contract: one agency behind the port that the plan speaks to."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncGenerator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from google.protobuf.message import Message

from agency_adapters.contract.channel import channel_to
from agency_adapters.contract.exchange import ErrorReceipt, ErrorReport, RecordChange
from agency_adapters.contract.messages import (
    agency_from_number,
    by_law_from_message,
    date_from_message,
    date_to_message,
    fact_to_number,
    judgement_from_message,
    kind_of,
    kind_to_number,
    measure_to_message,
    provision_to_message,
    receipt_from_message,
    record_from_message,
    value_to_message,
)
from agency_adapters.contract.organisations import AGENCY_SERVICE, SAMENLOOP
from agency_adapters.contract.port import Asker, Judgement
from agency_adapters.contract.status import errors_of
from agency_adapters.contract.tls import TlsFiles
from agency_adapters.contract.tracing import client_span
from agency_adapters.contract.wire import MessageInvalid
from domain.measures import Measure, Receipt
from domain.position import ByLaw, Position
from domain.records import Record, RecordRef
from domain.vocabulary import Agency, RecordKind
from samenloop.agency.v1 import agency_service_pb2 as wire
from samenloop.agency.v1 import agency_service_pb2_grpc

DEADLINE_SECONDS = 5.0


class AgencyClient:
    """An agency over gRPC. Every call has a deadline; nothing is retried here.

    Raises AgencyUnavailable, AgencyRefused and AgencyAnswerInvalid only. `certificate` is the name
    of one's own certificate in the directory, `server_name` the name that the agency's bears (by
    default the development PKI's). Make it inside the event loop that uses it, and close it there.
    """

    def __init__(
        self,
        agency: Agency,
        address: str,
        tls_directory: Path,
        *,
        deadline_seconds: float = DEADLINE_SECONDS,
        certificate: str = SAMENLOOP,
        server_name: str | None = None,
    ) -> None:
        self.agency = agency
        tls = TlsFiles.of(tls_directory, certificate)
        self._channel = channel_to(agency, address, tls, server_name)
        self._stub = agency_service_pb2_grpc.AgencyServiceStub(self._channel)
        self._deadline_seconds = deadline_seconds

    async def get_position(
        self, asker: Asker, on: dt.date, kinds: tuple[RecordKind, ...]
    ) -> Position:
        """What the agency holds about the persons asked about, of these kinds, on this date."""
        ground = provision_to_message(asker.ground)
        request = wire.GetPositionRequest(
            household=_household(asker),
            on=date_to_message(on),
            fields=[
                wire.FieldRequest(kind=kind_to_number(kind), purpose=asker.purpose, ground=ground)
                for kind in kinds
            ],
        )
        with errors_of(self.agency):
            answer = await self._call(self._stub.GetPosition, "GetPosition", request)
            return self._position(answer, asker, kinds)

    async def assess_measure(self, asker: Asker, measure: Measure, on: dt.date) -> Judgement:
        """Would it be lawful, on which provision, with which effect? Changes nothing."""
        request = wire.AssessMeasureRequest(
            household=_household(asker),
            measure=measure_to_message(measure),
            on=date_to_message(on),
            purpose=asker.purpose,
            ground=provision_to_message(asker.ground),
        )
        with errors_of(self.agency):
            answer = await self._call(self._stub.AssessMeasure, "AssessMeasure", request)
            return judgement_from_message(answer, measure.ref)

    async def apply_measure(
        self, asker: Asker, measure: Measure, on: dt.date, idempotency_key: str, decision_ref: str
    ) -> Receipt:
        """Carry it out. Idempotent on the key: a repeat gives the first receipt."""
        request = wire.ApplyMeasureRequest(
            household=_household(asker),
            measure=measure_to_message(measure),
            idempotency_key=idempotency_key,
            on=date_to_message(on),
            decision_ref=decision_ref,
            purpose=asker.purpose,
            ground=provision_to_message(asker.ground),
        )
        with errors_of(self.agency):
            answer = await self._call(self._stub.ApplyMeasure, "ApplyMeasure", request)
            return self._receipt(answer, idempotency_key)

    async def revert_measure(
        self, asker: Asker, idempotency_key: str, on: dt.date, reason: str
    ) -> Receipt | None:
        """Take it back. Idempotent on the key; None when the key was never applied."""
        request = wire.RevertMeasureRequest(
            household=_household(asker),
            idempotency_key=idempotency_key,
            on=date_to_message(on),
            reason=reason,
        )
        with errors_of(self.agency):
            answer = await self._call(self._stub.RevertMeasure, "RevertMeasure", request)
            return self._receipt(answer, idempotency_key) if answer.HasField("receipt") else None

    async def report_register_error(
        self, asker: Asker, report: ErrorReport, on: dt.date, idempotency_key: str
    ) -> ErrorReceipt:
        """Report a wrong fact. Idempotent on the key."""
        request = wire.ReportRegisterErrorRequest(
            household=_household(asker),
            idempotency_key=idempotency_key,
            record=report.record,
            person=report.person,
            fact=fact_to_number(report.fact),
            should_be=value_to_message(report.should_be),
            documents=report.documents,
            purpose=asker.purpose,
            ground=provision_to_message(asker.ground),
            on=date_to_message(on),
        )
        with errors_of(self.agency):
            answer = await self._call(
                self._stub.ReportRegisterError, "ReportRegisterError", request
            )
            return ErrorReceipt(answer.number, date_from_message(answer.answer_by, "answer_by"))

    async def watch_changes(
        self, asker: Asker, after_sequence: int = 0, deadline_seconds: float | None = None
    ) -> AsyncGenerator[RecordChange]:
        """Changes after the cursor, as they happen, until the agency stops or the deadline comes.

        Ends silently when the agency ends the stream; otherwise raises as every call does.
        """
        request = wire.WatchChangesRequest(
            household=_household(asker),
            after_sequence=after_sequence,
            purpose=asker.purpose,
            ground=provision_to_message(asker.ground),
        )
        with errors_of(self.agency):
            async for answer in self._stub.WatchChanges(request, timeout=deadline_seconds):
                yield _change(answer)

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

    # the stub's methods are typed one by one; here they are all one shape
    async def _call(self, method: Any, name: str, request: Message) -> Any:
        with client_span(f"{AGENCY_SERVICE}/{name}", self.agency.value) as metadata:
            return await method(request, timeout=self._deadline_seconds, metadata=metadata)

    def _position(
        self, answer: wire.GetPositionResponse, asker: Asker, kinds: tuple[RecordKind, ...]
    ) -> Position:
        if agency_from_number(answer.agency, "agency") is not self.agency:
            raise MessageInvalid("agency", "is not the agency that was asked")
        records = tuple(
            record_from_message(message, f"records[{index}]")
            for index, message in enumerate(answer.records)
        )
        named = {person.ref for person in asker.persons}
        for index, record in enumerate(records):
            if kind_of(record) not in kinds or not named.issuperset(record.persons):
                raise MessageInvalid(f"records[{index}]", "was not asked for")
        on = date_from_message(answer.on, "on")
        return Position(self.agency, on, records, _by_law(answer, records))

    def _receipt(
        self, answer: wire.ApplyMeasureResponse | wire.RevertMeasureResponse, key: str
    ) -> Receipt:
        receipt = receipt_from_message(answer.receipt)
        if receipt.idempotency_key != key or receipt.agency is not self.agency:
            raise MessageInvalid("receipt", "is not of what was asked")
        return receipt


def _by_law(answer: wire.GetPositionResponse, records: tuple[Record, ...]) -> tuple[ByLaw, ...]:
    answered = {record.id for record in records}
    said = tuple(
        by_law_from_message(message, f"by_law[{index}]")
        for index, message in enumerate(answer.by_law)
    )
    for index, each in enumerate(said):
        if each.record not in answered:
            raise MessageInvalid(f"by_law[{index}].record", "is not among the records")
    return said


def _household(asker: Asker) -> wire.Household:
    return wire.Household(
        administration=asker.administration,
        persons=[
            wire.Person(ref=person.ref, bsn=person.bsn, asked_about=person.asked_about)
            for person in asker.persons
        ],
    )


def _change(answer: wire.WatchChangesResponse) -> RecordChange:
    is_gone = answer.record.WhichOneof("body") is None
    return RecordChange(
        sequence=answer.sequence,
        ref=RecordRef(answer.record.id),
        record=None if is_gone else record_from_message(answer.record),
        because=answer.because,
    )
