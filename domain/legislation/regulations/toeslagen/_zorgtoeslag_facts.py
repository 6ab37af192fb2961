"""What zorgtoeslag is determined from: the insured person and the partner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Day,
    Facts,
    Number,
    Unit,
    Unknown,
    YesNo,
)


class Tested(StrEnum):
    """What stands in place of the amount of the assets, for who knows no more than this."""

    WITHIN_LIMIT = "within_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZorgtoeslagFacts(Facts):
    """One insured person in the month of the day asked, with the incomes of the whole year."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    insured: Annotated[
        YesNo,
        About(
            "heeft een Nederlandse zorgverzekering of is verdragsgerechtigd",
            "has Dutch health insurance or is insured by treaty",
        ),
    ] = UNKNOWN
    insurance_suspended: Annotated[
        YesNo,
        About(
            "de zorgverzekering is opgeschort wegens detentie",
            "the health insurance is suspended because of detention",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("is Nederlander of verblijft rechtmatig", "is Dutch or resides lawfully")
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo,
        About(
            "woont in Nederland, net als de partner als die er is",
            "lives in the Netherlands, as does the partner if there is one",
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About("toetsingsinkomen", "test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    assets: Annotated[
        int | Tested | Unknown,
        About("rendementsgrondslag op 1 januari", "assets on 1 January", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    has_partner: Annotated[YesNo, About("heeft een toeslagpartner", "has an allowance partner")] = (
        UNKNOWN
    )
    partner_all_year: Annotated[
        YesNo,
        About(
            "heeft het hele jaar dezelfde toeslagpartner",
            "has the same allowance partner all year",
        ),
    ] = UNKNOWN
    partner_lawful_residence: Annotated[
        YesNo,
        About(
            "de partner is Nederlander of verblijft rechtmatig",
            "the partner is Dutch or resides lawfully",
        ),
    ] = UNKNOWN
    partner_insured: Annotated[
        YesNo, About("de partner is verzekerd", "the partner is insured")
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
    insured_by_treaty: Annotated[
        YesNo,
        About(
            "is verdragsgerechtigd: woont in het buitenland met recht op zorg ten laste van "
            "Nederland, zonder Nederlandse zorgverzekering",
            "is insured by treaty: lives abroad with a right to care that the Netherlands pays, "
            "without Dutch health insurance",
        ),
    ] = UNKNOWN
    country_factor: Annotated[
        Number,
        About(
            "verhoudingsgetal van het woonland in procenten",
            "ratio of the country of residence in percent",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    partner_dutch_insurance: Annotated[
        YesNo,
        About(
            "de partner heeft een Nederlandse zorgverzekering",
            "the partner has Dutch health insurance",
        ),
    ] = UNKNOWN
    partner_country_factor: Annotated[
        Number,
        About(
            "verhoudingsgetal van het woonland van de partner in procenten",
            "ratio of the partner's country of residence in percent",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
