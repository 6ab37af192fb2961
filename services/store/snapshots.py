"""Where plans and decisions keep their state: `workflows.ports.SnapshotStore` on the store.

Idempotent on (reference, sequence): a later state is never replaced by an earlier one, and a repeat
changes nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import or_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from domain.plan import PlanPhase
from services.store.database import Database, Scope
from services.store.decision_records import record_when_due
from services.store.sealing import counted_votes, decision_snapshots, plan_snapshots
from services.store.tables import DecisionRow, PlanRow, VoteRow
from workflows.contracts import DecisionSnapshot, PlanSnapshot
from workflows.keys import KeyRing


class PlanUnknown(Exception):
    """A state was to be kept of a plan that intake never registered, or that was taken back."""

    def __init__(self, plan_ref: str) -> None:
        super().__init__(f"plan {plan_ref} is not registered")


class StoredSnapshots:
    """Keeps snapshots sealed with the household's key, beside what lists and searches need."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    async def save_plan(self, snapshot: PlanSnapshot) -> None:
        """Keep this state of a plan. Raises PlanUnknown, HouseholdKeyMissing."""
        key = await self._keys.key_of(snapshot.ref.household)
        sealed = plan_snapshots().seal(key, snapshot.ref.plan, replace(snapshot, decisions=()))
        async with self._database.transaction(_scope(snapshot)) as session:
            kept = await session.execute(
                update(PlanRow)
                .where(col(PlanRow.ref) == snapshot.ref.plan)
                .where(
                    or_(
                        col(PlanRow.snapshot_sealed).is_(None),
                        col(PlanRow.sequence) < snapshot.sequence,
                    )
                )
                .values(
                    phase=snapshot.phase.value,
                    outcome=snapshot.outcome.value if snapshot.outcome else None,
                    gaps=len(snapshot.gaps),
                    conflicts=len(snapshot.assessment.conflicts) if snapshot.assessment else 0,
                    next_deadline=_next_deadline(snapshot),
                    sequence=snapshot.sequence,
                    assessed=snapshot.assessment is not None,
                    changed_at=snapshot.changed_at,
                    start_sealed=None,
                    snapshot_sealed=sealed,
                )
                .returning(col(PlanRow.ref))
            )
            if kept.first() is None:
                await _must_exist(session, snapshot.ref.plan)

    async def save_decision(self, snapshot: DecisionSnapshot) -> None:
        """Keep this state of a decision, every vote in it once, and its record when it closes."""
        key = await self._keys.key_of(snapshot.plan.household)
        async with self._database.transaction(_scope(snapshot)) as session:
            if await self._is_news(session, key, snapshot):
                await record_when_due(session, key, snapshot)
            for row in _vote_rows(key, snapshot):
                await session.execute(
                    insert(VoteRow).values(**row.model_dump()).on_conflict_do_nothing()
                )

    @staticmethod
    async def _is_news(session: AsyncSession, key: bytes, snapshot: DecisionSnapshot) -> bool:
        """Keep this state unless it, or a later one, is kept already."""
        state = {
            "state": snapshot.state.value,
            "agencies": [agency.value for agency in snapshot.bundle.agencies],
            "deadline": snapshot.deadline,
            "sequence": snapshot.sequence,
            "snapshot_sealed": decision_snapshots().seal(key, snapshot.ref, snapshot),
        }
        kept = await session.execute(
            insert(DecisionRow)
            .values(
                plan_ref=snapshot.plan.plan,
                ref=snapshot.ref,
                household_ref=snapshot.plan.household,
                municipality=snapshot.plan.municipality,
                opened_at=snapshot.opened_at,
                **state,
            )
            .on_conflict_do_update(
                index_elements=["ref"],
                set_=state,
                where=col(DecisionRow.sequence) < snapshot.sequence,
            )
            .returning(col(DecisionRow.ref))
        )
        return kept.first() is not None


def _scope(snapshot: PlanSnapshot | DecisionSnapshot) -> Scope:
    plan = snapshot.ref if isinstance(snapshot, PlanSnapshot) else snapshot.plan
    return Scope(municipality=plan.municipality)


def _next_deadline(snapshot: PlanSnapshot) -> dt.date | None:
    if snapshot.assessment is None or snapshot.phase is PlanPhase.CLOSED:
        return None
    return min(
        (line.due for line in snapshot.assessment.deadlines if line.due >= snapshot.on),
        default=None,
    )


async def _must_exist(session: AsyncSession, plan_ref: str) -> None:
    if await session.scalar(select(PlanRow.ref).where(col(PlanRow.ref) == plan_ref)) is None:
        raise PlanUnknown(plan_ref)


def _vote_rows(key: bytes, snapshot: DecisionSnapshot) -> list[VoteRow]:
    plan = snapshot.plan
    return [
        VoteRow(
            plan_ref=plan.plan,
            decision_ref=snapshot.ref,
            ref=counted.vote.id,
            municipality=plan.municipality,
            liaison=counted.vote.liaison.id,
            mandate=counted.vote.liaison.mandate.ref if counted.vote.liaison.mandate else None,
            agency=counted.vote.agency.value,
            kind=counted.vote.kind.value,
            at=counted.at,
            vote_sealed=counted_votes().seal(key, f"{snapshot.ref}/{counted.vote.id}", counted),
        )
        for counted in snapshot.votes
    ]
