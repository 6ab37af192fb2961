"""A decision is seen by an agency of which every municipality has its own only within a named
municipality.

Until now no municipality meant everywhere, also for such an agency: a wall that was open when a
caller forgot to say for whom it works.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LOCAL = "'gemeente'"


def upgrade() -> None:
    """Close the wall."""
    op.execute(
        "ALTER POLICY of_agency ON decision"
        " USING (current_setting('samenloop.agency', true) = ANY (agencies)"
        " AND CASE coalesce(current_setting('samenloop.agency_municipality', true), '')"
        f" WHEN '' THEN current_setting('samenloop.agency', true) NOT IN ({LOCAL})"
        " ELSE current_setting('samenloop.agency_municipality', true) = municipality END)"
    )


def downgrade() -> None:
    """The policy of 0001."""
    op.execute(
        "ALTER POLICY of_agency ON decision"
        " USING (current_setting('samenloop.agency', true) = ANY (agencies)"
        " AND coalesce(nullif(current_setting('samenloop.agency_municipality', true), ''),"
        " municipality) = municipality)"
    )
