"""Dagloon: the daily wage that WW, WIA and ZW are reckoned from (WW 1b, WIA 13, Wfsv 17).

One 261st of the wages of the reference year, at most the maximum daily wage. What counts as wages,
and the reference year of who began or was ill in it, is for the Dagloonbesluit: it is in the fact.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Regulation,
    Text,
    Unit,
    Working,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv._wages import MAXIMUM_DAILY_WAGE, shown
from domain.vocabulary import Agency

_DAYS_IN_A_YEAR = parameter("dagloon_dagen_per_jaar")

_DAILY = Article(Act.WW, "1b", "1")
_MAXIMUM = Article(Act.WFSV, "17", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class DagloonFacts(Facts):
    """The wages of one employee in the reference year."""

    wages: Annotated[
        Cents,
        About(
            "loon in de referteperiode van een jaar",
            "wages in the reference year",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: DagloonFacts, on: dt.date) -> Determination:
    """The daily wage on this day, with and without the maximum, in euro cents."""
    working = Working(ID, facts, on)
    uncapped = working.divide(
        _UNCAPPED,
        working.fact("wages"),
        working.parameter(_DAYS_IN_A_YEAR),
        _DAILY,
        Unit.EUROCENT_PER_DAY,
    )
    capped = working.least(_CAPPED, uncapped, working.parameter(MAXIMUM_DAILY_WAGE), by=_MAXIMUM)
    working.result("per_day", _CAPPED, shown(working, _CAPPED, capped))
    working.result("without_maximum", _UNCAPPED, shown(working, _UNCAPPED, uncapped))
    return working.conclude()


ID = "dagloon"

_CAPPED = Text("dagloon", "daily wage")
_UNCAPPED = Text("dagloon zonder het maximum", "daily wage without the maximum")

REGULATION = Regulation(
    id=ID,
    title=Text("Dagloon", "Daily wage"),
    summary=Text(
        "Het loon per dag waarnaar WW, WIA en ziekengeld worden berekend.",
        "The wage per day that unemployment, incapacity and sickness benefits are reckoned from.",
    ),
    articles=(_DAILY, _MAXIMUM),
    facts=DagloonFacts,
    determine=determine,
    parameters=(_DAYS_IN_A_YEAR, MAXIMUM_DAILY_WAGE),
    granted=Text("Er is een dagloon vastgesteld", "A daily wage is determined"),
    refused=Text("Er is geen dagloon", "There is no daily wage"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
)
