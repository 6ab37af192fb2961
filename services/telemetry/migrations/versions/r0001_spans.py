"""Spans, one row each, found by trace."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the ways in: by trace, by linked trace, by age."""
    op.create_table(
        "span",
        sa.Column("trace_id", sa.String(32), primary_key=True),
        sa.Column("span_id", sa.String(16), primary_key=True),
        sa.Column("parent_id", sa.String(16), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started_ns", sa.BigInteger(), nullable=False),
        sa.Column("ended_ns", sa.BigInteger(), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("attributes", JSONB(), nullable=False),
        sa.Column("links", ARRAY(sa.Text()), nullable=False),
    )
    op.create_index("span_by_link", "span", ["links"], postgresql_using="gin")
    op.create_index("span_by_plan", "span", [sa.text("(attributes ->> 'samenloop.plan')")])
    op.create_index("span_by_age", "span", ["started_ns"], postgresql_using="brin")


def downgrade() -> None:
    """Drop everything."""
    op.drop_table("span")
