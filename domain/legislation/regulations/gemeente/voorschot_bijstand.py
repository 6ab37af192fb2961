"""Advance on assistance: within four weeks of the application, at least 95% (Participatiewet 52).

It is an interest-free loan, as long as the right is not established; until 2026 it was at least
90%. The last day of the term moves over weekends and holidays (Algemene termijnenwet 1).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

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
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.terms import add_weeks
from domain.vocabulary import Agency, Department, Scheme

_SHARE = parameter("pw_voorschot")
_TERM = parameter("pw_voorschot_termijn")

_ADVANCE = Article(Act.PW, "52", "1")
_NO_COOPERATION = Article(Act.PW, "52", "1 onder a")
_CLEARLY_NOT = Article(Act.PW, "52", "1 onder b")
_HEIGHT = Article(Act.PW, "52", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotFacts(Facts):
    """An application for general assistance that may still wait for its decision."""

    applied: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    advanced: Annotated[
        YesNo, About("er is al een voorschot betaald", "an advance has been paid already")
    ] = UNKNOWN
    last_advance: Annotated[
        Day, About("dag van het laatste voorschot", "day of the last advance")
    ] = UNKNOWN
    decided: Annotated[
        YesNo, About("het recht op bijstand is vastgesteld", "the right is established")
    ] = UNKNOWN
    withholds_information: Annotated[
        YesNo,
        About(
            "verstrekt verwijtbaar te weinig gegevens of werkt niet mee",
            "gives too little information by fault, or does not cooperate",
        ),
    ] = UNKNOWN
    clearly_no_right: Annotated[
        YesNo,
        About(
            "bij de aanvraag is duidelijk dat er geen recht is",
            "it is clear at the application that there is no right",
        ),
    ] = UNKNOWN
    assistance: Annotated[
        Cents,
        About(
            "verwachte algemene bijstand",
            "expected general assistance",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: VoorschotFacts, on: dt.date) -> Determination:
    """The least advance per month, and the last day on which it is to be paid."""
    working = Working(ID, facts, on)
    applied = working.day("applied")
    working.require_days(_APPLIED, applied, Relation.AT_MOST, on, _ADVANCE)
    working.require(_UNDECIDED, not_(working.answer("decided")), _ADVANCE)
    working.require(_COOPERATES, not_(working.answer("withholds_information")), _NO_COOPERATION)
    working.require(_NOT_CLEAR, not_(working.answer("clearly_no_right")), _CLEARLY_NOT)
    assistance = working.fact("assistance")
    working.require_compared(
        _SOMETHING,
        assistance,
        Relation.MORE,
        plain(0, Unit.EUROCENT_PER_MONTH),
        _CLEARLY_NOT,
    )
    least = working.percentage(_LEAST, assistance, working.parameter(_SHARE), _HEIGHT)
    working.result("per_month", _LEAST, working.rounded(_LEAST, least, Rounding.TO_CENT, None))
    due = _due(working, applied)
    working.finding("due", _DUE, due)
    return working.conclude(None if isinstance(applied, Unknown) else Period(applied))


def _due(working: Working, applied: Day) -> Day:
    """Four weeks after the application, and each time four weeks after the last advance."""
    match working.answer("advanced"):
        case Answer.YES:
            return _end_of_term(working, working.day("last_advance"))
        case Answer.NO:
            return _end_of_term(working, applied)
        case Answer.UNKNOWN:
            return UNKNOWN


def _end_of_term(working: Working, since: Day) -> Day:
    weeks = working.parameter(_TERM).value
    if isinstance(since, Unknown) or isinstance(weeks, Unknown):
        return UNKNOWN
    how = Text(
        "vier weken later, of de eerste werkdag daarna",
        "four weeks later, or the next working day",
    )
    return working.dated(_DUE, add_weeks(since, int(weeks)), how, _ADVANCE)


ID = "voorschot_bijstand"

_LEAST = Text("voorschot per maand, ten minste", "advance a month, at least")
_DUE = Text("uiterlijk te betalen", "to be paid at the latest")
_APPLIED = Text("aangevraagd", "applied for")
_UNDECIDED = Text("het recht is nog niet vastgesteld", "the right is not yet established")
_COOPERATES = Text("werkt voldoende mee", "cooperates enough")
_NOT_CLEAR = Text("niet duidelijk dat er geen recht is", "not clear that there is no right")
_SOMETHING = Text("er is bijstand te verwachten", "there is assistance to be expected")

REGULATION = Regulation(
    id=ID,
    title=Text("Voorschot op de bijstand", "Advance on assistance"),
    summary=Text(
        "Wat de gemeente als voorschot betaalt zolang op de aanvraag niet is beslist.",
        "What the municipality pays in advance as long as the application is undecided.",
    ),
    articles=(_ADVANCE, _NO_COOPERATION, _CLEARLY_NOT, _HEIGHT),
    facts=VoorschotFacts,
    determine=determine,
    parameters=(_SHARE, _TERM),
    granted=Text("Er is recht op een voorschot", "There is a right to an advance"),
    refused=Text("Er is geen recht op een voorschot", "There is no right to an advance"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)
