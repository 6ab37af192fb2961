"""The ledger as it begins, with its live administration."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, the counter of changes and the live administration ("")."""
    administration = op.create_table(
        "administration", _id(), sa.Column("name", sa.String, nullable=False, unique=True)
    )
    op.create_table(
        "dossier",
        _id(),
        _owned_by("administration"),
        sa.Column("sequence", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "person",
        _id(),
        _owned_by("administration"),
        _owned_by("dossier"),
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("bsn_sealed", sa.LargeBinary, nullable=False),
        sa.Column("bsn_hash", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("administration_id", "bsn_hash"),
        sa.UniqueConstraint("dossier_id", "ref"),
    )
    op.create_table(
        "record",
        sa.Column(
            "dossier_id",
            sa.BigInteger,
            sa.ForeignKey("dossier.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("ref", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("content", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "measure",
        _id(),
        _owned_by("administration"),
        _owned_by("dossier", nullable=True),
        sa.Column("idempotency_key", sa.String, nullable=False),
        sa.Column("measure", sa.Text),
        sa.Column("decision_ref", sa.String),
        sa.Column("number", sa.String, unique=True),
        sa.Column("decided_on", sa.Date),
        sa.Column("changed", sa.Text, nullable=False),
        sa.Column("reverted", sa.Boolean, nullable=False),
        sa.Column("reverted_on", sa.Date),
        sa.Column("revert_reason", sa.String),
        _at(),
        sa.UniqueConstraint("administration_id", "idempotency_key"),
    )
    op.create_table(
        "record_version",
        sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
        _owned_by("dossier"),
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("because", sa.String, nullable=False),
        _owned_by("measure", nullable=True),
        sa.Column("content_before", sa.BigInteger),
        _at(),
    )
    op.create_table(
        "register_error",
        _id(),
        _owned_by("administration"),
        _owned_by("dossier"),
        sa.Column("idempotency_key", sa.String, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("number", sa.String, nullable=False, unique=True),
        sa.Column("answer_by", sa.Date, nullable=False),
        _at(),
        sa.UniqueConstraint("administration_id", "idempotency_key"),
    )
    op.create_table(
        "trouble",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("method", sa.String, nullable=False),
    )
    counter = op.create_table(
        "counter",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("last", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(administration, [{"name": ""}])
    op.bulk_insert(counter, [{"name": "changes", "last": 0}])


def downgrade() -> None:
    """Take every table away again."""
    for table in (
        "counter",
        "trouble",
        "register_error",
        "record_version",
        "measure",
        "record",
        "person",
        "dossier",
        "administration",
    ):
        op.drop_table(table)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger, primary_key=True)


def _owned_by(table: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(
        f"{table}_id",
        sa.BigInteger,
        sa.ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        index=True,
    )


def _at() -> sa.Column[object]:
    return sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)
