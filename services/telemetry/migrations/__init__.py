"""The telemetry database's history. `HEAD` is its newest revision."""

HEAD = "0001"
