"""Betalingstermijn: by when a debt to or of a body must be paid, and the reminder (Awb 4:87, 4:97,
4:112)."""

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
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    ATW_NOT_FOR,
    counted,
    moved_last_day,
)

_LENGTH = parameter("awb_betalingstermijn")
_REMINDER_LENGTH = parameter("awb_aanmaning")

_TERM = Article(Act.AWB, "4:87", "1")
_OTHER_TERM = Article(Act.AWB, "4:87", "2")
_DEFAULT = Article(Act.AWB, "4:97")
_REMINDER = Article(Act.AWB, "4:112", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class BetalingstermijnFacts(Facts):
    """One decision that sets a debt of money, and the reminder when one was sent."""

    announced_on: Annotated[
        Day, About("dag van de bekendmaking", "day on which it was made known")
    ] = UNKNOWN
    other_term: Annotated[
        YesNo,
        About("een wet geeft een andere betalingstermijn", "an act gives another term of payment"),
    ] = UNKNOWN
    other_term_weeks: Annotated[
        Number,
        About(
            "betalingstermijn van die wet", "term of payment of that act", Unit.WEEKS, at_least=1
        ),
    ] = UNKNOWN
    later_day_named: Annotated[
        YesNo,
        About("de beschikking noemt een latere dag", "the decision names a later day"),
    ] = UNKNOWN
    named_day: Annotated[
        Day, About("dag die de beschikking noemt", "day that the decision names")
    ] = UNKNOWN
    reminded: Annotated[YesNo, About("er is aangemaand", "a reminder was sent")] = UNKNOWN
    reminded_on: Annotated[
        Day, About("dag waarop de aanmaning is verzonden", "day on which the reminder was sent")
    ] = UNKNOWN


def determine(facts: BetalingstermijnFacts, on: dt.date) -> Determination:
    """The last day to pay, and the last day of the reminder."""
    working = Working(ID, facts, on)
    last = _later_of(working, _by_law(working))
    working.finding("last_day", _LAST_DAY, last)
    if not isinstance(last, Unknown):
        working.finding("in_default", _IN_DEFAULT, on > last)
        words = Text("wie dan niet betaald heeft, is in verzuim", "unpaid by then is in default")
        working.note(words, _DEFAULT)
    match working.answer("reminded"):
        case Answer.YES:
            length = working.parameter(_REMINDER_LENGTH)
            sent = working.day("reminded_on")
            working.finding("reminder_last_day", _AFTER, _ends(working, sent, length, _REMINDER))
        case Answer.UNKNOWN:
            return working.undetermined()
        case Answer.NO:
            pass
    return working.conclude()


def _by_law(working: Working) -> Day:
    announced = working.day("announced_on")
    match working.answer("other_term"):
        case Answer.YES:
            return _ends(working, announced, working.fact("other_term_weeks"), _OTHER_TERM)
        case Answer.NO:
            return _ends(working, announced, working.parameter(_LENGTH), _TERM)
        case Answer.UNKNOWN:
            return UNKNOWN


def _later_of(working: Working, last: Day) -> Day:
    match working.answer("later_day_named"):
        case Answer.NO:
            return last
        case Answer.UNKNOWN:
            return UNKNOWN
        case Answer.YES:
            named = working.day("named_day")
            if isinstance(named, Unknown) or isinstance(last, Unknown):
                return UNKNOWN
            words = Text("de latere dag van de beschikking", "the later day of the decision")
            return working.dated(_LAST_DAY, max(named, last), words, _TERM)


def _ends(working: Working, start: Day, length: Figure, by: Article) -> Day:
    last = counted(working, _LAST_DAY, start, length, by)
    return moved_last_day(working, _LAST_DAY, start, last, length)


ID = "betalingstermijn"

_LAST_DAY = Text("laatste dag om te betalen", "last day to pay")
_AFTER = Text("laatste dag na de aanmaning", "last day after the reminder")
_IN_DEFAULT = Text("de betalingstermijn is verstreken", "the term of payment is over")

REGULATION = Regulation(
    id=ID,
    title=Text("Betalingstermijn", "Term of payment"),
    summary=Text(
        "De laatste dag om een geldschuld uit een beschikking te betalen.",
        "The last day to pay a debt that a decision sets.",
    ),
    articles=(_TERM, _OTHER_TERM, _DEFAULT, _REMINDER, ATW_MOVES, ATW_NOT_FOR),
    facts=BetalingstermijnFacts,
    determine=determine,
    parameters=(_LENGTH, _REMINDER_LENGTH),
    granted=Text("Er geldt een betalingstermijn", "There is a term of payment"),
    refused=Text("Er geldt geen betalingstermijn", "There is no term of payment"),
    known_from=dt.date(2024, 1, 1),
)
