"""Huurtoeslag as it was until 31 December 2025: a norm rent that grows with the square of income.

The rent counts with four kinds of service costs; above the limit there is no right. In 2024 the
elderly had amounts of their own, and not everybody got something above the capping limit.
"""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    any_of,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.toeslagen.huurtoeslag._household import (
    MEMBERS,
    Household,
    calculation_income,
)
from domain.legislation.regulations.toeslagen.huurtoeslag._rent import (
    NORM_RENT,
    RENT_LIMIT,
    allowance,
    basic_rent,
    least_norm_rent,
    rent_limit,
    up_to_limit,
)

_GROWN_FROM = 23
_LAST_YEAR_OF_ELDERLY_HOUSEHOLDS = 2024
_CENTS_PER_EURO = 100

_SERVICES = (
    "services_shared_energy",
    "services_cleaning",
    "services_caretaker",
    "services_common_rooms",
)

MOST_PER_SERVICE = parameter("ht_servicekosten_per_soort")

_CALCULATION_RENT = Article(Act.WHT, "5", "1")
_SERVICE_COSTS = Article(Act.WHT, "5", "3")
_RENT_LIMIT_EXCEPTIONS = Article(Act.WHT, "13", "2")
_NOTHING_ABOVE_LIMIT = Article(Act.WHT, "13", "3")
_AT_MINIMUM = Article(Act.WHT, "19", "1")
NORM_RENT_ABOVE_MINIMUM = Article(Act.WHT, "19", "2")
_UP_TO_CENT = Article(Act.WHT, "19", "3")
_WHO_ABOVE_CAP = Article(Act.WHT, "21", "1 onder c")


class _Kind(NamedTuple):
    """The amounts of one type of household (Wht 2, 17 and 19)."""

    income_point: Parameter
    reduction: Parameter
    factor_a: Parameter
    factor_b: Parameter


def _kind(suffix: str) -> _Kind:
    return _Kind(
        parameter(f"ht_minimum_inkomensijkpunt_{suffix}"),
        parameter(f"ht_verlaging_normhuur_{suffix}"),
        parameter(f"ht_factor_a_{suffix}"),
        parameter(f"ht_factor_b_{suffix}"),
    )


_ONE, _SEVERAL = _kind("1p"), _kind("mp")
_ONE_ELDERLY, _SEVERAL_ELDERLY = _kind("1p_ouderen"), _kind("mp_ouderen")

PARAMETERS = (MOST_PER_SERVICE, *_ONE, *_SEVERAL, *_ONE_ELDERLY, *_SEVERAL_ELDERLY)


def monthly_allowance(working: Working, household: Household) -> tuple[Figure, Figure] | None:
    """The basic rent and the allowance per month; None when the type of household is not known."""
    rent = _limited_rent(working, household)
    kind = _kind_of(working, household)
    if kind is None:
        return None
    basic = basic_rent(working, _norm_rent(working, household, kind))
    return basic, allowance(
        working, household, rent, basic, lambda: _counts_above_cap(working, household)
    )


def _limited_rent(working: Working, household: Household) -> Figure:
    rent = _calculation_rent(working)
    limit = rent_limit(working, household, rent, _GROWN_FROM)
    if limit is None:
        return rent
    within = working.compare(_NOT_ABOVE, rent, Relation.AT_MOST, limit, RENT_LIMIT)
    if within is Answer.YES:
        return rent
    excepted = working.answer("rent_limit_exception")
    working.require(_NOT_ABOVE_OR_EXCEPTED, any_of(within, excepted), _RENT_LIMIT_EXCEPTIONS)
    return up_to_limit(working, rent, limit, _NOTHING_ABOVE_LIMIT)


def _calculation_rent(working: Working) -> Figure:
    most = working.parameter(MOST_PER_SERVICE)
    counted = Text("servicekosten die meetellen", "service costs that count")
    services = [
        working.least(counted, working.fact(each), most, by=_SERVICE_COSTS) for each in _SERVICES
    ]
    rekenhuur = Text("rekenhuur", "rent for the calculation")
    return working.add(rekenhuur, working.fact("rent"), *services, by=_CALCULATION_RENT)


def _kind_of(working: Working, household: Household) -> _Kind | None:
    elderly = Answer.NO
    if working.on.year <= _LAST_YEAR_OF_ELDERLY_HOUSEHOLDS:
        elderly = working.answer("pensioner_on_1_january")
    match elderly:
        case Answer.UNKNOWN:
            return None
        case Answer.NO:
            return _SEVERAL if household.of_several else _ONE
        case Answer.YES:
            working.note(
                Text("dit is een ouderenhuishouden", "this is an elderly household"), MEMBERS
            )
            return _SEVERAL_ELDERLY if household.of_several else _ONE_ELDERLY


def _norm_rent(working: Working, household: Household, kind: _Kind) -> Figure:
    income = calculation_income(working, household)
    within = Text("inkomen niet boven het ijkpunt", "income not above the income point")
    point = working.parameter(kind.income_point)
    match working.compare(within, income, Relation.AT_MOST, point, _AT_MINIMUM):
        case Answer.YES:
            return least_norm_rent(working, kind.reduction)
        case Answer.NO:
            return _norm_rent_above_minimum(working, income, kind)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(NORM_RENT))


def _norm_rent_above_minimum(working: Working, income: Figure, kind: _Kind) -> Figure:
    """(a x Y2) + (b x Y), as (a x Y + b) x Y: the share of the income that the norm rent is."""
    by = NORM_RENT_ABOVE_MINIMUM
    euros = working.divide(
        Text("rekeninkomen in euro's", "income in euros"), income, _CENTS_PER_EURO, by, Unit.COUNT
    )
    growth = working.multiply(
        Text("factor a maal het rekeninkomen", "factor a times the income"),
        working.parameter(kind.factor_a),
        euros,
        by,
    )
    share = working.add(
        Text("deel van het inkomen", "share of the income"),
        growth,
        working.parameter(kind.factor_b),
        by=by,
    )
    norm = working.multiply(_NORM_RENT, income, share, by, Unit.EUROCENT_PER_MONTH)
    return working.rounded(_NORM_RENT, norm, Rounding.UP_TO_CENT, _UP_TO_CENT)


def _counts_above_cap(working: Working, household: Household) -> Answer:
    """Everybody from 2025; in 2024 who lives alone, is a pensioner or has an adapted dwelling."""
    if working.on.year > _LAST_YEAR_OF_ELDERLY_HOUSEHOLDS or not household.of_several:
        return Answer.YES
    pensioner = working.answer("pensioner_now")
    if pensioner is Answer.YES:
        return pensioner
    counts = any_of(pensioner, working.answer("dwelling_adapted"))
    if counts is Answer.NO:
        working.note(
            Text(
                "boven de aftoppingsgrens wordt niets vergoed",
                "nothing is borne above the capping limit",
            ),
            _WHO_ABOVE_CAP,
        )
    return counts


_NORM_RENT = Text("normhuur", "norm rent")
_NOT_ABOVE = Text("huur niet boven de maximale huurgrens", "rent not above the limit")
_NOT_ABOVE_OR_EXCEPTED = Text(
    "huur niet boven de maximale huurgrens, of een uitzondering",
    "rent not above the limit, or an exception",
)
