"""Termijn: when a term ends, whatever law it stands in (Algemene termijnenwet 1-5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    Day,
    Determination,
    Facts,
    Figure,
    Number,
    Regulation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    not_,
)
from domain.legislation.regulations.every_body._term_steps import (
    ATW_AT_LEAST_TWO_DAYS,
    ATW_MOVES,
    ATW_NOT_FOR,
    counted,
    moved_last_day,
)

_COUNTED_BACK = Article(Act.ATW, "1", "2")
_IN_DECREE_TOO = Article(Act.ATW, "5")


class TermUnit(StrEnum):
    """What a term is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_UNIT_WORDS = {
    TermUnit.DAYS: Text("dagen", "days"),
    TermUnit.WORKING_DAYS: Text("werkdagen", "working days"),
    TermUnit.WEEKS: Text("weken", "weeks"),
    TermUnit.MONTHS: Text("maanden", "months"),
    TermUnit.YEARS: Text("jaren", "years"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnFacts(Facts):
    """One term that runs forward from the day after its start."""

    start: Annotated[
        Day,
        About("dag waarna de termijn begint te lopen", "day after which the term starts to run"),
    ] = UNKNOWN
    length: Annotated[
        Number, About("lengte van de termijn", "length of the term", Unit.COUNT, at_least=1)
    ] = UNKNOWN
    unit: Annotated[
        TermUnit | Unknown,
        About("eenheid van de termijn", "what the term is counted in", words=_UNIT_WORDS),
    ] = UNKNOWN
    in_law: Annotated[
        YesNo,
        About(
            "de termijn staat in een wet of een algemene maatregel van bestuur",
            "the term stands in an act or an order in council",
        ),
    ] = UNKNOWN
    counted_back: Annotated[
        YesNo,
        About(
            "de termijn wordt teruggerekend vanaf een tijdstip of gebeurtenis",
            "the term is counted back from a moment or event",
        ),
    ] = UNKNOWN


def determine(facts: TermijnFacts, on: dt.date) -> Determination:
    """The last day of the term."""
    working = Working(ID, facts, on)
    working.require(
        Text("de termijn loopt vooruit", "the term runs forward"),
        not_(working.answer("counted_back")),
        _COUNTED_BACK,
    )
    start, unit = working.day("start"), working.choice("unit", TermUnit)
    length = working.fact("length")
    in_law = working.answer("in_law")
    if isinstance(unit, Unknown) or in_law is Answer.UNKNOWN:
        return working.undetermined()
    term = working.multiply(_LENGTH, length, 1, ATW_MOVES, Unit(unit.value))
    last = _last_day(working, start, term, in_law)
    working.finding("last_day", _LAST_DAY, last)
    if not isinstance(last, Unknown):
        working.finding("over", _OVER, on > last)
    return working.conclude()


def _last_day(working: Working, start: Day, term: Figure, in_law: Answer) -> Day:
    last = counted(working, _LAST_DAY, start, term, ATW_MOVES)
    legal = in_law is Answer.YES
    return moved_last_day(working, _LAST_DAY, start, last, term, in_law=legal)


ID = "termijn"

_LENGTH = Text("termijn", "term")
_LAST_DAY = Text("laatste dag van de termijn", "last day of the term")
_OVER = Text("de termijn is verstreken", "the term is over")

REGULATION = Regulation(
    id=ID,
    title=Text("Termijn", "Term"),
    summary=Text(
        "De laatste dag van een termijn, met weekeinden en feestdagen.",
        "The last day of a term, with weekends and holidays.",
    ),
    articles=(ATW_MOVES, _COUNTED_BACK, ATW_AT_LEAST_TWO_DAYS, ATW_NOT_FOR, _IN_DECREE_TOO),
    facts=TermijnFacts,
    determine=determine,
    parameters=(),
    granted=Text("De termijn is berekend", "The term has been counted"),
    refused=Text(
        "Deze regel geldt niet voor een termijn die wordt teruggerekend",
        "This rule does not hold for a term that is counted back",
    ),
    known_from=dt.date(2024, 1, 1),
)
