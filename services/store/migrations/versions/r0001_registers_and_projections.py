"""Registers, decisions and projections, with the walls between municipalities.

Row-level security is forced (the owner is bound by it too). A row of a household is seen only by a
transaction that works for its municipality; a decision also by one that works for an agency which
must decide it; a household's key also by one that names that household.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WALLED = ("household", "household_key", "member", "plan", "decision", "vote", "worker")


def upgrade() -> None:
    """Make the tables, the walls and the rule that one person has one open plan."""
    _registers()
    _households()
    _plans()
    _decisions()
    _staff()
    _walls()


def downgrade() -> None:
    """Drop everything."""
    for table in (
        "worker",
        "mandate",
        "liaison",
        "vote",
        "decision",
        "plan",
        "member",
        "household_key",
        "household",
        "municipality",
    ):
        op.drop_table(table)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _municipality(*, index: bool = False) -> sa.Column[object]:
    return sa.Column(
        "municipality", sa.String(), sa.ForeignKey("municipality.ref"), nullable=False, index=index
    )


def _household(name: str, *, primary_key: bool = False, index: bool = False) -> sa.Column[object]:
    return sa.Column(
        name,
        sa.String(),
        sa.ForeignKey("household.ref", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
        index=index,
    )


def _registers() -> None:
    op.create_table(
        "municipality",
        sa.Column("ref", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
        sa.Column("oin", sa.String(), nullable=False),
        sa.CheckConstraint("ref <> ''", name="municipality_has_a_ref"),
    )


def _households() -> None:
    op.create_table(
        "household",
        sa.Column("ref", sa.String(), primary_key=True),
        _municipality(),
        _moment("created_at"),
        _moment("erased_at", nullable=True),
        sa.Column("details_sealed", sa.LargeBinary(), nullable=True),
    )
    op.create_table(
        "household_key",
        _household("household_ref", primary_key=True),
        _municipality(),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        _moment("erased_at", nullable=True),
    )
    op.create_table(
        "member",
        _household("household_ref", primary_key=True),
        sa.Column("ref", sa.String(), primary_key=True),
        _municipality(),
        sa.Column("asked_about", sa.Boolean(), nullable=False),
        sa.Column("bsn_hash", sa.LargeBinary(), nullable=False, index=True),
        sa.Column("bsn_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("details_sealed", sa.LargeBinary(), nullable=False),
    )


def _plans() -> None:
    op.create_table(
        "plan",
        sa.Column("ref", sa.String(), primary_key=True),
        _household("household_ref", index=True),
        _municipality(index=True),
        sa.Column("administration", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("urgency", sa.String(), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("next_deadline", sa.Date(), nullable=True),
        sa.Column("applicant_hash", sa.LargeBinary(), nullable=True),
        sa.Column("trace_id", sa.String(), nullable=True, index=True),
        sa.Column("started_by", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("assessed", sa.Boolean(), nullable=False),
        _moment("started_at"),
        _moment("changed_at"),
        sa.Column("start_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=True),
    )
    op.create_index(
        "one_open_plan_per_applicant",
        "plan",
        ["municipality", "administration", "applicant_hash"],
        unique=True,
        postgresql_where=sa.text("scope = 'full' AND phase <> 'closed'"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("ref", sa.String(), primary_key=True),
        sa.Column(
            "plan_ref",
            sa.String(),
            sa.ForeignKey("plan.ref", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        _household("household_ref"),
        _municipality(index=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("agencies", ARRAY(sa.Text()), nullable=False),
        _moment("opened_at"),
        _moment("deadline"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=False),
    )
    op.create_index("decision_by_agency", "decision", ["agencies"], postgresql_using="gin")
    op.create_table(
        "vote",
        sa.Column("decision_ref", sa.String(), primary_key=True),
        sa.Column("ref", sa.String(), primary_key=True),
        sa.Column("plan_ref", sa.String(), nullable=False),
        _municipality(),
        sa.Column("liaison", sa.String(), nullable=False),
        sa.Column("mandate", sa.String(), nullable=True),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        _moment("at"),
        sa.Column("vote_sealed", sa.LargeBinary(), nullable=False),
    )


def _staff() -> None:
    op.create_table(
        "liaison",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("municipality", sa.String(), nullable=True),
    )
    op.create_table(
        "mandate",
        sa.Column("ref", sa.String(), primary_key=True),
        sa.Column("liaison", sa.String(), sa.ForeignKey("liaison.id"), nullable=False, index=True),
        sa.Column("provisions", sa.JSON(), nullable=False),
        sa.Column("max_amount_cents", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
    )
    op.create_table(
        "worker",
        sa.Column("subject", sa.String(), primary_key=True),
        _municipality(),
        sa.Column("role", sa.String(), nullable=False),
    )


def _walls() -> None:
    for table in WALLED:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY of_municipality ON {table}"
            " USING (municipality = current_setting('samenloop.municipality', true))"
            " WITH CHECK (municipality = current_setting('samenloop.municipality', true))"
        )
    op.execute(
        "CREATE POLICY of_named_household ON household_key FOR SELECT"
        " USING (household_ref = current_setting('samenloop.household', true))"
    )
    op.execute(
        "CREATE POLICY of_agency ON decision FOR SELECT"
        " USING (current_setting('samenloop.agency', true) = ANY (agencies)"
        " AND coalesce(nullif(current_setting('samenloop.agency_municipality', true), ''),"
        " municipality) = municipality)"
    )
