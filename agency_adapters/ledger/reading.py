"""Reading a ledger: the household's records as they are now, and what changed after a cursor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from agency_adapters.contract.port import PersonNumber
from agency_adapters.ledger.bodies import records_of
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.engine import reading
from agency_adapters.ledger.households import HeldHousehold, find_household
from agency_adapters.ledger.tables import HeldRecord, RecordVersion
from domain.records import Record
from domain.vocabulary import RecordKind

# Built once: building it takes longer than running it
_RECORDS = (
    select(col(HeldRecord.dossier_id), col(HeldRecord.body))
    .where(
        col(HeldRecord.dossier_id).in_(bindparam("dossiers", expanding=True)),
        col(HeldRecord.kind).in_(bindparam("kinds", expanding=True)),
    )
    .order_by(col(HeldRecord.dossier_id), col(HeldRecord.position))
)


@dataclass(frozen=True, slots=True)
class RecordOf:
    """A record with the dossier that holds it."""

    dossier_id: int
    record: Record


@dataclass(frozen=True, slots=True)
class ChangeOf:
    """One change of a record; `record` is None when it is gone."""

    sequence: int
    dossier_id: int
    ref: str
    record: Record | None
    because: str


@dataclass(frozen=True, slots=True)
class HouseholdRecords:
    """A household with its records."""

    household: HeldHousehold
    records: tuple[RecordOf, ...]


class LedgerReader:
    """Reads without transactions: each statement sees one moment, and the cursor is read first."""

    def __init__(self, engine: AsyncEngine, vault: BsnVault) -> None:
        self._engine = reading(engine)
        self._vault = vault

    async def household(
        self, administration: str, persons: Iterable[PersonNumber]
    ) -> HeldHousehold:
        """The household of these persons; raises AdministrationUnknown."""
        async with self._engine.connect() as connection:
            return await find_household(connection, self._vault, administration, persons)

    async def records(
        self, administration: str, persons: Iterable[PersonNumber], kinds: Iterable[RecordKind]
    ) -> HouseholdRecords:
        """The household with its records of these kinds; raises AdministrationUnknown."""
        async with self._engine.connect() as connection:
            household = await find_household(connection, self._vault, administration, persons)
            if not household.names:
                return HouseholdRecords(household, ())
            parameters = {
                "dossiers": household.dossiers,
                "kinds": [kind.value for kind in kinds],
            }
            held = (await connection.execute(_RECORDS, parameters)).all()
        records = records_of(row.body for row in held)
        pairs = zip(held, records, strict=True)
        return HouseholdRecords(
            household, tuple(RecordOf(row.dossier_id, record) for row, record in pairs)
        )

    async def changes_after(
        self, household: HeldHousehold, sequence: int, at_most: int = 100
    ) -> tuple[ChangeOf, ...]:
        """The household's changes after a cursor, oldest first."""
        statement = (
            select(
                col(RecordVersion.sequence),
                col(RecordVersion.dossier_id),
                col(RecordVersion.ref),
                col(RecordVersion.body),
                col(RecordVersion.because),
            )
            .where(
                col(RecordVersion.dossier_id).in_(household.dossiers),
                col(RecordVersion.sequence) > sequence,
            )
            .order_by(col(RecordVersion.sequence))
            .limit(at_most)
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(statement)).all()
        return tuple(
            ChangeOf(row.sequence, row.dossier_id, row.ref, _record(row.body), row.because)
            for row in rows
        )


def _record(body: str | None) -> Record | None:
    return None if body is None else records_of([body])[0]
