"""Recovery of allowances: what is claimed back, by when, from when it is set off (Awir 26-31bis).

What was paid above the right is owed as a whole (Awir 26 lid 1); it is set lower as far as full
recovery is disproportionate (lid 2), and not at all up to a small amount (26a, not when only an
advance is revised). The Algemene termijnenwet does not apply to the term (28 lid 3). Remission is
not possible (31bis).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Figure,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    YesNo,
    all_of,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen._terugvordering_facts import (
    Cause,
    Decision,
    TerugvorderingFacts,
)
from domain.vocabulary import Agency, Department

_SMALL_AMOUNT = parameter("awir_bagatel")
_ALWAYS_HEARD_FROM = parameter("awir_zienswijze_grens")
_TERM = parameter("awir_betaaltermijn")

_OWED = Article(Act.AWIR, "26", "1")
_LOWER = Article(Act.AWIR, "26", "2")
_SMALL = Article(Act.AWIR, "26a", "1")
_HEARD = Article(Act.AWIR, "26b", "1")
_NOT_HEARD = Article(Act.AWIR, "26b", "2")
_NOT_HEARD_ON_INCOME = Article(Act.AWIR, "26b", "3")
_WITHIN_TERM = Article(Act.AWIR, "28", "1")
_NO_TERMS_ACT = Article(Act.AWIR, "28", "3")
_SET_OFF = Article(Act.AWIR, "30", "3")
_NO_REMISSION = Article(Act.AWIR, "31bis")
_AT_ONCE = Article(Act.AWIR, "31a")

_ONE_DAY = dt.timedelta(days=1)


def determine(facts: TerugvorderingFacts, on: dt.date) -> Determination:
    """The amount to recover in euro cents, the last day to pay it, and the first day of set-off."""
    working = Working(ID, facts, on)
    decided = working.day("decision_date")
    overpaid = _overpaid(working)
    decision = working.choice("decision", Decision)
    if isinstance(decided, Unknown) or isinstance(decision, Unknown):
        return working.undetermined()
    working.require_days(
        Text("de beschikking is er", "the decision is there"),
        decided,
        Relation.AT_MOST,
        on,
        _WITHIN_TERM,
    )
    recovered = _not_disproportionate(working, overpaid)
    _require_enough(working, recovered, decision, decided)
    working.result("to_recover", _TO_RECOVER, recovered)
    _dates(working, decided)
    heard = _heard_first(working, decision, overpaid, decided)
    working.finding("heard_first", _HEARD_FIRST, _known(heard))
    working.note(
        Text("kwijtschelding is niet mogelijk", "remission is not possible"), _NO_REMISSION
    )
    return working.conclude()


def _overpaid(working: Working) -> Figure:
    overpaid = working.subtract(
        Text("te veel uitbetaald", "paid too much"),
        working.fact("paid"),
        working.fact("right"),
        by=_OWED,
    )
    working.require_compared(
        Text("er is te veel uitbetaald", "too much was paid"),
        overpaid,
        Relation.MORE,
        plain(0, overpaid.unit),
        _OWED,
    )
    return overpaid


def _not_disproportionate(working: Working, overpaid: Figure) -> Figure:
    match working.answer("disproportionate"):
        case Answer.NO:
            less = plain(0, overpaid.unit)
        case Answer.YES:
            less = working.fact("reduction")
        case Answer.UNKNOWN:
            return working.without_value(overpaid)
    return working.not_below_zero(
        _TO_RECOVER, working.subtract(_AFTER_REDUCTION, overpaid, less, by=_LOWER), _LOWER
    )


def _require_enough(
    working: Working, recovered: Figure, decision: Decision, decided: dt.date
) -> None:
    if decision is Decision.REVISED_ADVANCE:
        working.require_compared(
            Text("er blijft een bedrag over", "an amount remains"),
            recovered,
            Relation.MORE,
            plain(0, recovered.unit),
            _LOWER,
        )
        return
    working.require_compared(
        Text("hoger dan een klein bedrag", "more than a small amount"),
        recovered,
        Relation.MORE,
        working.parameter(_SMALL_AMOUNT, decided),
        _SMALL,
    )


def _dates(working: Working, decided: dt.date) -> None:
    at_once = working.answer("due_at_once")
    weeks = working.parameter(_TERM, decided)
    last: Day = UNKNOWN
    if isinstance(weeks.value, Unknown):
        at_once = Answer.UNKNOWN
    if at_once is Answer.YES:
        last = working.dated(_PAY_BY, decided, Text("terstond", "at once"), _AT_ONCE)
    elif at_once is Answer.NO and not isinstance(weeks.value, Unknown):
        last = decided + dt.timedelta(weeks=int(weeks.value))
        how = Text(
            "zes weken na de dagtekening, ook op een vrije dag",
            "six weeks after the date, also on a day off",
        )
        last = working.dated(_PAY_BY, last, how, _NO_TERMS_ACT)
    working.finding("pay_by", _PAY_BY, last)
    first = UNKNOWN if isinstance(last, Unknown) else last + _ONE_DAY
    how = Text("de dag na de betaaltermijn", "the day after the term to pay")
    working.finding(
        "set_off_from", _SET_OFF_FROM, working.dated(_SET_OFF_FROM, first, how, _SET_OFF)
    )


def _heard_first(
    working: Working, decision: Decision, overpaid: Figure, decided: dt.date
) -> Answer:
    """Whether the person must first be asked for a view (Awir 26b)."""
    if decision is Decision.REVISED_ADVANCE:
        return Answer.NO
    cause = working.choice("cause", Cause)
    if cause in (Cause.OWN_REQUEST, Cause.OWN_DATA):
        working.note(Text("geen zienswijze gevraagd", "no view asked"), _NOT_HEARD)
        return Answer.NO
    if cause is Cause.INCOME_ONLY and decision is Decision.AWARD:
        working.note(Text("geen zienswijze gevraagd", "no view asked"), _NOT_HEARD_ON_INCOME)
        return Answer.NO
    together = working.add(
        Text("teruggevorderd over het jaar", "recovered over the year"),
        overpaid,
        working.fact("other_recoveries"),
        by=_HEARD,
    )
    much = working.compare(
        Text("altijd een zienswijze", "always a view"),
        together,
        Relation.AT_LEAST,
        working.parameter(_ALWAYS_HEARD_FROM, decided),
        _HEARD,
    )
    if much is not Answer.YES:
        much = any_of(much, working.answer("possibly_disproportionate"))
    return all_of(much, Answer.UNKNOWN) if isinstance(cause, Unknown) else much


def _known(answer: Answer) -> YesNo:
    return UNKNOWN if answer is Answer.UNKNOWN else answer is Answer.YES


ID = "terugvordering_toeslagen"

_TO_RECOVER = Text("terug te vorderen", "to recover")
_AFTER_REDUCTION = Text("te veel uitbetaald min de verlaging", "paid too much less the reduction")
_PAY_BY = Text("uiterste betaaldatum", "last day to pay")
_SET_OFF_FROM = Text("verrekening mogelijk vanaf", "set-off possible from")
_HEARD_FIRST = Text("eerst een zienswijze gevraagd", "the person's view asked first")

REGULATION = Regulation(
    id=ID,
    title=Text("Terugvordering van toeslagen", "Recovery of allowances"),
    summary=Text(
        "Wat van een toeslag wordt teruggevorderd, wanneer het betaald moet zijn en vanaf wanneer "
        "het wordt verrekend.",
        "What is recovered of an allowance, by when it must be paid, and from when it is set off.",
    ),
    articles=(
        _OWED,
        _LOWER,
        _SMALL,
        _HEARD,
        _NOT_HEARD,
        _NOT_HEARD_ON_INCOME,
        _WITHIN_TERM,
        _NO_TERMS_ACT,
        _SET_OFF,
        _NO_REMISSION,
        _AT_ONCE,
    ),
    facts=TerugvorderingFacts,
    determine=determine,
    parameters=(_SMALL_AMOUNT, _ALWAYS_HEARD_FROM, _TERM),
    granted=Text("Er wordt toeslag teruggevorderd", "An allowance is recovered"),
    refused=Text("Er wordt geen toeslag teruggevorderd", "No allowance is recovered"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
)

__all__ = ["ID", "REGULATION", "TerugvorderingFacts", "determine"]
