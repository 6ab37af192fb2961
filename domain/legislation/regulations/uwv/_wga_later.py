"""The WGA after the wage-related phase: a supplement, or a follow-up benefit (WIA 60-62)."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Unknown,
    Working,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.uwv._minimum_wage import (
    BY_AGE_PARAMETERS,
    HOLIDAY_ALLOWANCE,
    minimum_wage,
    with_holiday_allowance,
)
from domain.legislation.regulations.uwv._wages import PER_MONTH
from domain.legislation.regulations.uwv._wia_parts import (
    RATE,
    Benefit,
    Month,
    WiaKind,
    for_the_days,
    wage_related,
)

_FULL_FROM = parameter("wia_volledig_vanaf")
_INCOME_REQUIREMENT = parameter("wia_inkomenseis_pct")
_CLASSES = {
    65: parameter("wia_wga_klasse_65"),
    55: parameter("wia_wga_klasse_55"),
    45: parameter("wia_wga_klasse_45"),
    35: parameter("wia_wga_klasse_35"),
}
"""By the incapacity from which each class counts, the highest first."""

_FULL = Article(Act.WIA, "60", "2")
_STILL_WITHOUT = Article(Act.WIA, "60", "3")
_EARNS_ENOUGH = Article(Act.WIA, "60", "2")
_SUPPLEMENT = Article(Act.WIA, "61", "2")
_PART_SUPPLEMENT = Article(Act.WIA, "61", "4")
_AT_LEAST_FOLLOW_UP = Article(Act.WIA, "61", "5")
_CLASS = Article(Act.WIA, "61", "6")
_FOLLOW_UP = Article(Act.WIA, "62", "1")

PARAMETERS: tuple[Parameter, ...] = (
    _FULL_FROM,
    _INCOME_REQUIREMENT,
    RATE,
    *_CLASSES.values(),
    *BY_AGE_PARAMETERS,
    HOLIDAY_ALLOWANCE,
)
ARTICLES = (
    *(_EARNS_ENOUGH, _STILL_WITHOUT, _SUPPLEMENT, _PART_SUPPLEMENT, _AT_LEAST_FOLLOW_UP),
    _FOLLOW_UP,
)


def after_the_wage_related_phase(working: Working, month: Month) -> Benefit | None:
    """The benefit of the later phases; None when it is not known which one it is."""
    free = _is_free_of_the_requirement(working)
    if free is Answer.UNKNOWN:
        return None
    if free is Answer.YES:
        return Benefit(WiaKind.SUPPLEMENT, _most(working, month))
    capacity = for_the_days(working, working.fact("remaining_earning_capacity"), month.days)
    match _earns(working, working.fact("income"), capacity):
        case Answer.YES:
            return _supplement(working, month, capacity)
        case Answer.NO:
            return Benefit(WiaKind.FOLLOW_UP, _follow_up(working, month))
        case Answer.UNKNOWN:
            return None


def _is_free_of_the_requirement(working: Working) -> Answer:
    """Who is fully incapable, or was so less than twenty-four months ago (WIA 60 lid 2 and 3)."""
    fully = working.compare(
        Text("volledig arbeidsongeschikt: geen inkomenseis", "fully incapable: no requirement"),
        working.fact("incapacity"),
        Relation.AT_LEAST,
        working.parameter(_FULL_FROM),
        _FULL,
    )
    if fully is not Answer.NO:
        return fully
    still = working.answer("no_requirement_yet")
    if still is Answer.YES:
        working.note(_NOT_YET, _STILL_WITHOUT)
    return still


def _most(working: Working, month: Month) -> Figure:
    return wage_related(working, month, working.parameter(RATE))


def _earns(working: Working, income: Figure, capacity: Figure) -> Answer:
    share = working.parameter(_INCOME_REQUIREMENT)
    required = Text("inkomenseis", "income requirement")
    return working.compare(
        Text("het inkomen haalt de inkomenseis", "the income meets the requirement"),
        income,
        Relation.AT_LEAST,
        working.percentage(required, capacity, share, _EARNS_ENOUGH),
        _EARNS_ENOUGH,
    )


def _supplement(working: Working, month: Month, capacity: Figure) -> Benefit | None:
    used = working.compare(
        Text("de verdiencapaciteit wordt benut", "the earning capacity is used"),
        working.fact("income"),
        Relation.AT_LEAST,
        capacity,
        _SUPPLEMENT,
    )
    most = _most(working, month)
    if used is Answer.UNKNOWN:
        return None
    if used is Answer.YES:
        return Benefit(WiaKind.SUPPLEMENT, most)
    could_earn = Text("verdiencapaciteit die meetelt", "earning capacity that counts")
    at_capacity = month._replace(
        counted=working.multiply(could_earn, capacity, month.factor, _PART_SUPPLEMENT)
    )
    part = _most(working, at_capacity)
    least = working.least(
        Text("ten minste het bedrag per klasse", "at least the amount by class"),
        _follow_up(working, month),
        most,
        by=_AT_LEAST_FOLLOW_UP,
    )
    highest = working.greatest(PER_MONTH, part, least, by=_AT_LEAST_FOLLOW_UP)
    return Benefit(WiaKind.SUPPLEMENT, highest)


def _follow_up(working: Working, month: Month) -> Figure:
    floor = with_holiday_allowance(working, minimum_wage(working))
    of = working.least(
        Text("minimumloon of lager maandloon", "minimum wage or a lower monthly wage"),
        for_the_days(working, floor, month.days, _FOLLOW_UP),
        month.wage,
        by=_FOLLOW_UP,
    )
    share = working.parameter(_class_of(working.fact("incapacity")))
    by_class = Text("bedrag per klasse", "amount by class")
    return working.percentage(by_class, of, share, _CLASS)


def _class_of(incapacity: Figure) -> Parameter:
    if isinstance(incapacity.value, Unknown):
        return _CLASSES[35]
    value = incapacity.value
    return next((share for least, share in _CLASSES.items() if value >= least), _CLASSES[35])


_NOT_YET = Text(
    "nog geen inkomenseis: korter dan 24 maanden geleden volledig arbeidsongeschikt",
    "no requirement yet: fully incapable less than 24 months ago",
)
