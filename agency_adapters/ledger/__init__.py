"""An agency's own ledger in its own PostgreSQL database: dossiers, records with history, measures."""
