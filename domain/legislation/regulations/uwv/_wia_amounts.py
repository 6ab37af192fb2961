"""What the WIA pays in a month: the IVA (WIA 51, 52) and the phases of the WGA (59-62)."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Period,
    Relation,
    Text,
    Unit,
    Working,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.uwv import _wga_later
from domain.legislation.regulations.uwv._first_months import Rates, rate_for_the_month
from domain.legislation.regulations.uwv._wages import (
    COUNTED,
    DAYS_IN_A_MONTH,
    MAXIMUM_DAILY_WAGE,
    MONTHLY_WAGE,
    PER_MONTH,
    daily_wage,
    maximum_factor,
)
from domain.legislation.regulations.uwv._wia_parts import (
    MONTHLY,
    RATE,
    WAGE_RELATED,
    Benefit,
    Month,
    WiaKind,
    for_the_days,
    wage_related,
)
from domain.legislation.regulations.uwv._work_history import (
    Duration,
    last_day,
    months_of_benefit,
)

_IVA_RATE = parameter("wia_iva_pct")
_IVA_OFFSET = parameter("wia_iva_aftrek_pct")
_HIGHER_RATE = parameter("wia_wga_pct_eerste_maanden")

_IVA = Article(Act.WIA, "51")
_IVA_INCOME = Article(Act.WIA, "52", "1")
_LESS_WW = Article(Act.WIA, "59", "6")

_RATES = Rates(_HIGHER_RATE, RATE, WAGE_RELATED)

_DURATION = Duration(
    least=parameter("wia_duur_minimum"),
    most=parameter("wia_duur_maximum"),
    first_years=parameter("wia_opbouw_eerste_jaren"),
    per_later_year=parameter("wia_opbouw_na_2015"),
    bounds_by=Article(Act.WIA, "59", "1"),
    by=Article(Act.WIA, "59", "2"),
    rest_by=Article(Act.WIA, "59", "3"),
    whole_by=Article(Act.WIA, "59", "4"),
)

PARAMETERS: tuple[Parameter, ...] = (
    MAXIMUM_DAILY_WAGE,
    _IVA_RATE,
    _IVA_OFFSET,
    _HIGHER_RATE,
    *_DURATION.parameters,
    *_wga_later.PARAMETERS,
)
ARTICLES = (
    *(MONTHLY, _IVA, _IVA_INCOME, _DURATION.by, _LESS_WW, WAGE_RELATED),
    *_wga_later.ARTICLES,
)


def benefit(working: Working, days: Period | None, permanently: bool) -> Benefit | None:
    """The benefit for the month; None when it is not known which one it is."""
    wage = daily_wage(working)
    full = working.multiply(
        MONTHLY_WAGE, wage.capped, DAYS_IN_A_MONTH, MONTHLY, Unit.EUROCENT_PER_MONTH
    )
    factor = maximum_factor(working, wage, WAGE_RELATED)
    counted = working.multiply(COUNTED, working.fact("income"), factor, WAGE_RELATED)
    month = Month(for_the_days(working, full, days), counted, factor, days)
    if permanently:
        return Benefit(WiaKind.IVA, _iva(working, month))
    match _is_wage_related(working):
        case Answer.YES:
            rate = rate_for_the_month(working, _RATES, working.day("first_day"), days)
            return Benefit(WiaKind.WAGE_RELATED, wage_related(working, month, rate))
        case Answer.NO:
            return _wga_later.after_the_wage_related_phase(working, month)
        case Answer.UNKNOWN:
            return None


def _iva(working: Working, month: Month) -> Figure:
    rate = working.parameter(_IVA_RATE)
    gross = Text("uitkering vóór inkomen", "benefit before income")
    offset = Text("inkomen dat in mindering komt", "income that is deducted")
    less = Text("uitkering na inkomen", "benefit after income")
    return working.not_below_zero(
        PER_MONTH,
        working.subtract(
            less,
            working.percentage(gross, month.wage, rate, _IVA),
            working.percentage(offset, month.counted, working.parameter(_IVA_OFFSET), _IVA_INCOME),
            by=_IVA_INCOME,
        ),
        _IVA_INCOME,
    )


def _is_wage_related(working: Working) -> Answer:
    """Whether the day is within the wage-related phase (WIA 54 lid 3-4, 58, 59)."""
    worked = working.answer("weeks_worked_enough")
    if worked is not Answer.YES:
        return worked
    months = working.not_below_zero(
        _LEFT,
        working.subtract(
            _LEFT,
            months_of_benefit(working, worked, _DURATION),
            working.fact("months_of_ww_received"),
            by=_LESS_WW,
        ),
        _LESS_WW,
    )
    last = working.dated(
        Text("laatste dag van de loongerelateerde fase", "last day of the wage-related phase"),
        last_day(working.day("first_day"), months),
        Text("de uitkeringsduur vanaf de eerste dag", "the duration from the first day"),
        _DURATION.by,
    )
    label = Text("de loongerelateerde fase loopt nog", "the wage-related phase still runs")
    return working.compare_days(label, working.on, Relation.AT_MOST, last, _DURATION.by)


_LEFT = Text("duur na aftrek van de WW-uitkering", "duration less the unemployment benefit")
