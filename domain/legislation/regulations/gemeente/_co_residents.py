"""Who else lives in the home, with what decides whether he shares the costs (Pw 19a)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from domain.legislation.determination import UNKNOWN, About, Day, Unknown, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CoResident:
    """Somebody else who has the same main residence; not the partner (19a lid 1 onder a)."""

    born: Annotated[
        Day, About("geboortedatum van de medebewoner", "co-resident's date of birth")
    ] = UNKNOWN
    commercial_agreement: Annotated[
        YesNo,
        About(
            "huurt, verhuurt of is kostganger tegen een commerciële prijs, op schrift",
            "rents, lets or boards at a commercial price, in writing",
        ),
    ] = UNKNOWN
    close_relative: Annotated[
        YesNo,
        About(
            "is familie in de eerste of tweede graad",
            "is a relative in the first or second degree",
        ),
    ] = UNKNOWN
    same_landlord: Annotated[
        YesNo,
        About(
            "huurt commercieel van dezelfde verhuurder als de belanghebbende",
            "rents commercially from the same landlord as the applicant",
        ),
    ] = UNKNOWN
    in_education: Annotated[
        YesNo,
        About(
            "volgt onderwijs dat niet als kostendeler telt",
            "is in education that keeps one from being a cost sharer",
        ),
    ] = UNKNOWN


CoResidents: TypeAlias = tuple[CoResident, ...] | Unknown
