"""Bezwaartermijn: until when one may object, and whether an objection was in time (Awb 6:7-6:11;
AWR 22j for taxes)."""

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
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    YesNo,
    all_of,
    any_of,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    counted,
    moved_last_day,
)

_LENGTH = parameter("awb_bezwaartermijn")
_BY_POST = parameter("awb_bezwaar_per_post")

_TERM = Article(Act.AWB, "6:7")
_STARTS = Article(Act.AWB, "6:8", "1")
_RECEIVED = Article(Act.AWB, "6:9", "1")
_POSTED = Article(Act.AWB, "6:9", "2")
_EXCUSED = Article(Act.AWB, "6:11")
_TAX_STARTS = Article(Act.AWR, "22j")


@dataclass(frozen=True, slots=True, kw_only=True)
class BezwaartermijnFacts(Facts):
    """One decision, and the objection to it when there is one."""

    announced_on: Annotated[
        Day, About("dag van de bekendmaking", "day on which it was made known")
    ] = UNKNOWN
    tax_decision: Annotated[
        YesNo,
        About(
            "het is een belastingaanslag of een beschikking onder de AWR",
            "it is a tax assessment or a decision under the AWR",
        ),
    ] = UNKNOWN
    dated_on: Annotated[
        Day, About("dagtekening van het aanslagbiljet", "date on the assessment")
    ] = UNKNOWN
    objection_made: Annotated[
        YesNo, About("er is bezwaar gemaakt", "an objection has been made")
    ] = UNKNOWN
    received_on: Annotated[
        Day,
        About(
            "dag van ontvangst van het bezwaarschrift",
            "day on which the objection was received",
        ),
    ] = UNKNOWN
    sent_by_post: Annotated[
        YesNo, About("het bezwaarschrift is per post verzonden", "the objection was sent by post")
    ] = UNKNOWN
    posted_on: Annotated[
        Day, About("dag van de terpostbezorging", "day on which it was posted")
    ] = UNKNOWN
    excusable: Annotated[
        YesNo,
        About(
            "de indiener was redelijkerwijs niet in verzuim",
            "the objector was reasonably not in default",
        ),
    ] = UNKNOWN


def determine(facts: BezwaartermijnFacts, on: dt.date) -> Determination:
    """The last day to object; with an objection, whether it is to be heard."""
    working = Working(ID, facts, on)
    last = _last_day(working)
    match working.answer("objection_made"):
        case Answer.YES:
            working.require(
                Text("het bezwaar is op tijd", "the objection is in time"),
                _to_be_heard(working, last),
                _RECEIVED,
            )
        case Answer.UNKNOWN:
            return working.undetermined()
        case Answer.NO:
            if not isinstance(last, Unknown):
                working.finding("open", _OPEN, on <= last)
    working.finding("last_day", _LAST_DAY, last)
    return working.conclude()


def _last_day(working: Working) -> Day:
    start = _start(working)
    length = working.parameter(_LENGTH)
    last = counted(working, _LAST_DAY, start, length, _TERM)
    return moved_last_day(working, _LAST_DAY, start, last, length)


def _start(working: Working) -> Day:
    """The day after which the term runs: of announcement, for taxes of the date if that is
    later."""
    announced = working.day("announced_on")
    match working.answer("tax_decision"):
        case Answer.NO:
            return announced
        case Answer.UNKNOWN:
            return UNKNOWN
        case Answer.YES:
            dated = working.day("dated_on")
            if isinstance(announced, Unknown) or isinstance(dated, Unknown):
                return UNKNOWN
            label = Text("begin van de termijn", "start of the term")
            words = Text(
                "de dagtekening, of een latere bekendmaking",
                "the date on it, or a later announcement",
            )
            return working.dated(label, max(announced, dated), words, _TAX_STARTS)


def _to_be_heard(working: Working, last: Day) -> Answer:
    received = working.day("received_on")
    in_time = working.compare_days(
        Text("ontvangen binnen de termijn", "received within the term"),
        received,
        Relation.AT_MOST,
        last,
        _RECEIVED,
    )
    if in_time is Answer.YES:
        return in_time
    return any_of(in_time, _by_post(working, received, last), _excused(working))


def _by_post(working: Working, received: Day, last: Day) -> Answer:
    sent = working.answer("sent_by_post")
    if sent is Answer.NO:
        return sent
    posted = working.compare_days(
        Text("gepost binnen de termijn", "posted within the term"),
        working.day("posted_on"),
        Relation.AT_MOST,
        last,
        _POSTED,
    )
    length = working.parameter(_BY_POST)
    label = Text("laatste dag waarop het mag aankomen", "last day on which it may arrive")
    until = counted(working, label, last, length, _POSTED)
    until = moved_last_day(working, label, last, until, length)
    arrived = working.compare_days(
        Text("aangekomen binnen een week daarna", "arrived within a week after it"),
        received,
        Relation.AT_MOST,
        until,
        _POSTED,
    )
    return all_of(sent, posted, arrived)


def _excused(working: Working) -> Answer:
    answer = working.answer("excusable")
    if answer is Answer.YES:
        words = Text("te laat, maar niet in verzuim", "late, but not in default")
        working.note(words, _EXCUSED)
    return answer


ID = "bezwaartermijn"

_LAST_DAY = Text("laatste dag om bezwaar te maken", "last day to object")
_OPEN = Text("bezwaar is nog mogelijk", "an objection is still possible")

REGULATION = Regulation(
    id=ID,
    title=Text("Bezwaartermijn", "Term for an objection"),
    summary=Text(
        "Tot wanneer bezwaar kan worden gemaakt, en of een bezwaar op tijd is.",
        "Until when one may object, and whether an objection is in time.",
    ),
    articles=(_TERM, _STARTS, _RECEIVED, _POSTED, _EXCUSED, _TAX_STARTS, ATW_MOVES),
    facts=BezwaartermijnFacts,
    determine=determine,
    parameters=(_LENGTH, _BY_POST),
    granted=Text("De bezwaartermijn is vastgesteld", "The term to object has been counted"),
    refused=Text("Het bezwaar is te laat", "The objection is too late"),
    known_from=dt.date(2024, 1, 1),
)
