"""Deferral of tax payment for a private person (IW 25; Leidraad Invordering 25.5).

Short: up to four months after the last day to pay, without an inquiry, on a few conditions
(25.5.3). Long: an arrangement of at most twelve months, when there are no assets and 80 percent of
the ability to pay is enough (25.5.1, 25.5.5, 25.5.6); who cannot pay in that time is treated as
asking for remission.
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
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Figure,
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
from domain.vocabulary import Agency, Department

_SHORT_MONTHS = parameter("li_kort_uitstel")
_SHORT_BELOW = parameter("li_kort_uitstel_schuld")
_LONG_MONTHS = parameter("li_betalingsregeling")
_SHARE_OF_ABILITY = parameter("iw_deel_betalingscapaciteit")

_DEFERRAL = Article(Act.IW_1990, "25", "1")
_LONG = Article(Act.LEIDRAAD_INVORDERING, "25.5.1")
_CONDITION = Article(Act.LEIDRAAD_INVORDERING, "25.5.2")
_SHORT = Article(Act.LEIDRAAD_INVORDERING, "25.5.3")
_ASSETS = Article(Act.LEIDRAAD_INVORDERING, "25.5.5")
_ABILITY = Article(Act.LEIDRAAD_INVORDERING, "25.5.6")
_INSOLVENCY = Article(Act.LEIDRAAD_INVORDERING, "25.4.4")


class Deferral(StrEnum):
    """The deferral asked for."""

    SHORT = "short"
    LONG = "long"


_DEFERRALS = {
    Deferral.SHORT: Text("kort uitstel", "short deferral"),
    Deferral.LONG: Text("betalingsregeling", "payment arrangement"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BetalingsregelingBelastingenFacts(Facts):
    """A tax debt of a private person and what can be paid of it."""

    asked: Annotated[
        Deferral | Unknown, About("gevraagd uitstel", "deferral asked for", words=_DEFERRALS)
    ] = UNKNOWN
    debt: Annotated[
        Cents,
        About(
            "openstaande belastingschuld, zonder wat wordt betwist",
            "open tax debt, without what is disputed",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    pay_by: Annotated[
        Day,
        About(
            "laatste vervaldag van de oudste aanslag", "last day to pay of the oldest assessment"
        ),
    ] = UNKNOWN
    in_restructuring: Annotated[
        YesNo,
        About(
            "de schuld valt in een faillissement of wettelijke schuldsanering",
            "the debt falls in a bankruptcy or statutory debt restructuring",
        ),
    ] = UNKNOWN
    deferred_before: Annotated[
        YesNo,
        About(
            "kreeg eerder uitstel wegens betalingsproblemen of een verwachte teruggaaf",
            "had a deferral before, for payment problems or an expected refund",
        ),
    ] = UNKNOWN
    writ_served: Annotated[
        YesNo, About("er is een dwangbevel betekend", "a writ of execution was served")
    ] = UNKNOWN
    in_terms_already: Annotated[
        YesNo,
        About(
            "het is een voorlopige aanslag die in termijnen mag worden betaald",
            "it is a provisional assessment that may be paid in terms",
        ),
    ] = UNKNOWN
    pays_new_assessments: Annotated[
        YesNo,
        About("betaalt nieuwe aanslagen op tijd", "pays new assessments in time"),
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About(
            "vermogen boven de vrijstellingen van de kwijtschelding",
            "assets above the exemptions of remission",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    ability_per_month: Annotated[
        Cents,
        About("betalingscapaciteit", "ability to pay", Unit.EUROCENT_PER_MONTH, at_least=0),
    ] = UNKNOWN


def determine(facts: BetalingsregelingBelastingenFacts, on: dt.date) -> Determination:
    """Until when payment is deferred, and for a long arrangement the amount a month in cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("geen faillissement of schuldsanering", "no bankruptcy or restructuring"),
        not_(working.answer("in_restructuring")),
        _INSOLVENCY,
    )
    debt = working.fact("debt")
    working.require_compared(
        Text("er is een schuld", "there is a debt"),
        debt,
        Relation.MORE,
        plain(0, debt.unit),
        _DEFERRAL,
    )
    match working.choice("asked", Deferral):
        case Deferral.SHORT:
            _short(working, debt)
        case Deferral.LONG:
            _long(working, debt)
        case _:
            return working.undetermined()
    return working.conclude()


def _short(working: Working, debt: Figure) -> None:
    working.require_compared(
        Text("schuld onder de grens", "debt below the limit"),
        debt,
        Relation.LESS,
        working.parameter(_SHORT_BELOW),
        _SHORT,
    )
    working.require(
        Text("niet eerder uitstel", "no deferral before"),
        not_(working.answer("deferred_before")),
        _SHORT,
    )
    working.require(
        Text("geen betekend dwangbevel", "no writ served"),
        not_(working.answer("writ_served")),
        _SHORT,
    )
    working.require(
        Text("geen aanslag in termijnen", "no assessment in terms"),
        not_(working.answer("in_terms_already")),
        _SHORT,
    )
    due = working.day("pay_by")
    months = working.parameter(_SHORT_MONTHS)
    last: Day = UNKNOWN
    if not isinstance(due, Unknown) and not isinstance(months.value, Unknown):
        last = add_months(due, int(months.value))
    how = Text("vier maanden na de laatste vervaldag", "four months after the last day to pay")
    last = working.dated(_UNTIL, last, how, _SHORT)
    working.require_days(
        Text("het uitstel loopt nog", "the deferral still runs"),
        last,
        Relation.AT_LEAST,
        working.on,
        _SHORT,
    )
    working.finding("until", _UNTIL, last)


def _long(working: Working, debt: Figure) -> None:
    working.require(
        Text("nieuwe aanslagen op tijd betaald", "new assessments paid in time"),
        working.answer("pays_new_assessments"),
        _CONDITION,
    )
    assets = working.fact("assets")
    working.require_compared(
        Text("geen vermogen", "no assets"),
        assets,
        Relation.AT_MOST,
        plain(0, assets.unit),
        _ASSETS,
    )
    months = working.parameter(_LONG_MONTHS)
    if isinstance(months.value, Unknown):
        working.result("per_month", _MONTH, months)
        return
    month = working.divide(_MONTH, debt, months, _LONG, Unit.EUROCENT_PER_MONTH)
    usable = working.percentage(
        Text("deel van de betalingscapaciteit", "share of the ability to pay"),
        working.fact("ability_per_month"),
        working.parameter(_SHARE_OF_ABILITY),
        _ABILITY,
    )
    working.require_compared(
        Text("genoeg betalingscapaciteit", "enough ability to pay"),
        usable,
        Relation.AT_LEAST,
        month,
        _LONG,
    )
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    how = Text("twaalf maanden na de beschikking", "twelve months after the decision")
    last = add_months(working.on, int(months.value))
    working.finding("until", _UNTIL, working.dated(_UNTIL, last, how, _LONG))


ID = "betalingsregeling_belastingen"

_UNTIL = Text("uitstel tot en met", "deferred until")
_MONTH = Text("te betalen", "to pay")

REGULATION = Regulation(
    id=ID,
    title=Text("Uitstel van betaling van belastingen", "Deferral of tax payment"),
    summary=Text(
        "Of een belastingschuld later of in maandbedragen mag worden betaald.",
        "Whether a tax debt may be paid later or in monthly amounts.",
    ),
    articles=(_DEFERRAL, _LONG, _CONDITION, _SHORT, _ASSETS, _ABILITY, _INSOLVENCY),
    facts=BetalingsregelingBelastingenFacts,
    determine=determine,
    parameters=(_SHORT_MONTHS, _SHORT_BELOW, _LONG_MONTHS, _SHARE_OF_ABILITY),
    granted=Text("Er is uitstel van betaling mogelijk", "Deferral of payment is possible"),
    refused=Text("Er is geen uitstel van betaling mogelijk", "No deferral of payment is possible"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.BELASTINGEN),),
)
