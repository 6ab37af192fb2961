"""The income and the taxable minimum wage of the year that counts (Wsf 6.10, 6.12; Bsf 2000 2)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    all_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.duo._capacity_facts import OtherYear

_MONTHS_A_YEAR = 12
_REFERENCE_YEAR_BACK = 2

MINIMUM_WAGE = parameter("wml_maand")
WITH_HOLIDAY = parameter("duo_minimumloon_met_vakantiebijslag")
INCOME_FALL = parameter("duo_inkomensterugval")

_TAXABLE_MINIMUM = Article(Act.BESLUIT_STUDIEFINANCIERING, "2")
_OTHER_YEAR = Article(Act.WSF_2000, "6.12", "1")
_FALL = Article(Act.WSF_2000, "6.12", "2")

_BACK = {OtherYear.NONE: 2, OtherYear.YEAR_BEFORE: 1, OtherYear.SAME_YEAR: 0}


class CountedYear(NamedTuple):
    """The debtor's own income, whether it is of another year, and the minimum wage of the year."""

    income: Figure
    other_year: bool
    taxable_minimum: Figure


def counted_year(working: Working) -> CountedYear | None:
    """The year that counts; None when that cannot be said."""
    income = working.fact("income")
    asked = working.choice("other_year", OtherYear)
    if isinstance(asked, Unknown):
        return None
    if asked is OtherYear.NONE:
        return CountedYear(income, False, _taxable_minimum(working, _REFERENCE_YEAR_BACK))
    other = working.fact("income_other_year")
    match _has_fallen(working, income, other):
        case Answer.YES:
            working.note(_USES_OTHER, _OTHER_YEAR)
            return CountedYear(other, True, _taxable_minimum(working, _BACK[asked]))
        case Answer.NO:
            working.note(_USES_REFERENCE, _FALL)
            return CountedYear(income, False, _taxable_minimum(working, _REFERENCE_YEAR_BACK))
        case Answer.UNKNOWN:
            return None


def _has_fallen(working: Working, income: Figure, other: Figure) -> Answer:
    fall = working.subtract(Text("terugval", "fall of income"), income, other, by=_FALL)
    needed = working.percentage(
        Text("terugval die nodig is", "fall that is needed"),
        income,
        working.parameter(INCOME_FALL),
        _FALL,
    )
    nothing = plain(0, Unit.EUROCENT_PER_YEAR)
    fallen = working.compare(
        Text("het inkomen is gedaald", "the income has fallen"), fall, Relation.MORE, nothing, _FALL
    )
    return all_of(
        fallen,
        working.compare(
            Text("ver genoeg gedaald", "fallen far enough"), fall, Relation.AT_LEAST, needed, _FALL
        ),
    )


def _taxable_minimum(working: Working, years_back: int) -> Figure:
    january = dt.date(working.on.year - years_back, 1, 1)
    year = working.multiply(
        Text("minimumloon per jaar", "minimum wage a year"),
        working.parameter(MINIMUM_WAGE, january),
        _MONTHS_A_YEAR,
        _TAXABLE_MINIMUM,
        Unit.EUROCENT_PER_YEAR,
    )
    label = Text("belastbaar minimumloon", "taxable minimum wage")
    return working.percentage(label, year, working.parameter(WITH_HOLIDAY), _TAXABLE_MINIMUM)


_USES_OTHER = Text(
    "het inkomen van het gevraagde jaar telt", "the income of the year asked for counts"
)
_USES_REFERENCE = Text(
    "het inkomen is niet genoeg gedaald: dat van het peiljaar telt",
    "the income has not fallen enough: that of the reference year counts",
)
