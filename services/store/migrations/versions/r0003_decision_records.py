"""Decision records: a chain per municipality that the database itself keeps from being changed.

Nobody changes or removes a record, not even the owner of the table. One thing may still happen: of
a household that is erased (AVG art. 17) the body goes, and the hash stays, so that the chain can
still be followed.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, its wall and its guard."""
    op.create_table(
        "decision_record",
        sa.Column("municipality", sa.String(), sa.ForeignKey("municipality.ref"), primary_key=True),
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("decision_ref", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("plan_ref", sa.String(), nullable=False),
        # no foreign key to the household: the record's hash outlives it
        sa.Column("household_ref", sa.String(), nullable=False, index=True),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.UniqueConstraint("decision_ref", "version", name="one_record_per_version"),
        sa.UniqueConstraint("municipality", "previous_hash", name="one_record_follows_another"),
    )
    _wall()
    _guard()


def downgrade() -> None:
    """Drop the table with its guard."""
    op.drop_table("decision_record")
    op.execute("DROP FUNCTION decision_record_stays()")


def _wall() -> None:
    op.execute("ALTER TABLE decision_record ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE decision_record FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY of_municipality ON decision_record"
        " USING (municipality = current_setting('samenloop.municipality', true))"
        " WITH CHECK (municipality = current_setting('samenloop.municipality', true))"
    )


def _guard() -> None:
    op.execute(
        """
        CREATE FUNCTION decision_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            emptied decision_record;
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                emptied := OLD;
                emptied.body_sealed := NULL;
                IF NEW IS NOT DISTINCT FROM emptied AND EXISTS (
                    SELECT FROM household
                    WHERE ref = OLD.household_ref AND erased_at IS NOT NULL
                ) THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION 'a decision record is never changed or removed'
                USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """
    )
    op.execute(
        "CREATE TRIGGER decision_record_stays BEFORE UPDATE OR DELETE ON decision_record"
        " FOR EACH ROW EXECUTE FUNCTION decision_record_stays()"
    )
    op.execute(
        "CREATE TRIGGER decision_record_is_not_emptied BEFORE TRUNCATE ON decision_record"
        " FOR EACH STATEMENT EXECUTE FUNCTION decision_record_stays()"
    )
