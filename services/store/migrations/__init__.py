"""The schema's history. `HEAD` is its newest revision (a test holds it against Alembic's own
answer)."""

HEAD = "0003"
