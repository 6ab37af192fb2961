"""An agency's own ledger in its own PostgreSQL database: dossiers, records, measures, history."""
