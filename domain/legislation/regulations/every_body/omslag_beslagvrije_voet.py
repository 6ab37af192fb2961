"""Omslag van de beslagvrije voet: one protected amount over several payments (Rv 475c lid 5).

When a later creditor seizes another payment of Rv 475c lid 1 onder a-i than was seized before, the
protected amount is spread in proportion to these payments.
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
    Cents,
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    abouts,
    plain,
)
from domain.legislation.regulations.every_body._proportion import in_proportion

_A_MONTH = Unit.EUROCENT_PER_MONTH
_SPREAD = Article(Act.RV, "475c", "5")
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One periodic payment of Rv 475c lid 1 onder a-i that is seized."""

    amount: Annotated[
        Cents, About("hoogte van de betaling", "amount of the payment", _A_MONTH, at_least=0)
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class OmslagFacts(Facts):
    """The protected amount of one debtor and the payments that are seized."""

    protected_amount: Annotated[
        Cents, About("beslagvrije voet", "protected amount", _A_MONTH, at_least=0)
    ] = UNKNOWN
    in_order: Annotated[
        YesNo,
        About(
            "de latere beslaglegger kiest naar Rv 475c lid 2 of 3 een andere betaling",
            "the later creditor takes another payment by Rv 475c lid 2 or 3",
        ),
    ] = UNKNOWN
    payments: Annotated[
        tuple[Payment, ...] | Unknown, About("betalingen waarop beslag ligt", "seized payments")
    ] = UNKNOWN


def determine(facts: OmslagFacts, on: dt.date) -> Determination:
    """The part of the protected amount that goes with each payment, a month, in euro cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("beslag op een andere betaling", "seizure of another payment"),
        working.answer("in_order"),
        _SPREAD,
    )
    amount = working.fact("protected_amount")
    payments = working.listed("payments", facts.payments)
    if isinstance(payments, Unknown):
        return working.undetermined()
    working.require_compared(
        Text("er is meer dan één betaling", "there is more than one payment"),
        plain(len(payments), Unit.COUNT),
        Relation.AT_LEAST,
        plain(_FEWEST, Unit.COUNT),
        _SPREAD,
    )
    if len(payments) < _FEWEST:
        return working.conclude()
    return _spread(working, amount, [_read(working, *each) for each in enumerate(payments)])


def _read(working: Working, index: int, payment: Payment) -> Figure:
    label = abouts(Payment)["amount"].label
    return working.given(f"payments[{index}].amount", label, payment.amount, _A_MONTH)


def _spread(working: Working, amount: Figure, payments: list[Figure]) -> Determination:
    total = working.add(Text("betalingen samen", "payments together"), *payments, by=_SPREAD)
    working.require_compared(
        Text("er wordt iets betaald", "something is paid"),
        total,
        Relation.MORE,
        plain(0, _A_MONTH),
        _SPREAD,
    )
    if total.value == 0:
        return working.conclude()
    shares = in_proportion(working, amount, payments, total, _SPREAD)
    working.result("per_month", _TOGETHER, working.add(_TOGETHER, *shares, by=_SPREAD))
    for index, share in enumerate(shares):
        label = Text(f"deel bij betaling {index + 1}", f"part of payment {index + 1}")
        working.result(f"payments[{index}]", label, share)
    return working.conclude(Period(*month_of(working.on)))


ID = "omslag_beslagvrije_voet"

_TOGETHER = Text("omgeslagen beslagvrije voet", "protected amount that is spread")

REGULATION = Regulation(
    id=ID,
    title=Text("Omslag van de beslagvrije voet", "Spreading the protected amount"),
    summary=Text(
        "Hoe de beslagvrije voet over meer dan één betaling met beslag wordt verdeeld.",
        "How the protected amount is spread over more than one seized payment.",
    ),
    articles=(_SPREAD,),
    facts=OmslagFacts,
    determine=determine,
    parameters=(),
    granted=Text("De beslagvrije voet wordt omgeslagen", "The protected amount is spread"),
    refused=Text("De beslagvrije voet wordt niet omgeslagen", "The protected amount is not spread"),
    known_from=dt.date(2024, 1, 1),
)
