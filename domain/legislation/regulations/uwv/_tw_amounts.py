"""The social minimum per household, the income against it, and the supplement (TW 2, 6-8a, 10)."""

from __future__ import annotations

from enum import StrEnum

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Unit,
    Working,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.uwv._minimum_wage import (
    BY_AGE_PARAMETERS,
    MINIMUM_WAGE,
    minimum_wage,
)
from domain.legislation.regulations.uwv._wages import DAYS_IN_A_MONTH, PER_DAY


class TwHousehold(StrEnum):
    """The households that the Toeslagenwet tells apart."""

    COUPLE = "couple"
    SINGLE = "single"
    WITH_OTHER_ADULTS = "with_other_adults"


HOUSEHOLDS = {
    TwHousehold.COUPLE: Text("gehuwd of samenwonend", "married or living together"),
    TwHousehold.SINGLE: Text(
        "alleen, of met wie niet meetelt (TW 2 lid 9)",
        "alone, or with persons who do not count (TW 2 lid 9)",
    ),
    TwHousehold.WITH_OTHER_ADULTS: Text("met andere meerderjarigen", "with other adults"),
}

_FULL_NORM = 21

_COUPLE = parameter("tw_gehuwd")
_SINGLE = parameter("tw_ongehuwd")
_SHARING = parameter("tw_kostendeler")
_YOUNG = {
    18: parameter("tw_ongehuwd_18"),
    19: parameter("tw_ongehuwd_19"),
    20: parameter("tw_ongehuwd_20"),
}
_EXEMPT_FIXED = parameter("tw_vrijlating_vast_pct")
_EXEMPT_SHARE = parameter("tw_vrijlating_pct")
_EXEMPT_MOST = parameter("tw_vrijlating_maximum_pct")
_LIMIT_SINGLE = parameter("tw_grens_ongehuwd_pct")
_LIMIT_SHARING = parameter("tw_grens_kostendeler_pct")
_HOLIDAY_SHARE = parameter("tw_vakantie_uitkering_pct")

_NORM = Article(Act.TOESLAGENWET, "2")
_INCOME = Article(Act.TOESLAGENWET, "6", "1")
_EXEMPTION = Article(Act.TOESLAGENWET, "7", "1")
_EXEMPTION_MOST = Article(Act.TOESLAGENWET, "7", "2")
_SUPPLEMENT = Article(Act.TOESLAGENWET, "8")
_LIMIT = Article(Act.TOESLAGENWET, "8a", "1")
_WAGE = Article(Act.TOESLAGENWET, "1", "1 onder f")
_HOLIDAY = Article(Act.TOESLAGENWET, "10", "1")
_NOT_IN_WAGE = Article(Act.TOESLAGENWET, "10", "2")

ARTICLES = (_NORM, _INCOME, _EXEMPTION, _EXEMPTION_MOST, _SUPPLEMENT, _LIMIT, _HOLIDAY)
PARAMETERS: tuple[Parameter, ...] = (
    _COUPLE,
    _SINGLE,
    _SHARING,
    *_YOUNG.values(),
    _EXEMPT_FIXED,
    _EXEMPT_SHARE,
    _EXEMPT_MOST,
    _LIMIT_SINGLE,
    _LIMIT_SHARING,
    _HOLIDAY_SHARE,
    *BY_AGE_PARAMETERS,
)


def supplement(working: Working, household: TwHousehold, age: int) -> Figure:
    """The supplement per day, not rounded; requires that the income is below the minimum."""
    norm = working.parameter(_norm(household, age))
    benefit = _a_day(working, working.fact("benefit"))
    wage = _minimum_daily_wage(working, household)
    income = _income(working, household, benefit, wage)
    below = Text("het inkomen is lager dan het sociaal minimum", "income below the social minimum")
    working.require_compared(below, income, Relation.LESS, norm, _NORM)
    short = working.subtract(
        Text("sociaal minimum min inkomen", "social minimum less income"),
        norm,
        income,
        by=_SUPPLEMENT,
    )
    low_wage = _low_wage(working, _single_for_the_law(household, age), wage)
    return _limited(working, short, benefit, low_wage)


def holiday_allowance(working: Working, supplement: Figure) -> Figure | None:
    """The holiday allowance that is built up on a supplement; None when there is none (lid 2)."""
    match working.answer("holiday_in_daily_wage"):
        case Answer.YES:
            share = working.parameter(_HOLIDAY_SHARE)
            return working.percentage(HOLIDAY, supplement, share, _HOLIDAY)
        case Answer.NO:
            working.note(_NO_HOLIDAY, _NOT_IN_WAGE)
            return None
        case Answer.UNKNOWN:
            return working.without_value(supplement)


def _norm(household: TwHousehold, age: int) -> Parameter:
    if household is TwHousehold.COUPLE:
        return _COUPLE
    if age < _FULL_NORM:
        return _YOUNG.get(age, _YOUNG[18])
    return _SINGLE if household is TwHousehold.SINGLE else _SHARING


def _minimum_daily_wage(working: Working, household: TwHousehold) -> Figure:
    """For a couple the full one, for others the one for the age (TW 1 lid 1 onder f)."""
    per_day = Text("minimumloon per dag", "minimum wage per day")
    couple = household is TwHousehold.COUPLE
    wage = working.parameter(MINIMUM_WAGE) if couple else minimum_wage(working)
    return working.divide(per_day, wage, DAYS_IN_A_MONTH, _WAGE, Unit.EUROCENT_PER_DAY)


def _income(working: Working, household: TwHousehold, benefit: Figure, wage: Figure) -> Figure:
    earnings = _a_day(working, working.fact("earnings"))
    parts = [
        benefit,
        _earnings_that_count(working, earnings, wage),
        _a_day(working, working.fact("other_income")),
    ]
    if household is TwHousehold.COUPLE:
        parts.append(_a_day(working, working.fact("spouse_income")))
    together = Text("inkomen per dag", "income per day")
    return working.add(together, *parts, by=_INCOME)


def _earnings_that_count(working: Working, earnings: Figure, wage: Figure) -> Figure:
    """Less 5% of the minimum wage and 30% of what is earned above it; at most 15% in all."""
    if earnings.value == 0:
        return earnings
    match working.answer("exemption_left"):
        case Answer.NO:
            return earnings
        case Answer.UNKNOWN:
            return working.without_value(earnings)
        case Answer.YES:
            exempt = _exempt(working, earnings, wage)
            counts = Text("inkomen uit arbeid dat meetelt", "income from work that counts")
            less = Text("inkomen uit arbeid min vrijlating", "income from work less exemption")
            left = working.subtract(less, earnings, exempt, by=_EXEMPTION)
            return working.not_below_zero(counts, left, _EXEMPTION)


def _exempt(working: Working, earnings: Figure, wage: Figure) -> Figure:
    fixed_label = Text("vaste vrijlating", "fixed exemption")
    fixed = working.percentage(fixed_label, wage, working.parameter(_EXEMPT_FIXED), _EXEMPTION)
    over = working.not_below_zero(
        Text("inkomen uit arbeid boven de vaste vrijlating", "income from work above it"),
        working.subtract(
            Text("inkomen uit arbeid min de vaste vrijlating", "income from work less it"),
            earnings,
            fixed,
            by=_EXEMPTION,
        ),
        _EXEMPTION,
    )
    share = Text("vrijlating over dat deel", "exemption on that part")
    both = working.add(
        Text("vaste vrijlating en deel samen", "fixed part and share together"),
        fixed,
        working.percentage(share, over, working.parameter(_EXEMPT_SHARE), _EXEMPTION),
        by=_EXEMPTION,
    )
    most = Text("hoogste vrijlating", "highest exemption")
    highest = working.percentage(most, wage, working.parameter(_EXEMPT_MOST), _EXEMPTION_MOST)
    return working.least(Text("vrijlating", "exemption"), both, highest, by=_EXEMPTION_MOST)


def _limited(working: Working, short: Figure, benefit: Figure, low_wage: Figure) -> Figure:
    """Not more than the daily wage leaves above the benefit, when that wage is a low one."""
    daily = working.fact("daily_wage")
    low = Text("het dagloon is lager dan de grens", "the daily wage is below the limit")
    match working.compare(low, daily, Relation.LESS, low_wage, _LIMIT):
        case Answer.NO:
            return short
        case Answer.UNKNOWN:
            return working.without_value(short)
        case Answer.YES:
            room = working.not_below_zero(
                Text("wat het dagloon overlaat", "what the daily wage leaves"),
                working.subtract(
                    Text("dagloon min uitkering", "daily wage less benefit"),
                    daily,
                    benefit,
                    by=_LIMIT,
                ),
                _LIMIT,
            )
            return working.least(PER_DAY, short, room, by=_LIMIT)


def _single_for_the_law(household: TwHousehold, age: int) -> TwHousehold:
    """Under 21 somebody with other adults is one of TW 2 lid 2, not of lid 7 (lid 8)."""
    return (
        TwHousehold.SINGLE
        if household is not TwHousehold.COUPLE and age < _FULL_NORM
        else (household)
    )


def _low_wage(working: Working, household: TwHousehold, wage: Figure) -> Figure:
    if household is TwHousehold.COUPLE:
        return wage
    single = household is TwHousehold.SINGLE
    share = working.parameter(_LIMIT_SINGLE if single else _LIMIT_SHARING)
    return working.percentage(
        Text("grens voor het dagloon", "limit for the wage"), wage, share, _LIMIT
    )


def _a_day(working: Working, month: Figure) -> Figure:
    per_day = Text("per dag", "per day")
    return working.divide(per_day, month, DAYS_IN_A_MONTH, _INCOME, Unit.EUROCENT_PER_DAY)


HOLIDAY = Text("vakantie-uitkering daarover", "holiday allowance on it")
_NO_HOLIDAY = Text(
    "in het dagloon is geen vakantiebijslag begrepen: geen vakantie-uitkering",
    "the daily wage holds no holiday allowance: none is built up",
)
