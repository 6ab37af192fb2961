"""Carrying measures out and taking them back: each in one transaction, once per idempotency key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from agency_adapters.ledger.bodies import records_of
from agency_adapters.ledger.commits import Commits
from agency_adapters.ledger.decisions import decision_of, keep_decision, take_decision_back
from agency_adapters.ledger.errors import (
    ChangedSince,
    KeyReused,
    RecordUnknown,
    RevertedBeforeApplied,
)
from agency_adapters.ledger.history import (
    HeldText,
    MadeChange,
    NewContent,
    changes_of_measure,
    content_of,
    differences,
    held_texts,
    record_changes,
)
from agency_adapters.ledger.households import HeldHousehold
from agency_adapters.ledger.keys import CarriedOut, Order, TakeBack, bar, carried_out, claim
from agency_adapters.ledger.numbers import decision_number
from agency_adapters.ledger.tables import AppliedMeasure, Dossier
from agency_adapters.profile import AgencyProfile
from domain.measures import AgencyDecision, Receipt
from domain.measures.effects import RecordsAfter
from domain.measures.own_decision import decision_on, taken_back
from domain.records import Record, RecordRef

# Gives a dossier's records as the measure makes them, and what that changes; raises NotLawful or
# RecordUnknown
Effect = Callable[[int, tuple[Record, ...]], RecordsAfter]


class MeasureBook:
    """The measures of one ledger. Concurrent calls under one key wait for each other."""

    def __init__(self, engine: AsyncEngine, profile: AgencyProfile, commits: Commits) -> None:
        self._engine = engine
        self._profile = profile
        self._commits = commits

    async def apply(self, household: HeldHousehold, order: Order, effect: Effect) -> Receipt:
        """Carry it out, or give the receipt of the first time (as it now stands, if taken back).

        Raises NotLawful, RecordUnknown, KeyReused or RevertedBeforeApplied; then nothing changed.
        """
        async with self._engine.begin() as connection:
            row_id = await claim(connection, household, order)
            if row_id is None:
                return await self._first_receipt(connection, household, order)
            receipt = await self._carry_out(connection, household, order, effect, row_id)
        self._commits.tell()
        return receipt

    async def revert(self, household: HeldHousehold, back: TakeBack) -> Receipt | None:
        """Restore what the measure changed, once.

        None when it was never carried out, and now never can be. Raises ChangedSince when something
        else changed one of its records since, KeyReused when the key is another household's.
        """
        async with self._engine.begin() as connection:
            if await bar(connection, household, back):
                return None
            done = await carried_out(connection, household, back.idempotency_key)
            if done is None:
                return None
            if done.dossier_id not in household.names:
                raise KeyReused
            if not done.reverted:
                await _restore(connection, done, back)
            decision = await decision_of(connection, done.id)
        self._commits.tell()
        return taken_back(self._receipt(done, back.idempotency_key, decision))

    async def _first_receipt(
        self, connection: AsyncConnection, household: HeldHousehold, order: Order
    ) -> Receipt:
        done = await carried_out(connection, household, order.idempotency_key)
        if done is None:
            raise RevertedBeforeApplied
        if done.measure != order.measure or done.dossier_id not in household.names:
            raise KeyReused
        decision = await decision_of(connection, done.id)
        return self._receipt(done, order.idempotency_key, decision)

    async def _carry_out(
        self,
        connection: AsyncConnection,
        household: HeldHousehold,
        order: Order,
        effect: Effect,
        row_id: int,
    ) -> Receipt:
        dossier_id, held = await _dossier_with(connection, household, order.measure.on)
        after = effect(dossier_id, records_of(text.body for text in held.values()))
        changes = differences(held, after.records)
        number = await decision_number(connection, self._profile.number_prefix, order.on.year)
        await record_changes(connection, dossier_id, changes, number, row_id)
        changed = tuple(RecordRef(change.ref) for change in changes)
        await connection.execute(
            update(AppliedMeasure)
            .where(col(AppliedMeasure.id) == row_id)
            .values(dossier_id=dossier_id, number=number, changed=json.dumps(changed))
        )
        decision = decision_on(order.measure, after, number, order.on)
        await keep_decision(connection, row_id, decision)
        done = CarriedOut(
            row_id, dossier_id, order.measure, number, order.on, changed, reverted=False
        )
        return self._receipt(done, order.idempotency_key, decision)

    def _receipt(
        self, done: CarriedOut, idempotency_key: str, decision: AgencyDecision | None
    ) -> Receipt:
        return Receipt(
            number=done.number,
            agency=self._profile.agency,
            measure_ref=done.measure.ref,
            idempotency_key=idempotency_key,
            decided_on=done.decided_on,
            changed=done.changed,
            reverted=done.reverted,
            decision=decision,
        )


async def _restore(connection: AsyncConnection, done: CarriedOut, back: TakeBack) -> None:
    """Give every record that the measure changed the content it had before."""
    await _lock(connection, (done.dossier_id,))
    held = await held_texts(connection, done.dossier_id)
    restored = [
        await _content_before(connection, held, change, done.number)
        for change in await changes_of_measure(connection, done.id)
    ]
    await record_changes(connection, done.dossier_id, restored, done.number)
    await connection.execute(
        update(AppliedMeasure)
        .where(col(AppliedMeasure.id) == done.id)
        .values(reverted=True, reverted_on=back.on, revert_reason=back.reason)
    )
    await take_decision_back(connection, done.id, back.on)


async def _content_before(
    connection: AsyncConnection, held: Mapping[str, HeldText], change: MadeChange, number: str
) -> NewContent:
    """The content of a record before a change; raises ChangedSince when it is not the last one."""
    now = held.get(change.ref)
    expected = None if change.removed else change.sequence
    if (None if now is None else now.content) != expected:
        raise ChangedSince(number)
    body = (
        None
        if change.content_before is None
        else await content_of(connection, change.content_before)
    )
    return NewContent(
        ref=change.ref,
        kind=now.kind if now else json.loads(body or "{}")["record"],
        position=now.position if now else len(held),
        body=body,
        content_before=now.content if now else None,
        content=change.content_before,
    )


async def _dossier_with(
    connection: AsyncConnection, household: HeldHousehold, wanted: tuple[RecordRef, ...]
) -> tuple[int, dict[str, HeldText]]:
    """The dossier that holds all the records named, locked; raises RecordUnknown."""
    await _lock(connection, household.dossiers)
    for dossier_id in household.dossiers:
        held = await held_texts(connection, dossier_id)
        if held.keys() >= set(wanted):
            return dossier_id, held
    raise RecordUnknown


async def _lock(connection: AsyncConnection, dossiers: tuple[int, ...]) -> None:
    await connection.execute(
        select(col(Dossier.id))
        .where(col(Dossier.id).in_(dossiers))
        .order_by(col(Dossier.id))
        .with_for_update(key_share=True)
    )
