"""Payment of a recovery of allowances in instalments (UR Awir 7).

The standard arrangement spreads the debt over 24 months, with a lowest monthly amount. Who cannot
pay that pays by ability, when there are not enough assets to pay the debt (lid 4 and 5). Neither is
there when the recovery is due to intent or gross negligence (lid 6). What remains is not remitted
(Awir 31bis). The lids are those of the text of 2014: the current one was not to be had.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Figure,
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

_LONGEST = parameter("awir_standaard_betalingsregeling")
_LEAST_A_MONTH = parameter("awir_laagste_termijnbedrag")

_STANDARD = Article(Act.UR_AWIR, "7", "1")
_DURATION = Article(Act.UR_AWIR, "7", "3")
_BY_ABILITY = Article(Act.UR_AWIR, "7", "4")
_ASSETS = Article(Act.UR_AWIR, "7", "5")
_NOT_BY_INTENT = Article(Act.UR_AWIR, "7", "6")
_DEFERRAL = Article(Act.AWIR, "31")
_NO_REMISSION = Article(Act.AWIR, "31bis")


class Arrangement(StrEnum):
    """The arrangement asked for."""

    STANDARD = "standard"
    PERSONAL = "personal"


_ARRANGEMENTS = {
    Arrangement.STANDARD: Text("standaardregeling", "standard arrangement"),
    Arrangement.PERSONAL: Text("persoonlijke regeling", "personal arrangement"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BetalingsregelingToeslagenFacts(Facts):
    """One recovery, and what the person can pay a month."""

    asked: Annotated[
        Arrangement | Unknown,
        About("gevraagde regeling", "arrangement asked for", words=_ARRANGEMENTS),
    ] = UNKNOWN
    debt: Annotated[
        Cents,
        About("openstaande terugvordering", "open recovery", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    pay_by: Annotated[
        Day,
        About("uiterste betaaldatum van de terugvordering", "last day to pay the recovery"),
    ] = UNKNOWN
    by_intent: Annotated[
        YesNo,
        About(
            "de terugvordering is te wijten aan opzet of grove schuld",
            "the recovery is due to intent or gross negligence",
        ),
    ] = UNKNOWN
    room_per_month: Annotated[
        Cents,
        About(
            "betalingscapaciteit: ruimte boven de beslagvrije voet",
            "ability to pay: room above the protected amount",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About(
            "vermogen boven de vrijstellingen, min bevoorrechte schulden",
            "assets above the exemptions, less preferred debts",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: BetalingsregelingToeslagenFacts, on: dt.date) -> Determination:
    """The amount a month, for how many months at most, and what then remains, in euro cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("geen opzet of grove schuld", "no intent or gross negligence"),
        not_(working.answer("by_intent")),
        _NOT_BY_INTENT,
    )
    debt = working.fact("debt")
    working.require_compared(
        Text("er is een schuld", "there is a debt"),
        debt,
        Relation.MORE,
        plain(0, debt.unit),
        _STANDARD,
    )
    months = working.parameter(_LONGEST)
    asked = working.choice("asked", Arrangement)
    if isinstance(asked, Unknown) or isinstance(months.value, Unknown):
        return working.undetermined()
    month = _standard(working, debt, months)
    if asked is Arrangement.PERSONAL:
        month = _by_ability(working, debt, month)
    _conclude_amounts(working, debt, month, months)
    _conclude_last_day(working, int(months.value))
    return working.conclude()


def _standard(working: Working, debt: Figure, months: Figure) -> Figure:
    share = working.divide(
        Text("schuld gedeeld door het aantal maanden", "debt divided by the number of months"),
        debt,
        months,
        _DURATION,
        Unit.EUROCENT_PER_MONTH,
    )
    least = working.greatest(
        Text("niet minder dan het laagste maandbedrag", "not less than the lowest monthly amount"),
        share,
        working.parameter(_LEAST_A_MONTH),
        by=_STANDARD,
    )
    whole = working.multiply(
        Text("de hele schuld in een maand", "the whole debt in a month"),
        debt,
        1,
        _STANDARD,
        Unit.EUROCENT_PER_MONTH,
    )
    return working.least(
        Text("niet meer dan de schuld", "not more than the debt"), least, whole, by=_STANDARD
    )


def _by_ability(working: Working, debt: Figure, standard: Figure) -> Figure:
    working.require_compared(
        Text("niet genoeg vermogen om te betalen", "not enough assets to pay"),
        working.fact("assets"),
        Relation.LESS,
        debt,
        _ASSETS,
    )
    return working.least(
        Text("naar betalingscapaciteit", "by ability to pay"),
        standard,
        working.fact("room_per_month"),
        by=_BY_ABILITY,
    )


def _conclude_amounts(working: Working, debt: Figure, month: Figure, months: Figure) -> None:
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    working.result("months", Text("ten hoogste", "at most"), months)
    paid = working.multiply(
        Text("betaald na alle maanden", "paid after all months"),
        month,
        months,
        _DURATION,
        Unit.EUROCENT,
    )
    remains = working.not_below_zero(
        _REMAINS,
        working.subtract(
            Text("schuld min wat is betaald", "debt less what is paid"), debt, paid, by=_DURATION
        ),
        _DURATION,
    )
    working.result("remains", _REMAINS, working.rounded(_REMAINS, remains, Rounding.TO_CENT, None))
    if remains.value != 0:
        words = Text("wat overblijft wordt niet kwijtgescholden", "what remains is not remitted")
        working.note(words, _NO_REMISSION)


def _conclude_last_day(working: Working, months: int) -> None:
    due = working.day("pay_by")
    last = UNKNOWN if isinstance(due, Unknown) else add_months(due, months)
    how = Text("24 maanden na de uiterste betaaldatum", "24 months after the last day to pay")
    working.finding("until", _UNTIL, working.dated(_UNTIL, last, how, _DURATION))


ID = "betalingsregeling_toeslagen"

_MONTH = Text("te betalen", "to pay")
_REMAINS = Text("blijft over", "remains")
_UNTIL = Text("eindigt uiterlijk", "ends at the latest")

REGULATION = Regulation(
    id=ID,
    title=Text("Betalingsregeling voor toeslagen", "Payment arrangement for allowances"),
    summary=Text(
        "In welke maandbedragen een teruggevorderde toeslag wordt betaald, en wat overblijft.",
        "In which monthly amounts a recovered allowance is paid, and what remains.",
    ),
    articles=(
        _DEFERRAL,
        _STANDARD,
        _DURATION,
        _BY_ABILITY,
        _ASSETS,
        _NOT_BY_INTENT,
        _NO_REMISSION,
    ),
    facts=BetalingsregelingToeslagenFacts,
    determine=determine,
    parameters=(_LONGEST, _LEAST_A_MONTH),
    granted=Text("Er is een betalingsregeling mogelijk", "A payment arrangement is possible"),
    refused=Text("Er is geen betalingsregeling mogelijk", "No payment arrangement is possible"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
)
