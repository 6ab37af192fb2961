"""What huurtoeslag is determined from: the tenant, the partner, the residents, and the rent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Day,
    Facts,
    Unit,
    Unknown,
    YesNo,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """Somebody registered at the address who is not the partner and not a subtenant (Awir 2)."""

    born: Annotated[Day, About("geboortedatum van de medebewoner", "resident's date of birth")] = (
        UNKNOWN
    )
    descendant: Annotated[
        YesNo,
        About(
            "is een kind, stiefkind of pleegkind van de huurder, de partner of een medebewoner",
            "is a child, stepchild or foster child of the tenant, the partner or a resident",
        ),
    ] = UNKNOWN
    fostered: Annotated[
        YesNo,
        About(
            "de huurder, de partner of een medebewoner kreeg voor deze persoon in enig jaar "
            "pleegvergoeding of kinderbijslag",
            "the tenant, the partner or a resident had foster allowance or child benefit for this "
            "person in any year",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo,
        About(
            "de medebewoner verblijft rechtmatig in Nederland",
            "the resident resides lawfully in the Netherlands",
        ),
    ] = UNKNOWN
    all_year: Annotated[YesNo, About("is het hele jaar medebewoner", "is a resident all year")] = (
        UNKNOWN
    )
    income: Annotated[
        Cents,
        About(
            "toetsingsinkomen van de medebewoner", "resident's test income", Unit.EUROCENT_PER_YEAR
        ),
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About(
            "rendementsgrondslag van de medebewoner op 1 januari",
            "resident's assets on 1 January",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class HuurtoeslagFacts(Facts):
    """One dwelling and its household in the month of the day asked, with the incomes of the year.

    `rent` is the rent alone; from 2026 the service costs are not read, and only in 2024 is it read
    whether somebody has the pension age or the dwelling was adapted.
    """

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    minor_equal_to_adult: Annotated[
        YesNo,
        About("heeft een kind of heeft geen ouders meer", "has a child or has no parents any more"),
    ] = UNKNOWN
    tenant: Annotated[
        YesNo,
        About(
            "huurt de woning als hoofdverblijf, anders dan voor korte duur",
            "rents the dwelling as main residence, not for a short stay",
        ),
    ] = UNKNOWN
    self_contained: Annotated[
        YesNo, About("de woning is zelfstandige woonruimte", "the dwelling is self-contained")
    ] = UNKNOWN
    designated: Annotated[
        YesNo,
        About(
            "de onzelfstandige woonruimte is aangewezen door de Dienst Toeslagen",
            "the dwelling that is not self-contained was designated by Dienst Toeslagen",
        ),
    ] = UNKNOWN
    all_registered: Annotated[
        YesNo,
        About(
            "de huurder, de partner en de medebewoners staan ingeschreven op het adres",
            "the tenant, the partner and the residents are registered at the address",
        ),
    ] = UNKNOWN
    others_registered: Annotated[
        YesNo,
        About(
            "op het adres staan anderen ingeschreven, behalve onderhuurders",
            "others are registered at the address, apart from subtenants",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("verblijft rechtmatig in Nederland", "resides lawfully in the Netherlands")
    ] = UNKNOWN
    income: Annotated[Cents, About("toetsingsinkomen", "test income", Unit.EUROCENT_PER_YEAR)] = (
        UNKNOWN
    )
    assets: Annotated[
        Cents,
        About("rendementsgrondslag op 1 januari", "assets on 1 January", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    has_partner: Annotated[
        YesNo,
        About(
            "heeft een toeslagpartner op hetzelfde adres",
            "has an allowance partner at the same address",
        ),
    ] = UNKNOWN
    partner_all_year: Annotated[
        YesNo,
        About(
            "heeft het hele jaar dezelfde toeslagpartner",
            "has the same allowance partner all year",
        ),
    ] = UNKNOWN
    partner_born: Annotated[
        Day, About("geboortedatum van de partner", "partner's date of birth")
    ] = UNKNOWN
    partner_lawful_residence: Annotated[
        YesNo,
        About(
            "de partner verblijft rechtmatig in Nederland",
            "the partner resides lawfully in the Netherlands",
        ),
    ] = UNKNOWN
    partner_income: Annotated[
        Cents,
        About("toetsingsinkomen van de partner", "partner's test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    partner_assets: Annotated[
        Cents,
        About(
            "rendementsgrondslag van de partner op 1 januari",
            "partner's assets on 1 January",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    residents: Annotated[
        tuple[Resident, ...] | Unknown,
        About("medebewoners, ook kinderen", "residents, children too"),
    ] = UNKNOWN
    disabled: Annotated[
        YesNo,
        About(
            "de huurder, de partner of een medebewoner heeft een handicap",
            "the tenant, the partner or a resident has a handicap",
        ),
    ] = UNKNOWN
    rent: Annotated[
        Cents,
        About(
            "kale huur, of de lagere huur volgens het advies van de huurcommissie",
            "rent without services, or the lower rent that the rent tribunal advises",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    services_shared_energy: Annotated[
        Cents,
        About(
            "servicekosten voor lift, installaties en verlichting van gedeelde ruimten",
            "service costs for lift, installations and lighting of shared rooms",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    services_cleaning: Annotated[
        Cents,
        About(
            "servicekosten voor schoonmaak van gedeelde ruimten",
            "service costs for cleaning of shared rooms",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    services_caretaker: Annotated[
        Cents,
        About(
            "servicekosten voor de huismeester",
            "service costs for the caretaker",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    services_common_rooms: Annotated[
        Cents,
        About(
            "servicekosten voor dienst- en recreatieruimten",
            "service costs for service rooms and recreation rooms",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    rent_limit_exception: Annotated[
        YesNo,
        About(
            "eerder huurtoeslag voor deze woning, voorzieningen wegens een handicap, of een "
            "huishouden van ten minste acht personen in een woning daarvoor",
            "huurtoeslag before for this dwelling, provisions for a handicap, or a household of "
            "eight or more in a dwelling meant for it",
        ),
    ] = UNKNOWN
    pensioner_on_1_january: Annotated[
        YesNo,
        About(
            "iemand in het huishouden had op 1 januari de pensioengerechtigde leeftijd",
            "somebody in the household had the pension age on 1 January",
        ),
    ] = UNKNOWN
    pensioner_now: Annotated[
        YesNo,
        About(
            "iemand in het huishouden heeft de pensioengerechtigde leeftijd",
            "somebody in the household has the pension age",
        ),
    ] = UNKNOWN
    dwelling_adapted: Annotated[
        YesNo,
        About(
            "de woning is aangepast wegens een handicap",
            "the dwelling was adapted because of a handicap",
        ),
    ] = UNKNOWN
