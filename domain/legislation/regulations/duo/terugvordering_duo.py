"""Recovery of student finance after a revision, and the term within which that may (Wsf 7.1, 7.4).

Too much grant is paid back or set off; after the studies it becomes a loan (6.17 lid 2). A revision
comes within eighteen months, three or five years after the end of the period, but for fraud.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import add_months
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
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Scheme


class Ground(StrEnum):
    """Why an award is revised (Wsf 7.1 lid 2)."""

    KNEW_IT_WAS_WRONG = "knew_it_was_wrong"
    NO_LONG_ABSENCE = "no_long_absence"
    WRONG_FORM = "wrong_form"
    PARENTAL_CONTRIBUTION = "parental_contribution"
    OTHER_YEAR_OF_INCOME = "other_year_of_income"
    OTHER = "other"


_LONG = parameter("duo_herziening_lang")
_PARENTS = parameter("duo_herziening_ouders")
_SHORT = parameter("duo_herziening_kort")
_TERMS = {
    Ground.KNEW_IT_WAS_WRONG: _LONG,
    Ground.NO_LONG_ABSENCE: _LONG,
    Ground.WRONG_FORM: _LONG,
    Ground.PARENTAL_CONTRIBUTION: _PARENTS,
    Ground.OTHER_YEAR_OF_INCOME: _LONG,
    Ground.OTHER: _SHORT,
}

_GROUND = Article(Act.WSF_2000, "7.1", "2")
_TERM = Article(Act.WSF_2000, "7.1", "3")
_PAID_BACK = Article(Act.WSF_2000, "7.4", "1")
_BECOMES_LOAN = Article(Act.WSF_2000, "6.17", "2")
_HARDSHIP = Article(Act.WSF_2000, "11.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingDuoFacts(Facts):
    """One award of student finance that is revised on the day asked."""

    ground: Annotated[
        Ground | Unknown,
        About(
            "grond van de herziening",
            "ground of the revision",
            words={
                Ground.KNEW_IT_WAS_WRONG: Text(
                    "de betrokkene wist of kon weten dat het onjuist was",
                    "the person knew or could know that it was wrong",
                ),
                Ground.NO_LONG_ABSENCE: Text(
                    "langdurige afwezigheid deed zich niet voor",
                    "there was no long absence",
                ),
                Ground.WRONG_FORM: Text("onjuiste vorm", "wrong form"),
                Ground.PARENTAL_CONTRIBUTION: Text(
                    "onjuiste ouderlijke bijdrage", "wrong parental contribution"
                ),
                Ground.OTHER_YEAR_OF_INCOME: Text(
                    "verlegging van het peiljaar", "another year of income"
                ),
                Ground.OTHER: Text("andere grond", "another ground"),
            },
        ),
    ] = UNKNOWN
    period_ended_on: Annotated[
        Day,
        About(
            "laatste dag van het studiefinancieringstijdvak",
            "last day of the student finance period",
        ),
    ] = UNKNOWN
    fraud: Annotated[YesNo, About("er is bedrog gepleegd", "there was fraud")] = UNKNOWN
    overpaid: Annotated[
        Cents,
        About("te veel uitbetaald", "paid too much", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN


def determine(facts: TerugvorderingDuoFacts, on: dt.date) -> Determination:
    """What is to be paid back after a revision on this day, in euro cents."""
    working = Working(ID, facts, on)
    ground = working.choice("ground", Ground)
    overpaid = working.fact("overpaid")
    nothing = plain(0, Unit.EUROCENT)
    working.require_compared(_TOO_MUCH, overpaid, Relation.MORE, nothing, _GROUND)
    _require_in_time(working, ground)
    working.result("to_recover", _BACK, working.rounded(_BACK, overpaid, Rounding.TO_CENT, None))
    working.note(_AFTER_STUDIES, _BECOMES_LOAN)
    working.note(_MAY_DEVIATE, _HARDSHIP)
    return working.conclude()


def _require_in_time(working: Working, ground: Ground | Unknown) -> None:
    fraud = working.answer("fraud")
    if fraud is Answer.YES:
        working.note(_NO_TERM, _TERM)
        return
    ended = working.day("period_ended_on")
    last: Day = UNKNOWN
    if not isinstance(ground, Unknown):
        term = working.parameter(_TERMS[ground])
        if not isinstance(ended, Unknown) and not isinstance(term.value, Unknown):
            last = add_months(ended, int(term.value))
    working.dated(_LAST, last, _SINCE_THE_END, _TERM)
    in_time = working.compare_days(_IN_TIME, working.on, Relation.AT_MOST, last, _TERM)
    if in_time is Answer.NO and fraud is Answer.UNKNOWN:
        in_time = Answer.UNKNOWN
    working.require(_IN_TIME, in_time, _TERM)


ID = "terugvordering_duo"

_TOO_MUCH = Text("er is te veel uitbetaald", "too much was paid")
_BACK = Text("terug te betalen of te verrekenen", "to be paid back or set off")
_LAST = Text("laatste dag voor herziening", "last day for a revision")
_SINCE_THE_END = Text("gerekend van het einde van het tijdvak", "counted from the period's end")
_IN_TIME = Text("herziening binnen de termijn", "revision within the term")
_NO_TERM = Text("bij bedrog geldt geen termijn", "with fraud there is no term")
_AFTER_STUDIES = Text(
    "na het einde van het recht wordt de vordering een lening",
    "after the right has ended the claim becomes a loan",
)
_MAY_DEVIATE = Text(
    "voor een onbillijkheid van overwegende aard kan de minister afwijken",
    "for what is grossly unfair the minister may deviate",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Terugvordering studiefinanciering", "Recovery of student finance"),
    summary=Text(
        "Wat na herziening van studiefinanciering wordt teruggevorderd, en tot wanneer dat kan.",
        "What is recovered after a revision of student finance, and until when that may be.",
    ),
    articles=(_GROUND, _TERM, _PAID_BACK, _BECOMES_LOAN, _HARDSHIP),
    facts=TerugvorderingDuoFacts,
    determine=determine,
    parameters=(_LONG, _PARENTS, _SHORT),
    granted=Text("Er wordt teruggevorderd", "There is a recovery"),
    refused=Text("Er wordt niet teruggevorderd", "There is no recovery"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.DUO),),
    scheme=Scheme.STUDENT_FINANCE,
)
