"""Bronheffing: how the administrative premium is collected, and what is left (Zvw 18f).

The zorgtoeslag goes to the CAK first (lid 6), the rest is withheld on wages or benefits, wholly or
for the part that the CAK sets (lid 2); what then remains is paid by oneself. Where others have
attached the same wages, the least that is paid out is the protected amount *less* what is withheld
for the CAK (lid 5); where the CAK itself attaches for a new instalment, the protected amount
against the CAK is less the premium (lid 10).
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
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Text,
    Unit,
    Working,
    YesNo,
)
from domain.legislation.regulations.cak._administrative_premium import (
    AVERAGE_PREMIUM,
    DEFAULTERS_SHARE,
    PREMIUM_DUE,
    administrative_premium,
)
from domain.vocabulary import Agency, Scheme

_WITHHOLDING = Article(Act.ZVW, "18f", "2")
_LEAST_PAID_OUT = Article(Act.ZVW, "18f", "5")
_ZORGTOESLAG = Article(Act.ZVW, "18f", "6")
_AGAINST_THE_CAK = Article(Act.ZVW, "18f", "10")


@dataclass(frozen=True, slots=True, kw_only=True)
class BronheffingFacts(Facts):
    """One policyholder in the month of the day asked."""

    premium_due: Annotated[
        YesNo,
        About(
            "is bestuursrechtelijke premie verschuldigd (Zvw 18d)",
            "owes the administrative premium (Zvw 18d)",
        ),
    ] = UNKNOWN
    zorgtoeslag: Annotated[
        Cents,
        About(
            "zorgtoeslag die aan het CAK wordt uitbetaald",
            "zorgtoeslag that is paid to the CAK",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    has_wages: Annotated[
        YesNo,
        About(
            "ontvangt loon of een uitkering waarop loonbelasting wordt ingehouden",
            "receives wages or a benefit on which wage tax is withheld",
        ),
    ] = UNKNOWN
    withheld_wholly: Annotated[
        YesNo,
        About("het CAK laat alles inhouden", "the CAK has the whole withheld"),
    ] = UNKNOWN
    part_to_withhold: Annotated[
        Cents,
        About(
            "gedeelte dat het CAK laat inhouden",
            "part that the CAK has withheld",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    attached_by_others: Annotated[
        YesNo,
        About("er ligt ook derdenbeslag op het loon", "others have attached the wages as well"),
    ] = UNKNOWN
    attached_by_cak: Annotated[
        YesNo,
        About(
            "het CAK heeft zelf beslag gelegd voor nieuwe termijnen",
            "the CAK itself has attached for new instalments",
        ),
    ] = UNKNOWN
    protected_amount: Annotated[
        Cents,
        About(
            "beslagvrije voet (Rv 475c-475e)",
            "protected amount (Rv 475c-475e)",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: BronheffingFacts, on: dt.date) -> Determination:
    """What is withheld, what is left to pay, and what must be paid out, a month in euro cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("bestuursrechtelijke premie verschuldigd", "administrative premium due"),
        working.answer("premium_due"),
        PREMIUM_DUE,
    )
    has_wages = working.answer("has_wages")
    working.require(
        Text("loon of uitkering om op in te houden", "wages or benefit to withhold on"),
        has_wages,
        _WITHHOLDING,
    )
    if has_wages is not Answer.YES:
        return working.undetermined()
    premium = administrative_premium(working, DEFAULTERS_SHARE, PREMIUM_DUE)
    after_allowance = _after_the_zorgtoeslag(working, premium)
    withheld = _withheld(working, after_allowance)
    working.result("per_month", _WITHHELD, withheld)
    left = working.subtract(_LEFT, after_allowance, withheld, by=_WITHHOLDING)
    working.result("left_to_pay", _LEFT, left)
    _least_paid_out(working, withheld)
    _against_the_cak(working, premium)
    return working.conclude(Period(*month_of(on)))


def _after_the_zorgtoeslag(working: Working, premium: Figure) -> Figure:
    label = Text("premie na de zorgtoeslag", "premium after the zorgtoeslag")
    rest = working.subtract(label, premium, working.fact("zorgtoeslag"), by=_ZORGTOESLAG)
    return working.not_below_zero(label, rest, _ZORGTOESLAG)


def _withheld(working: Working, after_allowance: Figure) -> Figure:
    match working.answer("withheld_wholly"):
        case Answer.YES:
            return after_allowance
        case Answer.NO:
            part = working.fact("part_to_withhold")
            return working.least(_WITHHELD, after_allowance, part, by=_WITHHOLDING)
        case Answer.UNKNOWN:
            return working.without_value(after_allowance)


def _least_paid_out(working: Working, withheld: Figure) -> None:
    match working.answer("attached_by_others"):
        case Answer.YES:
            amount = working.fact("protected_amount")
            least = working.subtract(_PAID_OUT, amount, withheld, by=_LEAST_PAID_OUT)
            floor = working.not_below_zero(_PAID_OUT, least, _LEAST_PAID_OUT)
            working.result("paid_out_at_least", _PAID_OUT, floor)
        case Answer.UNKNOWN:
            working.result("paid_out_at_least", _PAID_OUT, working.without_value(withheld))
        case Answer.NO:
            working.note(
                Text(
                    "zonder beslag van anderen geldt geen ondergrens voor de uitbetaling",
                    "without attachment by others there is no floor to what is paid out",
                ),
                _LEAST_PAID_OUT,
            )


def _against_the_cak(working: Working, premium: Figure) -> None:
    match working.answer("attached_by_cak"):
        case Answer.YES:
            amount = working.fact("protected_amount")
            lowered = working.subtract(_AGAINST, amount, premium, by=_AGAINST_THE_CAK)
            floor = working.not_below_zero(_AGAINST, lowered, _AGAINST_THE_CAK)
            working.result("protected_against_cak", _AGAINST, floor)
        case Answer.UNKNOWN:
            working.result("protected_against_cak", _AGAINST, working.without_value(premium))
        case Answer.NO:
            pass


ID = "bronheffing"

_WITHHELD = Text("inhouding voor het CAK per maand", "withheld for the CAK a month")
_LEFT = Text("zelf te betalen aan het CAK per maand", "to be paid to the CAK oneself a month")
_PAID_OUT = Text("ten minste uit te betalen per maand", "to be paid out at least a month")
_AGAINST = Text(
    "beslagvrije voet tegenover het CAK voor nieuwe termijnen",
    "protected amount against the CAK for new instalments",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Bronheffing door het CAK", "Withholding at source by the CAK"),
    summary=Text(
        "Inhouding van de bestuursrechtelijke premie en wat dat met de beslagvrije voet doet.",
        "Withholding of the administrative premium and what it does to the protected amount.",
    ),
    articles=(PREMIUM_DUE, _WITHHOLDING, _LEAST_PAID_OUT, _ZORGTOESLAG, _AGAINST_THE_CAK),
    facts=BronheffingFacts,
    determine=determine,
    parameters=(AVERAGE_PREMIUM, DEFAULTERS_SHARE),
    granted=Text(
        "De bestuursrechtelijke premie kan worden ingehouden",
        "The administrative premium can be withheld",
    ),
    refused=Text(
        "De bestuursrechtelijke premie kan niet worden ingehouden",
        "The administrative premium cannot be withheld",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.CAK),),
    scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
)
