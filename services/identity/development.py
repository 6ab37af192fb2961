"""The development issuer: example people, and tokens for them, signed with a key in the data
directory.

Never for production: opening it there is refused, and its tokens name an issuer that says what
it is.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain.decisions import Mandate
from domain.legislation.powers import powers_of
from services.identity.actor import Actor, Role
from services.identity.people import everyone, people_of
from services.identity.tokens import Issuer, Verifier
from services.store.staff import StaffLiaison

ISSUER = "samenloop-ontwikkeling"
TOKEN_LIFE = dt.timedelta(hours=12)
KEY_FILE = "development-issuer.pem"
SESSION_KEY_FILE = "console-session.key"

MANDATE_FROM = dt.date(2020, 1, 1)
MANDATE_UNTIL = dt.date(2039, 12, 31)
MANDATE_MAX_CENTS = 2_500_000
"""Example liaisons decide up to 25,000 euro; above it a vote is refused for lack of mandate."""


class DevelopmentIdentityRefused(Exception):
    """The development issuer was asked for in production."""

    def __init__(self) -> None:
        super().__init__("the development issuer does not exist in production")


class NobodyByThatName(Exception):
    """No example person has this subject."""

    def __init__(self, subject: str) -> None:
        super().__init__(f"there is no development person {subject!r}")
        self.subject = subject


class DevelopmentIdentity:
    """Issues and checks tokens for example people. `folder` holds its keys (made when absent)."""

    def __init__(self, folder: Path, *, production: bool = False) -> None:
        if production:
            raise DevelopmentIdentityRefused
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._issuer = Issuer(ISSUER, _signing_key(folder / KEY_FILE))
        self.session_key = _made_once(folder / SESSION_KEY_FILE, secrets.token_bytes(32))

    @property
    def verifier(self) -> Verifier:
        """Believes this issuer's tokens."""
        return Verifier(ISSUER, self._issuer.key.public_key())

    def token_for(self, actor: Actor, *, valid_for: dt.timedelta = TOKEN_LIFE) -> str:
        """A token for any actor; the command line makes one for people of a municipality it
        meets."""
        return self._issuer.token_for(actor, now=dt.datetime.now(dt.UTC), valid_for=valid_for)


def mint_token(folder: Path, subject: str, *, municipality_name: str | None = None) -> str:
    """A token for an example person, by subject (`casusregisseur.rijnstede`, `liaison.uwv`).

    `municipality_name` adds the people of a municipality that is not there from the start. Raises
    NobodyByThatName, and DevelopmentIdentityRefused when SAMENLOOP_PRODUCTION says so.
    """
    production = os.environ.get("SAMENLOOP_PRODUCTION", "0").lower() in {"1", "true"}
    identity = DevelopmentIdentity(folder, production=production)
    return identity.token_for(person(subject, municipality_name))


def person(subject: str, municipality_name: str | None = None) -> Actor:
    """The example person with this subject. Raises NobodyByThatName."""
    more = people_of(municipality_name) if municipality_name else ()
    for actor in (*everyone(), *more):
        if actor.subject == subject:
            return actor
    raise NobodyByThatName(subject)


def example_liaison(actor: Actor) -> StaffLiaison:
    """An example liaison with one mandate: every power of the agency, up to a fixed amount."""
    if actor.role is not Role.LIAISON or actor.agency is None:
        raise ValueError("only a liaison is mandated")
    provisions = sorted({power.provision for power in powers_of(actor.agency)}, key=str)
    mandate = Mandate(
        ref=f"mandaat.{actor.subject}",
        provisions=tuple(provisions),
        max_amount_cents=MANDATE_MAX_CENTS,
        valid_from=MANDATE_FROM,
        valid_until=MANDATE_UNTIL,
    )
    return StaffLiaison(
        actor.subject, actor.agency, actor.department, actor.municipality, (mandate,)
    )


def _signing_key(path: Path) -> Ed25519PrivateKey:
    fresh = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    key = serialization.load_pem_private_key(_made_once(path, fresh), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path.name} holds no Ed25519 key")
    return key


def _made_once(path: Path, fresh: bytes) -> bytes:
    """The file's content; `fresh` when it was not there. The first of several processes wins."""
    if not path.exists():
        own = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(fresh)
        try:
            os.link(own, path)
        except FileExistsError:
            pass
        finally:
            own.unlink()
    return path.read_bytes()
