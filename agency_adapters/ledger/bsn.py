"""The BSN at rest: sealed with the agency's own key, found again by a keyed hash."""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12


class BsnVault:
    """Seals and hashes BSNs under two keys that are derived from the agency's one key."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a ledger key is {KEY_BYTES} bytes")
        self._cipher = AESGCM(_derived(key, b"ledger bsn sealing"))
        self._look_up_key = _derived(key, b"ledger bsn look-up")

    @classmethod
    def from_file(cls, path: Path) -> BsnVault:
        """The vault of a key file: 32 bytes as they are, or written as 64 hexadecimal digits."""
        content = path.read_bytes()
        if len(content) == KEY_BYTES:
            return cls(content)
        return cls(bytes.fromhex(content.decode().strip()))

    def seal(self, bsn: str) -> bytes:
        """AES-256-GCM with a fresh nonce in front."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, bsn.encode(), None)

    def unseal(self, sealed: bytes) -> str:
        """The inverse of `seal`; raises cryptography's InvalidTag under another key."""
        return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None).decode()

    def hash(self, bsn: str) -> bytes:
        """HMAC-SHA-256: the same BSN gives the same hash, and only with this key."""
        return hmac.digest(self._look_up_key, bsn.encode(), "sha256")


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=purpose).derive(key)
