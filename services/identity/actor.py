"""Who acts: what a verified token says about a person at work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.vocabulary import Agency, Department

LOCAL = frozenset({Agency.GEMEENTE})
"""Agencies of which every municipality has its own."""


class Role(StrEnum):
    """What someone is to a plan; the values are the token's and the console's words."""

    SOCIAL_WORKER = "casusregisseur"
    COORDINATOR = "coordinator"
    LIAISON = "liaison"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work: an opaque subject, a display name, the role, and for whom.

    `municipality` is the reference of the municipality worked for; a liaison has an `agency`, and a
    municipality only where the agency is one's own (each municipality is its own gemeente).
    """

    subject: str
    name: str
    role: Role
    organisation: str
    municipality: str | None = None
    municipality_name: str | None = None
    agency: Agency | None = None
    department: Department | None = None
