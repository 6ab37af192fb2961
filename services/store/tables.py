"""The tables. Columns named `*_sealed` hold AES-GCM text under the household's key; nothing else in
here is personal data but `bsn_hash` (keyed, per municipality), which goes when a household is
erased."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ARRAY, JSON, Column, DateTime, LargeBinary, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel


class StoreTable(SQLModel):
    """Base of the store's tables: a metadata of its own, apart from the ledgers' tables."""

    metadata = MetaData()


def _moment(*, nullable: bool = False) -> Column[dt.datetime]:
    return Column(DateTime(timezone=True), nullable=nullable)


class MunicipalityRow(StoreTable, table=True):
    """A municipality whose plans live here."""

    __tablename__ = "municipality"

    ref: str = Field(primary_key=True)
    name: str = Field(unique=True)
    oin: str


class HouseholdRow(StoreTable, table=True):
    """A household, by its opaque reference."""

    __tablename__ = "household"

    ref: str = Field(primary_key=True)
    municipality: str = Field(foreign_key="municipality.ref")
    created_at: dt.datetime = Field(sa_column=_moment())
    erased_at: dt.datetime | None = Field(default=None, sa_column=_moment(nullable=True))
    details_sealed: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


class HouseholdKeyRow(StoreTable, table=True):
    """The household's key, wrapped by the master key; null once destroyed (the row stays as
    proof)."""

    __tablename__ = "household_key"

    household_ref: str = Field(primary_key=True, foreign_key="household.ref", ondelete="CASCADE")
    municipality: str = Field(foreign_key="municipality.ref")
    wrapped: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    erased_at: dt.datetime | None = Field(default=None, sa_column=_moment(nullable=True))


class MemberRow(StoreTable, table=True):
    """A member: BSN sealed, and hashed with the look-up key so that it can be found."""

    __tablename__ = "member"

    household_ref: str = Field(primary_key=True, foreign_key="household.ref", ondelete="CASCADE")
    ref: str = Field(primary_key=True)
    municipality: str = Field(foreign_key="municipality.ref")
    asked_about: bool
    bsn_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False, index=True))
    bsn_sealed: bytes
    details_sealed: bytes


class PlanRow(StoreTable, table=True):
    """A plan's projection: what lists and searches need in the clear, and the whole snapshot
    sealed."""

    __tablename__ = "plan"

    ref: str = Field(primary_key=True)
    household_ref: str = Field(foreign_key="household.ref", ondelete="CASCADE", index=True)
    municipality: str = Field(foreign_key="municipality.ref", index=True)
    administration: str
    scope: str
    phase: str
    outcome: str | None = None
    urgency: str
    gaps: int = 0
    conflicts: int = 0
    next_deadline: dt.date | None = None
    applicant_hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    trace_id: str | None = Field(default=None, index=True)
    started_by: str
    sequence: int = 0
    assessed: bool = False
    started_at: dt.datetime = Field(sa_column=_moment())
    changed_at: dt.datetime = Field(sa_column=_moment())
    start_sealed: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    snapshot_sealed: bytes | None = Field(
        default=None, sa_column=Column(LargeBinary, nullable=True)
    )


class DecisionRow(StoreTable, table=True):
    """A joint decision's projection; `agencies` are those who must decide, and may therefore
    read it."""

    __tablename__ = "decision"

    ref: str = Field(primary_key=True)
    plan_ref: str = Field(foreign_key="plan.ref", ondelete="CASCADE", index=True)
    household_ref: str = Field(foreign_key="household.ref", ondelete="CASCADE")
    municipality: str = Field(foreign_key="municipality.ref", index=True)
    state: str
    agencies: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    opened_at: dt.datetime = Field(sa_column=_moment())
    deadline: dt.datetime = Field(sa_column=_moment())
    sequence: int
    snapshot_sealed: bytes


class VoteRow(StoreTable, table=True):
    """A counted vote: append-only, for the account that the law asks (Awb 3:46, Archiefwet)."""

    __tablename__ = "vote"

    decision_ref: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    plan_ref: str
    municipality: str = Field(foreign_key="municipality.ref")
    liaison: str
    mandate: str | None
    agency: str
    kind: str
    at: dt.datetime = Field(sa_column=_moment())
    vote_sealed: bytes


class DecisionRecordRow(StoreTable, table=True):
    """A joint decision record in its municipality's chain: append-only, in the database itself.

    It outlives its household: of one that is erased the body goes, the hash stays.
    """

    __tablename__ = "decision_record"
    __table_args__ = (
        UniqueConstraint("decision_ref", "version", name="one_record_per_version"),
        UniqueConstraint("municipality", "previous_hash", name="one_record_follows_another"),
    )

    municipality: str = Field(primary_key=True, foreign_key="municipality.ref")
    place: int = Field(primary_key=True)
    decision_ref: str
    version: int
    plan_ref: str
    household_ref: str = Field(index=True)
    previous_hash: str
    hash: str
    made_at: dt.datetime = Field(sa_column=_moment())
    body_sealed: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


class LiaisonRow(StoreTable, table=True):
    """Someone whom an agency sends to decide; bound to one municipality only where the agency
    is."""

    __tablename__ = "liaison"

    id: str = Field(primary_key=True)
    agency: str
    department: str | None = None
    municipality: str | None = None


class MandateRow(StoreTable, table=True):
    """What a liaison may decide: provisions, amount and period (Awb 10:3)."""

    __tablename__ = "mandate"

    ref: str = Field(primary_key=True)
    liaison: str = Field(foreign_key="liaison.id", index=True)
    provisions: list[dict[str, str | None]] = Field(sa_column=Column(JSON, nullable=False))
    max_amount_cents: int | None = None
    valid_from: dt.date
    valid_until: dt.date


class WorkerRow(StoreTable, table=True):
    """Someone who works for a municipality: social worker or coordinator."""

    __tablename__ = "worker"

    subject: str = Field(primary_key=True)
    municipality: str = Field(foreign_key="municipality.ref")
    role: str
