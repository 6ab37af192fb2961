"""Idempotency keys of measures: claimed once, by an order or by a taking back that came first."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from agency_adapters.ledger.households import HeldHousehold
from agency_adapters.ledger.tables import AppliedMeasure, present
from domain.measures import Measure
from domain.records import RecordRef

_MEASURE = TypeAdapter(Measure)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: a measure under its key, on a day, for a joint decision."""

    measure: Measure
    idempotency_key: str
    on: dt.date
    decision_ref: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What is asked back: the key of the measure, on a day, with the reason."""

    idempotency_key: str
    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """A measure that was carried out under a key, with what the receipt says of it."""

    id: int
    dossier_id: int
    measure: Measure
    number: str
    decided_on: dt.date
    changed: tuple[RecordRef, ...]
    reverted: bool


async def claim(connection: AsyncConnection, household: HeldHousehold, order: Order) -> int | None:
    """The row of a new order, or None when its key was used before."""
    return await _insert_once(
        connection,
        {
            "administration_id": household.administration_id,
            "idempotency_key": order.idempotency_key,
            "measure": _MEASURE.dump_json(order.measure).decode(),
            "decision_ref": order.decision_ref,
            "decided_on": order.on,
            "changed": "[]",
            "reverted": False,
        },
    )


async def bar(connection: AsyncConnection, household: HeldHousehold, back: TakeBack) -> bool:
    """Remember that a key must never be applied; False when it was used before."""
    row = await _insert_once(
        connection,
        {
            "administration_id": household.administration_id,
            "idempotency_key": back.idempotency_key,
            "changed": "[]",
            "reverted": True,
            "reverted_on": back.on,
            "revert_reason": back.reason,
        },
    )
    return row is not None


async def carried_out(
    connection: AsyncConnection, household: HeldHousehold, idempotency_key: str
) -> CarriedOut | None:
    """The measure under a key that is in use, locked; None when it was barred before it came."""
    statement = (
        select(
            col(AppliedMeasure.id),
            col(AppliedMeasure.dossier_id),
            col(AppliedMeasure.measure),
            col(AppliedMeasure.number),
            col(AppliedMeasure.decided_on),
            col(AppliedMeasure.changed),
            col(AppliedMeasure.reverted),
        )
        .where(
            col(AppliedMeasure.administration_id) == household.administration_id,
            col(AppliedMeasure.idempotency_key) == idempotency_key,
        )
        .with_for_update()
    )
    row = (await connection.execute(statement)).one()
    if row.number is None:
        return None
    return CarriedOut(
        id=present(row.id),
        dossier_id=present(row.dossier_id),
        measure=_MEASURE.validate_json(present(row.measure)),
        number=row.number,
        decided_on=present(row.decided_on),
        changed=tuple(RecordRef(ref) for ref in json.loads(row.changed)),
        reverted=row.reverted,
    )


async def _insert_once(connection: AsyncConnection, row: Mapping[str, object]) -> int | None:
    # waits for a concurrent transaction with the same key, and gives None when that one commits
    statement = (
        insert(AppliedMeasure)
        .values(**row)
        .on_conflict_do_nothing(
            index_elements=[
                col(AppliedMeasure.administration_id),
                col(AppliedMeasure.idempotency_key),
            ]
        )
        .returning(col(AppliedMeasure.id))
    )
    return (await connection.execute(statement)).scalar_one_or_none()
