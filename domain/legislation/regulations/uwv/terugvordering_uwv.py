"""Terugvordering: what the UWV paid too much is recovered, unless it may be left (WW 36 and alike).

Recovery is a duty; it may be left wholly or partly for urgent reasons, and wholly when the amount
is a small one. Since CRvB 18 April 2024 urgent reasons also weigh the cause of the overpayment and
the share of the UWV in it. Whether those reasons are there is a decision: it is in the facts, with
the part that is left. From 2024 to 2026 the articles read the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Answer,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Figure,
    Number,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv._recovery import (
    ARTICLES,
    LAWS,
    RecoveryArticles,
    UwvLaw,
)
from domain.legislation.regulations.uwv._wages import shown
from domain.vocabulary import Agency

_SMALL = parameter("uwv_gering_bedrag")
_ALL = 100
_NOTHING = plain(0, Unit.EUROCENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingUwvFacts(Facts):
    """One overpayment, after the right was revised or withdrawn."""

    law: Annotated[UwvLaw | Unknown, About("wet", "law", words=LAWS)] = UNKNOWN
    overpaid: Annotated[
        Cents,
        About("onverschuldigd betaald bedrag", "amount paid too much", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    urgent_reasons: Annotated[
        YesNo,
        About(
            "het UWV ziet dringende redenen om af te zien",
            "the UWV finds urgent reasons to leave it",
        ),
    ] = UNKNOWN
    left_for_urgent_reasons: Annotated[
        Number,
        About(
            "deel dat om dringende redenen niet wordt teruggevorderd",
            "share that is left for urgent reasons",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    leaves_small_amounts: Annotated[
        YesNo,
        About(
            "het UWV ziet van geringe bedragen af",
            "the UWV leaves small amounts",
        ),
    ] = UNKNOWN


def determine(facts: TerugvorderingUwvFacts, on: dt.date) -> Determination:
    """The amount that is recovered, in euro cents."""
    working = Working(ID, facts, on)
    law = working.choice("law", UwvLaw)
    if isinstance(law, Unknown):
        return working.undetermined()
    articles = ARTICLES[law]
    overpaid = working.fact("overpaid")
    something = Text("er is te veel betaald", "something was paid too much")
    working.require_compared(something, overpaid, Relation.MORE, _NOTHING, articles.duty)
    _require_not_left_as_small(working, overpaid, articles)
    recovered = shown(working, _RECOVERED, _after_urgent_reasons(working, overpaid, articles))
    still = Text("er blijft iets terug te vorderen", "something is left to recover")
    working.require_compared(still, recovered, Relation.MORE, _NOTHING, articles.urgent_reasons)
    working.result("amount", _RECOVERED, recovered)
    left = working.subtract(_LEFT, overpaid, recovered, by=articles.urgent_reasons)
    working.result("left_for_urgent_reasons", _LEFT, left)
    return working.conclude()


def _require_not_left_as_small(
    working: Working, overpaid: Figure, articles: RecoveryArticles
) -> None:
    is_small = working.compare(
        Text("het is een gering bedrag", "it is a small amount"),
        overpaid,
        Relation.AT_MOST,
        working.parameter(_SMALL),
        articles.small_amount,
    )
    if is_small is Answer.NO:
        return
    left = working.answer("leaves_small_amounts")
    kept = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(left, Answer.UNKNOWN)
    if is_small is Answer.UNKNOWN and kept is Answer.NO:
        kept = Answer.UNKNOWN
    label = Text("van een gering bedrag wordt niet afgezien", "a small amount is not left")
    working.require(label, kept, articles.small_amount)


def _after_urgent_reasons(working: Working, overpaid: Figure, articles: RecoveryArticles) -> Figure:
    match working.answer("urgent_reasons"):
        case Answer.NO:
            return overpaid
        case Answer.UNKNOWN:
            return working.without_value(overpaid)
        case Answer.YES:
            whole = plain(_ALL, Unit.PERCENT)
            share = working.least(
                Text("deel dat wordt gelaten", "share that is left"),
                working.fact("left_for_urgent_reasons"),
                whole,
                by=articles.urgent_reasons,
            )
            kept = working.subtract(
                Text("deel dat wordt teruggevorderd", "share that is recovered"),
                whole,
                share,
                by=articles.urgent_reasons,
            )
            return working.percentage(_RECOVERED, overpaid, kept, articles.urgent_reasons)


ID = "terugvordering_uwv"

_RECOVERED = Text("terug te vorderen bedrag", "amount to recover")
_LEFT = Text("bedrag dat om dringende redenen wordt gelaten", "amount left for urgent reasons")

REGULATION = Regulation(
    id=ID,
    title=Text("Terugvordering door het UWV", "Recovery by the UWV"),
    summary=Text(
        "Wat het UWV te veel betaalde, vordert het terug, tenzij het daarvan mag afzien.",
        "What the UWV paid too much it recovers, unless it may leave it.",
    ),
    articles=tuple(
        article
        for each in ARTICLES.values()
        for article in (each.duty, each.urgent_reasons, each.small_amount)
    ),
    facts=TerugvorderingUwvFacts,
    determine=determine,
    parameters=(_SMALL,),
    granted=Text("Er wordt teruggevorderd", "There is a recovery"),
    refused=Text("Er wordt niet teruggevorderd", "There is no recovery"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
)

__all__ = ["ID", "REGULATION", "TerugvorderingUwvFacts", "UwvLaw", "determine"]
