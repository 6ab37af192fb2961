"""Recovery of assistance: what must and what may be claimed back (Participatiewet 58, 59).

After a breach of the duty to inform the college must recover (58 lid 1); on the other grounds it
may (58 lid 2), and then weighs it (Awb 3:4). For urgent reasons it may refrain in whole or in part
(58 lid 8). The law has no small amount below which nothing is claimed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import birthday
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
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    answer_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_YEARS_BACK = parameter("pw_terugvordering_jaren")

_MUST = Article(Act.PW, "58", "1")
_MAY = Article(Act.PW, "58", "2")
_TAX = Article(Act.PW, "58", "5")
_TWO_YEARS = Article(Act.PW, "58", "6")
_URGENT = Article(Act.PW, "58", "8")
_FAMILY = Article(Act.PW, "59", "1")
_JOINTLY = Article(Act.PW, "59", "4")


class Ground(StrEnum):
    """Why assistance can be recovered (58 lid 1 and 2)."""

    BREACH = "breach"
    WRONGLY_GRANTED = "wrongly_granted"
    LOAN = "loan"
    SURETY = "surety"
    ADVANCE = "advance"
    SHOULD_HAVE_KNOWN = "should_have_known"
    LATER_MEANS = "later_means"
    LATER_COMPENSATION = "later_compensation"
    NONE = "none"


class Duty(StrEnum):
    """Whether the college must recover or may."""

    MUST = "must"
    MAY = "may"


_GROUND_WORDS = {
    Ground.BREACH: Text("schending van de inlichtingenplicht", "breach of the duty to inform"),
    Ground.WRONGLY_GRANTED: Text("ten onrechte of te hoog verleend", "granted wrongly or too high"),
    Ground.LOAN: Text("geldlening niet nagekomen", "loan not met"),
    Ground.SURETY: Text("gestelde borgtocht", "surety given"),
    Ground.ADVANCE: Text("voorschot zonder recht", "advance without a right"),
    Ground.SHOULD_HAVE_KNOWN: Text(
        "onverschuldigd betaald, en dat was te begrijpen",
        "paid without cause, and it was to be seen",
    ),
    Ground.LATER_MEANS: Text("later middelen over die periode", "later means over that period"),
    Ground.LATER_COMPENSATION: Text(
        "later vergoeding voor dezelfde bestemming", "later compensation for the same purpose"
    ),
    Ground.NONE: Text("geen van deze gronden", "none of these grounds"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingFacts(Facts):
    """One amount of assistance that was too much, and why."""

    amount: Annotated[
        Cents, About("bijstand die te veel was", "assistance that was too much", Unit.EUROCENT, 0)
    ] = UNKNOWN
    ground: Annotated[
        Ground | Unknown,
        About("grond van de terugvordering", "ground of the recovery", words=_GROUND_WORDS),
    ] = UNKNOWN
    paid_on: Annotated[
        Day, About("dag waarop de bijstand is betaald", "day on which it was paid")
    ] = UNKNOWN
    decision_sent: Annotated[
        Day, About("dag van verzending van het besluit", "day on which the decision is sent")
    ] = UNKNOWN
    tax_not_set_off: Annotated[
        Cents,
        About(
            "loonbelasting en premies die de gemeente niet meer kan verrekenen",
            "wage tax and contributions that the municipality can no longer set off",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    urgent_reasons: Annotated[
        YesNo, About("er zijn dringende redenen", "there are urgent reasons")
    ] = UNKNOWN
    refrained_from: Annotated[
        Cents,
        About(
            "bedrag waarvan het college om dringende redenen afziet",
            "amount that the college refrains from for urgent reasons",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    paid_to_family: Annotated[
        YesNo, About("de bijstand was voor een gezin", "the assistance was for a family")
    ] = UNKNOWN


def determine(facts: TerugvorderingFacts, on: dt.date) -> Determination:
    """What is recovered in all, whether it must be, and whether family members are liable."""
    working = Working(ID, facts, on)
    ground = working.choice("ground", Ground)
    known = UNKNOWN if isinstance(ground, Unknown) else ground is not Ground.NONE
    working.require(_HAS_GROUND, answer_of(known), _MAY)
    amount = working.fact("amount")
    working.require_compared(_SOMETHING, amount, Relation.MORE, _NOTHING, _MAY)
    if ground is Ground.SHOULD_HAVE_KNOWN:
        _require_within_two_years(working)
    whole = working.add(_WHOLE, amount, working.fact("tax_not_set_off"), by=_TAX)
    rest = _after_urgent_reasons(working, whole)
    working.require_compared(_LEFT, rest, Relation.MORE, _NOTHING, _URGENT)
    working.result("amount", _CLAIM, working.rounded(_CLAIM, rest, Rounding.TO_CENT, None))
    if isinstance(ground, Unknown):
        return working.undetermined()
    duty = Duty.MUST if ground is Ground.BREACH else Duty.MAY
    working.finding("duty", _DUTY, duty, _DUTIES[duty])
    _jointly_liable(working)
    return working.conclude(Period(on))


def _require_within_two_years(working: Working) -> None:
    """What one could have seen to be too much is recovered over two years only (58 lid 6)."""
    years = working.parameter(_YEARS_BACK).value
    paid_on = working.day("paid_on")
    until = UNKNOWN if isinstance(years, Unknown) else birthday(paid_on, int(years))
    working.require_days(
        Text("niet meer dan twee jaar geleden betaald", "paid no more than two years ago"),
        working.day("decision_sent"),
        Relation.AT_MOST,
        until,
        _TWO_YEARS,
    )


def _after_urgent_reasons(working: Working, whole: Figure) -> Figure:
    match working.answer("urgent_reasons"):
        case Answer.NO:
            return whole
        case Answer.YES:
            less = working.subtract(_CLAIM, whole, working.fact("refrained_from"), by=_URGENT)
            return working.not_below_zero(_CLAIM, less, _URGENT)
        case Answer.UNKNOWN:
            return working.without_value(whole)


def _jointly_liable(working: Working) -> None:
    """Every member of the family is liable for the whole (59 lid 1, 4)."""
    family = working.answer("paid_to_family")
    if family is Answer.YES:
        working.note(_LIABLE, _JOINTLY)
    value = UNKNOWN if family is Answer.UNKNOWN else family is Answer.YES
    working.finding("jointly_liable", _LIABLE, value)


ID = "terugvordering_bijstand"

_NOTHING = plain(0, Unit.EUROCENT)
_HAS_GROUND = Text("er is een grond voor terugvordering", "there is a ground for recovery")
_SOMETHING = Text("er is te veel bijstand ontvangen", "too much assistance was received")
_WHOLE = Text("te veel met loonbelasting en premies", "too much with tax and contributions")
_LEFT = Text("er blijft iets over om terug te vorderen", "something is left to recover")
_CLAIM = Text("terug te vorderen bedrag", "amount to recover")
_DUTY = Text("plicht of bevoegdheid", "duty or power")
_DUTIES = {
    Duty.MUST: Text("het college moet terugvorderen", "the college must recover"),
    Duty.MAY: Text(
        "het college mag terugvorderen, na afweging", "the college may recover, after weighing it"
    ),
}
_LIABLE = Text("de gezinsleden zijn hoofdelijk aansprakelijk", "the family is jointly liable")

REGULATION = Regulation(
    id=ID,
    title=Text("Terugvordering van bijstand", "Recovery of assistance"),
    summary=Text(
        "Welke te veel ontvangen bijstand de gemeente moet of mag terugvorderen.",
        "Which assistance received too much the municipality must or may recover.",
    ),
    articles=(_MUST, _MAY, _TAX, _TWO_YEARS, _URGENT, _FAMILY, _JOINTLY),
    facts=TerugvorderingFacts,
    determine=determine,
    parameters=(_YEARS_BACK,),
    granted=Text("Er is een grond om terug te vorderen", "There is a ground to recover"),
    refused=Text("Er wordt niet teruggevorderd", "Nothing is recovered"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)
