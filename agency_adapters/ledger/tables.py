"""The tables of a ledger. A BSN stands in one sealed column, with a keyed hash for look-up.

Every change of a record takes the next number of the counter CHANGES. The counter's row stays
locked until the transaction ends: numbers become visible in order and a cursor misses nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, LargeBinary, MetaData, Text, func
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field, SQLModel

CHANGES = "changes"


T = TypeVar("T")


def present(value: T | None) -> T:
    """A value that the table's own rules promise; a key has no value only before it is inserted."""
    if value is None:
        raise LookupError("the ledger lacks a value that its tables promise")
    return value


class LedgerTable(SQLModel):
    """Base of the ledger's tables: a metadata of its own, apart from other houses' tables."""

    metadata = MetaData()


def _owner(target: str, *, primary_key: bool = False) -> Column[int]:
    """A reference that takes its row along when the owner is removed."""
    return Column(
        BigInteger,
        ForeignKey(target, ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
        index=not primary_key,
    )


def _moment() -> Column[dt.datetime]:
    return Column(DateTime(timezone=True), server_default=func.now(), nullable=False)


class Administration(LedgerTable, table=True):
    """An administration: the live one ("") or a trial one for a single assessment."""

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    name: str = Field(unique=True)


class Dossier(LedgerTable, table=True):
    """One household at this agency; `sequence` is the number of its last change."""

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    administration_id: int = Field(sa_column=_owner("administration.id"))
    sequence: int = Field(sa_type=BigInteger)


class Person(LedgerTable, table=True):
    """A person of a dossier, under the reference that the dossier's records use.

    `born` is the day of birth as the agency has it from the BRP, when it has.
    """

    __table_args__ = (
        Unique("administration_id", "bsn_hash"),
        Unique("dossier_id", "ref"),
    )

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    administration_id: int = Field(sa_column=_owner("administration.id"))
    dossier_id: int = Field(sa_column=_owner("dossier.id"))
    ref: str
    bsn_sealed: bytes = Field(sa_type=LargeBinary)
    bsn_hash: bytes = Field(sa_type=LargeBinary)
    born: dt.date | None = Field(default=None)


class HeldRecord(LedgerTable, table=True):
    """A record as it is now.

    `sequence` is its last change; `content` the change that its present content came with, which is
    an earlier one when a measure was taken back.
    """

    __tablename__ = "record"

    dossier_id: int = Field(sa_column=_owner("dossier.id", primary_key=True))
    ref: str = Field(primary_key=True)
    kind: str
    position: int
    body: str = Field(sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)
    content: int = Field(sa_type=BigInteger)


class RecordVersion(LedgerTable, table=True):
    """One change of a record: its body after it (None: gone), why, and the content before it."""

    __tablename__ = "record_version"

    sequence: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    dossier_id: int = Field(sa_column=_owner("dossier.id"))
    ref: str
    body: str | None = Field(sa_type=Text, nullable=True)
    because: str
    measure_id: int | None = Field(
        default=None,
        sa_column=Column(
            BigInteger, ForeignKey("measure.id", ondelete="CASCADE"), nullable=True, index=True
        ),
    )
    content_before: int | None = Field(default=None, sa_type=BigInteger, nullable=True)
    at: dt.datetime | None = Field(default=None, sa_column=_moment())


class AppliedMeasure(LedgerTable, table=True):
    """A measure under its idempotency key.

    Without `number` it was taken back before it was ever carried out, and never can be.
    """

    __tablename__ = "measure"
    __table_args__ = (Unique("administration_id", "idempotency_key"),)

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    administration_id: int = Field(sa_column=_owner("administration.id"))
    dossier_id: int | None = Field(
        default=None,
        sa_column=Column(
            BigInteger, ForeignKey("dossier.id", ondelete="CASCADE"), nullable=True, index=True
        ),
    )
    idempotency_key: str
    measure: str | None = Field(default=None, sa_type=Text, nullable=True)
    decision_ref: str | None = None
    number: str | None = Field(default=None, unique=True)
    decided_on: dt.date | None = None
    changed: str = Field(default="[]", sa_type=Text)
    reverted: bool = False
    reverted_on: dt.date | None = None
    revert_reason: str | None = None
    at: dt.datetime | None = Field(default=None, sa_column=_moment())


class MadeDecision(LedgerTable, table=True):
    """The agency's own decision by which a measure was carried out; amounts are euro cents."""

    __tablename__ = "decision"

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    measure_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("measure.id", ondelete="CASCADE"), nullable=False, unique=True
        )
    )
    number: str = Field(unique=True)
    made_on: dt.date
    kind: str
    ground: str = Field(sa_type=Text)
    decided: str = Field(sa_type=Text)
    monthly_effect_cents: int = Field(sa_type=BigInteger)
    debt_effect_cents: int = Field(sa_type=BigInteger)
    amount_cents: int | None = Field(default=None, sa_type=BigInteger, nullable=True)
    from_date: dt.date | None = None
    until: dt.date | None = None
    objection_by: str = Field(sa_type=Text)
    objection_until: dt.date | None = None
    objection_to: str | None = None
    reverted: bool = False
    reverted_on: dt.date | None = None
    at: dt.datetime | None = Field(default=None, sa_column=_moment())


class RegisterError(LedgerTable, table=True):
    """A report of a wrong fact, under the agency's own number, with the last day to answer it."""

    __tablename__ = "register_error"
    __table_args__ = (Unique("administration_id", "idempotency_key"),)

    id: int | None = Field(default=None, sa_column=Column(BigInteger, primary_key=True))
    administration_id: int = Field(sa_column=_owner("administration.id"))
    dossier_id: int = Field(sa_column=_owner("dossier.id"))
    idempotency_key: str
    report: str = Field(sa_type=Text)
    number: str = Field(unique=True)
    answer_by: dt.date
    at: dt.datetime | None = Field(default=None, sa_column=_moment())


class SetTrouble(LedgerTable, table=True):
    """The made-to-order trouble of a development installation: at most one row."""

    __tablename__ = "trouble"

    id: int = Field(default=1, primary_key=True)
    kind: str
    seconds: float
    times: int
    method: str


class Counter(LedgerTable, table=True):
    """The last number given out under a name."""

    name: str = Field(primary_key=True)
    last: int = Field(sa_type=BigInteger)
