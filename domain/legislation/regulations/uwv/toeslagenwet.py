"""Toeslagenwet: the supplement that brings a UWV benefit up to the social minimum (TW 2, 7-8a).

The difference per day between the social minimum of the household and its income (TW 8), not more
than the daily wage leaves above the benefit when that wage was below the minimum wage (TW 8a).
Income per day is income per month over 21,75, as the benefits are. A benefit that was refused in
part by one's own fault counts in full (TW 5 lid 1). Not in here: a benefit that is not paid at all
for that reason (TW 5 lid 2), who lives abroad by treaty, and income set by the Algemeen
inkomensbesluit as if it were received.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import age_on, month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    any_of,
    not_,
)
from domain.legislation.determination.working import plain
from domain.legislation.regulations.uwv import _tw_amounts
from domain.legislation.regulations.uwv._tw_amounts import HOUSEHOLDS, TwHousehold
from domain.legislation.regulations.uwv._wages import DAYS_IN_A_MONTH, PER_DAY, PER_MONTH, shown
from domain.vocabulary import Agency

_ADULT = 18
_FULL_NORM = 21
_SPOUSE_BORN_BY = dt.date(1971, 12, 31)

_BENEFIT = Article(Act.TOESLAGENWET, "2", "1 onder a")
_PARENTS = Article(Act.TOESLAGENWET, "2", "3")
_DETAINED = Article(Act.TOESLAGENWET, "2", "4")
_AGE = Article(Act.TOESLAGENWET, "2", "5")
_PENSION = Article(Act.TOESLAGENWET, "2", "6")
_SPOUSE = Article(Act.TOESLAGENWET, "3")
_ABROAD = Article(Act.TOESLAGENWET, "4a", "1")
_PER_MONTH = Article(Act.TOESLAGENWET, "1", "1 onder f")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToeslagenwetFacts(Facts):
    """One person with a UWV benefit, and the household, in the month of the day asked."""

    household: Annotated[
        TwHousehold | Unknown, About("leefvorm", "household", words=HOUSEHOLDS)
    ] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    has_benefit: Annotated[
        YesNo,
        About("heeft recht op een loondervingsuitkering", "has a right to a UWV benefit"),
    ] = UNKNOWN
    lives_with_parents: Annotated[
        YesNo,
        About("hoort tot het huishouden van de ouders", "belongs to the parents' household"),
    ] = UNKNOWN
    spouse_born: Annotated[
        Day, About("geboortedatum van de partner", "partner's date of birth")
    ] = UNKNOWN
    child_under_12: Annotated[
        YesNo, About("heeft een kind jonger dan 12 jaar", "has a child under twelve")
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont in Nederland", "lives in the Netherlands")
    ] = UNKNOWN
    detained: Annotated[
        YesNo,
        About(
            "heeft wegens detentie geen recht op de uitkering",
            "has no right to the benefit because of detention",
        ),
    ] = UNKNOWN
    pension_day: Annotated[
        Day,
        About(
            "dag waarop de pensioengerechtigde leeftijd wordt bereikt",
            "day on which the pension age is reached",
        ),
    ] = UNKNOWN
    benefit: Annotated[
        Cents,
        About(
            "bruto uitkering per maand zonder vakantiebijslag",
            "gross benefit a month without holiday allowance",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    earnings: Annotated[
        Cents,
        About(
            "eigen inkomen uit arbeid per maand",
            "own income from work a month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    other_income: Annotated[
        Cents,
        About(
            "ander eigen inkomen per maand",
            "other own income a month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    spouse_income: Annotated[
        Cents,
        About(
            "inkomen van de partner per maand",
            "partner's income a month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    exemption_left: Annotated[
        YesNo,
        About(
            "de vrijlating van twee jaren is nog niet op",
            "the exemption of two years is not used up",
        ),
    ] = UNKNOWN
    daily_wage: Annotated[
        Cents,
        About(
            "dagloon of grondslag zonder vakantiebijslag",
            "daily wage or base without holiday allowance",
            Unit.EUROCENT_PER_DAY,
            at_least=0,
        ),
    ] = UNKNOWN
    holiday_in_daily_wage: Annotated[
        YesNo,
        About(
            "in het dagloon is vakantiebijslag begrepen",
            "the daily wage holds a holiday allowance",
        ),
    ] = UNKNOWN


def determine(facts: ToeslagenwetFacts, on: dt.date) -> Determination:
    """The gross supplement per day and for a full month, and its holiday allowance."""
    working = Working(ID, facts, on)
    _require_not_excluded(working)
    household = working.choice("household", TwHousehold)
    age = age_on(working.day("born"), on)
    if isinstance(age, Unknown):
        return working.undetermined()
    working.require_compared(_ADULT_LABEL, _years(age), Relation.AT_LEAST, _years(_ADULT), _AGE)
    if isinstance(household, Unknown):
        return working.undetermined()
    _require_household(working, household, age)
    day = _tw_amounts.supplement(working, household, age)
    _give(working, day)
    return working.conclude(Period(*month_of(on)))


def _require_not_excluded(working: Working) -> None:
    has_benefit = Text("recht op een loondervingsuitkering", "a right to a UWV benefit")
    working.require(has_benefit, working.answer("has_benefit"), _BENEFIT)
    not_detained = Text("niet gedetineerd", "not detained")
    working.require(not_detained, not_(working.answer("detained")), _DETAINED)
    lives = Text("woont in Nederland", "lives in the Netherlands")
    working.require(lives, working.answer("lives_in_netherlands"), _ABROAD)
    working.require_days(
        Text("de pensioenleeftijd is niet bereikt", "the pension age is not reached"),
        working.on,
        Relation.LESS,
        working.day("pension_day"),
        _PENSION,
    )


def _require_household(working: Working, household: TwHousehold, age: int) -> None:
    if household is TwHousehold.COUPLE:
        born = working.compare_days(
            Text("partner geboren vóór 1972", "partner born before 1972"),
            working.day("spouse_born"),
            Relation.AT_MOST,
            _SPOUSE_BORN_BY,
            _SPOUSE,
        )
        either = born if born is Answer.YES else any_of(born, working.answer("child_under_12"))
        label = Text("oudere partner of jong kind", "an older partner or a young child")
        working.require(label, either, _SPOUSE)
    elif age < _FULL_NORM:
        label = Text("niet in het huishouden van de ouders", "not in the parents' household")
        working.require(label, not_(working.answer("lives_with_parents")), _PARENTS)


def _give(working: Working, day: Figure) -> None:
    month = working.multiply(PER_MONTH, day, DAYS_IN_A_MONTH, _PER_MONTH, Unit.EUROCENT_PER_MONTH)
    holiday = _tw_amounts.holiday_allowance(working, month)
    working.result("per_month", PER_MONTH, shown(working, PER_MONTH, month))
    working.result("per_day", PER_DAY, shown(working, PER_DAY, day))
    label = _tw_amounts.HOLIDAY
    if holiday is not None:
        working.result("holiday_allowance_per_month", label, shown(working, label, holiday))


def _years(number: int) -> Figure:
    return plain(number, Unit.YEARS)


ID = "toeslagenwet"

_ADULT_LABEL = Text("18 jaar of ouder", "eighteen or older")

REGULATION = Regulation(
    id=ID,
    title=Text("Toeslag op een UWV-uitkering", "Supplement to a UWV benefit"),
    summary=Text(
        "Aanvulling van een UWV-uitkering tot het sociaal minimum.",
        "Brings a UWV benefit up to the social minimum.",
    ),
    articles=(_BENEFIT, _PARENTS, _AGE, _PENSION, _SPOUSE, _ABROAD, *_tw_amounts.ARTICLES),
    facts=ToeslagenwetFacts,
    determine=determine,
    parameters=_tw_amounts.PARAMETERS,
    granted=Text("Er is recht op een toeslag op de uitkering", "There is a right to a supplement"),
    refused=Text(
        "Er is geen recht op een toeslag op de uitkering", "There is no right to a supplement"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
)
