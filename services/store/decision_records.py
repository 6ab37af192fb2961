"""Decision records on the store: each municipality's chain, written once and read back.

A record's text is sealed with the household's key; its hash is over the text itself. Of an erased
household the text is gone and the place in the chain stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from domain.decision_record import (
    DecisionMade,
    Link,
    TimedProposal,
    TimedReview,
    TimedVote,
    Withheld,
    canonical,
    genesis_of,
    hash_of,
    record_of,
)
from domain.decisions import DecisionState
from domain.measures import Option
from domain.picture import Picture
from services.store.database import Database, Scope
from services.store.sealing import (
    household_details,
    member_details,
    plan_snapshots,
    record_bodies,
)
from services.store.tables import DecisionRecordRow, HouseholdRow, MemberRow, PlanRow
from workflows.contracts import DecisionSnapshot
from workflows.keys import HouseholdKeyMissing, KeyRing

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7310402, hashtext(:municipality))")
"""Who adds to a municipality's chain waits for who is adding to it, until that one commits."""


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record as it is kept; `body` is its canonical text, None once the household is erased."""

    decision: str
    version: int
    previous_hash: str
    hash: str
    made_at: dt.datetime
    body: str | None


class DecisionRecords:
    """The records of one municipality at a time."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    async def latest(self, municipality: str, decision_ref: str) -> KeptRecord | None:
        """The last version of a decision's record; None when there is none (here)."""
        async with self._database.transaction(Scope(municipality)) as session:
            rows = await _versions(session, decision_ref)
        return await self._opened(rows[-1]) if rows else None

    async def chain(self, municipality: str) -> tuple[Link, ...]:
        """The whole chain, in its order."""
        wanted = (
            select(DecisionRecordRow)
            .where(col(DecisionRecordRow.municipality) == municipality)
            .order_by(col(DecisionRecordRow.place))
        )
        async with self._database.transaction(Scope(municipality)) as session:
            rows = (await session.scalars(wanted)).all()
        kept = [await self._opened(row) for row in rows]
        return tuple(
            Link(one.decision, one.version, one.previous_hash, one.hash, one.body) for one in kept
        )

    async def _opened(self, row: DecisionRecordRow) -> KeptRecord:
        return KeptRecord(
            decision=row.decision_ref,
            version=row.version,
            previous_hash=row.previous_hash,
            hash=row.hash,
            made_at=row.made_at,
            body=await self._body(row),
        )

    async def _body(self, row: DecisionRecordRow) -> str | None:
        if row.body_sealed is None:
            return None
        try:
            key = await self._keys.key_of(row.household_ref)
        except HouseholdKeyMissing:
            return None
        return record_bodies().open(key, _bound_to(row.decision_ref, row.version), row.body_sealed)


async def record_when_due(session: AsyncSession, key: bytes, snapshot: DecisionSnapshot) -> None:
    """Add the record of a decision that closed carried out to its municipality's chain, as part of
    this transaction; a next version when what was decided changed since. Idempotent on what the
    record says."""
    if snapshot.state is not DecisionState.CARRIED_OUT or snapshot.closed_at is None:
        return
    decided = _decided(snapshot)
    if decided is None:
        return
    municipality = snapshot.plan.municipality
    await session.execute(_ONE_AT_A_TIME, {"municipality": municipality})
    made = await _made(session, key, snapshot, decided, snapshot.closed_at)
    withheld = await _withheld(session, key, snapshot.plan.household)
    earlier = await _versions(session, snapshot.ref)
    if _is_kept(made, withheld, earlier):
        return
    version, replaces = len(earlier) + 1, earlier[-1].hash if earlier else None
    body = canonical(record_of(made, withheld, version=version, replaces=replaces))
    last = await _last(session, municipality)
    previous_hash = last.hash if last else genesis_of(municipality)
    session.add(
        DecisionRecordRow(
            municipality=municipality,
            place=last.place + 1 if last else 1,
            decision_ref=snapshot.ref,
            version=version,
            plan_ref=snapshot.plan.plan,
            household_ref=snapshot.plan.household,
            previous_hash=previous_hash,
            hash=hash_of(previous_hash, body),
            made_at=snapshot.closed_at,
            body_sealed=record_bodies().seal(key, _bound_to(snapshot.ref, version), body),
        )
    )


def _is_kept(made: DecisionMade, withheld: Withheld, earlier: Sequence[DecisionRecordRow]) -> bool:
    """Whether the last version says exactly this: its hash can be made again."""
    if not earlier:
        return False
    last, before = earlier[-1], earlier[-2].hash if len(earlier) > 1 else None
    again = record_of(made, withheld, version=last.version, replaces=before)
    return hash_of(last.previous_hash, canonical(again)) == last.hash


def _decided(snapshot: DecisionSnapshot) -> Option | None:
    """The option as it was carried out; decisions that began before dissent carry the chosen one
    out."""
    if snapshot.decided is not None:
        return snapshot.decided
    return next((o for o in snapshot.bundle.options if o.ref == snapshot.chosen_option), None)


async def _made(
    session: AsyncSession,
    key: bytes,
    snapshot: DecisionSnapshot,
    decided: Option,
    closed_at: dt.datetime,
) -> DecisionMade:
    return DecisionMade(
        id=snapshot.ref,
        plan=snapshot.plan.plan,
        opened_on=snapshot.opened_at.date(),
        made_on=closed_at.date(),
        bundle=snapshot.bundle,
        decided=decided,
        votes=tuple(TimedVote(each.vote, each.at) for each in snapshot.votes),
        receipts=snapshot.receipts,
        picture=await _picture(session, key, snapshot.plan.plan),
        dissent=snapshot.dissent,
        rounds=snapshot.round,
        proposals=tuple(
            TimedProposal(each.proposal, each.option, each.round, each.at)
            for each in snapshot.proposals
        ),
        weighing=snapshot.weighing,
        reviews=tuple(TimedReview(each.review, each.at) for each in snapshot.reviews),
        to_be_sampled=snapshot.to_be_sampled,
    )


async def _picture(session: AsyncSession, key: bytes, plan_ref: str) -> Picture | None:
    """The household as the plan last kept it."""
    row = await session.get(PlanRow, plan_ref)
    if row is None or row.snapshot_sealed is None:
        return None
    plan = plan_snapshots().open(key, plan_ref, row.snapshot_sealed)
    return Picture(plan.household, plan.positions, plan.gaps, plan.on)


async def _withheld(session: AsyncSession, key: bytes, household_ref: str) -> Withheld:
    """The names and addresses of this household."""
    members = await session.scalars(
        select(MemberRow).where(col(MemberRow.household_ref) == household_ref)
    )
    names = [
        member_details().open(key, f"{household_ref}/{row.ref}", row.details_sealed).name
        for row in members
    ]
    household = await session.get(HouseholdRow, household_ref)
    if household is None or household.details_sealed is None:
        return Withheld.of(names)
    details = household_details().open(key, household_ref, household.details_sealed)
    return Withheld.of(names, details.address_lines.values())


async def _versions(session: AsyncSession, decision_ref: str) -> Sequence[DecisionRecordRow]:
    rows = await session.scalars(
        select(DecisionRecordRow)
        .where(col(DecisionRecordRow.decision_ref) == decision_ref)
        .order_by(col(DecisionRecordRow.version))
    )
    return rows.all()


async def _last(session: AsyncSession, municipality: str) -> DecisionRecordRow | None:
    last: DecisionRecordRow | None = await session.scalar(
        select(DecisionRecordRow)
        .where(col(DecisionRecordRow.municipality) == municipality)
        .order_by(col(DecisionRecordRow.place).desc())
        .limit(1)
    )
    return last


def _bound_to(decision_ref: str, version: int) -> str:
    return f"{decision_ref}/{version}"
