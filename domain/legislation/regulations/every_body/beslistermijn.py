"""Beslistermijn: by when a body must decide (Awb 4:13-4:15, 5:51, 7:10; Awir 16, 19; Pw 52; Wgs 4,
4a).

A notice under Awb 4:14 lid 1 that an act's own term is not met does not move that term; one under
lid 3, where there is no such term, does. Suspended days are added before weekends and holidays
move the last day.
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
from domain.legislation.regulations.every_body._decision_procedures import (
    PROCEDURE_ARTICLES,
    PROCEDURE_PARAMETERS,
    Procedure,
)
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    ATW_NOT_FOR,
    Suspension,
    counted,
    moved_last_day,
    with_suspensions,
)

_LONGEST_ADJOURNMENT = parameter("awb_verdaging_bezwaar")
_LONGEST_EXTENSION = parameter("awir_verlenging_voorschot")
_LONGEST_EXTENSION_ABROAD = parameter("awir_verlenging_voorschot_buitenland")

_REASONABLE = Article(Act.AWB, "4:14", "3")
_NOTICE_ONLY = Article(Act.AWB, "4:14", "1")
_ADJOURNED = Article(Act.AWB, "7:10", "3")
_EXTENDED = Article(Act.AWIR, "16", "3")
_OBJECTIONS = (Procedure.OBJECTION, Procedure.OBJECTION_WITH_COMMITTEE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeslistermijnFacts(Facts):
    """One decision that a body has to take."""

    procedure: Annotated[
        Procedure | Unknown,
        About(
            "soort beslissing",
            "kind of decision",
            words={each: each.about.words for each in Procedure},
        ),
    ] = UNKNOWN
    start: Annotated[
        Day,
        About("dag waarna de termijn begint te lopen", "day after which the term starts to run"),
    ] = UNKNOWN
    statutory_weeks: Annotated[
        Number,
        About("termijn die de wet geeft", "term that the act gives", Unit.WEEKS, at_least=1),
    ] = UNKNOWN
    postponed_weeks: Annotated[
        Number,
        About(
            "verlenging die het orgaan heeft meegedeeld",
            "extension that the body has announced",
            Unit.WEEKS,
            at_least=0,
        ),
    ] = UNKNOWN
    information_from_abroad: Annotated[
        YesNo,
        About(
            "er is informatie van buiten Nederland nodig",
            "information from outside the Netherlands is needed",
        ),
    ] = UNKNOWN
    suspensions: Annotated[
        tuple[Suspension, ...] | Unknown, About("opschortingen", "suspensions")
    ] = UNKNOWN


def determine(facts: BeslistermijnFacts, on: dt.date) -> Determination:
    """The last day to decide, and whether it is past."""
    working = Working(ID, facts, on)
    procedure, start = working.choice("procedure", Procedure), working.day("start")
    if isinstance(procedure, Unknown):
        return working.undetermined()
    length = _length(working, procedure)
    last = counted(working, _LAST_DAY, start, length, procedure.about.by)
    last = _postponed(working, procedure, last)
    if procedure.about.suspended_by is not None:
        by = procedure.about.suspended_by
        last = with_suspensions(working, _LAST_DAY, last, facts.suspensions, by)
    last = moved_last_day(working, _LAST_DAY, start, last, length)
    working.finding("last_day", _LAST_DAY, last)
    if not isinstance(last, Unknown):
        working.finding("overdue", _OVERDUE, on > last)
    return working.conclude()


def _length(working: Working, procedure: Procedure) -> Figure:
    words = procedure.about.starts_with
    working.note(
        Text(f"de termijn loopt vanaf de dag na: {words.nl}", f"it runs from after: {words.en}"),
        procedure.about.by,
    )
    length = procedure.about.length
    return working.fact("statutory_weeks") if length is None else working.parameter(length)


def _postponed(working: Working, procedure: Procedure, last: Day) -> Day:
    """The last day with the weeks by which the law lets the body postpone it."""
    if procedure is Procedure.STATUTORY_TERM:
        working.note(_STANDS, _NOTICE_ONLY)
        return last
    if procedure is Procedure.APPLICATION:
        return _later(working, last, working.fact("postponed_weeks"), _REASONABLE)
    if procedure in _OBJECTIONS:
        longest = working.parameter(_LONGEST_ADJOURNMENT)
        return _later(working, last, _at_most(working, longest, _ADJOURNED), _ADJOURNED)
    if procedure is Procedure.ALLOWANCE_ADVANCE:
        return _extended_advance(working, last)
    return last


def _extended_advance(working: Working, last: Day) -> Day:
    match working.answer("information_from_abroad"):
        case Answer.YES:
            longest = working.parameter(_LONGEST_EXTENSION_ABROAD)
        case Answer.NO:
            longest = working.parameter(_LONGEST_EXTENSION)
        case Answer.UNKNOWN:
            return UNKNOWN
    return _later(working, last, _at_most(working, longest, _EXTENDED), _EXTENDED)


def _at_most(working: Working, longest: Figure, by: Article) -> Figure:
    label = Text("verlenging die de wet toelaat", "extension that the law allows")
    return working.least(label, working.fact("postponed_weeks"), longest, by=by)


def _later(working: Working, last: Day, weeks: Figure, by: Article) -> Day:
    if isinstance(last, Unknown) or isinstance(weeks.value, Unknown):
        return UNKNOWN
    if weeks.value == 0:
        return last
    words = Text("met de meegedeelde verlenging", "with the extension that was announced")
    return working.dated(_LAST_DAY, last + dt.timedelta(weeks=int(weeks.value)), words, by)


ID = "beslistermijn"

_LAST_DAY = Text("laatste dag om te beslissen", "last day to decide")
_OVERDUE = Text("de beslistermijn is verstreken", "the term to decide is over")
_STANDS = Text(
    "een mededeling dat de termijn niet wordt gehaald, verlengt haar niet",
    "a notice that the term will not be met does not extend it",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Beslistermijn", "Term for a decision"),
    summary=Text(
        "De laatste dag waarop een orgaan moet beslissen.",
        "The last day on which a body must decide.",
    ),
    articles=(
        *PROCEDURE_ARTICLES,
        _REASONABLE,
        _NOTICE_ONLY,
        _ADJOURNED,
        _EXTENDED,
        Article(Act.AWB, "4:15"),
        ATW_MOVES,
        ATW_NOT_FOR,
    ),
    facts=BeslistermijnFacts,
    determine=determine,
    parameters=(
        *PROCEDURE_PARAMETERS,
        _LONGEST_ADJOURNMENT,
        _LONGEST_EXTENSION,
        _LONGEST_EXTENSION_ABROAD,
    ),
    granted=Text("Er geldt een beslistermijn", "There is a term for the decision"),
    refused=Text("Er geldt geen beslistermijn", "There is no term for the decision"),
    known_from=dt.date(2024, 1, 1),
)
