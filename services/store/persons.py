"""The register of persons on the store: `workflows.ports.PersonRegister`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import col, select

from agency_adapters.contract.port import PersonNumber
from domain.records import MemberRef
from services.store.database import Database, Scope
from services.store.sealing import bsns, member_details
from services.store.tables import MemberRow
from workflows.contracts import PlanRef
from workflows.keys import KeyRing


class StoredPersonRegister:
    """Members with their BSN, for the activities; names, for the people of the municipality
    itself."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    async def persons_of(self, plan: PlanRef) -> Sequence[PersonNumber]:
        """Members with their BSN. Raises KeyError for a household that is unknown or erased."""
        rows = await self._rows(plan)
        if not rows:
            raise KeyError(plan.household)
        key = await self._keys.key_of(plan.household)
        return tuple(
            PersonNumber(
                ref=MemberRef(row.ref),
                bsn=bsns().open(key, f"{row.household_ref}/{row.ref}", row.bsn_sealed),
                asked_about=row.asked_about,
            )
            for row in rows
        )

    async def names_of(self, plan: PlanRef) -> Mapping[MemberRef, str]:
        """Members' names by reference; empty for a household that is unknown or erased."""
        rows = await self._rows(plan)
        if not rows:
            return {}
        key = await self._keys.key_of(plan.household)
        return {
            MemberRef(row.ref): member_details()
            .open(key, f"{row.household_ref}/{row.ref}", row.details_sealed)
            .name
            for row in rows
        }

    async def _rows(self, plan: PlanRef) -> Sequence[MemberRow]:
        async with self._database.transaction(Scope(municipality=plan.municipality)) as session:
            rows = await session.scalars(
                select(MemberRow)
                .where(col(MemberRow.household_ref) == plan.household)
                .order_by(col(MemberRow.ref))
            )
            return rows.all()
