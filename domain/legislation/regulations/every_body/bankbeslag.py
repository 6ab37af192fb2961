"""Bankbeslag: how much money on a bank account seizure leaves free (Rv 475a lid 5-6).

The free amount is the highest protected amount of the living situation, in a month; half of it for
somebody without a home address here and without a fixed residence abroad.
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
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Rounding,
    Text,
    Working,
    YesNo,
    not_,
)
from domain.legislation.regulations.every_body._bvv_situation import (
    LivingSituation,
    situation_of,
)

_MONEY = Article(Act.RV, "475a", "5")
_NO_ADDRESS = Article(Act.RV, "475a", "6")


@dataclass(frozen=True, slots=True, kw_only=True)
class BankbeslagFacts(Facts):
    """One debtor, a natural person, whose bank account is seized."""

    has_partner: Annotated[
        YesNo, About("gehuwd of samenwonend (Pw 3)", "married or living together (Pw 3)")
    ] = UNKNOWN
    has_children: Annotated[
        YesNo, About("heeft een ten laste komend kind", "has a dependent child")
    ] = UNKNOWN
    registered_address: Annotated[
        YesNo,
        About(
            "heeft volgens de basisregistratie een woonadres in Nederland",
            "has a registered home address in the Netherlands",
        ),
    ] = UNKNOWN
    lives_abroad: Annotated[
        YesNo,
        About("heeft een vaste woonplaats buiten Nederland", "has a fixed residence abroad"),
    ] = UNKNOWN


def determine(facts: BankbeslagFacts, on: dt.date) -> Determination:
    """The amount that stays free in the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    registered = working.answer("registered_address")
    if registered is Answer.NO:
        here = not_(working.answer("lives_abroad"))
        words = Text("geen vaste woonplaats in het buitenland", "no fixed residence abroad")
        working.require(words, here, _NO_ADDRESS)
    partner, children = working.answer("has_partner"), working.answer("has_children")
    if Answer.UNKNOWN in (registered, partner, children):
        return working.undetermined()
    situation = situation_of(partner is Answer.YES, children is Answer.YES)
    amount = working.parameter(situation.figures.maximum)
    if registered is Answer.NO:
        amount = working.divide(_FREE, amount, 2, _NO_ADDRESS)
    return _concluded(working, amount)


def _concluded(working: Working, amount: Figure) -> Determination:
    working.result("per_month", _FREE, working.rounded(_FREE, amount, Rounding.TO_CENT, None))
    return working.conclude(Period(*month_of(working.on)))


ID = "bankbeslag"

_FREE = Text("vrij bedrag op de bankrekening", "free amount on the bank account")

REGULATION = Regulation(
    id=ID,
    title=Text("Beslagvrij bedrag bij bankbeslag", "Free amount when a bank account is seized"),
    summary=Text(
        "Het bedrag op de bankrekening waarvoor een beslag in een maand niet geldt.",
        "The money on a bank account that a seizure does not reach in a month.",
    ),
    articles=(_MONEY, _NO_ADDRESS),
    facts=BankbeslagFacts,
    determine=determine,
    parameters=tuple(situation.figures.maximum for situation in LivingSituation),
    granted=Text("Er blijft een bedrag vrij", "An amount stays free"),
    refused=Text(
        "Er blijft geen bedrag vrij, tenzij de kantonrechter anders bepaalt",
        "No amount stays free, unless the judge decides so",
    ),
    known_from=dt.date(2024, 1, 1),
)
