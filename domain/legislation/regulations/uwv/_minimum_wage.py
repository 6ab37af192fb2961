"""The minimum wage that benefits are reckoned from, by age (WML 7, 8 and 15)."""

from __future__ import annotations

from domain.legislation.calendar import age_on
from domain.legislation.determination import (
    Act,
    Article,
    Figure,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import parameter

MINIMUM_WAGE = parameter("wml_maand")
HOLIDAY_ALLOWANCE = parameter("wml_vakantiebijslag_pct")

_FULL_FROM_AGE = 21
_YOUNGEST = 18
_BY_AGE = {
    18: parameter("wml_jeugd_18"),
    19: parameter("wml_jeugd_19"),
    20: parameter("wml_jeugd_20"),
}

BY_AGE_PARAMETERS = (MINIMUM_WAGE, *_BY_AGE.values())

_WHO = Article(Act.WML, "8", "3")
_HOLIDAY = Article(Act.WML, "15", "1")


def minimum_wage(working: Working) -> Figure:
    """Per month for the age on the day, of somebody of eighteen or older; reads `born`."""
    full = working.parameter(MINIMUM_WAGE)
    age = age_on(working.day("born"), working.on)
    if isinstance(age, Unknown):
        return working.without_value(full)
    working.require_compared(
        Text("18 jaar of ouder", "eighteen or older"),
        plain(age, Unit.YEARS),
        Relation.AT_LEAST,
        plain(_YOUNGEST, Unit.YEARS),
        _WHO,
    )
    if age >= _FULL_FROM_AGE or age < _YOUNGEST:
        return full
    return working.percentage(
        Text("minimumloon voor de leeftijd", "minimum wage for the age"),
        full,
        working.parameter(_BY_AGE[age]),
        _WHO,
    )


def with_holiday_allowance(working: Working, wage: Figure) -> Figure:
    """The minimum wage with the holiday allowance on it."""
    allowance = working.percentage(
        Text("vakantiebijslag daarover", "holiday allowance on it"),
        wage,
        working.parameter(HOLIDAY_ALLOWANCE),
        _HOLIDAY,
    )
    label = Text("minimumloon met vakantiebijslag", "minimum wage with holiday allowance")
    return working.add(label, wage, allowance, by=_HOLIDAY)
