"""A household is registered whole or not at all, found by a keyed hash, and erased by its key."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag

from agency_adapters.casefile import CaseFile
from domain.plan import PlanOutcome, PlanPhase
from services.store.database import Scope
from services.store.intake import IntakeOrder, OpenPlanExists
from services.store.keys import StoredKeyRing
from services.store.staff import Municipality
from services.store.tables import PlanRow
from tests.support.plans_by_hand import NOW, PlansByHand
from tests.support.stores import AStore
from workflows.contracts import PlanScope
from workflows.keys import HouseholdKeyMissing

HOME = Municipality("gm-rijnstede", "Rijnstede", "00000099900000000001")
ORDER = IntakeOrder(HOME.ref, PlanScope.FULL, "", "casusregisseur.rijnstede", "0" * 31 + "1", NOW)


@pytest.fixture(autouse=True)
async def _municipality(store: AStore) -> None:
    await store.staff.register_municipality(HOME)


async def test_the_register_gives_back_every_member_with_the_bsn(
    store: AStore, j01: CaseFile
) -> None:
    start = await store.intake.register(j01, ORDER)
    persons = await store.persons.persons_of(start.ref)
    assert {one.ref: one.bsn for one in persons} == {one.ref: one.bsn for one in j01.people}


async def test_names_are_given_back_for_the_people_of_the_municipality(
    store: AStore, j01: CaseFile
) -> None:
    start = await store.intake.register(j01, ORDER)
    names = await store.persons.names_of(start.ref)
    assert names == {one.ref: one.name for one in j01.people}


async def test_nothing_personal_stands_in_the_database_in_the_clear(
    store: AStore, j01: CaseFile
) -> None:
    start = await store.intake.register(j01, ORDER)
    await PlansByHand(store.snapshots, j01).start_plan(start)
    with store.server.admin(store.database_name) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        kept = "".join(
            str(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables
        )
    for person in j01.people:
        assert person.bsn not in kept
        assert person.name not in kept
    for lines in j01.address_lines.values():
        assert lines not in kept


async def test_an_applicant_with_an_open_plan_is_refused_naming_that_plan(
    store: AStore, j01: CaseFile
) -> None:
    first = await store.intake.register(j01, ORDER)
    with pytest.raises(OpenPlanExists) as refused:
        await store.intake.register(j01, ORDER)
    assert refused.value.plan_ref == first.ref.plan
    assert len(await store.plans.lines(HOME.ref)) == 1


async def test_of_two_intakes_at_once_one_is_refused(store: AStore, j01: CaseFile) -> None:
    outcomes = await asyncio.gather(
        *(store.intake.register(j01, ORDER) for _ in range(4)), return_exceptions=True
    )
    assert sum(isinstance(one, OpenPlanExists) for one in outcomes) == 3


async def test_an_applicant_may_be_assessed_beside_an_open_plan(
    store: AStore, j01: CaseFile
) -> None:
    await store.intake.register(j01, ORDER)
    trial = replace(ORDER, scope=PlanScope.ASSESSMENT_ONLY, administration="trial-1")
    await store.intake.register(j01, trial)
    await store.intake.register(j01, trial)


async def test_a_new_plan_may_follow_a_closed_one(store: AStore, j01: CaseFile) -> None:
    start = await store.intake.register(j01, ORDER)
    runner = PlansByHand(store.snapshots, j01)
    await runner.start_plan(start)
    closed = replace(
        runner.plans[start.ref.plan],
        sequence=9,
        phase=PlanPhase.CLOSED,
        outcome=PlanOutcome.WITHDRAWN,
    )
    await store.snapshots.save_plan(closed)
    again = await store.intake.register(j01, ORDER)
    assert again.ref != start.ref


async def test_taking_back_leaves_nothing_behind(store: AStore, j01: CaseFile) -> None:
    start = await store.intake.register(j01, ORDER)
    await store.intake.take_back(start.ref)
    assert await store.plans.line(HOME.ref, start.ref.plan) is None
    with pytest.raises(KeyError):
        await store.persons.persons_of(start.ref)
    with pytest.raises(HouseholdKeyMissing):
        await store.keys.key_of(start.ref.household)
    await store.intake.register(j01, ORDER)


async def test_erasing_destroys_the_key_and_with_it_every_sealed_column(
    store: AStore, j01: CaseFile
) -> None:
    start = await store.intake.register(j01, ORDER)
    await PlansByHand(store.snapshots, j01).start_plan(start)
    await store.intake.erase(start.ref, NOW)
    await store.intake.erase(start.ref, NOW)
    with pytest.raises(HouseholdKeyMissing):
        await store.keys.key_of(start.ref.household)
    with pytest.raises(KeyError):
        await store.persons.persons_of(start.ref)
    kept = await store.plans.plan(HOME.ref, start.ref.plan)
    assert kept is not None
    assert kept.snapshot is None


async def test_a_plan_that_was_never_started_is_found_again_as_it_was(
    store: AStore, j01: CaseFile
) -> None:
    start = await store.intake.register(j01, ORDER)
    later = NOW.replace(hour=23)
    assert await store.plans.not_started(HOME.ref, later) == (start,)
    await PlansByHand(store.snapshots, j01).start_plan(start)
    assert await store.plans.not_started(HOME.ref, later) == ()


async def test_another_master_key_opens_nothing(store: AStore, j01: CaseFile) -> None:
    start = await store.intake.register(j01, ORDER)
    with pytest.raises(InvalidTag):
        await StoredKeyRing(store.database, bytes(32)).key_of(start.ref.household)


async def test_the_applicant_is_found_by_a_hash_that_does_not_hold_the_bsn(
    store: AStore, j01: CaseFile
) -> None:
    await store.intake.register(j01, ORDER)
    async with store.database.transaction(Scope(HOME.ref)) as session:
        row = (await session.execute(PlanRow.__table__.select())).one()  # type: ignore[attr-defined]
    applicant = next(one for one in j01.people if one.ref == j01.household.applicant().id)
    assert applicant.bsn.encode() not in row.applicant_hash
    assert len(row.applicant_hash) == 32
