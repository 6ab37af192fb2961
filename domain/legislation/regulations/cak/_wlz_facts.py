"""The facts of the Wlz contribution."""

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
    Text,
    Unit,
    Unknown,
    YesNo,
)


class Care(StrEnum):
    """How the care is given; of several the first of this order (Blz 3.3.2.2a)."""

    INSTITUTION = "institution"
    FULL_PACKAGE = "full_package"
    BUDGET = "budget"
    MODULAR_PACKAGE = "modular_package"


CARE_WORDS = {
    Care.INSTITUTION: Text("verblijf in een instelling", "a stay in an institution"),
    Care.FULL_PACKAGE: Text("een volledig pakket thuis", "a full package at home"),
    Care.BUDGET: Text("een persoonsgebonden budget", "a personal budget"),
    Care.MODULAR_PACKAGE: Text("een modulair pakket thuis", "a modular package at home"),
}


class SpouseCare(StrEnum):
    """What care the spouse has."""

    NONE = "none"
    INSTITUTION = "institution"
    FULL_PACKAGE = "full_package"
    BUDGET = "budget"
    MODULAR_PACKAGE = "modular_package"
    SHELTERED_LIVING = "sheltered_living"


SPOUSE_CARE_WORDS = {
    SpouseCare.NONE: Text("geen", "none"),
    SpouseCare.INSTITUTION: Text("verblijf in een instelling", "a stay in an institution"),
    SpouseCare.FULL_PACKAGE: Text("een volledig pakket thuis", "a full package at home"),
    SpouseCare.BUDGET: Text("een persoonsgebonden budget", "a personal budget"),
    SpouseCare.MODULAR_PACKAGE: Text("een modulair pakket thuis", "a modular package at home"),
    SpouseCare.SHELTERED_LIVING: Text("beschermd wonen", "sheltered living"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WlzBijdrageFacts(Facts):
    """One insured person, with the spouse's care and the incomes of both where married."""

    care: Annotated[Care | Unknown, About("soort zorg", "kind of care", words=CARE_WORDS)] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    married: Annotated[YesNo, About("is gehuwd", "is married")] = UNKNOWN
    spouse_care: Annotated[
        SpouseCare | Unknown,
        About("zorg van de echtgenoot", "care of the spouse", words=SPOUSE_CARE_WORDS),
    ] = UNKNOWN
    stay_began: Annotated[
        Day,
        About(
            "eerste dag van het verblijf, van twee gehuwden van wie het laatst kwam",
            "first day of the stay, of two spouses that of the last to come",
        ),
    ] = UNKNOWN
    no_first_months: Annotated[
        YesNo,
        About(
            "de eerste maanden tellen niet mee (Blz 3.3.2.2 lid 7)",
            "the first months do not count (Blz 3.3.2.2 lid 7)",
        ),
    ] = UNKNOWN
    maintains_children: Annotated[
        YesNo,
        About(
            "onderhoudt kinderen met kinderbijslag of studiefinanciering",
            "maintains children with child benefit or student finance",
        ),
    ] = UNKNOWN
    return_expected: Annotated[
        YesNo,
        About(
            "terugkeer binnen vier maanden is waarschijnlijk",
            "a return within four months is likely",
        ),
    ] = UNKNOWN
    part_time_stay: Annotated[
        YesNo, About("het verblijf is deeltijdverblijf", "the stay is a part-time stay")
    ] = UNKNOWN
    small_modular_package: Annotated[
        YesNo,
        About(
            "alleen een modulair pakket thuis van ten hoogste twintig uur per maand, zonder budget",
            "only a modular package at home of at most twenty hours a month, without a budget",
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About(
            "inkomen over het peiljaar (twee jaar terug), van gehuwden samen",
            "income of two years ago, of spouses together",
            Unit.EUROCENT_PER_YEAR,
        ),
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About(
            "vermogen boven de vrijstelling in het peiljaar, van gehuwden samen",
            "assets above the exemption two years ago, of spouses together",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    income_data_available: Annotated[
        YesNo,
        About("er zijn gegevens over inkomen en vermogen", "there are data on income and assets"),
    ] = UNKNOWN
    current_year_asked: Annotated[
        YesNo, About("vraagt om het lopende jaar", "asks for the current year")
    ] = UNKNOWN
    on_assistance: Annotated[
        YesNo, About("ontvangt algemene bijstand", "receives social assistance")
    ] = UNKNOWN
    too_little_left: Annotated[
        YesNo,
        About(
            "houdt met het peiljaar te weinig over (Blz 3.3.2.3 lid 2)",
            "has too little left by the income of two years ago (Blz 3.3.2.3 lid 2)",
        ),
    ] = UNKNOWN
    income_now: Annotated[
        Cents,
        About(
            "verwacht inkomen in het lopende jaar",
            "expected income of the current year",
            Unit.EUROCENT_PER_YEAR,
        ),
    ] = UNKNOWN
    assets_now: Annotated[
        Cents,
        About(
            "verwacht vermogen boven de vrijstelling in het lopende jaar",
            "expected assets above the exemption in the current year",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    tax: Annotated[
        Cents,
        About(
            "belasting over het jaar van dat inkomen",
            "tax over the year of that income",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    net_work: Annotated[
        Cents,
        About(
            "netto-opbrengst van arbeid in het vorige jaar",
            "net proceeds of work in the year before",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    deductions: Annotated[
        Cents,
        About(
            "zak- en kleedgeld, zorgpremie en andere aftrek (Blz 3.3.2.3 lid 1 b 2°)",
            "pocket money, health premium and other deductions (Blz 3.3.2.3 lid 1 b 2°)",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    war_benefit: Annotated[
        Cents,
        About(
            "uitkering voor oorlogsslachtoffers die op aanvraag vrij blijft",
            "benefit for war victims that is left out on request",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    pensioner_compensation: Annotated[
        Cents,
        About(
            "compensatie vervallen ouderentoeslag (tot 2026)",
            "compensation for the lapsed pensioners' allowance (until 2026)",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    monthly_income: Annotated[
        Cents, About("inkomen per maand", "income a month", Unit.EUROCENT_PER_MONTH, at_least=0)
    ] = UNKNOWN
    institution_norm: Annotated[
        Cents,
        About(
            "bijstandsnorm in een inrichting (Pw 23 lid 1 en 2)",
            "assistance norm in an institution (Pw 23 lid 1 and 2)",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    youth_without_assistance: Annotated[
        YesNo,
        About(
            "krijgt geen bijstand op grond van Pw 13 lid 2 onder a",
            "gets no assistance by Pw 13 lid 2 onder a",
        ),
    ] = UNKNOWN
