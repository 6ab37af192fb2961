"""The in-memory twin keeps the rules of the real thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.contract.in_memory import InMemoryAgency
from agency_adapters.contract.port import PersonNumber
from domain.vocabulary import Agency, RecordKind
from tests.support.contract_household import (
    BSN_OF,
    CHILD_ENTITLEMENT,
    RECORDS,
    TODAY,
    asker,
    confirm,
    decide_earlier,
    not_lawful,
)

WHO = asker("")


@pytest.fixture
def agency() -> InMemoryAgency:
    persons = [PersonNumber(ref, bsn) for ref, bsn in BSN_OF.items()]
    return InMemoryAgency(Agency.SVB, persons, RECORDS)


async def test_it_answers_about_who_is_asked_about_only(agency: InMemoryAgency) -> None:
    kid_only = asker("", asked_about=("kid",))
    position = await agency.get_position(kid_only, TODAY, tuple(RecordKind))
    assert [record.id for record in position.records] == [CHILD_ENTITLEMENT.id]


async def test_a_request_without_purpose_is_refused(agency: InMemoryAgency) -> None:
    with pytest.raises(AgencyRefused):
        await agency.get_position(replace(WHO, purpose=""), TODAY, tuple(RecordKind))


async def test_a_repeated_key_gives_the_first_receipt(agency: InMemoryAgency) -> None:
    measure = confirm(Agency.SVB)
    first = await agency.apply_measure(WHO, measure, TODAY, "key-1", "decision-1")
    assert await agency.apply_measure(WHO, measure, TODAY, "key-1", "decision-1") == first
    assert agency.receipts == (first,)


async def test_a_key_stands_for_one_measure(agency: InMemoryAgency) -> None:
    await agency.apply_measure(WHO, confirm(Agency.SVB), TODAY, "key-1", "decision-1")
    with pytest.raises(AgencyRefused) as refused:
        await agency.apply_measure(WHO, decide_earlier(Agency.SVB), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "IDEMPOTENCY_KEY_REUSED"


async def test_what_is_not_lawful_is_refused(agency: InMemoryAgency) -> None:
    with pytest.raises(AgencyRefused) as refused:
        await agency.apply_measure(WHO, not_lawful(Agency.SVB), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "MEASURE_NOT_LAWFUL"


async def test_taking_back_in_reverse_order_restores_everything(agency: InMemoryAgency) -> None:
    one, other = confirm(Agency.SVB, "application"), decide_earlier(Agency.SVB)
    await agency.apply_measure(WHO, one, TODAY, "key-1", "decision-1")
    await agency.apply_measure(WHO, other, TODAY, "key-2", "decision-1")
    with pytest.raises(AgencyRefused) as refused:
        await agency.revert_measure(WHO, "key-1", TODAY, "reden")
    assert refused.value.reason == "RECORD_CHANGED_SINCE"
    await agency.revert_measure(WHO, "key-2", TODAY, "reden")
    await agency.revert_measure(WHO, "key-1", TODAY, "reden")
    assert agency.records == RECORDS
    assert all(receipt.reverted for receipt in agency.receipts)


async def test_what_was_taken_back_before_it_came_is_refused(agency: InMemoryAgency) -> None:
    assert await agency.revert_measure(WHO, "key-1", TODAY, "reden") is None
    with pytest.raises(AgencyRefused) as refused:
        await agency.apply_measure(WHO, confirm(Agency.SVB), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "REVERTED_BEFORE_APPLIED"
