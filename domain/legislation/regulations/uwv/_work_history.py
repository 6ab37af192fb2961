"""How long a benefit lasts by work history: WW 42 and, in the same words, WIA 59."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    Answer,
    Article,
    Day,
    Figure,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import Parameter

_QUARTERS_IN_A_YEAR = 4
_DAYS_FOR_HALF_A_MONTH = 15
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Duration:
    """The numbers of one law's duration, and where it says what."""

    least: Parameter
    most: Parameter
    first_years: Parameter
    per_later_year: Parameter
    bounds_by: Article
    by: Article
    rest_by: Article
    whole_by: Article

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All of them, for the regulation's list."""
        return (self.least, self.most, self.first_years, self.per_later_year)


def months_of_benefit(working: Working, extended: Answer, law: Duration) -> Figure:
    """The duration in months, with halves; the shortest one without the longer requirement.

    Reads `quarters_before_2016` and `quarters_from_2016` when it is extended.
    """
    least = working.parameter(law.least)
    match extended:
        case Answer.NO:
            return least
        case Answer.UNKNOWN:
            return working.without_value(least)
        case Answer.YES:
            return _by_work_history(working, least, law)


def last_day(first: Day, months: Figure) -> Day:
    """The last day of a period of so many months from its first day; half a month is 15 days."""
    if isinstance(first, Unknown) or isinstance(months.value, Unknown):
        return UNKNOWN
    whole = int(months.value)
    after = add_months(first, whole)
    next_day = after + _ONE_DAY if after.day < first.day else after
    half = Fraction(months.value) != whole
    return next_day + dt.timedelta(days=_DAYS_FOR_HALF_A_MONTH if half else 0) - _ONE_DAY


def _by_work_history(working: Working, least: Figure, law: Duration) -> Figure:
    before, later = _whole_years(working, law)
    room = working.not_below_zero(
        Text("jaren van de eerste jaren die nog open zijn", "first years still open"),
        working.subtract(
            Text("eerste jaren min de jaren vóór 2016", "first years less years before 2016"),
            working.parameter(law.first_years),
            before,
            by=law.by,
        ),
        law.by,
    )
    in_first = working.least(
        Text("jaren vanaf 2016 binnen de eerste jaren", "years from 2016 within the first years"),
        later,
        room,
        by=law.by,
    )
    beyond = working.subtract(
        Text("jaren vanaf 2016 daarboven", "years from 2016 above them"), later, in_first, by=law.by
    )
    full = working.add(
        Text("jaren die een maand geven", "years that give a month"), before, in_first, by=law.by
    )
    built_up = working.add(
        Text("opgebouwde maanden", "months built up"),
        working.multiply(
            Text("maanden over die jaren", "months for those years"), full, 1, law.by, Unit.MONTHS
        ),
        working.multiply(
            Text("maanden over de jaren daarboven", "months for the years above them"),
            beyond,
            working.parameter(law.per_later_year),
            law.by,
            Unit.MONTHS,
        ),
        by=law.by,
    )
    return working.least(
        DURATION,
        working.greatest(
            Text("niet korter dan de kortste duur", "not less than the shortest duration"),
            built_up,
            least,
            by=law.bounds_by,
        ),
        working.parameter(law.most),
        by=law.bounds_by,
    )


def _whole_years(working: Working, law: Duration) -> tuple[Figure, Figure]:
    """Whole years before 2016, and whole years from 2016 with the part years of before."""
    quarters = working.fact("quarters_before_2016")
    before = working.rounded(
        Text("hele jaren vóór 2016", "whole years before 2016"),
        working.divide(_IN_YEARS, quarters, _QUARTERS_IN_A_YEAR, law.rest_by, Unit.YEARS),
        Rounding.DOWN_TO_WHOLE,
        law.rest_by,
    )
    rest = working.subtract(
        Text("kwartalen die overblijven van vóór 2016", "quarters left over from before 2016"),
        quarters,
        working.multiply(
            Text("hele jaren vóór 2016 in kwartalen", "whole years before 2016 in quarters"),
            before,
            plain(_QUARTERS_IN_A_YEAR),
            law.rest_by,
            Unit.QUARTERS,
        ),
        by=law.rest_by,
    )
    later = working.add(
        Text("kwartalen die tellen als vanaf 2016", "quarters that count as from 2016"),
        working.fact("quarters_from_2016"),
        rest,
        by=law.rest_by,
    )
    return before, working.rounded(
        Text("hele jaren vanaf 2016", "whole years from 2016"),
        working.divide(_IN_YEARS, later, _QUARTERS_IN_A_YEAR, law.whole_by, Unit.YEARS),
        Rounding.DOWN_TO_WHOLE,
        law.whole_by,
    )


DURATION = Text("uitkeringsduur", "duration of the benefit")
_IN_YEARS = Text("in jaren", "in years")
