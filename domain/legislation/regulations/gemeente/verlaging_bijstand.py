"""Lowering of assistance as a measure (Participatiewet 18 lid 2, 4-10).

For the duties to work of 18 lid 4 it is 100% for one to three months by the ordinance, longer when
repeated within twelve months; for other duties what the ordinance says. Without any blame there is
none; for urgent reasons it is attuned to the person.
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
    Figure,
    Number,
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
from domain.vocabulary import Agency, Department, Scheme

_WHOLE = parameter("pw_verlaging_deel")
_SHORTEST = parameter("pw_verlaging_maanden_min")
_LONGEST = parameter("pw_verlaging_maanden_max")
_REPEAT = parameter("pw_verlaging_recidive")

_BY_ORDINANCE = Article(Act.PW, "18", "2")
_WORK_DUTIES = Article(Act.PW, "18", "4")
_FIRST = Article(Act.PW, "18", "5")
_SECOND = Article(Act.PW, "18", "6")
_THIRD = Article(Act.PW, "18", "7")
_BLAMELESS = Article(Act.PW, "18", "9")
_ATTUNED = Article(Act.PW, "18", "10")


class Breach(StrEnum):
    """Which duty was not met."""

    WORK = "work"
    OTHER = "other"
    RESPONSIBILITY = "responsibility"


class Earlier(StrEnum):
    """The step of an earlier measure for a duty to work."""

    NONE = "none"
    FIRST = "first"
    SECOND_OR_LATER = "second_or_later"


_BREACH_WORDS = {
    Breach.WORK: Text("een arbeidsverplichting van artikel 18 lid 4", "a duty to work of 18(4)"),
    Breach.OTHER: Text("een andere verplichting", "another duty"),
    Breach.RESPONSIBILITY: Text(
        "tekortschietend besef van verantwoordelijkheid", "lack of responsibility"
    ),
}
_EARLIER_WORDS = {
    Earlier.NONE: Text("geen eerdere maatregel", "no earlier measure"),
    Earlier.FIRST: Text("een eerste maatregel", "a first measure"),
    Earlier.SECOND_OR_LATER: Text("een tweede of latere maatregel", "a second or later measure"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerlagingFacts(Facts):
    """A duty that was not met, and what the ordinance says about it."""

    breach: Annotated[
        Breach | Unknown, About("wat niet is nagekomen", "what was not met", words=_BREACH_WORDS)
    ] = UNKNOWN
    breached_on: Annotated[Day, About("dag van het verzuim", "day of the breach")] = UNKNOWN
    blameless: Annotated[
        YesNo, About("elke verwijtbaarheid ontbreekt", "there is no blame at all")
    ] = UNKNOWN
    earlier: Annotated[
        Earlier | Unknown,
        About("eerdere maatregel", "earlier measure", words=_EARLIER_WORDS),
    ] = UNKNOWN
    earlier_applied_on: Annotated[
        Day, About("dag waarop die is toegepast", "day on which it was applied")
    ] = UNKNOWN
    earlier_months: Annotated[
        Number, About("duur van die maatregel", "length of that measure", Unit.MONTHS, at_least=1)
    ] = UNKNOWN
    ordinance_months: Annotated[
        Number,
        About("duur volgens de verordening", "length by the ordinance", Unit.MONTHS, at_least=0),
    ] = UNKNOWN
    ordinance_share: Annotated[
        Number,
        About(
            "verlaging volgens de verordening",
            "lowering by the ordinance",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    urgent_reasons: Annotated[
        YesNo,
        About(
            "dringende redenen vragen om afstemming op de persoon",
            "urgent reasons ask to attune it to the person",
        ),
    ] = UNKNOWN
    attuned_share: Annotated[
        Number,
        About("verlaging na afstemming", "lowering once attuned", Unit.PERCENT, at_least=0),
    ] = UNKNOWN
    assistance: Annotated[
        Cents,
        About("bijstand per maand", "assistance a month", Unit.EUROCENT_PER_MONTH, at_least=0),
    ] = UNKNOWN


def determine(facts: VerlagingFacts, on: dt.date) -> Determination:
    """The lowering per month, as a share and an amount, and for how many months."""
    working = Working(ID, facts, on)
    breach = working.choice("breach", Breach)
    working.require(_SOME_BLAME, not_(working.answer("blameless")), _BLAMELESS)
    match breach:
        case Unknown.UNKNOWN:
            return working.undetermined()
        case Breach.WORK:
            share, months = working.parameter(_WHOLE), _months(working)
        case _:
            working.note(_AS_ORDAINED, _BY_ORDINANCE)
            share, months = _ordained_share(working), working.fact("ordinance_months")
    share = _attuned(working, share)
    amount = working.percentage(_LOWERING, working.fact("assistance"), share, _FIRST)
    working.result(
        "per_month", _LOWERING, working.rounded(_LOWERING, amount, Rounding.TO_CENT, None)
    )
    working.result("share", Text("verlaging", "lowering"), share)
    working.result("months", Text("duur", "length"), months)
    return working.conclude(Period(on))


def _ordained_share(working: Working) -> Figure:
    """What the ordinance says, and no more than all of the assistance."""
    label = Text("verlaging, ten hoogste de hele bijstand", "lowering, at most all of it")
    whole = plain(100, Unit.PERCENT)
    return working.least(label, working.fact("ordinance_share"), whole, by=_BY_ORDINANCE)


def _months(working: Working) -> Figure:
    """One to three months; longer than before, or three, when repeated (18 lid 5-8)."""
    longest = working.parameter(_LONGEST)
    match working.choice("earlier", Earlier):
        case Unknown.UNKNOWN:
            return working.without_value(longest)
        case Earlier.NONE:
            return _between(working, working.parameter(_SHORTEST), longest)
        case step:
            repeated = _is_repeat(working)
    if repeated is Answer.UNKNOWN:
        return working.without_value(longest)
    if repeated is Answer.NO:
        return _between(working, working.parameter(_SHORTEST), longest)
    if step is Earlier.SECOND_OR_LATER:
        working.note(_THREE_MONTHS, _THIRD)
        return longest
    return _longer_than_before(working, longest)


def _longer_than_before(working: Working, longest: Figure) -> Figure:
    longer = Text("langer dan de vorige maatregel", "longer than the measure before")
    one = working.parameter(_SHORTEST)
    least = working.add(longer, working.fact("earlier_months"), one, by=_SECOND)
    return _between(working, working.least(longer, least, longest, by=_SECOND), longest)


def _between(working: Working, shortest: Figure, longest: Figure) -> Figure:
    """What the ordinance says, within what the law allows it to say."""
    label = Text("duur binnen de grenzen van de wet", "length within the bounds of the law")
    ordained = working.fact("ordinance_months")
    upper = working.least(label, ordained, longest, by=_FIRST)
    return working.greatest(label, upper, shortest, by=_FIRST)


def _is_repeat(working: Working) -> Answer:
    """Whether the breach falls within twelve months after the earlier measure was applied."""
    months = working.parameter(_REPEAT).value
    applied = working.day("earlier_applied_on")
    until: Day = UNKNOWN
    if not isinstance(months, Unknown) and not isinstance(applied, Unknown):
        until = add_months(applied, int(months))
    within = Text("binnen twaalf maanden herhaald", "repeated within twelve months")
    breached = working.day("breached_on")
    return working.compare_days(within, breached, Relation.AT_MOST, until, _SECOND)


def _attuned(working: Working, share: Figure) -> Figure:
    match working.answer("urgent_reasons"):
        case Answer.NO:
            return share
        case Answer.YES:
            label = Text("verlaging na afstemming", "lowering once attuned")
            return working.least(label, share, working.fact("attuned_share"), by=_ATTUNED)
        case Answer.UNKNOWN:
            return working.without_value(share)


ID = "verlaging_bijstand"

_LOWERING = Text("verlaging per maand", "lowering a month")
_SOME_BLAME = Text("het verzuim is te verwijten", "there is blame for the breach")
_AS_ORDAINED = Text(
    "de verordening bepaalt hoogte en duur", "the ordinance sets the amount and the length"
)
_THREE_MONTHS = Text("bij verdere herhaling drie maanden", "three months when repeated again")

REGULATION = Regulation(
    id=ID,
    title=Text("Verlaging van de bijstand", "Lowering of assistance"),
    summary=Text(
        "De maatregel als iemand de verplichtingen van de bijstand verwijtbaar niet nakomt.",
        "The measure when somebody does not meet the duties of assistance and is to blame.",
    ),
    articles=(_BY_ORDINANCE, _WORK_DUTIES, _FIRST, _SECOND, _THIRD, _BLAMELESS, _ATTUNED),
    facts=VerlagingFacts,
    determine=determine,
    parameters=(_WHOLE, _SHORTEST, _LONGEST, _REPEAT),
    granted=Text("De bijstand wordt verlaagd", "The assistance is lowered"),
    refused=Text("De bijstand wordt niet verlaagd", "The assistance is not lowered"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)
