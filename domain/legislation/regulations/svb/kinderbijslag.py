"""Kinderbijslag: child benefit for a calendar quarter, by the state of its first day (AKW 7-14).

For each child the amount of its age (AKW 12 lid 3), doubled for intensive care or for a child that
lives away (7a, 7 lid 6). Not here: the yearly extra amount for one earner or a parent alone with a
child in intensive care (7a lid 2), the lower amount outside Europe (12 lid 2), and to whom it is
paid when more than one person has the right (18). The amounts are set to the cent: nothing is
rounded.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months, quarter_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
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
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.svb._child import (
    DOUBLING_BACKDATED,
    UNDER_6,
    UNDER_12,
    UNDER_18,
    Child,
    amount_of,
    gives_right,
)
from domain.vocabulary import Agency, Scheme

_BACKDATED = parameter("akw_terugwerkend")

_INSURED = Article(Act.AKW, "11", "1")
_RIGHT = Article(Act.AKW, "7", "1")
_SCHOOLING = Article(Act.AKW, "7", "2")
_AWAY = Article(Act.AKW, "7", "6")
_CARE = Article(Act.AKW, "7a", "1")
_ABROAD = Article(Act.AKW, "7b", "1")
_FIRST_DAY = Article(Act.AKW, "11", "2")
_AMOUNT = Article(Act.AKW, "12", "3")
_NOT_BEFORE = Article(Act.AKW, "14", "5 onder a")


@dataclass(frozen=True, slots=True, kw_only=True)
class KinderbijslagFacts(Facts):
    """One insured person with children, as things stand on the first day of the quarter."""

    insured: Annotated[
        YesNo,
        About(
            "is verzekerd op de eerste dag van het kwartaal",
            "is insured on the first day of the quarter",
        ),
    ] = UNKNOWN
    applied_on: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    children: Annotated[
        tuple[Child, ...] | Unknown, About("kinderen", "children", Unit.PERSONS)
    ] = UNKNOWN


def determine(facts: KinderbijslagFacts, on: dt.date) -> Determination:
    """The benefit for the quarter of this day, in euro cents a quarter."""
    working = Working(ID, facts, on)
    first, last = quarter_of(on)
    working.dated(_TEST_DAY, first, _FIRST_OF_QUARTER, _FIRST_DAY)
    working.require(_IS_INSURED, working.answer("insured"), _INSURED)
    _require_within_a_year(working, first)
    children = working.listed("children", facts.children)
    if isinstance(children, Unknown):
        return working.undetermined()
    answers: list[Answer] = []
    amounts: list[Figure] = []
    for index, child in enumerate(children):
        answer = gives_right(working, index, child, first)
        answers.append(answer)
        if answer is not Answer.NO:
            amounts.append(amount_of(working, index, child, first, answer))
    working.require(_A_CHILD, any_of(*answers), _RIGHT)
    if amounts:
        working.result("per_quarter", _QUARTER, working.add(_QUARTER, *amounts, by=_AMOUNT))
    return working.conclude(Period(first, last))


def _require_within_a_year(working: Working, first: dt.date) -> None:
    applied = working.day("applied_on")
    back = working.parameter(_BACKDATED)
    earliest: Day = UNKNOWN
    if not isinstance(applied, Unknown) and not isinstance(back.value, Unknown):
        earliest = add_months(quarter_of(applied)[0], -int(back.value))
    working.dated(_EARLIEST, earliest, _A_YEAR_BEFORE, _NOT_BEFORE)
    working.require_days(_IN_TIME, earliest, Relation.AT_MOST, first, _NOT_BEFORE)


ID = "kinderbijslag"

_QUARTER = Text("kinderbijslag per kwartaal", "child benefit a quarter")
_TEST_DAY = Text("peildatum", "day that decides")
_FIRST_OF_QUARTER = Text(
    "de eerste dag van het kalenderkwartaal", "the first day of the calendar quarter"
)
_IS_INSURED = Text("verzekerd op de peildatum", "insured on the day that decides")
_A_CHILD = Text("een kind dat recht geeft", "a child that gives a right")
_EARLIEST = Text("niet eerder dan", "not earlier than")
_A_YEAR_BEFORE = Text(
    "een jaar vóór de eerste dag van het kwartaal van de aanvraag",
    "a year before the first day of the quarter of the application",
)
_IN_TIME = Text("binnen de terugwerkende kracht", "within the time it is backdated")

REGULATION = Regulation(
    id=ID,
    title=Text("Kinderbijslag", "Child benefit"),
    summary=Text(
        "Bijdrage per kwartaal in de kosten van kinderen jonger dan 18, naar leeftijd.",
        "A quarterly contribution to the costs of children under 18, by age.",
    ),
    articles=(
        *(_RIGHT, _SCHOOLING, _AWAY, _CARE, _ABROAD, _INSURED, _FIRST_DAY, _AMOUNT),
        _NOT_BEFORE,
    ),
    facts=KinderbijslagFacts,
    determine=determine,
    parameters=(UNDER_6, UNDER_12, UNDER_18, _BACKDATED, DOUBLING_BACKDATED),
    granted=Text("Er is recht op kinderbijslag", "There is a right to child benefit"),
    refused=Text("Er is geen recht op kinderbijslag", "There is no right to child benefit"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.SVB),),
    scheme=Scheme.KINDERBIJSLAG,
)

__all__ = ["ID", "REGULATION", "Child", "KinderbijslagFacts", "determine"]
