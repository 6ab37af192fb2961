"""Claim of the collector on wages, benefit or pension (IW 19 lid 1).

Who pays the debtor pays the collector what can be attached: the income above the protected amount
(Rv 475c-475e, given here as an amount), less what goes to attachments of equal or higher rank (lid
7). From what cannot be attached at most a tenth more, but only from who persistently does not pay
(lid 1, second sentence, and lid 2).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import month_of
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
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department

_TENTH = parameter("iw_tiende_deel")
_ANNOUNCED = parameter("iw_vooraankondiging")

_CLAIM = Article(Act.IW_1990, "19", "1")
_PERSISTENT = Article(Act.IW_1990, "19", "2")
_WRIT = Article(Act.IW_1990, "19", "5")
_RANK = Article(Act.IW_1990, "19", "7")
_ANNOUNCEMENT = Article(Act.IW_1990, "19", "9")
_NOT_IN_RESTRUCTURING = Article(Act.IW_1990, "19", "10")
_PROTECTED = Article(Act.RV, "475c")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoonvorderingFacts(Facts):
    """A tax debt and one periodic income of the debtor in the month of the day asked."""

    debt: Annotated[
        Cents,
        About("openstaande belastingaanslagen", "open assessments", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About(
            "netto inkomen waarop wordt gevorderd",
            "net income that is claimed on",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    beslagvrije_voet: Annotated[
        Cents,
        About(
            "beslagvrije voet die op dit inkomen wordt toegepast",
            "protected amount that is applied to this income",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    taken_by_others: Annotated[
        Cents,
        About(
            "wat anderen met gelijke of hogere voorrang al ontvangen uit dit inkomen",
            "what others of equal or higher rank already get from this income",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    writ_served: Annotated[
        YesNo,
        About(
            "er is een dwangbevel met bevel tot betaling betekend",
            "a writ of execution with an order to pay was served",
        ),
    ] = UNKNOWN
    in_restructuring: Annotated[
        YesNo,
        About(
            "de wettelijke schuldsanering werkt voor deze aanslagen",
            "the statutory debt restructuring holds for these assessments",
        ),
    ] = UNKNOWN
    announcement_needed: Annotated[
        YesNo,
        About(
            "het dwangbevel is per post betekend en deze derde betaalt nog niet op een vordering",
            "the writ was served by post and this third party does not yet pay on a claim",
        ),
    ] = UNKNOWN
    announced: Annotated[
        Day, About("dagtekening van de vooraankondiging", "date of the announcement")
    ] = UNKNOWN
    persistent: Annotated[
        YesNo,
        About(
            "meer dan één aanslag is twee maanden te laat, zonder uitstel of kwijtschelding",
            "more than one assessment is two months overdue, without deferral or remission",
        ),
    ] = UNKNOWN


def determine(facts: LoonvorderingFacts, on: dt.date) -> Determination:
    """What the payer of the income must pay the collector in this month, in euro cents."""
    working = Working(ID, facts, on)
    _require_power(working)
    income, protected = working.fact("income"), working.fact("beslagvrije_voet")
    debt = working.multiply(
        Text("ten hoogste de schuld", "at most the debt"),
        working.fact("debt"),
        1,
        _CLAIM,
        Unit.EUROCENT_PER_MONTH,
    )
    month = working.least(_MONTH, _attachable(working, income, protected), debt, by=_CLAIM)
    extra = _tenth(working, income, protected, debt, month)
    together = working.add(_TOGETHER, month, extra, by=_CLAIM)
    working.require_compared(
        Text("er valt iets te vorderen", "there is something to claim"),
        together,
        Relation.MORE,
        plain(0, together.unit),
        _CLAIM,
    )
    for name, label, figure in (
        ("per_month", _MONTH, month),
        ("tenth_at_most", _TENTH_MORE, extra),
    ):
        working.result(name, label, working.rounded(label, figure, Rounding.TO_CENT, None))
    return working.conclude(Period(*month_of(on)))


def _require_power(working: Working) -> None:
    working.require(
        Text("een betekend dwangbevel", "a writ was served"), working.answer("writ_served"), _WRIT
    )
    working.require(
        Text("geen wettelijke schuldsanering", "no statutory debt restructuring"),
        not_(working.answer("in_restructuring")),
        _NOT_IN_RESTRUCTURING,
    )
    needed = working.answer("announcement_needed")
    if needed is Answer.NO:
        return
    announced, weeks = working.day("announced"), working.parameter(_ANNOUNCED)
    first: Day = UNKNOWN
    if isinstance(announced, dt.date) and not isinstance(weeks.value, Unknown):
        first = announced + dt.timedelta(weeks=int(weeks.value))
    how = Text("vier weken na de vooraankondiging", "four weeks after the announcement")
    label = Text("vordering niet eerder dan", "claim not before")
    working.require_days(
        Text("de vooraankondiging is vier weken oud", "announced four weeks ago"),
        working.dated(label, first if needed is Answer.YES else UNKNOWN, how, _ANNOUNCEMENT),
        Relation.AT_MOST,
        working.on,
        _ANNOUNCEMENT,
    )


def _attachable(working: Working, income: Figure, protected: Figure) -> Figure:
    above = working.not_below_zero(
        Text("vatbaar voor beslag", "can be attached"),
        working.subtract(
            Text("inkomen min beslagvrije voet", "income less protected amount"),
            income,
            protected,
            by=_PROTECTED,
        ),
        _PROTECTED,
    )
    return working.not_below_zero(
        Text("over voor de ontvanger", "left for the collector"),
        working.subtract(
            Text("min wat anderen ontvangen", "less what others get"),
            above,
            working.fact("taken_by_others"),
            by=_RANK,
        ),
        _RANK,
    )


def _tenth(
    working: Working, income: Figure, protected: Figure, debt: Figure, month: Figure
) -> Figure:
    match working.answer("persistent"):
        case Answer.NO:
            return plain(0, month.unit)
        case Answer.UNKNOWN:
            return working.without_value(month)
        case Answer.YES:
            pass
    below = working.least(
        Text("niet vatbaar voor beslag", "cannot be attached"), income, protected, by=_PROTECTED
    )
    tenth = working.percentage(_TENTH_MORE, below, working.parameter(_TENTH), _PERSISTENT)
    label = Text("schuld die nog overblijft", "debt still left")
    left = working.subtract(label, debt, month, by=_CLAIM)
    return working.least(_TENTH_MORE, tenth, left, by=_CLAIM)


ID = "loonvordering_belastingen"

_MONTH = Text("te betalen aan de ontvanger", "to pay to the collector")
_TENTH_MORE = Text("daarboven ten hoogste een tiende", "at most a tenth above that")
_TOGETHER = Text("samen", "together")

REGULATION = Regulation(
    id=ID,
    title=Text("Vordering op loon of uitkering", "Claim on wages or benefit"),
    summary=Text(
        "Wat een werkgever of uitkerende instantie aan de ontvanger moet betalen.",
        "What an employer or benefit agency must pay to the collector.",
    ),
    articles=(
        _CLAIM,
        _PERSISTENT,
        _WRIT,
        _RANK,
        _ANNOUNCEMENT,
        _NOT_IN_RESTRUCTURING,
        _PROTECTED,
    ),
    facts=LoonvorderingFacts,
    determine=determine,
    parameters=(_TENTH, _ANNOUNCED),
    granted=Text("Er kan op het inkomen worden gevorderd", "The income can be claimed on"),
    refused=Text("Er kan niet op het inkomen worden gevorderd", "The income cannot be claimed on"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.BELASTINGEN),),
)
