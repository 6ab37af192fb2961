"""The key ring on the store: finds a household's wrapped key and opens it with the master key."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import col, select

from services.store.database import Database, Scope
from services.store.tables import HouseholdKeyRow
from workflows.keys import KEY_BYTES, HouseholdKeyMissing, unwrap

CACHE_SECONDS = 30.0
"""A destroyed key is forgotten everywhere within this time."""

CACHE_SIZE = 2_000


class KeyFileInvalid(Exception):
    """A key file does not hold 32 bytes, raw or as 64 hexadecimal digits."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} holds no key: 32 bytes or 64 hexadecimal digits expected")


def read_key(path: Path) -> bytes:
    """The 32-byte key in a file (raw, or 64 hexadecimal digits). Raises KeyFileInvalid or
    OSError."""
    content = path.read_bytes()
    if len(content) == KEY_BYTES:
        return content
    try:
        key = bytes.fromhex(content.decode("ascii").strip())
    except ValueError as error:
        raise KeyFileInvalid(path) from error
    if len(key) != KEY_BYTES:
        raise KeyFileInvalid(path)
    return key


@dataclass(frozen=True, slots=True)
class _Cached:
    key: bytes
    until: float


class StoredKeyRing:
    """`workflows.keys.KeyRing` on the store, with a short memory. Never makes a key."""

    def __init__(
        self,
        database: Database,
        master_key: bytes,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._master_key = master_key
        self._monotonic = monotonic
        self._cache: OrderedDict[str, _Cached] = OrderedDict()

    async def key_of(self, household_ref: str) -> bytes:
        """The household's key. Raises HouseholdKeyMissing when it was never made or is
        destroyed."""
        cached = self._cache.get(household_ref)
        if cached is not None and cached.until > self._monotonic():
            return cached.key
        key = unwrap(self._master_key, household_ref, await self._wrapped(household_ref))
        self._remember(household_ref, key)
        return key

    def forget(self, household_ref: str) -> None:
        """Drop a key from memory at once (it was destroyed)."""
        self._cache.pop(household_ref, None)

    async def _wrapped(self, household_ref: str) -> bytes:
        async with self._database.transaction(Scope(household=household_ref)) as session:
            wrapped: bytes | None = await session.scalar(
                select(HouseholdKeyRow.wrapped).where(
                    col(HouseholdKeyRow.household_ref) == household_ref
                )
            )
        if wrapped is None:
            raise HouseholdKeyMissing(household_ref)
        return wrapped

    def _remember(self, household_ref: str, key: bytes) -> None:
        self._cache[household_ref] = _Cached(key, self._monotonic() + CACHE_SECONDS)
        self._cache.move_to_end(household_ref)
        while len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)
