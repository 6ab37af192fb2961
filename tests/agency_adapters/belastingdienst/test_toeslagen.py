"""Dienst Toeslagen with the household of J01: what it may do for them, and what the law forbids."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused
from domain.measures import Measure, MeasureKind
from domain.records import Claim, Hold, Provision, RecordRef, Recovery
from domain.vocabulary import Agency, Department, Law, RecordKind, RecoveryStatus
from tests.support.agencies import AgencyHouse, asker_of, running_agency

CASE = load_case_file(example("J01"))
ASKER = asker_of(CASE, "toeslagen")
HOLD_AND_REDUCE = (
    Measure(
        ref="m-hold",
        agency=Agency.BELASTINGDIENST,
        department=Department.TOESLAGEN,
        kind=MeasureKind.HOLD,
        provision=Provision(Law.AWIR, "31"),
        on=(RecordRef("t-kot"), RecordRef("t-kot-setoff")),
        deviates_from_law=True,
        until=dt.date(2027, 5, 31),
    ),
    Measure(
        ref="m-reduce",
        agency=Agency.BELASTINGDIENST,
        department=Department.TOESLAGEN,
        kind=MeasureKind.REDUCE,
        provision=Provision(Law.AWIR, "26", "2"),
        on=(RecordRef("t-kot"),),
        deviates_from_law=True,
        amount_cents=432_000,
    ),
)


@pytest.fixture
async def toeslagen(
    ledger_dsns: dict[Agency, str], tls_directory: Path
) -> AsyncIterator[AgencyHouse]:
    agency = Agency.BELASTINGDIENST
    async with running_agency(agency, ledger_dsns[agency], tls_directory) as house:
        async with house.development() as development:
            await development.remove_administration("toeslagen")
        await house.load(CASE, "toeslagen")
        yield house


async def apply_all(client: AgencyClient) -> None:
    for measure in HOLD_AND_REDUCE:
        await client.apply_measure(
            ASKER, measure, CASE.intake_date, f"plan/{measure.ref}", "decision-1"
        )


async def test_a_hold_and_a_reduction_stand_in_the_ledger(toeslagen: AgencyHouse) -> None:
    async with toeslagen.client() as client:
        await apply_all(client)
        position = await client.get_position(ASKER, CASE.intake_date, tuple(RecordKind))
    held = {type(record): record for record in position.records}
    claim, hold, recovery = held[Claim], held[Hold], held[Recovery]
    assert isinstance(claim, Claim)
    assert claim.outstanding_cents == 432_000
    assert isinstance(hold, Hold)
    assert (hold.covers, hold.until) == ((claim.id,), dt.date(2027, 5, 31))
    assert isinstance(recovery, Recovery)
    assert recovery.status is RecoveryStatus.ENDED


async def test_both_are_taken_back_in_reverse_to_what_was(toeslagen: AgencyHouse) -> None:
    async with toeslagen.client() as client:
        before = await client.get_position(ASKER, CASE.intake_date, tuple(RecordKind))
        await apply_all(client)
        for measure in reversed(HOLD_AND_REDUCE):
            key = f"plan/{measure.ref}"
            await client.revert_measure(ASKER, key, CASE.intake_date, "het geheel ging niet door")
        assert await client.get_position(ASKER, CASE.intake_date, tuple(RecordKind)) == before


async def test_remission_is_refused_with_the_law_that_forbids_it_and_what_to_use_instead(
    toeslagen: AgencyHouse,
) -> None:
    remit = Measure(
        ref="m-remit",
        agency=Agency.BELASTINGDIENST,
        department=Department.TOESLAGEN,
        kind=MeasureKind.REMIT,
        provision=Provision(Law.AWIR, "31"),
        on=(RecordRef("t-kot"),),
        deviates_from_law=True,
    )
    async with toeslagen.client() as client:
        with pytest.raises(AgencyRefused) as refused:
            await client.apply_measure(ASKER, remit, CASE.intake_date, "key-1", "decision-1")
    assert refused.value.reason == "MEASURE_NOT_LAWFUL"
    assert (refused.value.forbidden_by, refused.value.instead_use) == (
        "Awir 31bis",
        "Awir 26 lid 2",
    )
