"""Schuldhulpverlening: who gets municipal debt counselling, and by when (Wgs 3, 4, 4a).

The first talk is within four weeks, or three working days when eviction, cut-off of energy or water
or the end of health insurance threatens (4 lid 1-2); the decision within eight weeks after it at
most (4a lid 3). Refusing for earlier use or fraud is a power (3 lid 2-3), so it decides nothing
here. Terms of the law do not end in a weekend or on a holiday (Atw 1).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Regulation,
    Text,
    Unknown,
    Working,
    any_of,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    counted,
    moved_last_day,
)
from domain.legislation.regulations.gemeente._schuldhulp_facts import (
    STEP_WORDS,
    SchuldhulpverleningFacts,
    Step,
    Threat,
)
from domain.vocabulary import Agency, Department, Scheme

_TALK_WEEKS = parameter("wgs_eerste_gesprek")
_TALK_DAYS = parameter("wgs_eerste_gesprek_bedreigend")
_DECISION_WEEKS = parameter("wgs_beschikking")

_DEBTS = Article(Act.WGS, "1")
_RESIDENT = Article(Act.WGS, "3", "1 onder a")
_LAWFUL = Article(Act.WGS, "3", "4")
_NOT_RESIDENT = Article(Act.WGS, "3", "5")
_TALK = Article(Act.WGS, "4", "1")
_URGENT_TALK = Article(Act.WGS, "4", "2")
_NO_DECISION = Article(Act.WGS, "4a", "2")
_DECISION = Article(Act.WGS, "4a", "3")
_PROTECTED = Article(Act.WGS, "4a", "5")


def determine(facts: SchuldhulpverleningFacts, on: dt.date) -> Determination:
    """What the municipality is to do next and by when; refused for who cannot get this help."""
    working = Working(ID, facts, on)
    _require_entitled(working)
    held = working.answer("first_talk_held")
    match held:
        case Answer.UNKNOWN:
            return working.undetermined()
        case Answer.NO:
            _before_the_talk(working)
        case Answer.YES:
            _after_the_talk(working)
    return working.conclude()


def _require_entitled(working: Working) -> None:
    resident = working.answer("resident")
    helped_anyway = Answer.NO
    if resident is not Answer.YES:
        helped_anyway = working.answer("special_circumstances")
    working.require(
        Text("inwoner, of daarmee gelijkgesteld", "a resident, or put on a par with one"),
        any_of(resident, helped_anyway),
        _RESIDENT if resident is Answer.YES else _NOT_RESIDENT,
    )
    working.require(
        Text("Nederlander of rechtmatig verblijf", "Dutch or lawful residence"),
        working.answer("lawful_residence"),
        _LAWFUL,
    )
    working.require(
        Text("schulden die niet betaald kunnen blijven", "debts that cannot go on being paid"),
        working.answer("cannot_pay"),
        _DEBTS,
    )


def _before_the_talk(working: Working) -> None:
    threat = working.choice("threat", Threat)
    came_in = working.day("came_in_on")
    if isinstance(threat, Unknown):
        working.finding("first_talk_by", _TALK_BY, UNKNOWN)
        return
    if threat is Threat.NONE:
        by = _term(working, _TALK_BY, came_in, _TALK_WEEKS, _TALK)
    else:
        by = _term(working, _TALK_BY, came_in, _TALK_DAYS, _URGENT_TALK)
    working.finding("first_talk_by", _TALK_BY, by)
    _show(working, Step.FIRST_TALK, by)


def _after_the_talk(working: Working) -> None:
    gives_up = working.answer("gives_up")
    if gives_up is Answer.YES:
        working.note(STEP_WORDS[Step.NONE], _NO_DECISION)
        working.finding("next_step", _NEXT, Step.NONE, STEP_WORDS[Step.NONE])
        return
    talk = working.day("first_talk_on")
    by = _term(working, _DECISION_BY, talk, _DECISION_WEEKS, _DECISION)
    if gives_up is Answer.UNKNOWN:
        by = UNKNOWN
    working.finding("decision_at_latest", _DECISION_BY, by)
    _show(working, Step.DECISION, by)
    working.note(
        Text(
            "de verordening kan een kortere termijn stellen",
            "the by-law may set a shorter term",
        ),
        _DECISION,
    )
    working.note(
        Text(
            "het plan van aanpak laat ten minste de beslagvrije voet vrij",
            "the plan leaves at least the protected amount free",
        ),
        _PROTECTED,
    )


def _term(working: Working, label: Text, start: Day, length: Parameter, by: Article) -> Day:
    term = working.parameter(length)
    return moved_last_day(working, label, start, counted(working, label, start, term, by), term)


def _show(working: Working, step: Step, by: Day) -> None:
    working.finding("next_step", _NEXT, step, STEP_WORDS[step])
    late = UNKNOWN if isinstance(by, Unknown) else working.on > by
    working.finding("overdue", Text("termijn verstreken", "term has passed"), late)


ID = "schuldhulpverlening"

_TALK_BY = Text("laatste dag voor het eerste gesprek", "last day for the first talk")
_DECISION_BY = Text("laatste dag voor de beschikking", "last day for the decision")
_NEXT = Text("wat de gemeente nu doet", "what the municipality is to do now")

REGULATION = Regulation(
    id=ID,
    title=Text("Schuldhulpverlening", "Municipal debt counselling"),
    summary=Text(
        "Wie schuldhulp van de gemeente krijgt en binnen welke termijnen.",
        "Who gets debt counselling from the municipality, and within which terms.",
    ),
    articles=(
        _DEBTS,
        _RESIDENT,
        _LAWFUL,
        _NOT_RESIDENT,
        _TALK,
        _URGENT_TALK,
        _NO_DECISION,
        _DECISION,
        _PROTECTED,
        ATW_MOVES,
    ),
    facts=SchuldhulpverleningFacts,
    determine=determine,
    parameters=(_TALK_WEEKS, _TALK_DAYS, _DECISION_WEEKS),
    granted=Text(
        "De gemeente geeft schuldhulpverlening", "The municipality gives debt counselling"
    ),
    refused=Text(
        "De gemeente geeft geen schuldhulpverlening",
        "The municipality gives no debt counselling",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.SCHULDHULPVERLENING),),
    scheme=Scheme.DEBT_COUNSELLING,
)
