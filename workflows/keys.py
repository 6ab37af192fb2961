"""The key of a household: AES-256-GCM, kept only wrapped by the installation's master key.

Destroying the wrapped key erases the household from every Temporal history and every encrypted
column at once (AVG art. 17). A key is made at intake and nowhere else: whoever encrypts for a
household without a key gets `HouseholdKeyMissing`, never a new key.
"""

from __future__ import annotations

import os
from typing import Protocol

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32


class HouseholdKeyMissing(Exception):
    """There is no key for this household: it was never made, or it was destroyed."""

    def __init__(self, household_ref: str) -> None:
        super().__init__(f"no key for household {household_ref}")
        self.household_ref = household_ref


class KeyRing(Protocol):
    """Gives a household's key. Raises HouseholdKeyMissing; never makes a key."""

    async def key_of(self, household_ref: str) -> bytes:
        """The 32-byte key of the household."""
        ...


def seal(key: bytes, plaintext: bytes, *, bound_to: str) -> bytes:
    """AES-256-GCM with a fresh nonce in front; `bound_to` is authenticated, not encrypted."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, bound_to.encode())


def unseal(key: bytes, sealed: bytes, *, bound_to: str) -> bytes:
    """The inverse of `seal`; raises cryptography's InvalidTag when key, text or `bound_to`
    differ."""
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode())


def new_household_key() -> bytes:
    """A fresh random key."""
    return AESGCM.generate_key(bit_length=KEY_BYTES * 8)


def wrap(master_key: bytes, household_ref: str, key: bytes) -> bytes:
    """The household's key, sealed by the master key and bound to the household."""
    return seal(master_key, key, bound_to=f"household-key:{household_ref}")


def unwrap(master_key: bytes, household_ref: str, wrapped: bytes) -> bytes:
    """The inverse of `wrap`."""
    return unseal(master_key, wrapped, bound_to=f"household-key:{household_ref}")
