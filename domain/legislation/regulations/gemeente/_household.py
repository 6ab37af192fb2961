"""The household as the Participatiewet sees it: who it is, and their ages.

Shared by the regulations on assistance; it decides nothing by itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from domain.legislation.calendar import birthday
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    Cents,
    Day,
    Facts,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
)
from domain.legislation.pension_age import PENSION_AGE, pension_day_of
from domain.legislation.regulations.gemeente._co_residents import CoResidents

IN_BALANCE_SINCE = dt.date(2026, 1, 1)
"""Participatiewet in balans: 20 lid 3-4, 22a lid 4, 24a, 31 lid 2 onder m, 41 lid 11, 44 lid 5."""

ADULT_NORM_FROM_AGE = 21


ADULT_NORM = Article(Act.PW, "21")
PENSION = Article(Act.PW, "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFacts(Facts):
    """The applicant, the partner whom the law counts (Pw 3), the children and the home."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    has_partner: Annotated[
        YesNo,
        About(
            "is gehuwd of voert een gezamenlijke huishouding",
            "is married or keeps a joint household",
        ),
    ] = UNKNOWN
    partner_born: Annotated[
        Day, About("geboortedatum van de partner", "partner's date of birth")
    ] = UNKNOWN
    partner_has_right: Annotated[
        YesNo,
        About(
            "de partner heeft zelf ook recht op algemene bijstand",
            "the partner too has a right to general assistance",
        ),
    ] = UNKNOWN
    has_children: Annotated[
        YesNo,
        About("heeft een of meer ten laste komende kinderen", "has one or more dependent children"),
    ] = UNKNOWN
    child_lawfully_resident: Annotated[
        YesNo,
        About(
            "een ten laste komend kind verblijft rechtmatig in Nederland",
            "a dependent child resides lawfully in the Netherlands",
        ),
    ] = UNKNOWN
    allowance_partner: Annotated[
        YesNo,
        About(
            "de partner is ook toeslagpartner (Awir 3)",
            "the partner is an allowance partner too (Awir 3)",
        ),
    ] = UNKNOWN
    co_residents: Annotated[
        CoResidents,
        About("medebewoners, zonder de partner", "co-residents, without the partner"),
    ] = UNKNOWN
    cares_elsewhere: Annotated[
        YesNo,
        About(
            "woont tijdelijk elders om mantelzorg te geven bij een intensieve zorgbehoefte",
            "lives elsewhere for a time to give informal care to somebody in intensive need of it",
        ),
    ] = UNKNOWN
    in_institution: Annotated[
        YesNo, About("verblijft in een inrichting", "stays in an institution")
    ] = UNKNOWN
    partner_in_institution: Annotated[
        YesNo,
        About("de partner verblijft in een inrichting", "the partner stays in an institution"),
    ] = UNKNOWN
    no_recourse_to_parents: Annotated[
        YesNo,
        About(
            "kan voor het levensonderhoud geen beroep doen op de ouders",
            "cannot turn to the parents for maintenance",
        ),
    ] = UNKNOWN
    partner_no_recourse_to_parents: Annotated[
        YesNo,
        About(
            "de partner kan voor het levensonderhoud geen beroep doen op de ouders",
            "the partner cannot turn to the parents for maintenance",
        ),
    ] = UNKNOWN
    norm_by_college: Annotated[
        Cents,
        About(
            "norm die het college vaststelt waar de wet er geen geeft",
            "norm that the college sets where the law gives none",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    lowering_by_college: Annotated[
        Cents,
        About(
            "verlaging door het college wegens woonsituatie of beëindigd onderwijs (anders 0)",
            "lowering by the college for the home or for ended education (otherwise 0)",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


class AgeGroup(Enum):
    """The ages that articles 20, 21 and 22 tell apart."""

    YOUNG = "under 21"
    ADULT = "21 up to the pension age"
    PENSIONER = "of pension age"


def age_group(working: Working, fact: str, whose: Text) -> AgeGroup | Unknown:
    """The age group of who was born on the day of that fact; reads no more than it needs."""
    born = working.day(fact)
    match is_of_age(working, whose, born, ADULT_NORM_FROM_AGE, ADULT_NORM):
        case Answer.NO:
            return AgeGroup.YOUNG
        case Answer.UNKNOWN:
            return UNKNOWN
    match is_pensioner(working, whose, born):
        case Answer.YES:
            return AgeGroup.PENSIONER
        case Answer.NO:
            return AgeGroup.ADULT
        case Answer.UNKNOWN:
            return UNKNOWN


def is_of_age(working: Working, whose: Text, born: Day, age: int, by: Article) -> Answer:
    """Whether that age has been reached on the day of the working-out."""
    label = Text(f"{whose.nl} is {age} jaar of ouder", f"{whose.en} is {age} or older")
    return working.compare_days(label, birthday(born, age), Relation.AT_MOST, working.on, by)


def is_pensioner(working: Working, whose: Text, born: Day) -> Answer:
    """Whether the pension age has been reached on the day of the working-out (AOW 7a)."""
    reached: Day = UNKNOWN
    if not isinstance(born, Unknown):
        reached = pension_day_of(born)
        working.parameter(PENSION_AGE, reached)
    label = Text(
        f"{whose.nl} heeft de pensioengerechtigde leeftijd", f"{whose.en} is of pension age"
    )
    return working.compare_days(label, reached, Relation.AT_MOST, working.on, PENSION)
