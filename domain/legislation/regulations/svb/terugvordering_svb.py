"""Recovery by the SVB of what was paid without a right, and the room to drop it (AOW 24, AKW 24,
Anw 53).

The SVB must recover; it may drop recovery for urgent reasons, after years of payment, after years
without any prospect of payment, or against half of the rest at once. Whether it does so is its own
decision: what is determined here is that it may. Amounts below the limit that the minister sets
(lid 7) may be left too; that limit is not known here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, NamedTuple

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Figure,
    Number,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    all_of,
    any_of,
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.vocabulary import Agency


class Benefit(StrEnum):
    """The benefit of the SVB that was paid without a right."""

    AOW = "aow"
    KINDERBIJSLAG = "kinderbijslag"
    ANW = "anw"


class _Law(NamedTuple):
    act: Act
    article: str
    years: Parameter
    years_breach: Parameter
    years_low_income: Parameter
    lump_sum: Parameter

    def lid(self, number: str) -> Article:
        return Article(self.act, self.article, number)


def _law(act: Act, article: str, prefix: str) -> _Law:
    names = ("jaren", "jaren_schending", "jaren_laag_inkomen", "afkoop")
    return _Law(act, article, *(parameter(f"{prefix}_afzien_{name}") for name in names))


_LAWS = {
    Benefit.AOW: _law(Act.AOW, "24", "aow"),
    Benefit.KINDERBIJSLAG: _law(Act.AKW, "24", "akw"),
    Benefit.ANW: _law(Act.ANW, "53", "anw"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingSvbFacts(Facts):
    """One recovery of one benefit, on the day asked."""

    benefit: Annotated[
        Benefit | Unknown,
        About(
            "uitkering die onverschuldigd is betaald",
            "benefit paid without a right",
            words={
                Benefit.AOW: Text("AOW", "AOW"),
                Benefit.KINDERBIJSLAG: Text("kinderbijslag", "child benefit"),
                Benefit.ANW: Text("Anw", "Anw"),
            },
        ),
    ] = UNKNOWN
    unduly_paid: Annotated[
        Cents,
        About("onverschuldigd betaald", "paid without a right", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    paid_back: Annotated[
        Cents, About("al terugbetaald", "already paid back", Unit.EUROCENT, at_least=0)
    ] = UNKNOWN
    urgent_reasons: Annotated[
        YesNo, About("er zijn dringende redenen", "there are urgent reasons")
    ] = UNKNOWN
    duty_breached: Annotated[
        YesNo,
        About(
            "het gevolg van schending van de inlichtingenplicht",
            "the result of a breach of the duty to inform",
        ),
    ] = UNKNOWN
    low_income: Annotated[
        YesNo,
        About(
            "het gemiddeld inkomen bleef binnen de beslagvrije voet",
            "the average income stayed within the protected amount",
        ),
    ] = UNKNOWN
    years_paid: Annotated[
        Number,
        About(
            "jaren waarin volledig is betaald of is ingehaald",
            "years of full payment, or made up",
            Unit.YEARS,
            at_least=0,
        ),
    ] = UNKNOWN
    years_without_payment: Annotated[
        Number,
        About("jaren zonder betaling", "years without payment", Unit.YEARS, at_least=0),
    ] = UNKNOWN
    no_prospect: Annotated[
        YesNo,
        About("niet aannemelijk dat ooit wordt betaald", "not likely that anything is ever paid"),
    ] = UNKNOWN
    lump_sum: Annotated[
        Cents,
        About("aangeboden betaling in een keer", "payment offered at once", Unit.EUROCENT, 0),
    ] = UNKNOWN


def determine(facts: TerugvorderingSvbFacts, on: dt.date) -> Determination:
    """What must be recovered still, in euro cents, and whether the SVB may drop it."""
    working = Working(ID, facts, on)
    benefit = working.choice("benefit", Benefit)
    paid = working.fact("unduly_paid")
    if isinstance(benefit, Unknown):
        return working.undetermined()
    law = _LAWS[benefit]
    left = working.subtract(_TO_RECOVER, paid, working.fact("paid_back"), by=law.lid("1"))
    working.require_compared(
        Text("er is nog iets terug te vorderen", "there is something left to recover"),
        left,
        Relation.MORE,
        plain(0, Unit.EUROCENT),
        law.lid("1"),
    )
    shown = working.rounded(_TO_RECOVER, left, Rounding.TO_CENT, None)
    working.result("to_recover", _TO_RECOVER, shown)
    may_drop = _may_drop(working, law, left)
    known = {Answer.YES: True, Answer.NO: False}.get(may_drop)
    working.finding("may_be_dropped", _MAY_BE_DROPPED, UNKNOWN if known is None else known)
    return working.conclude()


def _may_drop(working: Working, law: _Law, left: Figure) -> Answer:
    """Whether one of the grounds holds; no further ground is read once one does."""
    grounds = (_urgent, _after_payment, _without_prospect, _by_lump_sum)
    found = Answer.NO
    for ground in grounds:
        found = any_of(found, ground(working, law, left))
        if found is Answer.YES:
            return found
    return found


def _urgent(working: Working, law: _Law, left: Figure) -> Answer:
    urgent = working.answer("urgent_reasons")
    if urgent is Answer.YES:
        working.note(
            Text(
                "om dringende redenen kan geheel of gedeeltelijk worden afgezien",
                "for urgent reasons it may be dropped in whole or in part",
            ),
            law.lid("5"),
        )
    return urgent


def _after_payment(working: Working, law: _Law, left: Figure) -> Answer:
    years = working.fact("years_paid")
    needed = _years_needed(working, law, with_low_income=True)
    label = Text("lang genoeg volledig betaald", "paid in full for long enough")
    return working.compare(label, years, Relation.AT_LEAST, needed, law.lid("2 onder a"))


def _without_prospect(working: Working, law: _Law, left: Figure) -> Answer:
    years = working.fact("years_without_payment")
    needed = _years_needed(working, law, with_low_income=False)
    label = Text("lang genoeg niets betaald", "nothing paid for long enough")
    long_enough = working.compare(label, years, Relation.AT_LEAST, needed, law.lid("2 onder c"))
    if long_enough is Answer.NO:
        return Answer.NO
    return all_of(long_enough, working.answer("no_prospect"))


def _years_needed(working: Working, law: _Law, *, with_low_income: bool) -> Figure:
    match working.answer("duty_breached"):
        case Answer.YES:
            return working.parameter(law.years_breach)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(law.years))
        case Answer.NO:
            pass
    if not with_low_income:
        return working.parameter(law.years)
    match working.answer("low_income"):
        case Answer.YES:
            return working.parameter(law.years_low_income)
        case Answer.NO:
            return working.parameter(law.years)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(law.years))


def _by_lump_sum(working: Working, law: _Law, left: Figure) -> Answer:
    offered = working.fact("lump_sum")
    half = working.percentage(
        Text("deel van de restsom", "share of the rest"),
        left,
        working.parameter(law.lump_sum),
        law.lid("2 onder d"),
    )
    label = Text("genoeg in een keer", "enough at once")
    some = working.compare(label, offered, Relation.AT_LEAST, half, law.lid("2 onder d"))
    nothing = plain(0, Unit.EUROCENT)
    return all_of(
        some,
        working.compare(
            Text("er is iets aangeboden", "something is offered"),
            offered,
            Relation.MORE,
            nothing,
            law.lid("2 onder d"),
        ),
    )


ID = "terugvordering_svb"

_TO_RECOVER = Text("terug te vorderen", "to be recovered")
_MAY_BE_DROPPED = Text(
    "de SVB kan van (verdere) terugvordering afzien", "the SVB may drop (further) recovery"
)

REGULATION = Regulation(
    id=ID,
    title=Text("Terugvordering door de SVB", "Recovery by the SVB"),
    summary=Text(
        "Wat van AOW, kinderbijslag of Anw wordt teruggevorderd, en wanneer daarvan kan worden "
        "afgezien.",
        "What is recovered of AOW, child benefit or Anw, and when that may be dropped.",
    ),
    articles=tuple(law.lid(lid) for law in _LAWS.values() for lid in ("1", "2", "3", "4", "5")),
    facts=TerugvorderingSvbFacts,
    determine=determine,
    parameters=tuple(
        each
        for law in _LAWS.values()
        for each in (law.years, law.years_breach, law.years_low_income, law.lump_sum)
    ),
    granted=Text("Er wordt teruggevorderd", "There is a recovery"),
    refused=Text("Er is niets terug te vorderen", "There is nothing to recover"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.SVB),),
)
