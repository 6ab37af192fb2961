"""Changing records: every change is a version with its number and its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from agency_adapters.ledger.bodies import bodies_of
from agency_adapters.ledger.numbers import take
from agency_adapters.ledger.tables import CHANGES, Dossier, HeldRecord, RecordVersion, present
from domain.records import Record

LOADED = "loaded"


@dataclass(frozen=True, slots=True)
class HeldText:
    """A record as the ledger keeps it now: its text, its place and the change it came with."""

    ref: str
    kind: str
    position: int
    body: str
    content: int


@dataclass(frozen=True, slots=True)
class NewContent:
    """What a record becomes. No `body`: it is gone; `content`: the earlier change restored."""

    ref: str
    kind: str
    position: int
    body: str | None
    content_before: int | None
    content: int | None = None


@dataclass(frozen=True, slots=True)
class MadeChange:
    """A change that was made earlier: which record, whether it went, and the content before it."""

    sequence: int
    ref: str
    removed: bool
    content_before: int | None


async def held_texts(connection: AsyncConnection, dossier_id: int) -> dict[str, HeldText]:
    """All records of a dossier, by reference, in their order."""
    rows = await connection.execute(
        select(
            col(HeldRecord.ref),
            col(HeldRecord.kind),
            col(HeldRecord.position),
            col(HeldRecord.body),
            col(HeldRecord.content),
        )
        .where(col(HeldRecord.dossier_id) == dossier_id)
        .order_by(col(HeldRecord.position))
    )
    return {row.ref: HeldText(*row) for row in rows}


def differences(held: Mapping[str, HeldText], records: Sequence[Record]) -> list[NewContent]:
    """What has to change for the dossier to hold exactly these records."""
    changes = [
        NewContent(text.ref, text.kind, text.position, None, text.content)
        for text in held.values()
        if text.ref not in {record.id for record in records}
    ]
    for position, (record, body) in enumerate(zip(records, bodies_of(records), strict=True)):
        before = held.get(record.id)
        if before is None or before.body != body:
            content_before = None if before is None else before.content
            changes.append(NewContent(record.id, record.record, position, body, content_before))
    return changes


async def record_changes(
    connection: AsyncConnection,
    dossier_id: int,
    changes: Sequence[NewContent],
    because: str,
    measure_id: int | None = None,
) -> None:
    """Make the changes and write them in the history, within the caller's transaction."""
    if not changes:
        return
    last = await take(connection, CHANGES, len(changes))
    numbered = list(zip(range(last - len(changes) + 1, last + 1), changes, strict=True))
    await connection.execute(
        insert(RecordVersion),
        [_version(dossier_id, number, c, because, measure_id) for number, c in numbered],
    )
    await _keep(connection, dossier_id, numbered)
    await connection.execute(
        update(Dossier).where(col(Dossier.id) == dossier_id).values(sequence=last)
    )


def _version(
    dossier_id: int, number: int, change: NewContent, because: str, measure_id: int | None
) -> dict[str, object]:
    return {
        "sequence": number,
        "dossier_id": dossier_id,
        "ref": change.ref,
        "body": change.body,
        "because": because,
        "measure_id": measure_id,
        "content_before": change.content_before,
    }


async def _keep(
    connection: AsyncConnection, dossier_id: int, numbered: Sequence[tuple[int, NewContent]]
) -> None:
    gone = [change.ref for _, change in numbered if change.body is None]
    if gone:
        await connection.execute(
            delete(HeldRecord).where(
                col(HeldRecord.dossier_id) == dossier_id, col(HeldRecord.ref).in_(gone)
            )
        )
    kept = [
        {
            "dossier_id": dossier_id,
            "ref": change.ref,
            "kind": change.kind,
            "position": change.position,
            "body": change.body,
            "sequence": number,
            "content": number if change.content is None else change.content,
        }
        for number, change in numbered
        if change.body is not None
    ]
    if kept:
        statement = insert(HeldRecord)
        same_key = [col(HeldRecord.dossier_id), col(HeldRecord.ref)]
        new = {name: statement.excluded[name] for name in ("kind", "body", "sequence", "content")}
        await connection.execute(
            statement.on_conflict_do_update(index_elements=same_key, set_=new), kept
        )


async def changes_of_measure(
    connection: AsyncConnection, measure_id: int
) -> tuple[MadeChange, ...]:
    """What a measure changed, in the order in which it did."""
    rows = await connection.execute(
        select(
            col(RecordVersion.sequence),
            col(RecordVersion.ref),
            col(RecordVersion.body),
            col(RecordVersion.content_before),
        )
        .where(col(RecordVersion.measure_id) == measure_id)
        .order_by(col(RecordVersion.sequence))
    )
    return tuple(
        MadeChange(row.sequence, row.ref, row.body is None, row.content_before) for row in rows
    )


async def content_of(connection: AsyncConnection, sequence: int) -> str:
    """The body that a record got with an earlier change."""
    statement = select(col(RecordVersion.body)).where(col(RecordVersion.sequence) == sequence)
    return present(await connection.scalar(statement))
