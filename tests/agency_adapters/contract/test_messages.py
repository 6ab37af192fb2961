"""Records, measures and receipts cross the border exactly, or not at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example, names
from agency_adapters.contract.messages import (
    measure_from_message,
    measure_to_message,
    receipt_from_message,
    receipt_to_message,
    record_from_message,
    record_to_message,
)
from agency_adapters.contract.wire import MessageInvalid
from domain.measures import Measure, Receipt
from domain.records import (
    RECORD_TYPES,
    AddressRef,
    Body,
    Country,
    MemberRef,
    PartyRef,
    Payee,
    Record,
    RecordRef,
)
from domain.vocabulary import Agency
from samenloop.agency.v1 import record_pb2

TEXT = st.text(min_size=1, max_size=12)

st.register_type_strategy(str, TEXT)
st.register_type_strategy(int, st.integers(-(2**31), 2**31 - 1))
st.register_type_strategy(dt.date, st.dates())
for reference in (MemberRef, AddressRef, RecordRef, PartyRef):
    st.register_type_strategy(reference, TEXT.map(reference))
st.register_type_strategy(Country, st.sampled_from(["NL", "BE", "DE"]).map(Country))
st.register_type_strategy(
    Body,
    st.one_of(
        st.builds(Body, agency=st.sampled_from(Agency)),
        st.builds(Body, party=TEXT.map(PartyRef)),
    ),
)
st.register_type_strategy(
    Payee,
    st.one_of(
        st.builds(Payee, member=TEXT.map(MemberRef)),
        st.builds(Payee, agency=st.sampled_from(Agency)),
        st.builds(Payee, party=TEXT.map(PartyRef)),
        st.just(Payee(undisclosed=True)),
    ),
)

ANY_RECORD: st.SearchStrategy[Record] = st.one_of(
    *(st.from_type(kind) for kind in RECORD_TYPES.values())
)


@settings(max_examples=300, deadline=None)
@given(ANY_RECORD)
def test_any_record_comes_back_as_it_went_but_for_its_note(record: Record) -> None:
    sent = record_to_message(record).SerializeToString()
    assert record_from_message(record_pb2.Record.FromString(sent)) == replace(record, note=None)


@pytest.mark.parametrize("name", names())
def test_every_record_of_the_example_households_crosses_exactly(name: str) -> None:
    for records in load_case_file(example(name)).ledgers.values():
        for record in records:
            assert record_from_message(record_to_message(record)) == replace(record, note=None)


@given(st.from_type(Measure).filter(lambda measure: bool(measure.on)))
def test_any_measure_comes_back_as_it_went(measure: Measure) -> None:
    sent = measure_to_message(measure)
    assert measure_from_message(sent, measure.agency, "measure") == measure


@given(st.from_type(Receipt))
def test_any_receipt_comes_back_as_it_went(receipt: Receipt) -> None:
    assert receipt_from_message(receipt_to_message(receipt)) == receipt


@given(ANY_RECORD)
def test_a_record_without_its_id_is_refused(record: Record) -> None:
    message = record_to_message(record)
    message.ClearField("id")
    with pytest.raises(MessageInvalid) as invalid:
        record_from_message(message, "records[3]")
    assert invalid.value.field == "records[3].id"


def test_an_enum_that_is_not_known_is_refused_by_its_path() -> None:
    message = record_pb2.Record(id="x", persons=["p"])
    message.duty.SetInParent()
    with pytest.raises(MessageInvalid, match=r"record\.duty\.kind is missing or not a known"):
        record_from_message(message)


def test_a_record_without_a_body_is_refused() -> None:
    with pytest.raises(MessageInvalid, match="none of the twelve kinds"):
        record_from_message(record_pb2.Record(id="x"))
