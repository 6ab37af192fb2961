"""Keys, passwords and tokens of the embedded default: made once, for their owner's eyes only."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

KEY_BYTES = 32


class Secrets:
    """The files under `secrets/`. Every call gives the same secret again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key_file(self, name: str) -> Path:
        """The file with a random 256-bit key (raw bytes)."""
        return self._kept(f"{name}.key", lambda: secrets.token_bytes(KEY_BYTES))

    def password(self, role: str) -> str:
        """The database password of a role."""
        return self._kept(f"db-{role}.password", _token).read_text()

    def password_file(self, role: str) -> Path:
        """The file with that password."""
        return self._kept(f"db-{role}.password", _token)

    def token(self, name: str) -> str:
        """A random bearer token."""
        return self._kept(f"{name}.token", _token).read_text()

    def _kept(self, name: str, make: Callable[[], bytes]) -> Path:
        path = self._folder / name
        if not path.exists():
            fresh = path.with_suffix(".new")
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(make())
            fresh.replace(path)
        return path


def _token() -> bytes:
    return secrets.token_hex(24).encode()
