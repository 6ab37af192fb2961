"""One municipality sees nothing of another, whatever is asked: also by raw SQL under the app's
role."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from agency_adapters.casefile import CaseFile
from domain.decisions import DecisionState
from domain.vocabulary import Agency
from services.store.database import NOBODY, Scope
from services.store.decisions import DecisionBook
from services.store.intake import IntakeOrder
from services.store.staff import Municipality
from tests.support.plans_by_hand import NOW, PlansByHand
from tests.support.stores import AStore
from workflows.contracts import PlanRef, PlanScope, PlanStart

WALLED = ("household", "household_key", "member", "plan", "decision", "vote", "worker")
HOME = "gm-rijnstede"
NEIGHBOUR = "gm-veenburg"


async def two_municipalities(store: AStore, case: CaseFile) -> tuple[PlanStart, PlanStart]:
    starts = []
    for ref, name in ((HOME, "Rijnstede"), (NEIGHBOUR, "Veenburg")):
        await store.staff.register_municipality(Municipality(ref, name, "00000099900000000001"))
        await store.staff.register_worker(f"casusregisseur.{name}", ref, "casusregisseur")
        start = await store.intake.register(
            case, IntakeOrder(ref, PlanScope.FULL, "", "someone", None, NOW)
        )
        await PlansByHand(store.snapshots, case).start_plan(start)
        starts.append(start)
    return starts[0], starts[1]


def rows_seen(store: AStore, table: str, **settings: str) -> list[tuple[object, ...]]:
    with store.as_app() as connection, connection.transaction():
        for name, value in settings.items():
            connection.execute("SELECT set_config(%s, %s, true)", (f"samenloop.{name}", value))
        return connection.execute(f"SELECT * FROM {table}").fetchall()


@pytest.mark.parametrize("table", WALLED)
async def test_raw_sql_without_a_scope_sees_no_row(
    store: AStore, j01: CaseFile, table: str
) -> None:
    await two_municipalities(store, j01)
    assert rows_seen(store, table) == []


@pytest.mark.parametrize("table", [one for one in WALLED if one != "vote"])
async def test_raw_sql_for_one_municipality_sees_its_own_rows_only(
    store: AStore, j01: CaseFile, table: str
) -> None:
    await two_municipalities(store, j01)
    own = rows_seen(store, table, municipality=HOME)
    assert own
    assert all(HOME in row and NEIGHBOUR not in row for row in own)


async def test_a_row_cannot_be_written_into_another_municipality(
    store: AStore, j01: CaseFile
) -> None:
    await two_municipalities(store, j01)
    with store.as_app() as connection, connection.transaction():
        connection.execute("SELECT set_config('samenloop.municipality', %s, true)", (HOME,))
        moved = connection.execute(
            "UPDATE plan SET phase = 'closed' WHERE municipality = %s", (NEIGHBOUR,)
        )
        assert moved.rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO worker VALUES ('intruder', %s, 'coordinator')", (NEIGHBOUR,)
            )


def test_the_application_owns_nothing_and_bypasses_no_wall(store: AStore) -> None:
    with store.as_app() as connection:
        role = connection.execute(
            "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        owned = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE tableowner = current_user"
        ).fetchone()
        open_tables = connection.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY(%s)"
            " AND NOT (relrowsecurity AND relforcerowsecurity)",
            (list(WALLED),),
        ).fetchall()
    assert role == (False, False)
    assert owned == (0,)
    assert open_tables == []


async def test_a_counted_vote_cannot_be_changed_or_removed_by_the_application(
    store: AStore,
) -> None:
    for statement in ("UPDATE vote SET kind = 'agree'", "DELETE FROM vote"):
        with store.as_app() as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)


async def test_a_liaison_sees_the_decisions_of_the_own_agency_everywhere_and_no_plan(
    store: AStore, j01: CaseFile
) -> None:
    home, neighbour = await two_municipalities(store, j01)
    book = DecisionBook(store.database, store.keys)
    seen = await book.decisions(Scope(agency=Agency.UWV))
    assert {one.plan for one in seen} == {home.ref, neighbour.ref}
    assert await book.decisions(Scope(agency=Agency.SVB)) == ()
    assert rows_seen(store, "plan", agency="uwv") == []
    assert rows_seen(store, "member", agency="uwv") == []


async def test_the_liaison_of_a_municipality_sees_that_municipality_only(
    store: AStore, j01: CaseFile
) -> None:
    home, _ = await two_municipalities(store, j01)
    seen = await DecisionBook(store.database, store.keys).decisions(
        Scope(agency=Agency.GEMEENTE, agency_municipality=HOME)
    )
    assert {one.plan for one in seen} == {home.ref}


async def test_reading_with_another_municipalitys_scope_finds_no_plan_and_no_persons(
    store: AStore, j01: CaseFile
) -> None:
    home, _ = await two_municipalities(store, j01)
    assert await store.plans.plan(NEIGHBOUR, home.ref.plan) is None
    with pytest.raises(KeyError):
        await store.persons.persons_of(PlanRef(NEIGHBOUR, home.ref.household, home.ref.plan))


async def test_the_scope_ends_with_its_transaction(store: AStore, j01: CaseFile) -> None:
    await two_municipalities(store, j01)
    for _ in range(20):
        async with store.database.transaction(Scope(HOME)):
            pass
        async with store.database.transaction(NOBODY) as session:
            connection = await session.connection()
            found = await connection.exec_driver_sql("SELECT count(*) FROM plan")
            assert found.scalar_one() == 0


async def test_a_local_agency_without_a_municipality_sees_no_decision_by_raw_sql_either(
    store: AStore, j01: CaseFile
) -> None:
    await two_municipalities(store, j01)
    assert rows_seen(store, "decision", agency="gemeente") == []
    assert rows_seen(store, "decision", agency="gemeente", agency_municipality=HOME)
    assert rows_seen(store, "decision", agency="uwv")


async def test_an_error_of_the_database_does_not_tell_what_was_written(store: AStore) -> None:
    with pytest.raises(SQLAlchemyError) as caught:
        async with store.database.transaction(NOBODY) as session:
            await session.execute(text("SELECT :bsn FROM nowhere"), {"bsn": "999901217"})
    assert "999901217" not in str(caught.value)


async def test_an_open_decision_is_listed_however_many_are_closed(
    store: AStore, j01: CaseFile
) -> None:
    home, _ = await two_municipalities(store, j01)
    book = DecisionBook(store.database, store.keys)
    first = (await book.decisions(Scope(HOME)))[0]
    for number in range(3):
        await store.snapshots.save_decision(
            replace(
                first,
                ref=f"d-old-{number}",
                state=DecisionState.LAPSED,
                deadline=NOW - dt.timedelta(days=number + 1),
            )
        )
    (listed,) = await book.decisions(Scope(home.ref.municipality), limit=1)
    assert listed.state is DecisionState.OPEN
