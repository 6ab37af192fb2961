"""Wmo-bijdrage: the flat rate for support (Wmo 2015 2.1.4, 2.1.4a; UB Wmo 2015 3.8, 3.10b).

One amount a month for a client, or for spouses together (2.1.4a lid 4), unless the order says that
nothing is due (UB Wmo 3.8 lid 3), the by-law says less (2.1.4a lid 5) or the cost price is paid
(2.1.4a lid 6). The municipality can waive it, since 1 July 2024 up to thirty-six months back (UB
Wmo 3.8 lid 4). Sheltered living and shelter have contributions of their own.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import add_months, birthday, month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unknown,
    Working,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.cak._wmo_facts import Provision, WmoBijdrageFacts
from domain.vocabulary import Agency, Department, Scheme

_ADULT_FROM_AGE = 18

_FLAT_RATE = parameter("wmo_abonnementstarief")
_WAIVER_BACK = parameter("wmo_vrijstelling_terug")
_NIGHTS = parameter("wmo_nachten_opvang")

_BY_ORDINANCE = Article(Act.WMO_2015, "2.1.4a", "1")
_RATE = Article(Act.WMO_2015, "2.1.4a", "4")
_LOWER = Article(Act.WMO_2015, "2.1.4a", "5 onder a")
_COST_PRICE = Article(Act.WMO_2015, "2.1.4a", "6")
_FOR_MINOR = Article(Act.WMO_2015, "2.1.5", "1")
_TRANSPORT = Article(Act.UB_WMO_2015, "3.8", "1")
_INCOME_LIMIT = Article(Act.UB_WMO_2015, "3.8", "2")
_OTHER = Article(Act.UB_WMO_2015, "3.8", "3 onder a")
_IN_SHELTER = Article(Act.UB_WMO_2015, "3.8", "3 onder b")
_WHEELCHAIR = Article(Act.UB_WMO_2015, "3.8", "3 onder d")
_MINOR = Article(Act.UB_WMO_2015, "3.8", "3 onder e")
_NOT_BOTH_OLD = Article(Act.UB_WMO_2015, "3.8", "3 onder f")
_WAIVED = Article(Act.UB_WMO_2015, "3.8", "3 onder c, g en h")
_WAIVER_TERM = Article(Act.UB_WMO_2015, "3.8", "4")
_COLLECTION_STOPS = Article(Act.UB_WMO_2015, "3.10b", "6")

_NOT_AT_FLAT_RATE = {
    Provision.WHEELCHAIR: _WHEELCHAIR,
    Provision.TRANSPORT_BY_ORDINANCE: _TRANSPORT,
    Provision.SHELTERED_LIVING: _RATE,
    Provision.SHELTER: _RATE,
}
_UP_TO_COST_PRICE = frozenset(
    {Provision.AID_OR_HOME_ADAPTATION, Provision.HOME_ADAPTATION_FOR_MINOR}
)


def determine(facts: WmoBijdrageFacts, on: dt.date) -> Determination:
    """The contribution for the month of this day, in euro cents; refused when nothing is due."""
    working = Working(ID, facts, on)
    provision = working.choice("provision", Provision)
    if isinstance(provision, Unknown):
        _require_a_charge(working)
        return working.undetermined()
    if provision in _NOT_AT_FLAT_RATE:
        label = Text("valt onder het abonnementstarief", "is charged at the flat rate")
        working.require(label, Answer.NO, _NOT_AT_FLAT_RATE[provision])
        return working.conclude()
    _require_a_charge(working)
    _require_an_adult(working, provision)
    _require_no_exemption(working)
    _require_no_waiver(working)
    _require_income_over_the_limit(working)
    month = _amount(working)
    _require_cost_left(working, provision, month)
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    return working.conclude(Period(*month_of(on)))


def _require_a_charge(working: Working) -> None:
    working.require(
        Text("de verordening vraagt een bijdrage", "the by-law asks a contribution"),
        working.answer("ordinance_charges"),
        _BY_ORDINANCE,
    )


def _require_an_adult(working: Working, provision: Provision) -> None:
    if provision is Provision.HOME_ADAPTATION_FOR_MINOR:
        working.note(
            Text(
                "de ouders of gezagdragers zijn de bijdrage verschuldigd",
                "the parents or those with custody owe the contribution",
            ),
            _FOR_MINOR,
        )
        return
    working.require_days(
        Text("18 jaar of ouder", "eighteen or older"),
        birthday(working.day("born"), _ADULT_FROM_AGE),
        Relation.AT_MOST,
        working.on,
        _MINOR,
    )


def _require_no_exemption(working: Working) -> None:
    married = working.answer("married")
    if married is not Answer.NO:
        both = working.answer("both_pension_age")
        working.require(
            Text(
                "ongehuwd, of beide gehuwden pensioengerechtigd",
                "unmarried, or both spouses of pension age",
            ),
            both if married is Answer.YES or both is Answer.YES else Answer.UNKNOWN,
            _NOT_BOTH_OLD,
        )
    working.require(
        Text(
            "geen bijdrage voor beschermd wonen of de Wlz",
            "no contribution for sheltered living or the Wlz",
        ),
        not_(working.answer("other_contribution")),
        _OTHER,
    )
    working.require_compared(
        Text("minder nachten aaneen in opvang", "fewer consecutive nights in a shelter"),
        working.fact("nights_in_shelter"),
        Relation.LESS,
        working.parameter(_NIGHTS),
        _IN_SHELTER,
    )


def _require_no_waiver(working: Working) -> None:
    waived = working.answer("waived_by_college")
    if waived is Answer.YES:
        waived = _waived_by_now(working)
    working.require(
        Text(
            "het college heeft de bijdrage voor deze maand niet laten vervallen",
            "the municipality has not waived the contribution for this month",
        ),
        not_(waived),
        _WAIVED,
    )


def _waived_by_now(working: Working) -> Answer:
    """Whether the waiver reaches this month: no month begins further back than its notice
    allows."""
    return working.compare_days(
        Text("de maand begint binnen die termijn", "the month begins within that term"),
        _earliest_waiver(working, working.day("waiver_told_on")),
        Relation.AT_MOST,
        month_of(working.on)[0],
        _WAIVER_TERM,
    )


def _earliest_waiver(working: Working, told: Day) -> Day:
    if isinstance(told, Unknown):
        return UNKNOWN
    months = working.parameter(_WAIVER_BACK, told).value
    if isinstance(months, Unknown):
        return UNKNOWN
    return working.dated(
        Text("vroegste dag van de vrijstelling", "earliest day of the waiver"),
        add_months(told, -int(months)),
        Text("terug vanaf de kennisgeving aan het CAK", "back from the notice to the CAK"),
        _WAIVER_TERM,
    )


def _require_income_over_the_limit(working: Working) -> None:
    label = Text("inkomen niet onder de grens", "income not below the limit")
    match working.answer("income_limit_set"):
        case Answer.YES:
            working.require_compared(
                label,
                working.fact("income"),
                Relation.AT_LEAST,
                working.fact("income_limit"),
                _INCOME_LIMIT,
            )
        case Answer.UNKNOWN:
            working.require(label, Answer.UNKNOWN, _INCOME_LIMIT)
        case Answer.NO:
            pass


def _amount(working: Working) -> Figure:
    rate = working.parameter(_FLAT_RATE)
    match working.answer("lower_amount_set"):
        case Answer.YES:
            return working.least(_MONTH, rate, working.fact("lower_amount"), by=_LOWER)
        case Answer.NO:
            return rate
        case Answer.UNKNOWN:
            return working.without_value(rate)


def _require_cost_left(working: Working, provision: Provision, month: Figure) -> None:
    if provision not in _UP_TO_COST_PRICE:
        return
    working.note(
        Text(
            "de bijdrage gaat de kostprijs niet te boven",
            "the contribution does not exceed the cost price",
        ),
        _COST_PRICE,
    )
    working.require_compared(
        Text("nog een maandbedrag kostprijs over", "a month's amount of the cost price is left"),
        working.fact("cost_left"),
        Relation.AT_LEAST,
        month,
        _COLLECTION_STOPS,
    )


ID = "wmo_bijdrage"

_MONTH = Text("bijdrage Wmo per maand", "Wmo contribution a month")

REGULATION = Regulation(
    id=ID,
    title=Text("Bijdrage Wmo (abonnementstarief)", "Wmo contribution (flat rate)"),
    summary=Text(
        "Vaste bijdrage per maand voor ondersteuning, en wanneer er niets verschuldigd is.",
        "A flat contribution a month for support, with the cases in which nothing is due.",
    ),
    articles=(
        _BY_ORDINANCE,
        _RATE,
        _LOWER,
        _COST_PRICE,
        _INCOME_LIMIT,
        Article(Act.UB_WMO_2015, "3.8", "3"),
        _WAIVER_TERM,
        _COLLECTION_STOPS,
    ),
    facts=WmoBijdrageFacts,
    determine=determine,
    parameters=(_FLAT_RATE, _WAIVER_BACK, _NIGHTS),
    granted=Text(
        "Er is een bijdrage voor de Wmo verschuldigd", "A contribution for the Wmo is due"
    ),
    refused=Text(
        "Er is geen bijdrage volgens het abonnementstarief van de Wmo verschuldigd",
        "No contribution at the flat rate of the Wmo is due",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(
        CarriedOutBy(Agency.CAK),
        CarriedOutBy(Agency.GEMEENTE, Department.WMO),
    ),
    scheme=Scheme.WMO_SUPPORT,
)

__all__ = ["ID", "REGULATION", "WmoBijdrageFacts", "determine"]
