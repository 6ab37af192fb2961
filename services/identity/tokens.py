"""Bearer tokens: JWTs signed with EdDSA, made from an actor and read back as one."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from domain.vocabulary import Agency, Department
from services.identity.actor import Actor, Role

AUDIENCE = "samenloop"
ALGORITHM = "EdDSA"


class TokenInvalid(Exception):
    """A token is missing, expired, forged or says nothing we can use. The text says which, no
    more."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who signs tokens: a name and a private key."""

    name: str
    key: Ed25519PrivateKey

    def token_for(self, actor: Actor, *, now: dt.datetime, valid_for: dt.timedelta) -> str:
        """A signed token for this actor."""
        claims = {
            "iss": self.name,
            "aud": AUDIENCE,
            "iat": now,
            "nbf": now,
            "exp": now + valid_for,
            "jti": secrets.token_hex(8),
            **_claims(actor),
        }
        return jwt.encode(claims, self.key, algorithm=ALGORITHM)


@dataclass(frozen=True, slots=True)
class Verifier:
    """Whose tokens are believed."""

    issuer: str
    key: Ed25519PublicKey

    def actor_of(self, token: str) -> Actor:
        """The actor that a token speaks for. Raises TokenInvalid."""
        try:
            claims = jwt.decode(
                token,
                self.key,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=self.issuer,
                leeway=5,
                options={"require": ["exp", "iat", "sub", "iss", "aud"]},
            )
            return _actor(claims)
        except jwt.ExpiredSignatureError as error:
            raise TokenInvalid("Het token is verlopen.") from error
        except (jwt.PyJWTError, KeyError, ValueError) as error:
            raise TokenInvalid("Het token is ongeldig.") from error


def _claims(actor: Actor) -> dict[str, str]:
    claims = {
        "sub": actor.subject,
        "name": actor.name,
        "role": actor.role.value,
        "oin": actor.organisation,
        "gemeente": actor.municipality,
        "gemeente_naam": actor.municipality_name,
        "agency": actor.agency.value if actor.agency else None,
        "department": actor.department.value if actor.department else None,
    }
    return {name: value for name, value in claims.items() if value is not None}


def _actor(claims: Mapping[str, str]) -> Actor:
    agency, department = claims.get("agency"), claims.get("department")
    return Actor(
        subject=claims["sub"],
        name=claims["name"],
        role=Role(claims["role"]),
        organisation=claims["oin"],
        municipality=claims.get("gemeente"),
        municipality_name=claims.get("gemeente_naam"),
        agency=Agency(agency) if agency else None,
        department=Department(department) if department else None,
    )
