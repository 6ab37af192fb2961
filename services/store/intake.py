"""Intake: a case file becomes a registered household with a key of its own, and a plan to be
started.

Everything is written in one transaction, or nothing. Erasing a household destroys its key, and with
it every sealed column and every payload in Temporal's history at once (AVG art. 17).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from agency_adapters.casefile import CaseFile, PersonDetails
from domain.decisions import ReviewPolicy
from domain.household import Household
from domain.plan import PlanOutcome, PlanPhase
from domain.vocabulary import MemberRole
from services.store.database import Database, Scope
from services.store.keys import StoredKeyRing
from services.store.refs import bsn_hash, new_household_ref, new_plan_ref
from services.store.sealing import (
    HouseholdDetails,
    MemberDetails,
    bsns,
    household_details,
    member_details,
    plan_starts,
)
from services.store.tables import (
    DecisionRecordRow,
    HouseholdKeyRow,
    HouseholdRow,
    MemberRow,
    PlanRow,
)
from workflows.contracts import PlanRef, PlanScope, PlanStart
from workflows.keys import new_household_key, wrap


class OpenPlanExists(Exception):
    """The applicant has an open plan in this municipality already; a person has one plan."""

    def __init__(self, plan_ref: str) -> None:
        super().__init__(f"the applicant has an open plan already: {plan_ref}")
        self.plan_ref = plan_ref


@dataclass(frozen=True, slots=True)
class IntakeOrder:
    """Who takes which household in, for what, in which trace, and when deviations are reviewed."""

    municipality: str
    scope: PlanScope
    administration: str
    started_by: str
    trace_id: str | None
    at: dt.datetime
    review: ReviewPolicy | None = None


class Intake:
    """Registers households and takes them back."""

    def __init__(
        self, database: Database, keys: StoredKeyRing, *, master_key: bytes, lookup_key: bytes
    ) -> None:
        self._database = database
        self._keys = keys
        self._master_key = master_key
        self._lookup_key = lookup_key

    async def register(self, case: CaseFile, order: IntakeOrder) -> PlanStart:
        """Register the household and its plan; what is given back is to be started.

        Raises OpenPlanExists when the applicant has an open full plan in this administration.
        """
        ref = PlanRef(order.municipality, new_household_ref(), new_plan_ref())
        start = PlanStart(
            ref,
            case.household,
            case.intake_date,
            order.scope,
            order.administration,
            order.review,
        )
        applicant = self._applicant_hash(case, order.municipality)
        try:
            async with self._database.transaction(Scope(order.municipality)) as session:
                await self._write(session, case, order, start, applicant)
        except IntegrityError as error:
            existing = await self._open_plan(order.municipality, order.administration, applicant)
            if existing is None:
                raise
            raise OpenPlanExists(existing) from error
        return start

    async def take_back(self, plan: PlanRef) -> None:
        """Remove a household whose plan could not be started, as if it had never been taken in."""
        async with self._database.transaction(Scope(plan.municipality)) as session:
            await session.execute(
                delete(HouseholdRow).where(col(HouseholdRow.ref) == plan.household)
            )
        self._keys.forget(plan.household)

    async def withdraw(self, plan: PlanRef, at: dt.datetime) -> None:
        """Have a plan that nothing runs any more stand closed, as withdrawn. Idempotent; a plan
        that is closed already keeps its outcome."""
        async with self._database.transaction(Scope(plan.municipality)) as session:
            await session.execute(
                update(PlanRow)
                .where(col(PlanRow.ref) == plan.plan)
                .where(col(PlanRow.phase) != PlanPhase.CLOSED.value)
                .values(
                    phase=PlanPhase.CLOSED.value,
                    outcome=PlanOutcome.WITHDRAWN.value,
                    next_deadline=None,
                    changed_at=at,
                    start_sealed=None,
                )
            )

    async def erase(self, plan: PlanRef, at: dt.datetime) -> None:
        """Destroy the household's key and forget its persons. Idempotent; cannot be undone."""
        mine = plan.household
        async with self._database.transaction(Scope(plan.municipality)) as session:
            await session.execute(
                update(HouseholdKeyRow)
                .where(col(HouseholdKeyRow.household_ref) == mine)
                .where(col(HouseholdKeyRow.erased_at).is_(None))
                .values(wrapped=None, erased_at=at)
            )
            await session.execute(
                update(HouseholdRow)
                .where(col(HouseholdRow.ref) == mine)
                .where(col(HouseholdRow.erased_at).is_(None))
                .values(erased_at=at, details_sealed=None)
            )
            await session.execute(
                update(PlanRow)
                .where(col(PlanRow.household_ref) == mine)
                .values(applicant_hash=None, start_sealed=None, snapshot_sealed=None)
            )
            await session.execute(
                update(DecisionRecordRow)
                .where(col(DecisionRecordRow.household_ref) == mine)
                .values(body_sealed=None)
            )
            await session.execute(delete(MemberRow).where(col(MemberRow.household_ref) == mine))
        self._keys.forget(mine)

    def _applicant_hash(self, case: CaseFile, municipality: str) -> bytes:
        applicant = case.household.applicant()
        person = next(person for person in case.people if person.ref == applicant.id)
        return bsn_hash(self._lookup_key, municipality, person.bsn)

    async def open_plan_of(self, municipality: str, administration: str, bsn: str) -> str | None:
        """The open full plan of which this person is the applicant, if there is one here."""
        applicant = bsn_hash(self._lookup_key, municipality, bsn)
        return await self._open_plan(municipality, administration, applicant)

    async def _open_plan(
        self, municipality: str, administration: str, applicant: bytes
    ) -> str | None:
        async with self._database.transaction(Scope(municipality)) as session:
            return await session.scalar(
                select(PlanRow.ref)
                .where(col(PlanRow.applicant_hash) == applicant)
                .where(col(PlanRow.administration) == administration)
                .where(col(PlanRow.scope) == PlanScope.FULL.value)
                .where(col(PlanRow.phase) != PlanPhase.CLOSED.value)
            )

    async def _write(
        self,
        session: AsyncSession,
        case: CaseFile,
        order: IntakeOrder,
        start: PlanStart,
        applicant: bytes,
    ) -> None:
        key = new_household_key()
        session.add(_household_row(case, order, start, key))
        await session.flush()
        session.add(
            HouseholdKeyRow(
                household_ref=start.ref.household,
                municipality=order.municipality,
                wrapped=wrap(self._master_key, start.ref.household, key),
            )
        )
        asked_about = _asked_about(case.household)
        for person in case.people:
            session.add(self._member_row(start.ref, key, person, person.ref in asked_about))
        session.add(_plan_row(order, start, applicant, key))
        await session.flush()

    def _member_row(
        self, ref: PlanRef, key: bytes, person: PersonDetails, asked_about: bool
    ) -> MemberRow:
        bound_to = f"{ref.household}/{person.ref}"
        return MemberRow(
            household_ref=ref.household,
            ref=person.ref,
            municipality=ref.municipality,
            asked_about=asked_about,
            bsn_hash=bsn_hash(self._lookup_key, ref.municipality, person.bsn),
            bsn_sealed=bsns().seal(key, bound_to, person.bsn),
            details_sealed=member_details().seal(key, bound_to, MemberDetails(person.name)),
        )


def _asked_about(household: Household) -> frozenset[str]:
    """Agencies are asked about who takes part: not about who may see nothing, or stands outside."""
    return frozenset(
        member.id
        for member in household.members
        if not member.excluded and member.role is not MemberRole.OUTSIDE_PLAN
    )


def _household_row(
    case: CaseFile, order: IntakeOrder, start: PlanStart, key: bytes
) -> HouseholdRow:
    details = HouseholdDetails(
        {str(ref): lines for ref, lines in case.address_lines.items()},
        {str(ref): name for ref, name in case.party_names.items()},
    )
    return HouseholdRow(
        ref=start.ref.household,
        municipality=order.municipality,
        created_at=order.at,
        details_sealed=household_details().seal(key, start.ref.household, details),
    )


def _plan_row(order: IntakeOrder, start: PlanStart, applicant: bytes, key: bytes) -> PlanRow:
    return PlanRow(
        ref=start.ref.plan,
        household_ref=start.ref.household,
        municipality=order.municipality,
        administration=order.administration,
        scope=order.scope.value,
        phase=PlanPhase.INTAKE.value,
        urgency=start.household.urgency.value,
        applicant_hash=applicant,
        trace_id=order.trace_id,
        started_by=order.started_by,
        started_at=order.at,
        changed_at=order.at,
        start_sealed=plan_starts().seal(key, start.ref.plan, start),
    )
