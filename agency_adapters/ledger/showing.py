"""A ledger as JSON for people who develop: whole, but never with a BSN, a name or a note."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Result, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from agency_adapters.ledger.decisions import decision_of
from agency_adapters.ledger.errors import AdministrationUnknown
from agency_adapters.ledger.tables import (
    Administration,
    AppliedMeasure,
    Dossier,
    HeldRecord,
    Person,
    RecordVersion,
    RegisterError,
    present,
)

Shown = dict[str, object]


async def ledger_json(engine: AsyncEngine, administration: str) -> str:
    """{"dossiers": [{"persons", "records", "measures", "decisions", "history",
    "register_errors"}]}.

    `persons` is how many there are. Raises AdministrationUnknown.
    """
    async with engine.connect() as connection:
        name_is = col(Administration.name) == administration
        found = await connection.scalar(select(col(Administration.id)).where(name_is))
        if found is None:
            raise AdministrationUnknown
        shown = [await _dossier(connection, each) for each in await _dossiers(connection, found)]
    return json.dumps({"dossiers": shown}, ensure_ascii=False, default=str)


async def _dossiers(connection: AsyncConnection, administration_id: int) -> Sequence[int | None]:
    ids = select(col(Dossier.id)).where(col(Dossier.administration_id) == administration_id)
    return (await connection.scalars(ids.order_by(col(Dossier.id)))).all()


async def _dossier(connection: AsyncConnection, dossier_id: int | None) -> Shown:
    count = select(func.count()).where(col(Person.dossier_id) == dossier_id)
    return {
        "persons": await connection.scalar(count),
        "records": await _records(connection, dossier_id),
        "measures": await _measures(connection, dossier_id),
        "decisions": await _decisions(connection, dossier_id),
        "history": await _history(connection, dossier_id),
        "register_errors": await _register_errors(connection, dossier_id),
    }


async def _records(connection: AsyncConnection, dossier_id: int | None) -> list[Shown]:
    bodies = await connection.scalars(
        select(col(HeldRecord.body))
        .where(col(HeldRecord.dossier_id) == dossier_id)
        .order_by(col(HeldRecord.position))
    )
    return [_without_note(body) for body in bodies]


async def _measures(connection: AsyncConnection, dossier_id: int | None) -> list[Shown]:
    # more columns than `select` has types for
    columns: list[Any] = [
        col(AppliedMeasure.number),
        col(AppliedMeasure.measure),
        col(AppliedMeasure.idempotency_key),
        col(AppliedMeasure.decision_ref),
        col(AppliedMeasure.decided_on),
        col(AppliedMeasure.changed),
        col(AppliedMeasure.reverted),
        col(AppliedMeasure.reverted_on),
        col(AppliedMeasure.revert_reason),
        col(AppliedMeasure.at),
    ]
    rows = await connection.execute(
        select(*columns)
        .where(col(AppliedMeasure.dossier_id) == dossier_id)
        .order_by(col(AppliedMeasure.id))
    )
    return [
        {
            **row._mapping,
            "measure": json.loads(row.measure or "null"),
            "changed": json.loads(row.changed),
        }
        for row in rows
    ]


async def _decisions(connection: AsyncConnection, dossier_id: int | None) -> list[Shown]:
    of_dossier = select(col(AppliedMeasure.id)).where(col(AppliedMeasure.dossier_id) == dossier_id)
    ids = await connection.scalars(of_dossier.order_by(col(AppliedMeasure.id)))
    made = [await decision_of(connection, present(each)) for each in ids]
    return [
        {**asdict(decision), "objection_clause": decision.objection_clause}
        for decision in made
        if decision is not None
    ]


async def _history(connection: AsyncConnection, dossier_id: int | None) -> list[Shown]:
    rows: Result[Any] = await connection.execute(
        select(
            col(RecordVersion.sequence),
            col(RecordVersion.ref).label("record"),
            col(RecordVersion.because),
            col(RecordVersion.at),
            col(RecordVersion.body),
        )
        .where(col(RecordVersion.dossier_id) == dossier_id)
        .order_by(col(RecordVersion.sequence))
    )
    return [
        {**row._mapping, "body": None if row.body is None else _without_note(row.body)}
        for row in rows
    ]


async def _register_errors(connection: AsyncConnection, dossier_id: int | None) -> list[Shown]:
    rows = await connection.execute(
        select(col(RegisterError.number), col(RegisterError.report), col(RegisterError.answer_by))
        .where(col(RegisterError.dossier_id) == dossier_id)
        .order_by(col(RegisterError.id))
    )
    return [{**row._mapping, "report": json.loads(row.report)} for row in rows]


def _without_note(body: str) -> Shown:
    return {name: value for name, value in json.loads(body).items() if name != "note"}
