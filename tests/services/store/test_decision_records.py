"""Decision records are written once, in a chain that the database itself keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import psycopg
import pytest

from agency_adapters.casefile import CaseFile
from domain.decision_record import BreakKind, genesis_of, verify
from domain.decisions import DecisionState
from domain.measures import Receipt
from services.store.database import Scope
from services.store.decision_records import DecisionRecords
from services.store.intake import IntakeOrder
from services.store.staff import Municipality
from tests.support.plans_by_hand import NOW, PlansByHand
from tests.support.records import receipt_of
from tests.support.stores import AStore
from workflows.contracts import DecisionSnapshot, PlanScope, PlanStart

HOME = "gm-rijnstede"
NEIGHBOUR = "gm-veenburg"
GENESIS = genesis_of(HOME)


@pytest.fixture
def records(store: AStore) -> DecisionRecords:
    return DecisionRecords(store.database, store.keys)


@pytest.fixture
async def start(store: AStore, j01: CaseFile) -> PlanStart:
    await store.staff.register_municipality(Municipality(HOME, "Rijnstede", "0" * 20))
    return await store.intake.register(
        j01, IntakeOrder(HOME, PlanScope.FULL, "", "someone", None, NOW)
    )


@pytest.fixture
async def decision(store: AStore, j01: CaseFile, start: PlanStart) -> DecisionSnapshot:
    """A decision that is still open."""
    runner = PlansByHand(store.snapshots, j01)
    await runner.start_plan(start)
    return next(iter(runner.decisions.values()))


def carried_out(decision: DecisionSnapshot, ref: str = "") -> DecisionSnapshot:
    option = decision.bundle.options[0]
    return replace(
        decision,
        ref=ref or decision.ref,
        sequence=decision.sequence + 1,
        state=DecisionState.CARRIED_OUT,
        chosen_option=option.ref,
        decided=option,
        receipts=tuple(receipt_of(each, number) for number, each in enumerate(option.measures)),
        closed_at=NOW,
    )


async def test_a_decision_that_closes_carried_out_gets_a_record(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    done = carried_out(decision)
    await store.snapshots.save_decision(replace(done, closed_at=None))
    assert await records.latest(HOME, decision.ref) is None
    await store.snapshots.save_decision(replace(done, sequence=done.sequence + 1))
    kept = await records.latest(HOME, decision.ref)
    assert kept is not None
    assert (kept.version, kept.previous_hash) == (1, GENESIS)
    assert kept.body is not None
    assert decision.ref in kept.body
    assert verify(await records.chain(HOME), GENESIS) is None


async def test_saving_it_again_adds_nothing(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    done = carried_out(decision)
    for sequence in (9, 9, 10):
        await store.snapshots.save_decision(replace(done, sequence=sequence))
    assert len(await records.chain(HOME)) == 1


async def test_a_later_change_is_a_next_version_linked_to_the_first(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    done = carried_out(decision)
    await store.snapshots.save_decision(done)
    first = await records.latest(HOME, decision.ref)
    changed: tuple[Receipt, ...] = (
        replace(done.receipts[0], number="UWV-2026-999"),
        *done.receipts[1:],
    )
    later = replace(done, sequence=done.sequence + 1, receipts=changed)
    await store.snapshots.save_decision(later)
    await store.snapshots.save_decision(replace(later, sequence=later.sequence + 1))
    second = await records.latest(HOME, decision.ref)
    assert first is not None
    assert second is not None
    assert second.version == 2
    assert second.previous_hash == first.hash
    assert second.body is not None
    assert f'"replaces":"{first.hash}"' in second.body


@pytest.mark.parametrize(
    "state", [one for one in DecisionState if one is not DecisionState.CARRIED_OUT]
)
async def test_a_decision_that_ended_otherwise_gets_none(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot, state: DecisionState
) -> None:
    await store.snapshots.save_decision(replace(carried_out(decision), state=state))
    assert await records.chain(HOME) == ()


async def test_decisions_that_close_at_once_stand_in_one_chain(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    several = [carried_out(decision, f"d-at-once-{number}") for number in range(6)]
    await asyncio.gather(*(store.snapshots.save_decision(each) for each in several))
    chain = await records.chain(HOME)
    assert {link.decision for link in chain} == {each.ref for each in several}
    assert verify(chain, GENESIS) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision_record SET hash = 'x'",
        "UPDATE decision_record SET body_sealed = NULL",
        "UPDATE decision_record SET version = version",
        "DELETE FROM decision_record",
        "TRUNCATE decision_record",
    ],
)
async def test_the_database_refuses_to_change_or_remove_a_record_whoever_asks(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot, statement: str
) -> None:
    await store.snapshots.save_decision(carried_out(decision))
    for connect in (_as_owner(store), _as_app(store)):
        with connect() as connection:
            connection.execute("SELECT set_config('samenloop.municipality', %s, false)", (HOME,))
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
    assert len(await records.chain(HOME)) == 1


async def test_erasing_the_household_takes_the_body_and_leaves_the_chain(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot, start: PlanStart
) -> None:
    await store.snapshots.save_decision(carried_out(decision, "d-one"))
    await store.snapshots.save_decision(carried_out(decision, "d-two"))
    before = await records.chain(HOME)
    for _ in range(2):
        await store.intake.erase(start.ref, NOW)
    after = await records.chain(HOME)
    assert [link.body for link in after] == [None, None]
    assert [link.hash for link in after] == [link.hash for link in before]
    assert verify(after, GENESIS) is None
    with store.server.admin(store.database_name) as connection:
        sealed = connection.execute("SELECT body_sealed FROM decision_record").fetchall()
    assert sealed == [(None,), (None,)]


async def test_who_goes_round_the_guard_is_found_by_the_chain(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    for number in range(3):
        await store.snapshots.save_decision(carried_out(decision, f"d-{number}"))
    with store.server.admin(store.database_name) as connection:
        connection.execute("ALTER TABLE decision_record DISABLE TRIGGER USER")
        connection.execute("UPDATE decision_record SET hash = %s WHERE place = 2", ("f" * 64,))
    found = verify(await records.chain(HOME), GENESIS)
    assert found is not None
    assert (found.place, found.decision, found.kind) == (1, "d-1", BreakKind.CHANGED)


async def test_another_municipality_sees_no_record(
    store: AStore, records: DecisionRecords, decision: DecisionSnapshot
) -> None:
    await store.snapshots.save_decision(carried_out(decision))
    assert await records.latest(NEIGHBOUR, decision.ref) is None
    assert await records.chain(NEIGHBOUR) == ()
    async with store.database.transaction(Scope()) as session:
        seen = await (await session.connection()).exec_driver_sql(
            "SELECT count(*) FROM decision_record"
        )
        assert seen.scalar_one() == 0


async def test_nothing_of_a_record_stands_in_the_clear(
    store: AStore, decision: DecisionSnapshot
) -> None:
    await store.snapshots.save_decision(carried_out(decision))
    with store.server.admin(store.database_name) as connection:
        text = str(connection.execute("SELECT t::text FROM decision_record t").fetchall())
    assert "Awb" not in text
    assert "besluit" not in text


Connect = Callable[[], psycopg.Connection[tuple[object, ...]]]


def _as_owner(store: AStore) -> Connect:
    return lambda: store.server.admin(store.database_name)


def _as_app(store: AStore) -> Connect:
    return store.as_app
