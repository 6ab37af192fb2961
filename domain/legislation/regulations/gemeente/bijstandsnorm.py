"""Bijstandsnorm: what somebody on assistance needs per month by law (Participatiewet 19a-24a).

The norm follows the ages, the partner and his right, the co-residents who share the costs, and a
stay in an institution; the college may lower it for the home or for ended education (27, 28). It
is a net amount per calendar month with the holiday allowance in it (19 lid 3). The law does not
round: amounts are shown to the cent.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import birthday, month_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unknown,
    Working,
)
from domain.legislation.parameters import parameter
from domain.legislation.pension_age import PENSION_AGE
from domain.legislation.regulations.gemeente._cost_sharers import COST_SHARER, COST_SHARER_FROM_AGE
from domain.legislation.regulations.gemeente._household import (
    ADULT_NORM_FROM_AGE,
    PENSION,
    HouseholdFacts,
)
from domain.legislation.regulations.gemeente._norm import norm_of
from domain.legislation.regulations.gemeente._norm_articles import NormArticle
from domain.legislation.regulations.gemeente._norm_parts import PARAMETERS, Norm
from domain.vocabulary import Agency, Department

ADULT_AGE = 18
HOLIDAY_ALLOWANCE = parameter("pw_vakantietoeslag_in_norm")

_HOLIDAY = Article(Act.PW, "19", "3")
_MINOR = Article(Act.PW, "13", "1 onder f")
_YOUNG_IN_INSTITUTION = Article(Act.PW, "13", "2 onder a")
_LOWERING = Article(Act.PW, "5")
_LOWERED_BY_COLLEGE = frozenset(NormArticle) - {
    NormArticle.BY_COLLEGE,
    NormArticle.INSTITUTION,
    NormArticle.ONE_IN_INSTITUTION,
    NormArticle.SINGLE_PENSIONER,
    NormArticle.COUPLE_PENSIONERS,
    NormArticle.COUPLE_ONE_PENSIONER,
}


def determine(facts: HouseholdFacts, on: dt.date) -> Determination:
    """The norm on this day per month, the holiday allowance in it, and the article it is from."""
    working = Working(ID, facts, on)
    require_adult(working)
    norm = lowered_norm(working, facts)
    whole = shown(working, _NORM, norm.per_month)
    holiday = holiday_allowance(working, norm.per_month)
    without = working.subtract(_WITHOUT_HOLIDAY, whole, holiday, by=_HOLIDAY)
    working.result("per_month", _NORM, whole)
    working.result("holiday_allowance", HOLIDAY, holiday)
    working.result("without_holiday_allowance", _WITHOUT_HOLIDAY, without)
    words = None if isinstance(norm.article, Unknown) else norm.article.words
    working.finding("article", Text("soort norm", "kind of norm"), norm.article, words)
    return working.conclude(Period(*month_of(on)))


def require_adult(working: Working) -> None:
    """Nobody under 18 has a right (13 lid 1 onder f); under 21 not in an institution (lid 2)."""
    adult_from = birthday(working.day("born"), ADULT_AGE)
    working.require_days(
        Text("18 jaar of ouder", "18 or older"), adult_from, Relation.AT_MOST, working.on, _MINOR
    )


def require_not_young_in_institution(working: Working, norm: Norm) -> None:
    """Under 21 in an institution there is no right to general assistance (13 lid 2 onder a)."""
    if norm.article not in (NormArticle.INSTITUTION, NormArticle.ONE_IN_INSTITUTION):
        return
    if working.answer("in_institution") is Answer.NO:
        return
    grown_from = birthday(working.day("born"), ADULT_NORM_FROM_AGE)
    label = Text("21 jaar of ouder in een inrichting", "21 or older in an institution")
    working.require_days(label, grown_from, Relation.AT_MOST, working.on, _YOUNG_IN_INSTITUTION)


def lowered_norm(working: Working, facts: HouseholdFacts) -> Norm:
    """The norm less what the college lowers it by (5 onder c, 27, 28), not below zero."""
    norm = norm_of(working, facts)
    require_not_young_in_institution(working, norm)
    if norm.article not in _LOWERED_BY_COLLEGE:
        return norm
    lowering = working.fact("lowering_by_college")
    if lowering.value == 0:
        return norm
    less = Text("norm min verlaging", "norm less the lowering")
    lowered = working.subtract(less, norm.per_month, lowering, by=_LOWERING)
    return norm._replace(per_month=working.not_below_zero(_NORM, lowered, _LOWERING))


def holiday_allowance(working: Working, of: Figure) -> Figure:
    """The holiday allowance within an amount of assistance (19 lid 3), to the cent."""
    share = working.percentage(HOLIDAY, of, working.parameter(HOLIDAY_ALLOWANCE), _HOLIDAY)
    return shown(working, HOLIDAY, share)


def shown(working: Working, label: Text, figure: Figure) -> Figure:
    """The figure to the cent, as it is shown: the law does not round it."""
    return working.rounded(label, figure, Rounding.TO_CENT, None)


ID = "bijstandsnorm"

_NORM = Text("bijstandsnorm per maand", "assistance norm a month")
HOLIDAY = Text("vakantietoeslag daarin", "holiday allowance in it")
_WITHOUT_HOLIDAY = Text("norm zonder vakantietoeslag", "norm without holiday allowance")

NORM_ARTICLES = (
    COST_SHARER,
    Article(Act.PW, "20"),
    Article(Act.PW, "21"),
    Article(Act.PW, "22"),
    Article(Act.PW, "22a"),
    Article(Act.PW, "23"),
    Article(Act.PW, "24"),
    Article(Act.PW, "24a"),
    PENSION,
    _LOWERING,
    Article(Act.PW, "12"),
)
NORM_PARAMETERS = (*PARAMETERS, PENSION_AGE, COST_SHARER_FROM_AGE, HOLIDAY_ALLOWANCE)

REGULATION = Regulation(
    id=ID,
    title=Text("Bijstandsnorm", "Assistance norm"),
    summary=Text(
        "Het bedrag per maand dat de Participatiewet voor een huishouden als norm geeft.",
        "The amount a month that the Participatiewet sets as the norm for a household.",
    ),
    articles=(_MINOR, _YOUNG_IN_INSTITUTION, *NORM_ARTICLES),
    facts=HouseholdFacts,
    determine=determine,
    parameters=NORM_PARAMETERS,
    granted=Text("Er geldt een bijstandsnorm", "There is an assistance norm"),
    refused=Text("Er geldt geen bijstandsnorm", "There is no assistance norm"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
)
