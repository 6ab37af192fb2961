"""Verjaring: until when a debt of public law can be claimed (Awb 4:104-4:111).

Five years after the term of payment; an interruption starts a new five years the next day, and
deferral of payment, moratorium, bankruptcy or debt restructuring lengthen the term that runs. The
suit that is granted (4:110 lid 3) is not in it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    Day,
    Determination,
    Facts,
    Figure,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    abouts,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._term_steps import counted

_LENGTH = parameter("awb_verjaring")

_FIVE_YEARS = Article(Act.AWB, "4:104", "1")
_NO_POWERS = Article(Act.AWB, "4:104", "2")
_INTERRUPTED = Article(Act.AWB, "4:105")
_BY_BODY = Article(Act.AWB, "4:106")
_NEW_TERM = Article(Act.AWB, "4:110")
_LENGTHENED = Article(Act.AWB, "4:111")

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """An act that interrupts: reminder, set-off, writ, its execution, acknowledgment, a suit."""

    on: Annotated[Day, About("dag van de stuiting", "day of the interruption")] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral:
    """A time of deferral of payment, or another that Awb 4:111 lid 2 puts on a par with it."""

    first: Annotated[Day, About("eerste dag van uitstel", "first day of deferral")] = UNKNOWN
    last: Annotated[Day, About("laatste dag van uitstel", "last day of deferral")] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class VerjaringFacts(Facts):
    """One debt of money to a body."""

    pay_by: Annotated[
        Day, About("laatste dag van de betalingstermijn", "last day of the term of payment")
    ] = UNKNOWN
    interruptions: Annotated[
        tuple[Interruption, ...] | Unknown, About("stuitingen", "interruptions")
    ] = UNKNOWN
    deferrals: Annotated[
        tuple[Deferral, ...] | Unknown, About("perioden van uitstel", "periods of deferral")
    ] = UNKNOWN


class _Time(NamedTuple):
    first: dt.date
    last: dt.date


def determine(facts: VerjaringFacts, on: dt.date) -> Determination:
    """The last day of the term of limitation; refused when it is over."""
    working = Working(ID, facts, on)
    pay_by, length = working.day("pay_by"), working.parameter(_LENGTH)
    interruptions = _interruptions(working, facts.interruptions)
    deferrals = _deferrals(working, facts.deferrals)
    if (
        isinstance(pay_by, Unknown)
        or isinstance(interruptions, Unknown)
        or isinstance(deferrals, Unknown)
    ):
        return working.undetermined()
    last = _last_day(working, pay_by, length, deferrals)
    for interrupted in sorted(interruptions):
        if isinstance(last, Unknown) or not pay_by <= interrupted <= min(last, on):
            continue
        words = Text("door de stuiting begint een nieuwe termijn", "a new term starts from it")
        working.dated(_INTERRUPTED_ON, interrupted, words, _NEW_TERM)
        last = _last_day(working, interrupted, length, deferrals)
    working.require_days(_NOT_OVER, on, Relation.AT_MOST, last, _FIVE_YEARS)
    working.finding("last_day", _LAST_DAY, last)
    return working.conclude()


def _last_day(working: Working, start: dt.date, length: Figure, deferrals: Sequence[_Time]) -> Day:
    last = counted(working, _LAST_DAY, start, length, _FIVE_YEARS)
    if isinstance(last, Unknown):
        return UNKNOWN
    lengthened = last
    for deferral in deferrals:
        first = max(deferral.first, start + _ONE_DAY)
        if first <= lengthened and first <= deferral.last:
            lengthened += deferral.last - first + _ONE_DAY
    if lengthened == last:
        return last
    words = Text("verlengd met de tijd van uitstel", "lengthened by the time of deferral")
    return working.dated(_LAST_DAY, lengthened, words, _LENGTHENED)


def _interruptions(
    working: Working, given: tuple[Interruption, ...] | Unknown
) -> list[dt.date] | Unknown:
    listed = working.listed("interruptions", given)
    if isinstance(listed, Unknown):
        return UNKNOWN
    label = abouts(Interruption)["on"].label
    days = [
        working.given_day(f"interruptions[{index}].on", label, each.on)
        for index, each in enumerate(listed)
    ]
    known = [day for day in days if not isinstance(day, Unknown)]
    return known if len(known) == len(days) else UNKNOWN


def _deferrals(working: Working, given: tuple[Deferral, ...] | Unknown) -> list[_Time] | Unknown:
    """In order of time; those that overlap are taken as one."""
    listed = working.listed("deferrals", given)
    if isinstance(listed, Unknown):
        return UNKNOWN
    times = [_deferral(working, index, each) for index, each in enumerate(listed)]
    known = sorted(time for time in times if not isinstance(time, Unknown))
    return _merged(known) if len(known) == len(times) else UNKNOWN


def _deferral(working: Working, index: int, given: Deferral) -> _Time | Unknown:
    name, about = f"deferrals[{index}]", abouts(Deferral)
    first = working.given_day(f"{name}.first", about["first"].label, given.first)
    last = working.given_day(f"{name}.last", about["last"].label, given.last)
    if isinstance(first, Unknown) or isinstance(last, Unknown):
        return UNKNOWN
    return _Time(first, last)


def _merged(times: Sequence[_Time]) -> list[_Time]:
    merged: list[_Time] = []
    for time in times:
        if merged and time.first <= merged[-1].last:
            merged[-1] = _Time(merged[-1].first, max(merged[-1].last, time.last))
        else:
            merged.append(time)
    return merged


ID = "verjaring"

_LAST_DAY = Text("laatste dag van de verjaringstermijn", "last day of the term of limitation")
_INTERRUPTED_ON = Text("verjaring gestuit", "limitation interrupted")
_NOT_OVER = Text("de verjaringstermijn loopt nog", "the term of limitation still runs")

REGULATION = Regulation(
    id=ID,
    title=Text("Verjaring van een geldschuld", "Limitation of a debt"),
    summary=Text(
        "Tot wanneer een bestuursorgaan een geldschuld kan invorderen.",
        "Until when a body can recover a debt of money.",
    ),
    articles=(_FIVE_YEARS, _NO_POWERS, _INTERRUPTED, _BY_BODY, _NEW_TERM, _LENGTHENED),
    facts=VerjaringFacts,
    determine=determine,
    parameters=(_LENGTH,),
    granted=Text("De vordering is niet verjaard", "The claim is not barred by limitation"),
    refused=Text("De vordering is verjaard", "The claim is barred by limitation"),
    known_from=dt.date(2024, 1, 1),
)
