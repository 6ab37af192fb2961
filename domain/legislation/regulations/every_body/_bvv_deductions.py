"""What is taken off the protected amount, and the twentieth of the income that creditors always
have (Rv 475db, 475dc)."""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Working,
)
from domain.legislation.parameters import parameter

_SHARE_OF_INCOME = parameter("bvv_deel_inkomen")
_SHARE_OF_NORM = parameter("bvv_deel_norm")

_PARTNER_INCOME = Article(Act.RV, "475db", "1 onder a")
_OTHER_INCOME = Article(Act.RV, "475db", "1 onder b")
_CAR_TAX = Article(Act.RV, "475db", "1 onder c")
_TWENTIETH = Article(Act.RV, "475dc", "1")
_DESIGNATED = Article(Act.RV, "475dc", "2")

DEDUCTION_ARTICLES = (_PARTNER_INCOME, _OTHER_INCOME, _CAR_TAX, _TWENTIETH, _DESIGNATED)
DEDUCTION_PARAMETERS = (_SHARE_OF_INCOME,)


class Protected(NamedTuple):
    """A protected amount a month, and whether it is stated by the assistance norm: then the term
    of twelve months does not hold for it (475d lid 7)."""

    amount: Figure
    by_the_norm: bool = False


def less_other_income(working: Working, amount: Figure, partner: Answer) -> Figure:
    """Less income of the partner and of the debtor that is not seized, in that order."""
    after_partner = _less_partner_income(working, amount, partner)
    left = working.subtract(
        Text("na het andere inkomen", "after the other income"),
        after_partner,
        working.fact("own_income_not_seized"),
        by=_OTHER_INCOME,
    )
    without_car = working.subtract(
        Text("na de belasting over de auto van de zaak", "after the tax on the company car"),
        left,
        working.fact("company_car_tax"),
        by=_CAR_TAX,
    )
    label = Text("beslagvrije voet na verminderingen", "protected amount after deductions")
    return working.not_below_zero(label, without_car, _CAR_TAX)


def at_most_of_income(working: Working, amount: Figure, income: Figure) -> Protected:
    """Never more than 95% of all own income, seized or not; stated by the norm for benefits that a
    decree names."""
    at_most = working.percentage(
        Text("deel van het maandinkomen", "share of the monthly income"),
        working.add(
            Text("eigen maandinkomen samen", "own monthly income together"),
            income,
            working.fact("own_income_not_seized"),
            by=_TWENTIETH,
        ),
        working.parameter(_SHARE_OF_INCOME),
        _TWENTIETH,
    )
    more = working.compare(
        Text("beslagvrije voet boven dat deel", "protected amount above that share"),
        amount,
        Relation.MORE,
        at_most,
        _TWENTIETH,
    )
    if more is not Answer.YES:
        return Protected(amount if more is Answer.NO else working.without_value(amount))
    match working.answer("designated_benefit"):
        case Answer.NO:
            return Protected(at_most)
        case Answer.UNKNOWN:
            return Protected(working.without_value(amount))
        case Answer.YES:
            return Protected(_by_the_assistance_norm(working), by_the_norm=True)


def _less_partner_income(working: Working, amount: Figure, partner: Answer) -> Figure:
    if partner is not Answer.YES:
        return amount if partner is Answer.NO else working.without_value(amount)
    half = Text("helft van de beslagvrije voet", "half of the protected amount")
    counted = working.least(
        Text("meetellend inkomen van de echtgenoot", "partner's income that counts"),
        working.fact("partner_income_not_seized"),
        working.divide(half, amount, 2, _PARTNER_INCOME),
        by=_PARTNER_INCOME,
    )
    label = Text("na het inkomen van de echtgenoot", "after the partner's income")
    return working.subtract(label, amount, counted, by=_PARTNER_INCOME)


def _by_the_assistance_norm(working: Working) -> Figure:
    share = working.percentage(
        Text("deel van de geldende bijstandsnorm", "share of the assistance norm that holds"),
        working.fact("assistance_norm"),
        working.parameter(_SHARE_OF_NORM),
        _DESIGNATED,
    )
    less = Text("verminderd met het inkomen", "less the income")
    return working.not_below_zero(
        Text("beslagvrije voet van de uitkering", "protected amount of the benefit"),
        working.subtract(less, share, working.fact("income_beside_benefit"), by=_DESIGNATED),
        _DESIGNATED,
    )
