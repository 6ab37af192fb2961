"""The contract's service, one for all agencies: request in, ledger asked, answer out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from grpc import aio

from agency_adapters.contract.asking import AskedHousehold, Reading
from agency_adapters.contract.disclosure import Naming, disclosed
from agency_adapters.contract.exchange import ErrorReport
from agency_adapters.contract.judging import judgement_of, outcome_of
from agency_adapters.contract.messages import (
    agency_to_number,
    by_law_to_message,
    date_to_message,
    fact_from_number,
    judgement_to_message,
    measure_from_message,
    receipt_to_message,
    record_to_message,
    value_from_message,
)
from agency_adapters.law.applied import by_law
from agency_adapters.ledger.books import Books
from agency_adapters.ledger.errors import RecordUnknown
from agency_adapters.ledger.households import HeldHousehold
from agency_adapters.ledger.keys import Order, TakeBack
from agency_adapters.ledger.reading import ChangeOf, RecordOf
from agency_adapters.profile import AgencyProfile
from domain.measures import Measure
from domain.measures.effects import RecordsAfter
from domain.records import MemberRef, Record, RecordRef
from domain.vocabulary import RecordKind
from samenloop.agency.v1 import agency_service_pb2 as wire
from samenloop.agency.v1 import agency_service_pb2_grpc, record_pb2

# A stream looks again after this long, for changes that another process committed
LOOK_AGAIN_SECONDS = 5.0

Context = aio.ServicerContext[Any, Any]


class AgencyService(agency_service_pb2_grpc.AgencyServiceServicer):
    """All that an agency does for a household's plan. What differs per agency is in its profile."""

    def __init__(self, profile: AgencyProfile, books: Books) -> None:
        self._profile = profile
        self._books = books

    async def GetPosition(
        self, request: wire.GetPositionRequest, context: Context
    ) -> wire.GetPositionResponse:
        """Where the household stands here, in the kinds of record that were asked for."""
        reading = Reading()
        household = reading.household(request.household)
        on = reading.date(request.on, "on")
        kinds = reading.kinds(request.fields)
        reading.finish()
        found = await self._books.reader.records(household.administration, household.persons, kinds)
        seen = _seen(found.household, household, found.records)
        day = reading.required(on)
        return wire.GetPositionResponse(
            agency=agency_to_number(self._profile.agency),
            on=date_to_message(day),
            records=[record_to_message(record) for record in seen],
            sequence=found.household.sequence,
            # held against the law as far as the asker may know the records
            by_law=[
                by_law_to_message(said)
                for said in by_law(self._profile.law, seen, day, found.household.births)
            ],
        )

    async def AssessMeasure(
        self, request: wire.AssessMeasureRequest, context: Context
    ) -> wire.AssessMeasureResponse:
        """Whether a measure would be lawful and what it would do; changes nothing."""
        reading = Reading()
        household = reading.household(request.household)
        measure = self._measure(reading, request)
        on = reading.date(request.on, "on")
        reading.purpose_and_ground(request.purpose, request.ground)
        reading.finish()
        found = await self._books.reader.records(
            household.administration, household.persons, tuple(RecordKind)
        )
        wanted = reading.required(measure)
        dossier_id = _dossier_holding(found.records, wanted)
        records = tuple(each.record for each in found.records if each.dossier_id == dossier_id)
        _must_concern(records, wanted, _naming(found.household, household, dossier_id))
        return judgement_to_message(judgement_of(wanted, records, reading.required(on)))

    async def ApplyMeasure(
        self, request: wire.ApplyMeasureRequest, context: Context
    ) -> wire.ApplyMeasureResponse:
        """Carry a measure out, once per idempotency key."""
        reading = Reading()
        household = reading.household(request.household)
        measure = self._measure(reading, request)
        on = reading.date(request.on, "on")
        key = reading.text(request.idempotency_key, "idempotency_key")
        decision = reading.text(request.decision_ref, "decision_ref")
        reading.purpose_and_ground(request.purpose, request.ground)
        reading.finish()
        held = await self._books.reader.household(household.administration, household.persons)
        order = Order(reading.required(measure), key, reading.required(on), decision)

        def effect(dossier_id: int, records: tuple[Record, ...]) -> RecordsAfter:
            _must_concern(records, order.measure, _naming(held, household, dossier_id))
            return outcome_of(order.measure, records, order.on)

        receipt = await self._books.measures.apply(held, order, effect)
        return wire.ApplyMeasureResponse(receipt=receipt_to_message(receipt))

    async def RevertMeasure(
        self, request: wire.RevertMeasureRequest, context: Context
    ) -> wire.RevertMeasureResponse:
        """Take a measure back; without a receipt when it was never carried out."""
        reading = Reading()
        household = reading.household(request.household)
        on = reading.date(request.on, "on")
        key = reading.text(request.idempotency_key, "idempotency_key")
        reason = reading.text(request.reason, "reason")
        reading.finish()
        held = await self._books.reader.household(household.administration, household.persons)
        back = TakeBack(key, reading.required(on), reason)
        receipt = await self._books.measures.revert(held, back)
        if receipt is None:
            return wire.RevertMeasureResponse()
        return wire.RevertMeasureResponse(receipt=receipt_to_message(receipt))

    async def ReportRegisterError(
        self, request: wire.ReportRegisterErrorRequest, context: Context
    ) -> wire.ReportRegisterErrorResponse:
        """Keep the report of a wrong fact and say by when it is answered."""
        reading = Reading()
        household = reading.household(request.household)
        on = reading.date(request.on, "on")
        key = reading.text(request.idempotency_key, "idempotency_key")
        reading.purpose_and_ground(request.purpose, request.ground)
        report = _error_report(reading, request, household)
        reading.finish()
        held = await self._books.reader.household(household.administration, household.persons)
        receipt = await self._books.reports.report(
            held, reading.required(report), key, reading.required(on)
        )
        return wire.ReportRegisterErrorResponse(
            number=receipt.number, answer_by=date_to_message(receipt.answer_by)
        )

    async def WatchChanges(
        self, request: wire.WatchChangesRequest, context: Context
    ) -> AsyncIterator[wire.WatchChangesResponse]:
        """Changes after the cursor as they happen, until the caller leaves or the server stops."""
        reading = Reading()
        household = reading.household(request.household)
        reading.purpose_and_ground(request.purpose, request.ground)
        reading.finish()
        cursor = request.after_sequence
        while not self._books.commits.closed:
            news = self._books.commits.ticket()
            held = await self._books.reader.household(household.administration, household.persons)
            changes = await self._books.reader.changes_after(held, cursor)
            for change in changes:
                cursor = change.sequence
                message = _change_message(held, household, change)
                if message is not None:
                    yield message
            if not changes:
                await news.wait(LOOK_AGAIN_SECONDS)

    def _measure(
        self, reading: Reading, request: wire.AssessMeasureRequest | wire.ApplyMeasureRequest
    ) -> Measure | None:
        agency = self._profile.agency
        return reading.attempt(lambda: measure_from_message(request.measure, agency, "measure"))


def _naming(held: HeldHousehold, household: AskedHousehold, dossier_id: int) -> Naming:
    return Naming(held.names[dossier_id], household.asked_about)


def _seen(
    held: HeldHousehold, household: AskedHousehold, records: tuple[RecordOf, ...]
) -> tuple[Record, ...]:
    namings = {each: _naming(held, household, each) for each in held.dossiers}
    seen = (disclosed(each.record, namings[each.dossier_id]) for each in records)
    return tuple(record for record in seen if record is not None)


def _dossier_holding(records: tuple[RecordOf, ...], measure: Measure) -> int:
    wanted = set(measure.on)
    for dossier_id in sorted({each.dossier_id for each in records}):
        if wanted <= {each.record.id for each in records if each.dossier_id == dossier_id}:
            return dossier_id
    raise RecordUnknown


def _must_concern(records: tuple[Record, ...], measure: Measure, naming: Naming) -> None:
    """A measure touches records about persons asked about only; raises RecordUnknown."""
    if not all(naming.concerns(record) for record in records if record.id in measure.on):
        raise RecordUnknown


def _error_report(
    reading: Reading, request: wire.ReportRegisterErrorRequest, household: AskedHousehold
) -> ErrorReport | None:
    record = reading.text(request.record, "record")
    person = MemberRef(request.person)
    if person not in household.asked_about:
        reading.wrong("person", "is nobody who is asked about")
    fact = reading.attempt(lambda: fact_from_number(request.fact, "fact"))
    should_be = reading.attempt(lambda: value_from_message(request.should_be, "should_be"))
    if fact is None or should_be is None:
        return None
    return ErrorReport(RecordRef(record), person, fact, should_be, tuple(request.documents))


def _change_message(
    held: HeldHousehold, household: AskedHousehold, change: ChangeOf
) -> wire.WatchChangesResponse | None:
    """The change as the asker may see it, or None. A record that is gone has no body."""
    if change.record is None:
        gone = record_pb2.Record(id=change.ref)
        return wire.WatchChangesResponse(
            sequence=change.sequence, record=gone, because=change.because
        )
    seen = disclosed(change.record, _naming(held, household, change.dossier_id))
    if seen is None:
        return None
    return wire.WatchChangesResponse(
        sequence=change.sequence, record=record_to_message(seen), because=change.because
    )
