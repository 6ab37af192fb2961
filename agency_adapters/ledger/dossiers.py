"""Filling and emptying a ledger: what a development installation does with case files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from agency_adapters.contract.port import PersonNumber
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.commits import Commits
from agency_adapters.ledger.errors import DossierOverlaps
from agency_adapters.ledger.history import LOADED, differences, held_texts, record_changes
from agency_adapters.ledger.tables import Administration, Dossier, Person, present
from domain.records import MemberRef, Record

LIVE = ""


class Dossiers:
    """The dossiers of one ledger."""

    def __init__(self, engine: AsyncEngine, vault: BsnVault, commits: Commits) -> None:
        self._engine = engine
        self._vault = vault
        self._commits = commits

    async def load(
        self,
        administration: str,
        persons: Sequence[PersonNumber],
        records: Sequence[Record],
        births: Mapping[MemberRef, dt.date],
    ) -> None:
        """Put a household in an administration, which is made when it is new.

        The dossier of exactly these persons is replaced as a whole; its history stays. Raises
        DossierOverlaps when some of them are in the dossier of another set of persons.
        """
        async with self._engine.begin() as connection:
            administration_id = await _administration(connection, administration)
            dossier_id = await self._dossier(connection, administration_id, persons, births)
            held = await held_texts(connection, dossier_id)
            changes = differences(held, records)
            await record_changes(connection, dossier_id, changes, LOADED)
        self._commits.tell()

    async def remove(self, administration: str) -> None:
        """Take a trial administration away with everything in it; nothing happens when it is gone.

        Raises ValueError for the live administration.
        """
        if administration == LIVE:
            raise ValueError("the live administration is never removed")
        async with self._engine.begin() as connection:
            await connection.execute(
                delete(Administration).where(col(Administration.name) == administration)
            )
        self._commits.tell()

    async def _dossier(
        self,
        connection: AsyncConnection,
        administration_id: int,
        persons: Sequence[PersonNumber],
        births: Mapping[MemberRef, dt.date],
    ) -> int:
        """The dossier of these persons, with their references and births as they are now."""
        by_hash = {self._vault.hash(person.bsn): person for person in persons}
        dossier_id = await _dossier_of(connection, administration_id, frozenset(by_hash))
        if dossier_id is None:
            statement = insert(Dossier).values(administration_id=administration_id, sequence=0)
            inserted = await connection.execute(statement.returning(col(Dossier.id)))
            dossier_id = present(inserted.scalar_one())
        await connection.execute(delete(Person).where(col(Person.dossier_id) == dossier_id))
        rows = [
            {
                "administration_id": administration_id,
                "dossier_id": dossier_id,
                "ref": person.ref,
                "bsn_sealed": self._vault.seal(person.bsn),
                "bsn_hash": digest,
                "born": births.get(person.ref),
            }
            for digest, person in by_hash.items()
        ]
        await connection.execute(insert(Person), rows)
        return dossier_id


async def _administration(connection: AsyncConnection, name: str) -> int:
    """The administration's key; locked, so that two loads of one household wait for each other."""
    await connection.execute(insert(Administration).values(name=name).on_conflict_do_nothing())
    statement = select(col(Administration.id)).where(col(Administration.name) == name)
    row = await connection.execute(statement.with_for_update(key_share=True))
    return present(row.scalar_one())


async def _dossier_of(
    connection: AsyncConnection, administration_id: int, hashes: frozenset[bytes]
) -> int | None:
    """The dossier of exactly these persons, locked, or None; raises DossierOverlaps."""
    touched = select(col(Person.dossier_id)).where(
        col(Person.administration_id) == administration_id, col(Person.bsn_hash).in_(hashes)
    )
    statement = select(col(Person.dossier_id), col(Person.bsn_hash)).where(
        col(Person.dossier_id).in_(touched)
    )
    rows = (await connection.execute(statement)).all()
    if not rows:
        return None
    dossiers = {row.dossier_id for row in rows}
    if len(dossiers) > 1 or {row.bsn_hash for row in rows} != hashes:
        raise DossierOverlaps
    (dossier_id,) = dossiers
    await connection.execute(
        select(col(Dossier.id)).where(col(Dossier.id) == dossier_id).with_for_update(key_share=True)
    )
    return int(dossier_id)
