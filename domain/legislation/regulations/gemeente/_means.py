"""The facts about income and assets that the Participatiewet counts or leaves out (31-34)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Day,
    Number,
    Unit,
    Unknown,
    YesNo,
)
from domain.legislation.regulations.gemeente._household import HouseholdFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Earner:
    """Somebody in the assistance who works, and what is exempt of the earnings."""

    born: Annotated[Day, About("geboortedatum van wie werkt", "date of birth of who works")] = (
        UNKNOWN
    )
    earnings: Annotated[
        Cents,
        About("nettoloon", "net earnings", Unit.EUROCENT_PER_MONTH, at_least=0),
    ] = UNKNOWN
    furthers_work: Annotated[
        YesNo,
        About(
            "vrijlating draagt volgens het college bij aan de arbeidsinschakeling",
            "the college finds that an exemption furthers the way to work",
        ),
    ] = UNKNOWN
    months_exempt: Annotated[
        Number,
        About(
            "maanden waarin 25% van het loon al vrij was",
            "months in which 25% of the earnings has been exempt",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    parent_months_exempt: Annotated[
        Number,
        About(
            "maanden waarin het loon als alleenstaande ouder al deels vrij was",
            "months in which the earnings have been partly exempt as a single parent",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    limited_hours: Annotated[
        YesNo, About("is medisch urenbeperkt", "can work limited hours only, for medical reasons")
    ] = UNKNOWN
    wage_subsidy_exempt: Annotated[
        YesNo,
        About(
            "het college laat bij loonkostensubsidie loon vrij (onder z of aa)",
            "the college exempts earnings with a wage subsidy (under z or aa)",
        ),
    ] = UNKNOWN


Earners: TypeAlias = tuple[Earner, ...] | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class MeansFacts(HouseholdFacts):
    """Net income in the month (31 lid 3), and assets on the day, of everybody in the assistance."""

    receives_assistance: Annotated[
        YesNo, About("ontvangt al algemene bijstand", "already receives general assistance")
    ] = UNKNOWN
    earners: Annotated[Earners, About("wie in het gezin werkt", "who in the family works")] = (
        UNKNOWN
    )
    youngest_child_born: Annotated[
        Day, About("geboortedatum van het jongste kind", "date of birth of the youngest child")
    ] = UNKNOWN
    private_pension: Annotated[
        Cents,
        About(
            "particuliere oudedagsvoorziening",
            "private old-age provision",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    other_income: Annotated[
        Cents,
        About(
            "ander inkomen: uitkeringen, alimentatie, huurders, heffingskorting",
            "other income: benefits, maintenance, tenants, tax credits",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    income_of_partner_without_right: Annotated[
        Cents,
        About(
            "inkomen van de partner zonder recht",
            "income of the partner without a right",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    gifts: Annotated[
        Cents,
        About("giften in deze maand", "gifts in this month", Unit.EUROCENT_PER_MONTH, at_least=0),
    ] = UNKNOWN
    gifts_earlier: Annotated[
        Cents,
        About(
            "giften en kostenbesparende bijdragen eerder in dit kalenderjaar",
            "gifts and cost-saving contributions earlier in this calendar year",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    gifts_accepted: Annotated[
        Cents,
        About(
            "giften die het college verder verantwoord vindt",
            "gifts that the college further accepts",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    gifts_recur: Annotated[
        YesNo, About("de giften komen periodiek terug", "the gifts come back periodically")
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About(
            "bezittingen, zonder woning en zonder wat gebruikelijk of noodzakelijk is",
            "possessions, without the home and without what is usual or necessary",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    assets_left_out: Annotated[
        Cents,
        About(
            "daarin: gespaard uit bijstand en vrijgelaten schadevergoeding",
            "in them: saved from assistance and exempt compensation",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    debts: Annotated[
        Cents,
        About(
            "schulden, zonder de hypotheek",
            "debts, without the mortgage",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    limit_used: Annotated[
        Cents,
        About(
            "deel van de vermogensgrens dat eerder in deze bijstand is gebruikt",
            "part of the limit on assets used earlier in this assistance",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    owns_home: Annotated[
        YesNo, About("is eigenaar van de bewoonde woning", "owns the home lived in")
    ] = UNKNOWN
    home_equity: Annotated[
        Cents,
        About(
            "waarde van de woning min de hypotheek",
            "value of the home less the mortgage",
            Unit.EUROCENT,
        ),
    ] = UNKNOWN
    home_can_be_used: Annotated[
        YesNo,
        About(
            "verkoop of bezwaring van de woning kan in redelijkheid worden verlangd",
            "selling or encumbering the home can reasonably be asked",
        ),
    ] = UNKNOWN
