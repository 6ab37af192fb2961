"""The telemetry database's schema, for `services.store.migration.migrate`."""

from __future__ import annotations

from pathlib import Path

from services.store.migration import Schema
from services.telemetry.migrations import HEAD

TELEMETRY = Schema(Path(__file__).parent / "migrations", HEAD, {})
