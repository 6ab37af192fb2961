"""Beslagvrije voet: the part of a periodic income that seizure leaves free (Rv 475b-475fa).

It is determined in amounts a month (475d lid 6) and holds for twelve months (475d lid 2), unless
it is stated by the assistance norm (lid 7). Articles
21 and 23 of the Participatiewet give the norm, also above pension age. The law does not round:
amounts are shown to the cent. A judge may raise it (475fa); that is no part of this sum.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import add_months, month_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Determination,
    Figure,
    Period,
    Regulation,
    Rounding,
    Text,
    Working,
)
from domain.legislation.regulations.every_body._bvv_base import (
    BASE_ARTICLES,
    BASE_PARAMETERS,
    at_home,
    in_an_institution,
)
from domain.legislation.regulations.every_body._bvv_deductions import (
    DEDUCTION_ARTICLES,
    DEDUCTION_PARAMETERS,
    Protected,
    at_most_of_income,
    less_other_income,
)
from domain.legislation.regulations.every_body._bvv_facts import BeslagvrijeVoetFacts
from domain.legislation.regulations.every_body._bvv_formula import FORMULA, FORMULA_PARAMETERS

_MONTHS_THAT_IT_HOLDS = 12

_ATTACHED_TO = Article(Act.RV, "475c", "1")
_HOLDS_FOR = Article(Act.RV, "475d", "2")
_ONLY_ABOVE = Article(Act.RV, "475b", "1")
_BY_THE_NORM = Article(Act.RV, "475d", "7")
_NOT_WITHHELD = Article(Act.RV, "475a", "2")
_CAK = Article(Act.ZVW, "18f", "5")
_JUDGE = Article(Act.RV, "475fa")


def determine(facts: BeslagvrijeVoetFacts, on: dt.date) -> Determination:
    """The protected amount a month, what is paid out at least and what may be taken, in cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("de betaling heeft een beslagvrije voet", "the payment has a protected amount"),
        working.answer("periodic_income"),
        _ATTACHED_TO,
    )
    income = working.fact("monthly_income")
    protected = _protected(working, income)
    if protected is None:
        return working.undetermined()
    _say(working, income, working.rounded(_AMOUNT, protected.amount, Rounding.TO_CENT, None))
    working.note(
        Text(
            "de kantonrechter kan haar verhogen bij kennelijk onevenredige hardheid",
            "the judge may raise it in case of evidently disproportionate hardship",
        ),
        _JUDGE,
    )
    if protected.by_the_norm:
        working.note(_NO_TWELVE_MONTHS, _BY_THE_NORM)
        return working.conclude(Period(*month_of(on)))
    last = add_months(on, _MONTHS_THAT_IT_HOLDS) - dt.timedelta(days=1)
    words = Text("twaalf maanden vanaf de vaststelling", "twelve months from the determination")
    working.dated(Text("vastgesteld tot en met", "determined up to"), last, words, _HOLDS_FOR)
    return working.conclude(Period(on, last))


def _protected(working: Working, income: Figure) -> Protected | None:
    """None when it cannot be said which rule holds. The twentieth of 475dc is not for 475e."""
    partner = working.answer("has_partner")
    match working.answer("in_institution"):
        case Answer.YES:
            amount = in_an_institution(working, partner)
            if amount is None:
                return None
            return Protected(less_other_income(working, amount, partner))
        case Answer.NO:
            amount = at_home(working, partner)
            if amount is None:
                return None
            left = less_other_income(working, amount, partner)
            return at_most_of_income(working, left, income)
        case Answer.UNKNOWN:
            return None


def _say(working: Working, income: Figure, amount: Figure) -> None:
    withheld = working.fact("withheld_for_cak")
    paid = working.not_below_zero(
        _PAID_OUT, working.subtract(_PAID_OUT, amount, withheld, by=_CAK), _CAK
    )
    left = working.subtract(_AFTER_CAK, income, withheld, by=_NOT_WITHHELD)
    room = working.not_below_zero(
        _ROOM, working.subtract(_ROOM, left, paid, by=_ONLY_ABOVE), _ONLY_ABOVE
    )
    working.result("per_month", _AMOUNT, amount)
    working.result("paid_out_at_least", _PAID_OUT, paid)
    working.result("room_per_month", _ROOM, room)


ID = "beslagvrije_voet"

_AMOUNT = Text("beslagvrije voet per maand", "protected amount a month")
_PAID_OUT = Text(
    "ten minste uit te betalen na inhouding voor het CAK",
    "to be paid out at least after withholding for CAK",
)
_AFTER_CAK = Text("inkomen na inhouding voor het CAK", "income after withholding for CAK")
_NO_TWELVE_MONTHS = Text(
    "de termijn van twaalf maanden geldt niet bij opgave naar de bijstandsnorm",
    "the term of twelve months does not hold when it is stated by the assistance norm",
)
_ROOM = Text("ruimte voor beslag per maand", "room for seizure a month")

REGULATION = Regulation(
    id=ID,
    title=Text("Beslagvrije voet", "Protected amount"),
    summary=Text(
        "Het deel van het inkomen waarop geen beslag mag worden gelegd, en de ruimte daarboven.",
        "The part of the income that may not be seized, and the room above it.",
    ),
    articles=(
        _ATTACHED_TO,
        _ONLY_ABOVE,
        _NOT_WITHHELD,
        FORMULA,
        *BASE_ARTICLES,
        *DEDUCTION_ARTICLES,
        _HOLDS_FOR,
        _BY_THE_NORM,
        _CAK,
        _JUDGE,
    ),
    facts=BeslagvrijeVoetFacts,
    determine=determine,
    parameters=(*FORMULA_PARAMETERS, *BASE_PARAMETERS, *DEDUCTION_PARAMETERS),
    granted=Text("De beslagvrije voet is vastgesteld", "The protected amount has been determined"),
    refused=Text(
        "Aan deze betaling is geen beslagvrije voet verbonden",
        "This payment has no protected amount",
    ),
    known_from=dt.date(2024, 1, 1),
)

__all__ = ["ID", "REGULATION", "BeslagvrijeVoetFacts", "determine"]
