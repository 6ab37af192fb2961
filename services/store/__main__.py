"""`python -m services.store migrate`: brings the store and the telemetry database to their
newest form."""

from __future__ import annotations

import sys

from psycopg.conninfo import conninfo_to_dict

from services.settings import SettingsInvalid, StoreSettings, read
from services.store.migration import libpq_dsn, migrate, report
from services.telemetry.schema import TELEMETRY


def main(arguments: list[str]) -> int:
    """Exit code 0 when everything is at its head, 2 for wrong usage or settings."""
    if arguments != ["migrate"]:
        sys.stderr.write("usage: python -m services.store migrate\n")
        return 2
    try:
        settings = read(StoreSettings)
    except SettingsInvalid as error:
        sys.stderr.write(f"{error}\n")
        return 2
    changed = {
        "store": migrate(
            settings.store_owner_dsn.get_secret_value(),
            _role_in(settings.store_dsn.get_secret_value()),
        )
    }
    if settings.telemetry_dsn is not None:
        changed["telemetry"] = migrate(
            settings.telemetry_dsn.get_secret_value(), None, schema=TELEMETRY
        )
    sys.stderr.write(report(changed) + "\n")
    return 0


def _role_in(dsn: str) -> str | None:
    role = conninfo_to_dict(libpq_dsn(dsn)).get("user")
    return None if role is None else str(role)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
