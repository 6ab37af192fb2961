"""Runs the migrations on the connection that `migrate` opened."""

from __future__ import annotations

from alembic import context

from agency_adapters.ledger.tables import LedgerTable

context.configure(
    connection=context.config.attributes["connection"], target_metadata=LedgerTable.metadata
)
with context.begin_transaction():
    context.run_migrations()
