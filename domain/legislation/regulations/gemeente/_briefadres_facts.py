"""The facts of a postal address, why it is asked for, and how it gets into the register."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Day,
    Facts,
    Text,
    Unknown,
    YesNo,
)


class Reason(StrEnum):
    """Why a postal address is asked for."""

    NO_RESIDENCE = "no_residence"
    DESIGNATED_INSTITUTION = "designated_institution"
    SAFETY = "safety"
    OTHER = "other"


REASON_WORDS = {
    Reason.NO_RESIDENCE: Text("er is geen woonadres", "there is no residential address"),
    Reason.DESIGNATED_INSTITUTION: Text(
        "verblijf in een aangewezen instelling", "a stay in a designated institution"
    ),
    Reason.SAFETY: Text(
        "veiligheid, naar het oordeel van de burgemeester", "safety, as the mayor judges"
    ),
    Reason.OTHER: Text(
        "een andere reden, met een woonadres", "another reason, with a residential address"
    ),
}


class Route(StrEnum):
    """How the postal address comes into the register."""

    DECLARATION = "declaration"
    EX_OFFICIO_PROVIDER = "ex_officio_provider"
    EX_OFFICIO_MUNICIPALITY = "ex_officio_municipality"


ROUTE_WORDS = {
    Route.DECLARATION: Text(
        "op aangifte, op het adres van de briefadresgever",
        "on declaration, at the address of who lends it",
    ),
    Route.EX_OFFICIO_PROVIDER: Text(
        "ambtshalve, op het adres van een briefadresgever die instemt",
        "by the municipality, at the address of somebody who consents",
    ),
    Route.EX_OFFICIO_MUNICIPALITY: Text(
        "ambtshalve, op een adres van de gemeente",
        "by the municipality, at an address of its own",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefadresFacts(Facts):
    """One person in the municipality."""

    stays_here: Annotated[
        YesNo,
        About(
            "verblijft naar verwachting een half jaar twee derde van de tijd in Nederland",
            "is expected to be in the Netherlands two thirds of half a year",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("verblijft rechtmatig in Nederland", "resides lawfully in the Netherlands")
    ] = UNKNOWN
    identity_established: Annotated[
        YesNo, About("de identiteit is deugdelijk vastgesteld", "identity is soundly established")
    ] = UNKNOWN
    reason: Annotated[
        Reason | Unknown,
        About("reden voor een briefadres", "reason for a postal address", words=REASON_WORDS),
    ] = UNKNOWN
    registered_before: Annotated[
        YesNo, About("staat al als ingezetene ingeschreven", "is a registered resident already")
    ] = UNKNOWN
    declared: Annotated[
        YesNo, About("heeft aangifte van een briefadres gedaan", "declared a postal address")
    ] = UNKNOWN
    declared_on: Annotated[
        Day, About("dag waarop de aangifte is ontvangen", "day the declaration was received")
    ] = UNKNOWN
    changed_on: Annotated[
        Day,
        About("dag van de adreswijziging volgens de aangifte", "day of the change as declared"),
    ] = UNKNOWN
    provider_consents: Annotated[
        YesNo,
        About(
            "een briefadresgever stemt in (ingezetene, of aangewezen rechtspersoon)",
            "a resident, or a designated legal person, consents to lend the address",
        ),
    ] = UNKNOWN
    intention_told: Annotated[
        YesNo,
        About(
            "de gemeente heeft het voornemen tot ambtshalve opneming meegedeeld",
            "the municipality has told its intention to register",
        ),
    ] = UNKNOWN
    intention_told_on: Annotated[
        Day,
        About(
            "dag van de mededeling van het voornemen tot ambtshalve opneming",
            "day on which the intention to register was told",
        ),
    ] = UNKNOWN
