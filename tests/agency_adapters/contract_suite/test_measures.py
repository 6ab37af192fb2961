"""Assess, apply and revert: lawful or refused, once per key, and all of it taken back."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace

import pytest

from agency_adapters.casefile import records_to_json
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.contract.port import PersonNumber
from agency_adapters.registry import profile_of
from domain.measures.own_decision import taken_back
from domain.position import Position
from domain.records import Application, MemberRef, Notice, RecordRef
from domain.vocabulary import Agency, NoticeStatus, RecordKind
from tests.support.agencies import AgencyHouse
from tests.support.contract_household import (
    APPLICATION,
    BSN_OF,
    CARE,
    RECORDS,
    TODAY,
    asker,
    confirm,
    decide_earlier,
    not_lawful,
)


async def position(client: AgencyClient, administration: str) -> Position:
    return await client.get_position(asker(administration), TODAY, tuple(RecordKind))


async def test_assessing_says_what_would_happen_and_changes_nothing(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    before = await position(client, administration)
    judgement = await client.assess_measure(asker(administration), confirm(agency), TODAY)
    assert (judgement.lawful, judgement.allowed_by) == (True, CARE)
    assert [effect.record for effect in judgement.effects] == ["letter"]
    assert await position(client, administration) == before


async def test_assessing_what_is_not_lawful_says_so(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    judgement = await client.assess_measure(asker(administration), not_lawful(agency), TODAY)
    assert not judgement.lawful
    assert judgement.explanation


async def test_a_measure_is_carried_out_with_a_receipt_of_the_agencys_own(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    receipt = await client.apply_measure(
        asker(administration), confirm(agency), TODAY, "key-1", "decision-1"
    )
    assert receipt.number.startswith(f"{profile_of(agency).number_prefix}-2026-")
    assert (receipt.agency, receipt.measure_ref) == (agency, "m-confirm")
    assert (receipt.changed, receipt.reverted) == ((RecordRef("letter"),), False)
    letter = (await position(client, administration)).records[0]
    assert isinstance(letter, Notice)
    assert letter.status is NoticeStatus.SENT
    history = (await house.ledger(administration))["history"]
    assert [entry["because"] for entry in history if entry["record"] == "letter"] == [
        "loaded",
        receipt.number,
    ]


async def test_the_same_key_again_gives_the_first_receipt_and_changes_nothing(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    first = await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    again = await client.apply_measure(
        who, confirm(agency), TODAY + dt.timedelta(days=3), "key-1", "decision-1"
    )
    assert again == first
    assert len((await house.ledger(administration))["measures"]) == 1


async def test_the_same_key_at_the_same_moment_changes_once(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    who, measure = asker(administration), confirm(agency)
    receipts = await asyncio.gather(
        *(client.apply_measure(who, measure, TODAY, "key-1", "decision-1") for _ in range(8))
    )
    assert len(set(receipts)) == 1
    history = (await house.ledger(administration))["history"]
    assert len([entry for entry in history if entry["record"] == "letter"]) == 2


async def test_different_keys_at_the_same_moment_follow_one_another(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    one, other = await asyncio.gather(
        client.apply_measure(who, confirm(agency, "application"), TODAY, "key-1", "decision-1"),
        client.apply_measure(who, decide_earlier(agency), TODAY, "key-2", "decision-1"),
    )
    assert one.number != other.number
    application = next(
        record
        for record in (await position(client, administration)).records
        if record.id == APPLICATION.id
    )
    assert isinstance(application, Application)
    assert (application.waits_for, application.decide_by) == ((), dt.date(2026, 12, 1))


async def test_a_key_with_another_measure_under_it_is_refused(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    with pytest.raises(AgencyRefused) as refused:
        await client.apply_measure(who, decide_earlier(agency), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "IDEMPOTENCY_KEY_REUSED"


async def test_what_is_not_lawful_is_refused_and_leaves_the_key_free(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    before = await position(client, administration)
    with pytest.raises(AgencyRefused) as refused:
        await client.apply_measure(who, not_lawful(agency), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "MEASURE_NOT_LAWFUL"
    assert await position(client, administration) == before
    await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")


@pytest.mark.parametrize("record", ["no-such-record", "income"])
async def test_a_record_that_is_not_about_who_is_asked_about_cannot_be_touched(
    client: AgencyClient, agency: Agency, administration: str, record: str
) -> None:
    with pytest.raises(AgencyRefused) as refused:
        await client.apply_measure(
            asker(administration), confirm(agency, record), TODAY, "key-1", "decision-1"
        )
    assert refused.value.reason == "RECORD_UNKNOWN"


async def test_reverting_restores_what_was_and_keeps_both_in_the_history(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    before = await position(client, administration)
    receipt = await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    reverted = await client.revert_measure(who, "key-1", TODAY, "het geheel ging niet door")
    assert reverted == taken_back(receipt)
    assert await position(client, administration) == before
    history = (await house.ledger(administration))["history"]
    assert [entry["because"] for entry in history if entry["record"] == "letter"] == [
        "loaded",
        receipt.number,
        receipt.number,
    ]


async def test_reverting_twice_changes_nothing_and_a_late_apply_does_not_apply_again(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    first = await client.revert_measure(who, "key-1", TODAY, "reden")
    before = await position(client, administration)
    assert await client.revert_measure(who, "key-1", TODAY, "reden") == first
    late = await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    assert late == first
    assert await position(client, administration) == before


async def test_measures_on_one_record_are_taken_back_in_reverse_order(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    before = await position(client, administration)
    await client.apply_measure(who, confirm(agency, "application"), TODAY, "key-1", "decision-1")
    await client.apply_measure(who, decide_earlier(agency), TODAY, "key-2", "decision-1")
    await client.revert_measure(who, "key-2", TODAY, "reden")
    await client.revert_measure(who, "key-1", TODAY, "reden")
    assert await position(client, administration) == before


async def test_what_was_changed_since_is_left_for_a_person(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    await client.apply_measure(who, confirm(agency, "application"), TODAY, "key-1", "decision-1")
    await client.apply_measure(who, decide_earlier(agency), TODAY, "key-2", "decision-1")
    before = await position(client, administration)
    with pytest.raises(AgencyRefused) as refused:
        await client.revert_measure(who, "key-1", TODAY, "reden")
    assert refused.value.reason == "RECORD_CHANGED_SINCE"
    assert await position(client, administration) == before


async def test_what_was_taken_back_before_it_came_is_refused_when_it_comes(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    before = await position(client, administration)
    assert await client.revert_measure(who, "key-1", TODAY, "reden") is None
    assert await client.revert_measure(who, "key-1", TODAY, "reden") is None
    with pytest.raises(AgencyRefused) as refused:
        await client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1")
    assert refused.value.reason == "REVERTED_BEFORE_APPLIED"
    assert await position(client, administration) == before


async def test_apply_and_revert_at_the_same_moment_end_with_nothing_changed(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    who = asker(administration)
    before = await position(client, administration)
    await asyncio.gather(
        client.apply_measure(who, confirm(agency), TODAY, "key-1", "decision-1"),
        client.revert_measure(who, "key-1", TODAY, "reden"),
        return_exceptions=True,
    )
    await client.revert_measure(who, "key-1", TODAY, "reden")
    assert await position(client, administration) == before


async def test_the_same_key_in_another_administration_is_another_key(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    other = f"{administration}-other"
    async with house.development() as development:
        await development.load_dossier(BSN_OF, records_to_json(RECORDS), other)
    before = await position(client, other)
    measure = confirm(agency)
    await client.apply_measure(asker(administration), measure, TODAY, "key-1", "decision-1")
    assert await position(client, other) == before
    await client.apply_measure(asker(other), measure, TODAY, "key-1", "decision-1")


async def test_a_household_cannot_take_back_what_was_done_for_another(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    stranger = replace(
        asker(administration),
        persons=(PersonNumber(MemberRef("ann"), "000009878"),),
    )
    await client.apply_measure(asker(administration), confirm(agency), TODAY, "key-1", "decision-1")
    with pytest.raises(AgencyRefused) as refused:
        await client.revert_measure(stranger, "key-1", TODAY, "reden")
    assert refused.value.reason == "IDEMPOTENCY_KEY_REUSED"
