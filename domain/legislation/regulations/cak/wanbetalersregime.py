"""Wanbetalersregime: what follows when health insurance premiums stay unpaid (Zvw 18a-18d).

Until the report to the CAK the unpaid months say where somebody stands; from the first of the month
after the report the administrative premium is due instead of the insurer's own (18d lid 1, 16 lid 2
onder b), until the first of the month after something ends it (18d lid 2).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Period,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
)
from domain.legislation.regulations.cak._administrative_premium import (
    AVERAGE_PREMIUM,
    DEFAULTERS_SHARE,
    PREMIUM_DUE,
    PREMIUM_LABEL,
    administrative_premium,
    first_of_next_month,
)
from domain.legislation.regulations.cak._wanbetaler_arrears import (
    OFFER,
    OFFER_TERM,
    before_the_report,
)
from domain.legislation.regulations.cak._wanbetaler_facts import WanbetalersregimeFacts
from domain.legislation.regulations.cak._wanbetaler_stages import (
    ARREARS_LADDER,
    END_ARTICLES,
    NEXT_STAGE,
    RETURN_ARTICLES,
    RETURNS_AFTER,
    End,
    Return,
    Stage,
    show_stage,
)
from domain.vocabulary import Agency, Scheme

_REPORT = Article(Act.ZVW, "18c", "1")


def determine(facts: WanbetalersregimeFacts, on: dt.date) -> Determination:
    """The stage on this day, the premium a month to the CAK, and the first day of what follows."""
    working = Working(ID, facts, on)
    reported = working.answer("reported")
    received_on: Day = UNKNOWN
    if reported is Answer.YES:
        received_on = working.day("report_received_on")
        reported = _received_by_now(working, received_on)
    match reported:
        case Answer.UNKNOWN:
            return working.undetermined()
        case Answer.NO:
            return before_the_report(working)
        case Answer.YES:
            return _after_the_report(working, received_on)


def _received_by_now(working: Working, received_on: Day) -> Answer:
    return working.compare_days(
        Text("het CAK heeft de melding ontvangen", "the CAK has received the report"),
        received_on,
        Relation.AT_MOST,
        working.on,
        _REPORT,
    )


def _after_the_report(working: Working, received_on: Day) -> Determination:
    due_from = working.dated(
        _FIRST_DAY,
        first_of_next_month(received_on),
        _NEXT_MONTH,
        PREMIUM_DUE,
    )
    if isinstance(due_from, Unknown):
        return working.undetermined()
    if working.on < due_from:
        show_stage(working, Stage.REPORTED, PREMIUM_DUE)
        working.finding("next_stage_from", NEXT_STAGE, due_from)
        return working.conclude()
    return _while_the_premium_may_be_due(working, due_from)


def _while_the_premium_may_be_due(working: Working, due_from: dt.date) -> Determination:
    end = working.choice("ended_by", End)
    if isinstance(end, Unknown):
        return working.undetermined()
    last: dt.date | None = None
    if end is not End.NONE:
        ended_from = _ended_from(working, end)
        if isinstance(ended_from, Unknown):
            return working.undetermined()
        if ended_from > working.on:
            last = ended_from - _ONE_DAY
        else:
            returned_from = _require_a_return(working, end, ended_from)
            if isinstance(returned_from, Unknown):
                return working.conclude()
            due_from = returned_from
    show_stage(working, Stage.PREMIUM_TO_CAK, PREMIUM_DUE)
    premium = administrative_premium(working, DEFAULTERS_SHARE, PREMIUM_DUE)
    working.result("per_month", PREMIUM_LABEL, premium)
    working.finding("premium_since", _FIRST_DAY, due_from)
    if last is not None:
        working.finding("premium_ends_on", _LAST_DAY, last)
    return working.conclude(Period(*month_of(working.on)))


def _ended_from(working: Working, end: End) -> Day:
    return working.dated(
        Text("eerste dag zonder premie aan het CAK", "first day without premium to the CAK"),
        first_of_next_month(working.day("ended_on")),
        _NEXT_MONTH,
        END_ARTICLES[end],
    )


def _require_a_return(working: Working, end: End, ended_from: dt.date) -> Day:
    """The day from which the premium is due again; without one the end refuses."""
    came_back = working.choice("returned_by", Return)
    if isinstance(came_back, Unknown):
        working.require(_STILL_DUE, Answer.UNKNOWN, END_ARTICLES[end])
        return UNKNOWN
    if came_back is Return.NONE or end not in RETURNS_AFTER[came_back]:
        working.require(_STILL_DUE, Answer.NO, END_ARTICLES[end])
        return UNKNOWN
    article = RETURN_ARTICLES[came_back]
    again = working.dated(
        Text("eerste dag waarop de premie herleeft", "first day that the premium is due again"),
        first_of_next_month(working.day("returned_on")),
        _NEXT_MONTH,
        article,
    )
    label = Text("de premie aan het CAK is herleefd", "the premium to the CAK is due again")
    met = working.require_days(label, again, Relation.AT_MOST, working.on, article)
    return again if met is Answer.YES else UNKNOWN


ID = "wanbetalersregime"

_ONE_DAY = dt.timedelta(days=1)
_FIRST_DAY = Text("eerste dag van de premie aan het CAK", "first day of the premium to the CAK")
_LAST_DAY = Text("laatste dag van de premie aan het CAK", "last day of the premium to the CAK")
_NEXT_MONTH = Text("de eerste dag van de volgende maand", "the first day of the next month")
_STILL_DUE = Text(
    "de premieplicht aan het CAK is niet geëindigd", "the premium to the CAK has not ended"
)

REGULATION = Regulation(
    id=ID,
    title=Text("Wanbetalersregeling zorgverzekering", "Defaulters' regime of health insurance"),
    summary=Text(
        "Van premieachterstand tot bestuursrechtelijke premie aan het CAK, en hoe dat eindigt.",
        "From premium arrears to the administrative premium to the CAK, and how that ends.",
    ),
    articles=(
        OFFER,
        Article(Act.ZVW, "18aa", "1"),
        Article(Act.ZVW, "18b", "1"),
        _REPORT,
        Article(Act.ZVW, "18c", "2"),
        PREMIUM_DUE,
        Article(Act.ZVW, "18d", "2"),
        Article(Act.ZVW, "18d", "4"),
    ),
    facts=WanbetalersregimeFacts,
    determine=determine,
    parameters=(
        *(rung.arrears for rung in ARREARS_LADDER),
        OFFER_TERM,
        AVERAGE_PREMIUM,
        DEFAULTERS_SHARE,
    ),
    granted=Text("De wanbetalersregeling geldt", "The defaulters' regime applies"),
    refused=Text("De wanbetalersregeling geldt niet", "The defaulters' regime does not apply"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.CAK),),
    scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
)

__all__ = ["ID", "REGULATION", "End", "WanbetalersregimeFacts", "determine"]
