"""Reading decisions: by the municipality whose plan it is, or by an agency that must decide."""

from __future__ import annotations

from sqlmodel import col, select

from domain.decisions import DecisionState
from services.store.database import Database, Scope
from services.store.sealing import decision_snapshots
from services.store.tables import DecisionRow
from workflows.contracts import DecisionSnapshot
from workflows.keys import HouseholdKeyMissing, KeyRing

WAITING = (
    DecisionState.OPEN.value,
    DecisionState.WEIGHING.value,
    DecisionState.IN_REVIEW.value,
)
"""Where a decision waits for people."""


class DecisionBook:
    """Decisions as far as a scope may see them."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    async def decisions(
        self, scope: Scope, *, state: DecisionState | None = None, limit: int = 200
    ) -> tuple[DecisionSnapshot, ...]:
        """The decisions in sight: those that wait for people first, then by the nearest deadline;
        erased households are left out."""
        waits = col(DecisionRow.state).in_(WAITING)
        wanted = select(DecisionRow).order_by(waits.desc(), col(DecisionRow.deadline)).limit(limit)
        if state is not None:
            wanted = wanted.where(col(DecisionRow.state) == state.value)
        async with self._database.transaction(scope) as session:
            rows = (await session.scalars(wanted)).all()
        opened = [await self._opened(row) for row in rows]
        return tuple(snapshot for snapshot in opened if snapshot is not None)

    async def decision(self, scope: Scope, decision_ref: str) -> DecisionSnapshot | None:
        """One decision; None when it is not in this scope's sight."""
        async with self._database.transaction(scope) as session:
            row = await session.get(DecisionRow, decision_ref)
        return None if row is None else await self._opened(row)

    async def _opened(self, row: DecisionRow) -> DecisionSnapshot | None:
        try:
            key = await self._keys.key_of(row.household_ref)
        except HouseholdKeyMissing:
            return None
        return decision_snapshots().open(key, row.ref, row.snapshot_sealed)
