"""The day of birth of a person, as an agency has it from the BRP: rights go by age."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of persons who are there already it is not known."""
    op.add_column("person", sa.Column("born", sa.Date))


def downgrade() -> None:
    """Take the column away again."""
    op.drop_column("person", "born")
