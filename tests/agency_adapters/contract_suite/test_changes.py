"""WatchChanges and ReportRegisterError."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest

from agency_adapters.casefile import records_to_json
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.contract.exchange import ErrorReport, RecordChange
from agency_adapters.registry import profile_of
from domain.records import MemberRef, Money, RecordRef, Ref
from domain.vocabulary import Agency, FactName
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import (
    BSN_OF,
    FORMER_PARTNER,
    LETTER,
    OTHERS_INCOME,
    RECORDS,
    TODAY,
    asker,
    confirm,
)

WRONG_PARTNER = ErrorReport(
    RecordRef("partner"), MemberRef("ann"), FactName.PARTNER, Ref(None), ("id_card",)
)


async def next_change(stream: AsyncGenerator[RecordChange]) -> RecordChange:
    async with asyncio.timeout(3):
        return await anext(stream)


async def test_changes_come_in_order_as_they_happen_and_only_about_who_is_asked_about(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    async with aclosing(client.watch_changes(who, deadline_seconds=20)) as stream:
        loaded = [await next_change(stream) for _ in range(len(RECORDS) - 1)]
        assert OTHERS_INCOME.id not in {change.ref for change in loaded}
        assert {change.because for change in loaded} == {"loaded"}
        waiting = asyncio.create_task(next_change(stream))
        receipt = await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
        change = await waiting
    assert (change.ref, change.because) == (LETTER.id, receipt.number)
    assert change.sequence > max(each.sequence for each in loaded)


async def test_who_comes_back_with_its_cursor_misses_nothing_and_hears_of_what_is_gone(
    house: AgencyHouse, client: AgencyClient, administration: str
) -> None:
    who = asker(administration)
    async with aclosing(client.watch_changes(who, deadline_seconds=20)) as stream:
        cursor = [await next_change(stream) for _ in range(len(RECORDS) - 1)][-1].sequence
    async with house.development() as development:
        await development.load_dossier(BSN_OF, records_to_json(RECORDS[1:]), administration)
    async with aclosing(
        client.watch_changes(who, after_sequence=cursor, deadline_seconds=20)
    ) as stream:
        gone = await next_change(stream)
    assert (gone.ref, gone.record, gone.because) == (LETTER.id, None, "loaded")


async def test_a_stream_ends_cleanly_when_the_agency_stops(
    agency: Agency, administration: str, ledger_dsns: dict[Agency, str], tls_directory: Path
) -> None:
    async with running_agency(agency, ledger_dsns[agency], tls_directory) as stopping:
        client = stopping.client()
        stream = client.watch_changes(asker(administration), deadline_seconds=20)
        await next_change(stream)
    rest = [change async for change in stream]
    assert len(rest) <= len(RECORDS)
    await client.close()


async def test_a_register_error_gets_a_number_and_a_day_once(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    receipt = await client.report_register_error(who, WRONG_PARTNER, TODAY, "report-1")
    term = profile_of(agency).answers_register_errors
    assert receipt.answer_by == term.last_day(TODAY)
    again = await client.report_register_error(who, WRONG_PARTNER, TODAY, "report-1")
    assert again == receipt


async def test_another_report_under_the_same_key_is_refused(
    client: AgencyClient, administration: str
) -> None:
    who = asker(administration)
    await client.report_register_error(who, WRONG_PARTNER, TODAY, "report-1")
    other = ErrorReport(
        RecordRef("partner"), MemberRef("ann"), FactName.PARTNER, Ref(FORMER_PARTNER)
    )
    with pytest.raises(AgencyRefused) as refused:
        await client.report_register_error(who, other, TODAY, "report-1")
    assert refused.value.reason == "IDEMPOTENCY_KEY_REUSED"


async def test_a_report_about_nobody_who_is_asked_about_is_refused(
    client: AgencyClient, administration: str
) -> None:
    other = ErrorReport(RecordRef("income"), FORMER_PARTNER, FactName.INCOME_YEAR, Money(1))
    with pytest.raises(AgencyRefused) as refused:
        await client.report_register_error(asker(administration), other, TODAY, "report-1")
    assert [violation.field for violation in refused.value.violations] == ["person"]
