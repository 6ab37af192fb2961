"""Briefadres: who is registered at a postal address, how, and from when (Wet BRP 2.23, 2.38-2.45).

Who has no residential address is registered at a postal address: on a declaration (2.23 lid 1), and
without one by the municipality itself, at its own address when nobody lends one (2.23 lid 2-3). Who
stays in a designated institution, or is in danger at home, may choose one (2.40, 2.41). Having no
fixed place to live is thus no ground for refusing it.
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
    Relation,
    Text,
    Unknown,
    Working,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    counted,
    moved_last_day,
)
from domain.legislation.regulations.gemeente._briefadres_facts import (
    ROUTE_WORDS,
    BriefadresFacts,
    Reason,
    Route,
)
from domain.vocabulary import Agency, Department, Scheme

_DECISION_WEEKS = parameter("awb_beslistermijn")
_DECLARATION_DAYS = parameter("brp_aangifte_termijn")

_STAY = Article(Act.WET_BRP, "2.19", "1")
_NEWCOMER_DATE = Article(Act.WET_BRP, "2.19", "4")
_IDENTITY = Article(Act.WET_BRP, "2.20", "4")
_DATE = Article(Act.WET_BRP, "2.20", "3")
_ON_DECLARATION = Article(Act.WET_BRP, "2.23", "1")
_EX_OFFICIO = Article(Act.WET_BRP, "2.23", "2")
_WHICH_ADDRESS = Article(Act.WET_BRP, "2.23", "3")
_DECLARE = Article(Act.WET_BRP, "2.39", "2")
_INSTITUTION = Article(Act.WET_BRP, "2.40", "1")
_SAFETY = Article(Act.WET_BRP, "2.41", "1")
_PROVIDER = Article(Act.WET_BRP, "2.42")
_CONSENT = Article(Act.WET_BRP, "2.45", "2")
_DECIDE = Article(Act.AWB, "4:13", "2")


_REASON_ARTICLES = {
    Reason.NO_RESIDENCE: _ON_DECLARATION,
    Reason.DESIGNATED_INSTITUTION: _INSTITUTION,
    Reason.SAFETY: _SAFETY,
    Reason.OTHER: _ON_DECLARATION,
}


def determine(facts: BriefadresFacts, on: dt.date) -> Determination:
    """The route into the register, from which day it counts, and by when is decided."""
    working = Working(ID, facts, on)
    _require_a_resident(working)
    reason = working.choice("reason", Reason)
    if isinstance(reason, Unknown):
        return working.undetermined()
    label = Text("grond voor een briefadres", "ground for a postal address")
    grounded = Answer.NO if reason is Reason.OTHER else Answer.YES
    if working.require(label, grounded, _REASON_ARTICLES[reason]) is Answer.NO:
        return working.conclude()
    route = _route(working, reason)
    if isinstance(route, Unknown):
        return working.undetermined()
    words = ROUTE_WORDS[route]
    working.finding("route", _ROUTE, route, words)
    if route is Route.DECLARATION:
        _dates_of_a_declaration(working)
    else:
        working.note(words, _WHICH_ADDRESS)
        _date_of_the_intention(working)
    return working.conclude()


def _require_a_resident(working: Working) -> None:
    working.require(
        Text("verblijft in Nederland", "stays in the Netherlands"),
        working.answer("stays_here"),
        _STAY,
    )
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        _STAY,
    )
    working.require(
        Text("identiteit vastgesteld", "identity established"),
        working.answer("identity_established"),
        _IDENTITY,
    )


def _route(working: Working, reason: Reason) -> Route | Unknown:
    """On declaration when somebody consents; without a residence the municipality sees to it."""
    declared, consents = working.answer("declared"), working.answer("provider_consents")
    if reason is not Reason.NO_RESIDENCE:
        declares = Text("aangifte van een briefadres", "declaration of a postal address")
        working.require(declares, declared, _REASON_ARTICLES[reason])
        agrees = Text("instemming van een briefadresgever", "consent of who lends the address")
        working.require(agrees, consents, _CONSENT)
        return Route.DECLARATION
    match declared, consents:
        case (_, Answer.NO):
            return Route.EX_OFFICIO_MUNICIPALITY
        case (Answer.YES, Answer.YES):
            return Route.DECLARATION
        case (Answer.NO, Answer.YES):
            return Route.EX_OFFICIO_PROVIDER
        case _:
            return UNKNOWN


def _dates_of_a_declaration(working: Working) -> None:
    declared_on = working.day("declared_on")
    working.finding("decide_by", _DECIDE_BY, _decide_by(working, declared_on))
    match working.answer("registered_before"):
        case Answer.YES:
            since = _from_the_change(working, declared_on)
        case Answer.NO:
            how = Text("de dag van ontvangst van de aangifte", "the day it was received")
            since = working.dated(_FROM, declared_on, how, _NEWCOMER_DATE)
        case Answer.UNKNOWN:
            since = UNKNOWN
    working.finding("registered_from", _FROM, since)


def _from_the_change(working: Working, declared_on: Day) -> Day:
    """From the day of the change when it was declared in time, otherwise from the day of
    receipt."""
    changed_on = working.day("changed_on")
    term = working.parameter(_DECLARATION_DAYS)
    last = counted(working, _DECLARE_BY, changed_on, term, _DECLARE)
    in_time = working.compare_days(
        Text("op tijd aangegeven", "declared in time"),
        declared_on,
        Relation.AT_MOST,
        moved_last_day(working, _DECLARE_BY, changed_on, last, term),
        _DECLARE,
    )
    registered = {Answer.YES: changed_on, Answer.NO: declared_on}.get(in_time, UNKNOWN)
    how = Text(
        "de dag van de wijziging als die op tijd is aangegeven, anders die van ontvangst",
        "the day of the change when declared in time, otherwise that of receipt",
    )
    return working.dated(_FROM, registered, how, _DATE)


def _decide_by(working: Working, declared_on: Day) -> Day:
    term = working.parameter(_DECISION_WEEKS)
    last = counted(working, _DECIDE_BY, declared_on, term, _DECIDE)
    return moved_last_day(working, _DECIDE_BY, declared_on, last, term)


def _date_of_the_intention(working: Working) -> None:
    """From the day that the intention was told, once it was."""
    match working.answer("intention_told"):
        case Answer.YES:
            told = working.day("intention_told_on")
            how = Text("de dag van de mededeling van het voornemen", "the day it was told")
            since = working.dated(_FROM, told, how, _DATE)
            working.finding("registered_from", _FROM, since)
        case Answer.UNKNOWN:
            working.finding("registered_from", _FROM, UNKNOWN)
        case Answer.NO:
            pass


ID = "briefadres"

_ROUTE = Text("opneming", "registration")
_FROM = Text("eerste dag van het briefadres", "first day of the postal address")
_DECLARE_BY = Text("laatste dag voor de aangifte", "last day for the declaration")
_DECIDE_BY = Text("laatste dag voor de beslissing", "last day for the decision")

REGULATION = Regulation(
    id=ID,
    title=Text("Briefadres", "Postal address"),
    summary=Text(
        "Inschrijving op een briefadres in de BRP, op aangifte of door de gemeente zelf.",
        "Registration at a postal address in the BRP, on declaration or by the municipality.",
    ),
    articles=(
        _STAY,
        _NEWCOMER_DATE,
        _IDENTITY,
        _DATE,
        _ON_DECLARATION,
        _EX_OFFICIO,
        _WHICH_ADDRESS,
        _DECLARE,
        _INSTITUTION,
        _SAFETY,
        _PROVIDER,
        _CONSENT,
        _DECIDE,
        ATW_MOVES,
    ),
    facts=BriefadresFacts,
    determine=determine,
    parameters=(_DECISION_WEEKS, _DECLARATION_DAYS),
    granted=Text(
        "De gemeente neemt een briefadres op", "The municipality registers a postal address"
    ),
    refused=Text(
        "De gemeente neemt geen briefadres op", "The municipality registers no postal address"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.BURGERZAKEN),),
    scheme=Scheme.POSTAL_ADDRESS_REGISTRATION,
)
