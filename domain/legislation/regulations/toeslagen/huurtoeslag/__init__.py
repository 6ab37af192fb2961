"""Huurtoeslag: what tenants get towards their rent (Wet op de huurtoeslag).

Two laws under one name: until 31 December 2025 the tenant's own part grew with the square of the
income (`_until_2025`), from 1 January 2026 the allowance falls by a fixed share of it
(`_from_2026`). The right is per month, on the incomes of the year; a birthday or another change
after the first of a month counts from the next (Awir 5). Of the month only the norm rent is rounded
by law (until 2026, Wht 19 lid 3); the award over the year is in whole euros (Awir 14 lid 4).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    CarriedOutBy,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    plain,
)
from domain.legislation.regulations.toeslagen import _award
from domain.legislation.regulations.toeslagen.huurtoeslag import (
    _conditions,
    _from_2026,
    _household,
    _rent,
    _until_2025,
)
from domain.legislation.regulations.toeslagen.huurtoeslag._facts import HuurtoeslagFacts, Resident
from domain.legislation.regulations.toeslagen.huurtoeslag._household import Household, household_of
from domain.vocabulary import Agency, Department, Scheme

_LINEAR_FROM = dt.date(2026, 1, 1)


def determine(facts: HuurtoeslagFacts, on: dt.date) -> Determination:
    """The allowance for the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    born = working.day("born")
    _conditions.require_a_tenant(working, born)
    household = household_of(working, facts, born)
    if household is None:
        return working.undetermined()
    _conditions.require_lawful_residence_of_others(working, household)
    _conditions.require_assets_within_limit(working, household)
    found = _monthly_allowance(working, household)
    if found is None:
        return working.undetermined()
    basic, month = found
    working.require_compared(
        Text("er is huur die wordt vergoed", "there is rent that is borne"),
        month,
        Relation.MORE,
        plain(0, Unit.EUROCENT_PER_MONTH),
        _rent.ALLOWANCE,
    )
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    working.result("basic_rent", _BASIC, working.rounded(_BASIC, basic, Rounding.TO_CENT, None))
    _award.conclude_award_of_months(working, month)
    return working.conclude(Period(*month_of(on)))


def _monthly_allowance(working: Working, household: Household) -> tuple[Figure, Figure] | None:
    if working.on < _LINEAR_FROM:
        return _until_2025.monthly_allowance(working, household)
    return _from_2026.monthly_allowance(working, household)


ID = "huurtoeslag"

_MONTH = Text("maandbedrag", "amount for the month")
_BASIC = Text("basishuur, die de huurder zelf draagt", "basic rent, which the tenant bears")

REGULATION = Regulation(
    id=ID,
    title=Text("Huurtoeslag", "Rent allowance"),
    summary=Text(
        "Bijdrage in de huur, naar huur, inkomen, vermogen en huishouden.",
        "A contribution to the rent, by rent, income, assets and household.",
    ),
    articles=(
        _conditions.TENANT,
        _household.MEMBERS,
        _conditions.ADULT,
        _conditions.REGISTERED,
        _conditions.DWELLING,
        _rent.RENT_LIMIT,
        _rent.BASIC_RENT,
        _rent.LEAST_NORM_RENT,
        _until_2025.NORM_RENT_ABOVE_MINIMUM,
        _rent.CAP,
        _rent.ALLOWANCE,
        _from_2026.LESS_BY_INCOME,
        _household.CALCULATION_INCOME,
        _household.CHILD_INCOME,
        _award.WHOLE_EUROS,
        _award.NOT_BELOW,
    ),
    facts=HuurtoeslagFacts,
    determine=determine,
    parameters=tuple(
        dict.fromkeys(
            (
                _rent.LIMIT,
                _rent.LIMIT_FOR_THE_YOUNG,
                _rent.NORM_RENT,
                _rent.NORM_RENT_INCREASE,
                _rent.BASIC_RENT_REDUCTION,
                _rent.QUALITY_LIMIT,
                _rent.CAP_FOR_TWO,
                _rent.CAP_FOR_THREE,
                _rent.SHARE_BELOW_CAP,
                _rent.SHARE_ABOVE_CAP,
                _conditions.ASSETS,
                _conditions.ASSETS_OF_PARTNERS,
                _household.EXEMPT_INCOME_OF_A_CHILD,
                *_until_2025.PARAMETERS,
                *_from_2026.PARAMETERS,
                _award.LEAST,
            )
        )
    ),
    granted=Text("Er is recht op huurtoeslag", "There is a right to huurtoeslag"),
    refused=Text("Er is geen recht op huurtoeslag", "There is no right to huurtoeslag"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
    scheme=Scheme.HUURTOESLAG,
)

__all__ = ["ID", "REGULATION", "HuurtoeslagFacts", "Resident", "determine"]
