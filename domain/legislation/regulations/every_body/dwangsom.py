"""Dwangsom: what a body owes the applicant for deciding too late (Awb 4:17; Awir 12 lid 2).

It runs from the day after the two weeks that follow a written notice of default, up to the day of
the decision, for 42 days at most. Dienst Toeslagen owes it for the award of an allowance alone, by
the week and at a rate of its own; only whole weeks are counted here, the law does not say so.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    Day,
    Determination,
    Figure,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._dwangsom_facts import DwangsomFacts, PenaltyRegime
from domain.legislation.regulations.every_body._term_steps import (
    ATW_MOVES,
    counted,
    moved_last_day,
)

_WAIT = parameter("awb_dwangsom_wachttijd")
_MOST_DAYS = parameter("awb_dwangsom_dagen")
_STEP = parameter("awb_dwangsom_trede")
_FIRST_RATE = parameter("awb_dwangsom_eerste")
_SECOND_RATE = parameter("awb_dwangsom_tweede")
_THIRD_RATE = parameter("awb_dwangsom_derde")
_WEEK_RATE = parameter("awir_dwangsom_week")
_WEEK_MOST = parameter("awir_dwangsom_max")
_WEEK_MOST_SMALL = parameter("awir_dwangsom_max_klein")

_DAYS = Article(Act.AWB, "4:17", "1")
_RATES = Article(Act.AWB, "4:17", "2")
_FIRST_DAY = Article(Act.AWB, "4:17", "3")
_EXCEPTIONS = Article(Act.AWB, "4:17", "5")
_APPLICANTS = Article(Act.AWB, "4:17", "6")
_FIXED = Article(Act.AWB, "4:18")
_TOESLAGEN = Article(Act.AWIR, "12", "2")

_ONE_DAY = dt.timedelta(days=1)
_DAYS_IN_WEEK = 7


def determine(facts: DwangsomFacts, on: dt.date) -> Determination:
    """The penalty up to and with this day, or up to the decision, in euro cents."""
    working = Working(ID, facts, on)
    regime = working.choice("regime", PenaltyRegime)
    if regime is PenaltyRegime.OTHER_OF_TOESLAGEN:
        working.require(_DUE_BY_LAW, Answer.NO, _TOESLAGEN)
        return working.conclude()
    first = _first_day(working)
    _require_no_exception(working)
    until = _until(working)
    working.require_days(
        Text("de wachttijd is voorbij", "the waiting time is over"),
        first,
        Relation.LESS,
        until,
        _FIRST_DAY,
    )
    days = _days(working, first, until)
    match regime:
        case PenaltyRegime.GENERAL:
            amount = _by_the_day(working, days)
        case PenaltyRegime.ALLOWANCE_AWARD:
            amount = _by_the_week(working, days)
        case _:
            return working.undetermined()
    share = working.divide(_EACH, amount, working.fact("applicants"), _APPLICANTS)
    working.result("amount", _WHOLE, working.rounded(_WHOLE, amount, Rounding.TO_CENT, None))
    working.result("per_applicant", _EACH, working.rounded(_EACH, share, Rounding.TO_CENT, None))
    working.finding("first_day", _FIRST, first)
    return working.conclude()


def _first_day(working: Working) -> Day:
    decide_by, notice = working.day("decide_by"), working.day("notice_received")
    working.require_days(
        Text("in gebreke gesteld na de beslistermijn", "notice given after the term to decide"),
        notice,
        Relation.MORE,
        decide_by,
        _FIRST_DAY,
    )
    length = working.parameter(_WAIT)
    label = Text("einde van de wachttijd", "end of the waiting time")
    last = counted(working, label, notice, length, _FIRST_DAY)
    last = moved_last_day(working, label, notice, last, length)
    if isinstance(last, Unknown):
        return UNKNOWN
    words = Text("de dag na de wachttijd", "the day after the waiting time")
    return working.dated(_FIRST, last + _ONE_DAY, words, _FIRST_DAY)


def _require_no_exception(working: Working) -> None:
    working.require(
        Text("niet onredelijk laat in gebreke gesteld", "notice not given unreasonably late"),
        not_(working.answer("unreasonably_late")),
        _EXCEPTIONS,
    )
    working.require(
        Text("de aanvrager is belanghebbende", "the applicant is an interested party"),
        working.answer("interested_party"),
        _EXCEPTIONS,
    )
    working.require(
        Text(
            "de aanvraag is niet kennelijk kansloos",
            "the application is not evidently without a chance",
        ),
        not_(working.answer("evidently_unfounded")),
        _EXCEPTIONS,
    )


def _until(working: Working) -> Day:
    """The first day that no longer counts: that of the decision, else tomorrow."""
    match working.answer("decided"):
        case Answer.YES:
            decided = working.day("decided_on")
            tomorrow = working.on + _ONE_DAY
            return UNKNOWN if isinstance(decided, Unknown) else min(decided, tomorrow)
        case Answer.NO:
            return working.on + _ONE_DAY
        case Answer.UNKNOWN:
            return UNKNOWN


def _days(working: Working, first: Day, until: Day) -> Figure:
    if isinstance(first, Unknown) or isinstance(until, Unknown):
        return working.without_value(plain(0, Unit.DAYS))
    last = until - _ONE_DAY
    words = Text("de dag voor de beslissing, of vandaag", "the day before the decision, or today")
    working.dated(Text("laatste dag die telt", "last day that counts"), last, words, _DAYS)
    days = max((until - first).days, 0)
    return working.add(_IN_DEFAULT, plain(days, Unit.DAYS), by=_DAYS)


def _by_the_day(working: Working, in_default: Figure) -> Figure:
    days = working.least(_COUNTED, in_default, working.parameter(_MOST_DAYS), by=_DAYS)
    step = working.parameter(_STEP)
    first = working.least(Text("eerste trede", "first step"), days, step, by=_RATES)
    rest = working.subtract(
        Text("na de eerste trede", "after the first step"), days, first, by=_RATES
    )
    second = working.least(Text("tweede trede", "second step"), rest, step, by=_RATES)
    third = working.subtract(Text("derde trede", "third step"), rest, second, by=_RATES)
    amounts = [
        working.multiply(_OF_STEP, working.parameter(rate), number, _RATES, Unit.EUROCENT)
        for rate, number in ((_FIRST_RATE, first), (_SECOND_RATE, second), (_THIRD_RATE, third))
    ]
    return working.add(_WHOLE, *amounts, by=_RATES)


def _by_the_week(working: Working, days: Figure) -> Figure:
    weeks = working.rounded(
        Text("hele weken in gebreke", "whole weeks in default"),
        working.divide(
            Text("weken in gebreke", "weeks in default"),
            days,
            _DAYS_IN_WEEK,
            _TOESLAGEN,
            Unit.WEEKS,
        ),
        Rounding.DOWN_TO_WHOLE,
        _TOESLAGEN,
    )
    amount = working.multiply(
        _WHOLE, working.parameter(_WEEK_RATE), weeks, _TOESLAGEN, Unit.EUROCENT
    )
    difference, small = working.fact("award_difference"), working.parameter(_WEEK_MOST_SMALL)
    working.require_compared(
        Text("het bedrag is niet te klein voor een dwangsom", "the amount is not too small for it"),
        difference,
        Relation.AT_LEAST,
        small,
        _TOESLAGEN,
    )
    most = working.parameter(_WEEK_MOST)
    is_small = working.compare(
        Text("klein bedrag", "small amount"), difference, Relation.LESS, most, _TOESLAGEN
    )
    if is_small is Answer.UNKNOWN:
        return working.without_value(amount)
    at_most = small if is_small is Answer.YES else most
    return working.least(_WHOLE, amount, at_most, by=_TOESLAGEN)


ID = "dwangsom"

_WHOLE = Text("dwangsom", "penalty for a late decision")
_EACH = Text("dwangsom per aanvrager", "penalty for each applicant")
_IN_DEFAULT = Text("dagen in gebreke", "days in default")
_COUNTED = Text("dagen die tellen", "days that count")
_FIRST = Text("eerste dag van de dwangsom", "first day of the penalty")
_OF_STEP = Text("dwangsom van deze trede", "penalty of this step")
_DUE_BY_LAW = Text(
    "de dwangsomregeling geldt voor deze beschikking", "the penalty holds for this decision"
)

REGULATION = Regulation(
    id=ID,
    title=Text("Dwangsom bij niet tijdig beslissen", "Penalty for a late decision"),
    summary=Text(
        "Wat een orgaan aan de aanvrager verschuldigd is als het te laat beslist.",
        "What a body owes the applicant when it decides too late.",
    ),
    articles=(
        _DAYS,
        _RATES,
        _FIRST_DAY,
        _EXCEPTIONS,
        _APPLICANTS,
        _FIXED,
        _TOESLAGEN,
        ATW_MOVES,
    ),
    facts=DwangsomFacts,
    determine=determine,
    parameters=(
        _WAIT,
        _MOST_DAYS,
        _STEP,
        _FIRST_RATE,
        _SECOND_RATE,
        _THIRD_RATE,
        _WEEK_RATE,
        _WEEK_MOST,
        _WEEK_MOST_SMALL,
    ),
    granted=Text("Er is een dwangsom verschuldigd", "A penalty is due"),
    refused=Text("Er is geen dwangsom verschuldigd", "No penalty is due"),
    known_from=dt.date(2024, 1, 1),
)
