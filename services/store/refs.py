"""References: opaque, random, and made here only; and the keyed hash by which a person is found."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata

TOKEN_BYTES = 8


def new_household_ref() -> str:
    """A fresh reference for a household."""
    return f"hh-{secrets.token_hex(TOKEN_BYTES)}"


def new_plan_ref() -> str:
    """A fresh reference for a plan."""
    return f"pl-{secrets.token_hex(TOKEN_BYTES)}"


def new_vote_ref() -> str:
    """A fresh reference for a vote."""
    return f"v-{secrets.token_hex(TOKEN_BYTES)}"


def municipality_ref(name: str) -> str:
    """The reference of a municipality: its name in plain lower-case letters (`gm-rijnstede`)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "gm-" + re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def bsn_hash(lookup_key: bytes, municipality: str, bsn: str) -> bytes:
    """The keyed hash by which a person is found again; another municipality's differs, so that
    registers cannot be laid side by side."""
    return hmac.new(lookup_key, f"{municipality}:{bsn}".encode(), hashlib.sha256).digest()
