"""Remission of taxes for a private person (IW 26; UR IW 1990 7-19).

What remains of the assessment after the assets and at least 80 percent of the ability to pay are
used is remitted (11). Ability is twelve months of income above the costs of living, which are 90
percent of the social assistance norm (13, 16). Some grounds refuse it altogether (8).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Determination,
    Figure,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.belastingen._kwijtschelding_facts import KwijtscheldingFacts
from domain.vocabulary import Agency, Department, Scheme

_SHARE_OF_ABILITY = parameter("iw_deel_betalingscapaciteit")
_SHARE_OF_NORM = parameter("iw_kosten_van_bestaan")
_GOODS_EXEMPT = parameter("iw_inboedel_vrijgesteld")
_CAR_EXEMPT = parameter("iw_auto_vrijgesteld")

_REMISSION = Article(Act.IW_1990, "26", "1")
_COMPLETE = Article(Act.UR_IW_1990, "1b", "1")
_NEVER = Article(Act.UR_IW_1990, "8", "1")
_NEVER_FOR_VEHICLES = Article(Act.UR_IW_1990, "8", "2")
_PRIVATE = Article(Act.UR_IW_1990, "10", "1")
_WHAT_REMAINS = Article(Act.UR_IW_1990, "11")
_ASSETS = Article(Act.UR_IW_1990, "12", "1")
_EXEMPT = Article(Act.UR_IW_1990, "12", "2")
_ABILITY = Article(Act.UR_IW_1990, "13", "1")
_LIVING = Article(Act.UR_IW_1990, "16", "1")
_PROSPECTS = Article(Act.UR_IW_1990, "18")

_MONTHS = 12


def determine(facts: KwijtscheldingFacts, on: dt.date) -> Determination:
    """The part of the assessment that is remitted, and what is still to pay, in euro cents."""
    working = Working(ID, facts, on)
    _require_no_ground_against(working)
    living = working.percentage(
        Text("kosten van bestaan", "costs of living"),
        working.fact("bijstandsnorm"),
        working.parameter(_SHARE_OF_NORM),
        _LIVING,
    )
    open_amount = working.fact("open_amount")
    remains = working.not_below_zero(
        _REMITTED,
        working.subtract(
            Text("aanslag min middelen", "assessment less means"),
            open_amount,
            _assets(working, living),
            _usable_ability(working, living),
            working.fact("expected_means"),
            by=_WHAT_REMAINS,
        ),
        _WHAT_REMAINS,
    )
    working.require_compared(
        Text("de middelen zijn niet genoeg", "the means are not enough"),
        remains,
        Relation.MORE,
        plain(0, remains.unit),
        _WHAT_REMAINS,
    )
    _conclude_amounts(working, open_amount, remains)
    return working.conclude()


def _require_no_ground_against(working: Working) -> None:
    working.require(_IS_PRIVATE, working.answer("private_person"), _PRIVATE)
    working.require(_NO_VEHICLE_TAX, not_(working.answer("vehicle_tax")), _NEVER_FOR_VEHICLES)
    working.require(_IS_COMPLETE, working.answer("data_complete"), _COMPLETE)
    working.require(_NOT_TO_BLAME, not_(working.answer("blameworthy")), _NEVER)
    working.require(_IS_FILED, working.answer("return_filed"), _NEVER)
    working.require(_NOT_INSOLVENT, not_(working.answer("insolvent")), _NEVER)
    working.require(_IS_FINAL, not_(working.answer("provisional")), _NEVER)


def _assets(working: Working, living: Figure) -> Figure:
    month = working.add(
        Text("kosten van een maand", "costs of a month"),
        living,
        working.fact("rent_and_premiums"),
        by=_EXEMPT,
    )
    label = Text("vrijgesteld geld", "exempt money")
    exempt = working.multiply(label, month, 1, _EXEMPT, Unit.EUROCENT)
    money = _above(
        working, Text("geld dat meetelt", "money that counts"), working.fact("money"), exempt
    )
    goods = _above(
        working,
        Text("inboedel die meetelt", "household goods that count"),
        working.fact("household_goods"),
        working.parameter(_GOODS_EXEMPT),
    )
    owned = working.add(
        Text("bezittingen die meetellen", "assets that count"),
        money,
        goods,
        _car(working),
        working.fact("other_assets"),
        by=_ASSETS,
    )
    less = Text("bezittingen min schulden met voorrang", "assets less preferred debts")
    assets = working.subtract(less, owned, working.fact("preferred_debts"), by=_ASSETS)
    return working.not_below_zero(Text("vermogen", "assets"), assets, _ASSETS)


def _above(working: Working, label: Text, value: Figure, exempt: Figure) -> Figure:
    """What is more than the exemption; never below zero."""
    left = Text("waarde min vrijstelling", "value less exemption")
    return working.not_below_zero(label, working.subtract(left, value, exempt, by=_EXEMPT), _EXEMPT)


def _car(working: Working) -> Figure:
    """Nothing up to the limit or when it is indispensable, else its whole value (12 lid 2 c)."""
    car = working.fact("car")
    counts = working.compare(
        Text("de auto is meer waard", "the car is worth more"),
        car,
        Relation.MORE,
        working.parameter(_CAR_EXEMPT),
        _EXEMPT,
    )
    nothing = plain(0, car.unit)
    if counts is Answer.NO:
        return nothing
    match working.answer("car_indispensable"):
        case Answer.YES:
            return nothing
        case Answer.NO if counts is Answer.YES:
            return car
        case _:
            return working.without_value(car)


def _usable_ability(working: Working, living: Figure) -> Figure:
    month = working.not_below_zero(
        Text("ruimte per maand", "room a month"),
        working.subtract(
            Text("inkomen min kosten van bestaan", "income less costs of living"),
            working.fact("disposable_income"),
            living,
            by=_ABILITY,
        ),
        _ABILITY,
    )
    label = Text("betalingscapaciteit", "ability to pay")
    ability = working.multiply(label, month, _MONTHS, _ABILITY, Unit.EUROCENT)
    return working.percentage(
        Text("deel van de betalingscapaciteit", "share of the ability to pay"),
        ability,
        working.parameter(_SHARE_OF_ABILITY),
        _WHAT_REMAINS,
    )


def _conclude_amounts(working: Working, open_amount: Figure, remains: Figure) -> None:
    remitted = working.least(_REMITTED, remains, open_amount, by=_WHAT_REMAINS)
    remitted = working.rounded(_REMITTED, remitted, Rounding.TO_CENT, None)
    working.result("remitted", _REMITTED, remitted)
    to_pay = working.subtract(_TO_PAY, open_amount, remitted, by=_WHAT_REMAINS)
    working.result("to_pay", _TO_PAY, to_pay)


ID = "kwijtschelding_belastingen"

_REMITTED = Text("kwijtgescholden", "remitted")
_TO_PAY = Text("nog te betalen", "still to pay")
_IS_PRIVATE = Text("geen bedrijf of zelfstandig beroep", "no business or independent profession")
_NO_VEHICLE_TAX = Text("geen belasting op voertuigen", "no tax on vehicles")
_IS_COMPLETE = Text("de gegevens zijn volledig", "the data are complete")
_NOT_TO_BLAME = Text("niet toe te rekenen", "not attributable")
_IS_FILED = Text("aangifte gedaan", "return filed")
_NOT_INSOLVENT = Text("geen faillissement of schuldsanering", "no bankruptcy or restructuring")
_IS_FINAL = Text("een definitieve aanslag", "a final assessment")

REGULATION = Regulation(
    id=ID,
    title=Text("Kwijtschelding van belastingen", "Remission of taxes"),
    summary=Text(
        "Welk deel van een belastingaanslag wordt kwijtgescholden, naar vermogen en inkomen.",
        "Which part of a tax assessment is remitted, by assets and income.",
    ),
    articles=(
        _REMISSION,
        _COMPLETE,
        _NEVER,
        _NEVER_FOR_VEHICLES,
        _PRIVATE,
        _WHAT_REMAINS,
        _ASSETS,
        _EXEMPT,
        _ABILITY,
        _LIVING,
        _PROSPECTS,
    ),
    facts=KwijtscheldingFacts,
    determine=determine,
    parameters=(_SHARE_OF_ABILITY, _SHARE_OF_NORM, _GOODS_EXEMPT, _CAR_EXEMPT),
    granted=Text("Er is recht op kwijtschelding", "There is a right to remission"),
    refused=Text("Er is geen recht op kwijtschelding", "There is no right to remission"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.BELASTINGEN),),
    scheme=Scheme.REMISSION,
)
