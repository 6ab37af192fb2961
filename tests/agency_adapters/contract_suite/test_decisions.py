"""What the law forbids is refused with its provisions; what it allows becomes a decision."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import replace

import pytest

from agency_adapters.casefile import records_to_json
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.contract.in_memory import InMemoryAgency
from agency_adapters.contract.port import PersonNumber
from agency_adapters.registry import profile_of
from domain.measures.own_decision import taken_back
from domain.records import Claim
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import AgencyHouse
from tests.support.contract_household import BSN_OF, TODAY, asker, confirm
from tests.support.lawful_and_not import OF, OWED_CENTS, OfOneAgency


@pytest.fixture
def law(agency: Agency) -> OfOneAgency:
    return OF[agency]


@pytest.fixture
async def bound(house: AgencyHouse, law: OfOneAgency) -> str:
    """A trial administration with the claims that the agency's law binds."""
    name = f"trial-{secrets.token_hex(6)}"
    async with house.development() as client:
        await client.load_dossier(BSN_OF, records_to_json(law.records), name)
    return name


async def test_assessing_what_is_not_allowed_names_the_rule_and_the_way_out(
    client: AgencyClient, law: OfOneAgency, bound: str
) -> None:
    for each in law.refused:
        judgement = await client.assess_measure(asker(bound), each.measure, TODAY)
        assert not judgement.lawful
        assert judgement.forbidden_by == each.forbidden_by
        assert judgement.instead_use == each.instead_use
        assert str(each.instead_use) in judgement.explanation
        assert judgement.effects == ()


async def test_applying_it_is_refused_likewise_and_changes_nothing(
    house: AgencyHouse, client: AgencyClient, law: OfOneAgency, bound: str
) -> None:
    before = await client.get_position(asker(bound), TODAY, tuple(RecordKind))
    for each in law.refused:
        with pytest.raises(AgencyRefused) as refused:
            await client.apply_measure(asker(bound), each.measure, TODAY, "key-1", "decision-1")
        assert refused.value.reason == "MEASURE_NOT_LAWFUL"
        expected = None if each.forbidden_by is None else str(each.forbidden_by)
        assert refused.value.forbidden_by == expected
        assert refused.value.instead_use == str(each.instead_use)
    assert await client.get_position(asker(bound), TODAY, tuple(RecordKind)) == before
    assert (await house.ledger(bound))["decisions"] == []


async def test_what_is_allowed_becomes_the_agencys_own_decision(
    house: AgencyHouse, client: AgencyClient, agency: Agency, law: OfOneAgency, bound: str
) -> None:
    judgement = await client.assess_measure(asker(bound), law.allowed, TODAY)
    assert (judgement.lawful, judgement.allowed_by) == (True, law.allowed.provision)
    receipt = await client.apply_measure(asker(bound), law.allowed, TODAY, "key-1", "decision-1")
    made = receipt.decision
    assert made is not None
    assert made.number == receipt.number
    assert made.number.startswith(profile_of(agency).number_prefix)
    assert (made.kind, made.ground) == (law.allowed.kind, law.allowed.provision)
    assert (made.made_on, made.reverted) == (TODAY, False)
    assert (made.amount_cents, made.debt_effect_cents) == (OWED_CENTS, -OWED_CENTS)
    # 23-11-2026 and six weeks (Awb 6:7-6:8)
    assert (made.objection_until, made.objection_to) == (dt.date(2027, 1, 4), law.objection_to)
    (kept,) = (await house.ledger(bound))["decisions"]
    assert (kept["number"], kept["decided"]) == (made.number, made.decided)
    assert kept["objection_clause"] == made.objection_clause


async def test_a_repeated_key_gives_the_same_decision_and_keeps_one(
    house: AgencyHouse, client: AgencyClient, law: OfOneAgency, bound: str
) -> None:
    who = asker(bound)
    first = await client.apply_measure(who, law.allowed, TODAY, "key-1", "decision-1")
    later = TODAY + dt.timedelta(days=3)
    assert await client.apply_measure(who, law.allowed, later, "key-1", "decision-1") == first
    assert len((await house.ledger(bound))["decisions"]) == 1


async def test_what_is_taken_back_stays_on_record_as_taken_back(
    house: AgencyHouse, client: AgencyClient, law: OfOneAgency, bound: str
) -> None:
    who = asker(bound)
    receipt = await client.apply_measure(who, law.allowed, TODAY, "key-1", "decision-1")
    back = await client.revert_measure(who, "key-1", TODAY, "reden")
    assert back == taken_back(receipt)
    assert await client.apply_measure(who, law.allowed, TODAY, "key-1", "decision-1") == back
    (kept,) = (await house.ledger(bound))["decisions"]
    assert kept["reverted"]
    position = await client.get_position(who, TODAY, (RecordKind.CLAIM,))
    assert {each.id for each in position.records if isinstance(each, Claim)} == {
        each.id for each in law.records if isinstance(each, Claim)
    }


async def test_what_only_prepares_says_that_no_objection_is_open(
    client: AgencyClient, agency: Agency, administration: str
) -> None:
    receipt = await client.apply_measure(
        asker(administration), confirm(agency), TODAY, "key-1", "decision-1"
    )
    assert receipt.decision is not None
    assert receipt.decision.objection_until is None
    assert "geen bezwaar open (Awb 6:3)" in receipt.decision.objection_clause


async def test_the_in_memory_twin_refuses_and_decides_the_same(
    client: AgencyClient, agency: Agency, law: OfOneAgency, bound: str
) -> None:
    persons = [PersonNumber(ref, bsn) for ref, bsn in BSN_OF.items()]
    twin = InMemoryAgency(agency, persons, law.records)
    for each in law.refused:
        real = await client.assess_measure(asker(bound), each.measure, TODAY)
        assert await twin.assess_measure(asker(""), each.measure, TODAY) == real
    real_receipt = await client.apply_measure(asker(bound), law.allowed, TODAY, "k", "d")
    twin_receipt = await twin.apply_measure(asker(""), law.allowed, TODAY, "k", "d")
    assert real_receipt.decision is not None
    assert twin_receipt.decision is not None
    assert replace(twin_receipt.decision, number=real_receipt.number) == real_receipt.decision
