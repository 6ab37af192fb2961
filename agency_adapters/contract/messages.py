"""The domain's records, measures, receipts and values as messages of the contract, and back.

Exact both ways, but for `note`, which never crosses the border. The `_from_message` functions raise
MessageInvalid, with the path of the field and never its content, for what does not follow the
contract.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeVar, cast, get_args

from google.protobuf.descriptor import EnumDescriptor
from google.protobuf.message import Message

from agency_adapters.contract.port import Judgement
from agency_adapters.contract.wire import Conversion, MessageInvalid, Wire, enum_conversion
from domain.measures import Measure, Receipt
from domain.position import ByLaw
from domain.records import (
    RECORD_TYPES,
    Count,
    Country,
    DateValue,
    Flag,
    Money,
    Provision,
    Record,
    Ref,
    Value,
)
from domain.vocabulary import Agency, FactName, RecordKind
from samenloop.agency.v1 import (
    agency_service_pb2,
    law_pb2,
    measure_pb2,
    record_pb2,
    values_pb2,
    vocabulary_pb2,
)

E = TypeVar("E", Agency, RecordKind, FactName)


def date_to_message(date: dt.date) -> values_pb2.Date:
    """A calendar date."""
    return values_pb2.Date(year=date.year, month=date.month, day=date.day)


def date_from_message(message: values_pb2.Date, path: str) -> dt.date:
    """The calendar date."""
    try:
        return dt.date(message.year, message.month, message.day)
    except ValueError:
        raise MessageInvalid(path, "is missing or not a calendar date") from None


def value_to_message(value: Value) -> values_pb2.Value:
    """A typed value."""
    match value:
        case Money(amount_cents):
            return values_pb2.Value(amount_cents=amount_cents)
        case DateValue(date):
            return values_pb2.Value(date=date_to_message(date))
        case Ref(ref):
            return values_pb2.Value(reference=values_pb2.Reference(ref=ref))
        case Flag(flag):
            return values_pb2.Value(flag=flag)
        case Count(count):
            return values_pb2.Value(count=count)
        case Country(country):
            return values_pb2.Value(country=country)


def value_from_message(message: values_pb2.Value, path: str) -> Value:
    """The typed value."""
    match message.WhichOneof("value"):
        case "amount_cents":
            return Money(message.amount_cents)
        case "date":
            return DateValue(date_from_message(message.date, f"{path}.date"))
        case "reference":
            reference = message.reference
            return Ref(reference.ref if reference.HasField("ref") else None)
        case "flag":
            return Flag(message.flag)
        case "count":
            return Count(message.count)
        case "country":
            return Country(message.country)
        case _:
            raise MessageInvalid(path, "holds no value")


def _message_types() -> dict[str, type[Message]]:
    return {
        name: cast(type[Message], getattr(module, name))
        for module in (values_pb2, record_pb2, measure_pb2)
        for name in module.DESCRIPTOR.message_types_by_name
    }


# a Ref crosses as part of a Value only, under the name Reference
_WIRE = Wire(
    _message_types(),
    {
        dt.date: Conversion(date_to_message, date_from_message),
        frozenset(get_args(Value)): Conversion(value_to_message, value_from_message),
    },
)


def kind_of(record: Record) -> RecordKind:
    """Which of the twelve kinds a record is."""
    return RecordKind(record.record)


def record_to_message(record: Record) -> record_pb2.Record:
    """A record without its `note`."""
    message = record_pb2.Record()
    _WIRE.fill(message, record)
    body: Message = getattr(message, record.record)
    body.SetInParent()
    _WIRE.fill(body, record)
    return message


def record_from_message(message: record_pb2.Record, path: str = "record") -> Record:
    """The record."""
    name = message.WhichOneof("body")
    if name is None:
        raise MessageInvalid(path, "holds none of the twelve kinds of record")
    kind = RECORD_TYPES[name]
    head = _WIRE.fields(kind, message, path)
    body = _WIRE.fields(kind, getattr(message, name), f"{path}.{name}")
    return kind(**head, **body)


def by_law_to_message(said: ByLaw) -> law_pb2.ByLaw:
    """What the law says of one record."""
    message = law_pb2.ByLaw()
    _WIRE.fill(message, said)
    return message


def by_law_from_message(message: law_pb2.ByLaw, path: str) -> ByLaw:
    """What the law says of one record."""
    return _WIRE.build(ByLaw, message, path)


def provision_to_message(provision: Provision) -> values_pb2.Provision:
    """A provision of law."""
    message = values_pb2.Provision()
    _WIRE.fill(message, provision)
    return message


def provision_from_message(message: values_pb2.Provision, path: str) -> Provision:
    """The provision of law."""
    return _WIRE.build(Provision, message, path)


def measure_to_message(measure: Measure) -> measure_pb2.Measure:
    """A measure without its agency: whom it is sent to says that."""
    message = measure_pb2.Measure()
    _WIRE.fill(message, measure)
    return message


def measure_from_message(message: measure_pb2.Measure, agency: Agency, path: str) -> Measure:
    """The measure that is asked of this agency."""
    fields = _WIRE.fields(Measure, message, path)
    if not fields["on"]:
        raise MessageInvalid(f"{path}.on", "names no record")
    return Measure(agency=agency, **fields)


def receipt_to_message(receipt: Receipt) -> measure_pb2.Receipt:
    """An agency's receipt."""
    message = measure_pb2.Receipt()
    _WIRE.fill(message, receipt)
    return message


def receipt_from_message(message: measure_pb2.Receipt, path: str = "receipt") -> Receipt:
    """The receipt."""
    return _WIRE.build(Receipt, message, path)


def judgement_to_message(judgement: Judgement) -> agency_service_pb2.AssessMeasureResponse:
    """A judgement without the measure's reference: the asker knows what it asked."""
    message = agency_service_pb2.AssessMeasureResponse()
    _WIRE.fill(message, judgement)
    return message


def judgement_from_message(
    message: agency_service_pb2.AssessMeasureResponse, measure_ref: str
) -> Judgement:
    """The judgement of the measure with this reference."""
    return Judgement(measure_ref=measure_ref, **_WIRE.fields(Judgement, message, ""))


def agency_to_number(agency: Agency) -> vocabulary_pb2.Agency.ValueType:
    """The contract's number of an agency."""
    number = _to_number(agency, vocabulary_pb2.Agency.DESCRIPTOR)
    return cast(vocabulary_pb2.Agency.ValueType, number)


def agency_from_number(number: int, path: str) -> Agency:
    """The agency."""
    return _from_number(Agency, number, vocabulary_pb2.Agency.DESCRIPTOR, path)


def kind_to_number(kind: RecordKind) -> vocabulary_pb2.RecordKind.ValueType:
    """The contract's number of a kind of record."""
    number = _to_number(kind, vocabulary_pb2.RecordKind.DESCRIPTOR)
    return cast(vocabulary_pb2.RecordKind.ValueType, number)


def kind_from_number(number: int, path: str) -> RecordKind:
    """The kind of record."""
    return _from_number(RecordKind, number, vocabulary_pb2.RecordKind.DESCRIPTOR, path)


def fact_to_number(fact: FactName) -> vocabulary_pb2.FactName.ValueType:
    """The contract's number of a fact."""
    number = _to_number(fact, vocabulary_pb2.FactName.DESCRIPTOR)
    return cast(vocabulary_pb2.FactName.ValueType, number)


def fact_from_number(number: int, path: str) -> FactName:
    """The fact."""
    return _from_number(FactName, number, vocabulary_pb2.FactName.DESCRIPTOR, path)


def _to_number(member: E, described: EnumDescriptor) -> int:
    return cast(int, enum_conversion(type(member), described).to_item(member))


def _from_number(kind: type[E], number: int, described: EnumDescriptor, path: str) -> E:
    return cast(E, enum_conversion(kind, described).from_item(number, path))
