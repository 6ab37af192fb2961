"""Government direct debit: the collector takes a small debt from a payment account (IW 19 lid 4).

At most 500 euros at a time, for an assessment with at most 1,000 euros open, at most twice in a
calendar month and for at most three months in a row (UR IW 1990 1ce). Only from a payment account
of a natural person (1cc), and only what the account has to spend above what is protected of it.
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
    Article,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Figure,
    Number,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Working,
    YesNo,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department

_OPEN_AT_MOST = parameter("iw_overheidsvordering_openstaand")
_AT_A_TIME = parameter("iw_overheidsvordering_bedrag")
_A_MONTH = parameter("iw_overheidsvordering_per_maand")
_MONTHS_IN_A_ROW = parameter("iw_overheidsvordering_maanden")

_CLAIM = Article(Act.IW_1990, "19", "4")
_WRIT = Article(Act.IW_1990, "19", "5")
_NOT_IN_RESTRUCTURING = Article(Act.IW_1990, "19", "10")
_ACCOUNT = Article(Act.UR_IW_1990, "1cc")
_LIMITS = Article(Act.UR_IW_1990, "1ce", "1")
_DURATION = Article(Act.UR_IW_1990, "1ce", "2")
_ROOM = Article(Act.UR_IW_1990, "1ce", "4")


@dataclass(frozen=True, slots=True, kw_only=True)
class OverheidsvorderingFacts(Facts):
    """One assessment and one account on the day asked."""

    open_amount: Annotated[
        Cents,
        About("openstaand op de aanslag", "open on the assessment", Unit.EUROCENT, at_least=0),
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
            "de wettelijke schuldsanering werkt voor deze aanslag",
            "the statutory debt restructuring holds for this assessment",
        ),
    ] = UNKNOWN
    payment_account: Annotated[
        YesNo,
        About(
            "het is een betaalrekening op naam van een natuurlijk persoon",
            "it is a payment account in the name of a natural person",
        ),
    ] = UNKNOWN
    done_this_month: Annotated[
        Number,
        About(
            "overheidsvorderingen voor deze aanslag in deze maand",
            "direct debits for this assessment in this month",
            Unit.COUNT,
            at_least=0,
        ),
    ] = UNKNOWN
    months_before: Annotated[
        Number,
        About(
            "maanden op rij hiervoor met een overheidsvordering voor deze aanslag",
            "months in a row before this one with a direct debit for this assessment",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    room_on_account: Annotated[
        Cents,
        About(
            "bestedingsruimte op de rekening",
            "room to spend on the account",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    protected_on_account: Annotated[
        Cents,
        About(
            "beslagvrij bedrag op de rekening",
            "protected amount on the account",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: OverheidsvorderingFacts, on: dt.date) -> Determination:
    """The amount that may be taken from the account at this time, in euro cents."""
    working = Working(ID, facts, on)
    _require_power(working)
    open_amount = working.fact("open_amount")
    _require_limits(working, open_amount)
    most = working.least(_AMOUNT, open_amount, working.parameter(_AT_A_TIME), by=_LIMITS)
    room = working.not_below_zero(
        Text("vrije ruimte", "free room"),
        working.subtract(
            Text("bestedingsruimte min beslagvrij bedrag", "room less protected amount"),
            working.fact("room_on_account"),
            working.fact("protected_on_account"),
            by=_ROOM,
        ),
        _ROOM,
    )
    amount = working.least(_AMOUNT, most, room, by=_ROOM)
    working.require_compared(
        Text("er is ruimte op de rekening", "there is room on the account"),
        amount,
        Relation.MORE,
        plain(0, amount.unit),
        _ROOM,
    )
    working.result("amount", _AMOUNT, amount)
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
    working.require(
        Text("een betaalrekening", "a payment account"),
        working.answer("payment_account"),
        _ACCOUNT,
    )


def _require_limits(working: Working, open_amount: Figure) -> None:
    working.require_compared(
        Text("een kleine openstaande schuld", "a small open debt"),
        open_amount,
        Relation.AT_MOST,
        working.parameter(_OPEN_AT_MOST),
        _LIMITS,
    )
    working.require_compared(
        Text("nog niet te vaak deze maand", "not yet too often this month"),
        working.fact("done_this_month"),
        Relation.LESS,
        working.parameter(_A_MONTH),
        _LIMITS,
    )
    working.require_compared(
        Text("nog niet te lang achtereen", "not yet too long in a row"),
        working.fact("months_before"),
        Relation.LESS,
        working.parameter(_MONTHS_IN_A_ROW),
        _DURATION,
    )


ID = "overheidsvordering"

_AMOUNT = Text("af te schrijven", "to be taken")

REGULATION = Regulation(
    id=ID,
    title=Text("Overheidsvordering", "Government direct debit"),
    summary=Text(
        "Wat de ontvanger voor een kleine belastingschuld van een betaalrekening mag afschrijven.",
        "What the collector may take from a payment account for a small tax debt.",
    ),
    articles=(_CLAIM, _WRIT, _NOT_IN_RESTRUCTURING, _ACCOUNT, _LIMITS, _DURATION, _ROOM),
    facts=OverheidsvorderingFacts,
    determine=determine,
    parameters=(_OPEN_AT_MOST, _AT_A_TIME, _A_MONTH, _MONTHS_IN_A_ROW),
    granted=Text("Er kan een overheidsvordering worden gedaan", "A direct debit can be done"),
    refused=Text("Er kan geen overheidsvordering worden gedaan", "No direct debit can be done"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.BELASTINGEN),),
)
