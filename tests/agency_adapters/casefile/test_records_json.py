from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agency_adapters.casefile import CaseFileInvalid, records_from_json, records_to_json
from agency_adapters.casefile.examples import example, names
from agency_adapters.casefile.records import records_from
from domain.records import (
    RECORD_TYPES,
    Body,
    FactUsed,
    MemberRef,
    PartyRef,
    Payee,
    Record,
    Recovery,
    Ref,
)
from domain.vocabulary import Agency, Department


def _ledgers(name: str) -> list[list[dict[str, Any]]]:
    file = json.loads(example(name))
    parties = [party["records"] for party in file["intake"]["parties"]]
    return [*file["agencies"].values(), *parties]


def _without_null(record: dict[str, Any]) -> dict[str, Any]:
    """`processed_on: null` says the same as leaving it out."""
    return {key: value for key, value in record.items() if (key, value) != ("processed_on", None)}


@pytest.mark.parametrize("name", names())
def test_what_is_written_is_what_was_read(name: str) -> None:
    for ledger in _ledgers(name):
        records = records_from_json(json.dumps(ledger))
        assert records_from_json(records_to_json(records)) == records
        written = json.loads(records_to_json(records))
        assert written == [_without_null(record) for record in ledger]


BODIES = st.one_of(
    st.builds(
        Body,
        agency=st.sampled_from(Agency),
        department=st.sampled_from(Department),
        party=st.none(),
    ),
    st.builds(Body, agency=st.sampled_from(Agency), department=st.none(), party=st.none()),
    st.builds(Body, agency=st.none(), department=st.none(), party=st.from_type(PartyRef)),
)
PAYEES = st.one_of(
    st.from_type(MemberRef).map(lambda ref: Payee(member=ref)),
    st.sampled_from(Agency).map(lambda agency: Payee(agency=agency)),
    st.from_type(PartyRef).map(lambda ref: Payee(party=ref)),
    st.just(Payee(undisclosed=True)),
)
st.register_type_strategy(Body, BODIES)
st.register_type_strategy(Payee, PAYEES)
RECORDS = st.one_of(*(st.from_type(kind) for kind in RECORD_TYPES.values()))


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, max_size=4))
def test_any_records_survive_writing_and_reading(records: list[Record]) -> None:
    assert records_from_json(records_to_json(records)) == tuple(records)


def test_no_partner_is_a_value_and_stays_one() -> None:
    ledger = [
        {
            "record": "fact_used",
            "id": "t-partner",
            "persons": ["p1"],
            "fact": "partner",
            "value": {"ref": None},
            "origin": "declared",
            "certainty": "declared",
        }
    ]
    (record,) = records_from_json(json.dumps(ledger))
    assert isinstance(record, FactUsed)
    assert record.value == Ref(None)
    assert json.loads(records_to_json((record,))) == ledger


def test_python_names_are_not_names_of_the_format() -> None:
    (record,) = records_from_json(json.dumps([_recovery()]))
    assert isinstance(record, Recovery)
    assert record.for_record == "t-kot"
    with pytest.raises(CaseFileInvalid):
        records_from_json(json.dumps([{**_recovery(), "for_record": "t-kot"}]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("1" * 5_000, "a number that is too long"),
        ('[{"record": "\\ud800"}]', "cannot be read"),
        ('[{"record": "debt"}]', "/0: cannot be read"),
        ('[{"record": "duty", "id": "x"}]', "/0/duty/persons: cannot be read (missing)"),
    ],
)
def test_what_cannot_be_read_is_told_without_quoting_it(text: str, message: str) -> None:
    with pytest.raises(CaseFileInvalid) as caught:
        records_from_json(text)
    assert message in str(caught.value)


def test_a_whole_number_may_be_written_with_a_fraction_of_nothing() -> None:
    written = json.dumps([{**_recovery(), "amount_monthly_cents": 36000.0}])
    assert records_from_json(written) == records_from_json(json.dumps([_recovery()]))


def test_problems_in_records_are_told_with_the_place_of_their_ledger() -> None:
    with pytest.raises(CaseFileInvalid) as caught:
        records_from([_recovery(), {"record": "duty"}], "/agencies/uwv")
    assert {problem.path.rsplit("/", 1)[0] for problem in caught.value.problems} == {
        "/agencies/uwv/1/duty"
    }


def _recovery() -> dict[str, Any]:
    return {
        "record": "recovery",
        "id": "t-kot-setoff",
        "persons": ["p1"],
        "for": "t-kot",
        "method": "set_off",
        "status": "running",
        "amount_monthly_cents": 36000,
        "from": "2026-11-01",
    }
