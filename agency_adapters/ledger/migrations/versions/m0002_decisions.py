"""The agency's own decisions, one for each measure that is carried out from now on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of decisions; measures of before keep their receipt without one."""
    op.create_table(
        "decision",
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column(
            "measure_id",
            sa.BigInteger,
            sa.ForeignKey("measure.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        sa.Column("number", sa.String, nullable=False, unique=True),
        sa.Column("made_on", sa.Date, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("ground", sa.Text, nullable=False),
        sa.Column("decided", sa.Text, nullable=False),
        sa.Column("monthly_effect_cents", sa.BigInteger, nullable=False),
        sa.Column("debt_effect_cents", sa.BigInteger, nullable=False),
        sa.Column("amount_cents", sa.BigInteger),
        sa.Column("from_date", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("objection_by", sa.Text, nullable=False),
        sa.Column("objection_until", sa.Date),
        sa.Column("objection_to", sa.String),
        sa.Column("reverted", sa.Boolean, nullable=False),
        sa.Column("reverted_on", sa.Date),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
    )


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("decision")
