"""Reading plans: the work list, one plan with its decisions, and plans that still wait to be
started."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from domain.plan import PlanOutcome, PlanPhase
from domain.vocabulary import Urgency
from services.store.database import Database, Scope
from services.store.sealing import decision_snapshots, plan_snapshots, plan_starts
from services.store.tables import DecisionRow, HouseholdRow, PlanRow
from workflows.contracts import DecisionSnapshot, PlanRef, PlanScope, PlanSnapshot, PlanStart
from workflows.keys import KeyRing


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan in the work list: no personal data."""

    ref: PlanRef
    scope: PlanScope
    administration: str
    phase: PlanPhase
    outcome: PlanOutcome | None
    urgency: Urgency
    gaps: int
    conflicts: int
    next_deadline: dt.date | None
    assessed: bool
    started_at: dt.datetime
    changed_at: dt.datetime
    trace_id: str | None


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """One plan: its line, and its last snapshot (None before the workflow kept its first)."""

    line: PlanLine
    snapshot: PlanSnapshot | None


class PlanBook:
    """The plans of one municipality at a time."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    async def lines(
        self,
        municipality: str,
        *,
        scope: PlanScope | None = None,
        phase: PlanPhase | None = None,
        limit: int = 200,
    ) -> tuple[PlanLine, ...]:
        """The municipality's plans, last changed first."""
        wanted = select(PlanRow).order_by(col(PlanRow.changed_at).desc()).limit(limit)
        if scope is not None:
            wanted = wanted.where(col(PlanRow.scope) == scope.value)
        if phase is not None:
            wanted = wanted.where(col(PlanRow.phase) == phase.value)
        async with self._database.transaction(Scope(municipality)) as session:
            return tuple(_line(row) for row in await session.scalars(wanted))

    async def line(self, municipality: str, plan_ref: str) -> PlanLine | None:
        """One plan's line; None when this municipality has no such plan."""
        async with self._database.transaction(Scope(municipality)) as session:
            row = await session.get(PlanRow, plan_ref)
        return None if row is None else _line(row)

    async def plan(self, municipality: str, plan_ref: str) -> KeptPlan | None:
        """One plan with its decisions; None when this municipality has no such plan.

        The snapshot of an erased household is gone: then `snapshot` is None.
        """
        async with self._database.transaction(Scope(municipality)) as session:
            row = await session.get(PlanRow, plan_ref)
            if row is None:
                return None
            decisions = await _decision_rows(session, plan_ref)
        if row.snapshot_sealed is None:
            return KeptPlan(_line(row), None)
        key = await self._keys.key_of(row.household_ref)
        snapshot = plan_snapshots().open(key, row.ref, row.snapshot_sealed)
        return KeptPlan(
            _line(row),
            replace(snapshot, decisions=tuple(_opened(key, one) for one in decisions)),
        )

    async def plan_in_trace(
        self, municipality: str, trace_ids: Sequence[str], plan_refs: Sequence[str]
    ) -> PlanLine | None:
        """The municipality's plan that was started in one of these traces, or that they name."""
        started_in = col(PlanRow.trace_id).in_(trace_ids)
        wanted = select(PlanRow).where(started_in | col(PlanRow.ref).in_(plan_refs)).limit(1)
        async with self._database.transaction(Scope(municipality)) as session:
            row = await session.scalar(wanted)
        return None if row is None else _line(row)

    async def own_among(self, municipality: str, plan_refs: Sequence[str]) -> frozenset[str]:
        """Those of these plans that are the municipality's."""
        wanted = select(PlanRow.ref).where(col(PlanRow.ref).in_(plan_refs))
        async with self._database.transaction(Scope(municipality)) as session:
            return frozenset(await session.scalars(wanted))

    async def not_started(self, municipality: str, before: dt.datetime) -> tuple[PlanStart, ...]:
        """Plans registered before this moment of which the workflow has kept nothing yet."""
        wanted = (
            select(PlanRow)
            .join(HouseholdRow, col(HouseholdRow.ref) == col(PlanRow.household_ref))
            .where(col(PlanRow.start_sealed).is_not(None))
            .where(col(PlanRow.started_at) < before)
            .where(col(HouseholdRow.erased_at).is_(None))
        )
        async with self._database.transaction(Scope(municipality)) as session:
            rows = (await session.scalars(wanted)).all()
        starts = []
        for row in rows:
            if row.start_sealed is not None:
                key = await self._keys.key_of(row.household_ref)
                starts.append(plan_starts().open(key, row.ref, row.start_sealed))
        return tuple(starts)


async def _decision_rows(session: AsyncSession, plan_ref: str) -> Sequence[DecisionRow]:
    rows = await session.scalars(
        select(DecisionRow)
        .where(col(DecisionRow.plan_ref) == plan_ref)
        .order_by(col(DecisionRow.opened_at), col(DecisionRow.ref))
    )
    return rows.all()


def _opened(key: bytes, row: DecisionRow) -> DecisionSnapshot:
    return decision_snapshots().open(key, row.ref, row.snapshot_sealed)


def _line(row: PlanRow) -> PlanLine:
    return PlanLine(
        ref=PlanRef(row.municipality, row.household_ref, row.ref),
        scope=PlanScope(row.scope),
        administration=row.administration,
        phase=PlanPhase(row.phase),
        outcome=PlanOutcome(row.outcome) if row.outcome else None,
        urgency=Urgency(row.urgency),
        gaps=row.gaps,
        conflicts=row.conflicts,
        next_deadline=row.next_deadline,
        assessed=row.assessed,
        started_at=row.started_at,
        changed_at=row.changed_at,
        trace_id=row.trace_id,
    )
