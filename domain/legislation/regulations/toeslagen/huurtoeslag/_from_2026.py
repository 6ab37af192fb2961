"""Huurtoeslag as it is from 1 January 2026: a fixed basic rent, less a share of the income.

The rent alone counts; a rent above the limit is no bar any more, but nothing is granted for it.
"""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Working,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen.huurtoeslag._household import (
    Household,
    calculation_income,
)
from domain.legislation.regulations.toeslagen.huurtoeslag._rent import (
    allowance,
    basic_rent,
    least_norm_rent,
    rent_limit,
    up_to_limit,
)

_GROWN_FROM = 21
_MONTHS = 12

POINT_FOR_ONE = parameter("ht_minimum_inkomensijkpunt_1p")
POINT_FOR_SEVERAL = parameter("ht_minimum_inkomensijkpunt_mp")
REDUCTION_FOR_ONE = parameter("ht_verlaging_normhuur_1p")
REDUCTION_FOR_SEVERAL = parameter("ht_verlaging_normhuur_mp")
RATE_FOR_ONE = parameter("ht_afbouw_1p")
RATE_FOR_SEVERAL = parameter("ht_afbouw_mp")

PARAMETERS = (
    POINT_FOR_ONE,
    POINT_FOR_SEVERAL,
    REDUCTION_FOR_ONE,
    REDUCTION_FOR_SEVERAL,
    RATE_FOR_ONE,
    RATE_FOR_SEVERAL,
)

_NOTHING_ABOVE_LIMIT = Article(Act.WHT, "21", "1 onder d")
LESS_BY_INCOME = Article(Act.WHT, "21", "2")


def monthly_allowance(working: Working, household: Household) -> tuple[Figure, Figure]:
    """The basic rent, and the allowance per month."""
    rent = working.fact("rent")
    limit = rent_limit(working, household, rent, _GROWN_FROM)
    rent = up_to_limit(working, rent, limit, _NOTHING_ABOVE_LIMIT)
    reduction = REDUCTION_FOR_SEVERAL if household.of_several else REDUCTION_FOR_ONE
    basic = basic_rent(working, least_norm_rent(working, reduction))
    borne = allowance(working, household, rent, basic, lambda: Answer.YES)
    less = _less_by_income(working, household)
    left = working.subtract(
        Text("vergoede huur na vermindering", "rent borne after reduction"),
        borne,
        less,
        by=LESS_BY_INCOME,
    )
    return basic, working.not_below_zero(_ALLOWANCE, left, LESS_BY_INCOME)


def _less_by_income(working: Working, household: Household) -> Figure:
    point = POINT_FOR_SEVERAL if household.of_several else POINT_FOR_ONE
    rate = RATE_FOR_SEVERAL if household.of_several else RATE_FOR_ONE
    above = working.not_below_zero(
        Text("inkomen boven het ijkpunt", "income above the income point"),
        working.subtract(
            Text("inkomen min het ijkpunt", "income less the income point"),
            calculation_income(working, household),
            working.parameter(point),
            by=LESS_BY_INCOME,
        ),
        LESS_BY_INCOME,
    )
    year = working.percentage(
        Text("vermindering per jaar", "reduction a year"),
        above,
        working.parameter(rate),
        LESS_BY_INCOME,
    )
    month = Text("vermindering per maand", "reduction a month")
    return working.divide(month, year, _MONTHS, LESS_BY_INCOME, Unit.EUROCENT_PER_MONTH)


_ALLOWANCE = Text("vergoeding per maand", "allowance a month")
