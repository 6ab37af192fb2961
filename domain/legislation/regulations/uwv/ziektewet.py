"""Ziektewet: sickness benefit for who has no employer that pays on (ZW 19-19e, 29-29b, 31).

70% of the daily wage on weekdays, or all of it for pregnancy and organ donation, less the same
share of income. After 52 weeks who has no employer must be unable to earn over 65% of the
reference income in any work (19aa). Not in here: the request of an employer for the whole daily
wage (29b lid 6), and the measures of ZW 45.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv._wages import (
    MAXIMUM_DAILY_WAGE,
    PER_DAY,
    counted_income,
    daily_wage,
    shown,
)
from domain.legislation.regulations.uwv._zw_facts import ZiektewetFacts, ZiektewetGroup
from domain.vocabulary import Agency, Scheme

_DAYS_BEFORE_THE_THIRD = dt.timedelta(days=2)
_WEEKS_BEFORE_THE_FOURTEENTH = dt.timedelta(weeks=13)
_WEEKDAYS = 5
_ASSESSED_AFTER = parameter("zw_weken_tot_beoordeling")

_RATE = parameter("zw_pct")
_WHOLE = parameter("zw_pct_zwangerschap_donatie")
_WEEKS = parameter("zw_duur")
_WEEKS_PENSIONER = parameter("zw_duur_na_pensioenleeftijd")

_WAGE_GOES_ON = Article(Act.ZW, "29", "1")
_DAYS = Article(Act.ZW, "29", "2")
_DURATION = Article(Act.ZW, "29", "5")
_PENSION = Article(Act.ZW, "29", "4")
_SHARE = Article(Act.ZW, "29", "7")
_UNFIT = Article(Act.ZW, "19", "1")
_AFTER_A_YEAR = Article(Act.ZW, "19aa", "1")
_ABROAD = Article(Act.ZW, "19a", "1")
_DETAINED = Article(Act.ZW, "19b", "1")
_EXCLUDED = Article(Act.ZW, "19c", "1")
_INCOME = Article(Act.ZW, "31", "2")


_WAITS = {
    ZiektewetGroup.NO_EMPLOYER: _DAYS_BEFORE_THE_THIRD,
    ZiektewetGroup.DEEMED_EMPLOYMENT: _DAYS_BEFORE_THE_THIRD,
    ZiektewetGroup.INSURANCE_ENDED: _DAYS_BEFORE_THE_THIRD,
    ZiektewetGroup.ON_UNEMPLOYMENT_BENEFIT: _WEEKS_BEFORE_THE_FOURTEENTH,
}
"""How long after the first day ill the benefit begins; at once for the other groups."""

_PAID_BESIDE_WAGES = frozenset(
    {ZiektewetGroup.ORGAN_DONOR, ZiektewetGroup.PREGNANCY, ZiektewetGroup.NO_RISK}
)
_WHOLE_WAGE = frozenset({ZiektewetGroup.ORGAN_DONOR, ZiektewetGroup.PREGNANCY})


def determine(facts: ZiektewetFacts, on: dt.date) -> Determination:
    """The gross benefit for a weekday and for a full week, in euro cents."""
    working = Working(ID, facts, on)
    _require_not_excluded(working)
    group = working.choice("group", ZiektewetGroup)
    if isinstance(group, Unknown):
        return working.undetermined()
    _require_no_wage(working, group)
    _require_begun(working, group)
    _require_not_over(working)
    day = _per_day(working, group)
    working.result("per_day", PER_DAY, shown(working, PER_DAY, day))
    week = working.multiply(_WEEK, day, _WEEKDAYS, _DAYS, Unit.EUROCENT_PER_WEEK)
    working.result("per_week", _WEEK, shown(working, _WEEK, week))
    return working.conclude(Period(*month_of(on)))


def _require_no_wage(working: Working, group: ZiektewetGroup) -> None:
    if group not in _PAID_BESIDE_WAGES:
        no_wage = Text("geen recht op loon bij ziekte", "no right to wages while ill")
        working.require(no_wage, not_(working.answer("wage_goes_on")), _WAGE_GOES_ON)
        _require_unable_to_earn_enough(working)


def _require_unable_to_earn_enough(working: Working) -> None:
    """From the day on which 52 weeks have passed, for who has no employer (ZW 19aa)."""
    first, weeks = working.day("first_day_ill"), working.parameter(_ASSESSED_AFTER).value
    assessed: Day = UNKNOWN
    if not isinstance(first, Unknown) and not isinstance(weeks, Unknown):
        assessed = first + dt.timedelta(weeks=int(weeks))
    year_over = Text("het eerste ziektejaar is voorbij", "the first year of illness is over")
    over = working.compare_days(year_over, assessed, Relation.AT_MOST, working.on, _AFTER_A_YEAR)
    if over is Answer.NO:
        return
    unable = not_(working.answer("able_to_earn_enough"))
    label = Text("kan niet meer dan 65% verdienen", "cannot earn over 65%")
    working.require(label, any_of(not_(over), unable), _AFTER_A_YEAR)


def _require_not_excluded(working: Working) -> None:
    """Unfit for work, and none of the grounds of ZW 19a-19e: whatever the insurance is."""
    unfit = Text("ongeschikt voor het eigen werk", "unfit for the own work")
    working.require(unfit, working.answer("unfit_for_work"), _UNFIT)
    lives = Text("woont in Nederland of een verdragsland", "lives where it is paid")
    working.require(lives, working.answer("lives_where_it_is_paid"), _ABROAD)
    free = Text("niet uitgesloten door detentie", "not excluded by detention")
    working.require(free, not_(working.answer("detained")), _DETAINED)
    other = Text("geen andere uitsluitingsgrond", "no other ground of exclusion")
    working.require(other, not_(working.answer("other_exclusion")), _EXCLUDED)


def _require_begun(working: Working, group: ZiektewetGroup) -> None:
    first = working.day("first_day_ill")
    begins: Day = UNKNOWN
    if not isinstance(first, Unknown):
        begins = first + _WAITS.get(group, dt.timedelta())
    if group is ZiektewetGroup.NO_EMPLOYER:
        begins = _after_employment(begins, working.day("employment_ended"))
    label = Text("eerste dag met ziekengeld", "first day with sickness benefit")
    how = Text("na de dagen zonder ziekengeld", "after the days without benefit")
    begins = working.dated(label, begins, how, _DAYS)
    begun = Text("het ziekengeld is ingegaan", "the sickness benefit has begun")
    working.require_days(begun, begins, Relation.AT_MOST, working.on, _DAYS)


def _after_employment(begins: Day, ended: Day) -> Day:
    if isinstance(begins, Unknown) or isinstance(ended, Unknown):
        return UNKNOWN
    return max(begins, ended + dt.timedelta(days=1))


def _require_not_over(working: Working) -> None:
    """104 weeks; six for who fell ill after the pension age, and none on it for who did before."""
    first, pension = working.day("first_day_ill"), working.day("pension_day")
    pensioner = (
        not isinstance(first, Unknown) and not isinstance(pension, Unknown) and first >= pension
    )
    weeks = working.parameter(_WEEKS_PENSIONER if pensioner else _WEEKS).value
    over: Day = UNKNOWN
    if not isinstance(first, Unknown) and not isinstance(weeks, Unknown):
        over = first + dt.timedelta(weeks=int(weeks))
    label = Text("dag waarop de langste duur voorbij is", "day on which the longest time is over")
    how = Text("de langste duur vanaf de eerste dag", "the longest time from the first day")
    over = working.dated(label, over, how, _DURATION)
    within = Text("de langste duur is niet voorbij", "the longest time is not over")
    working.require_days(within, working.on, Relation.LESS, over, _DURATION)
    working.require(
        Text("de pensioenleeftijd maakt geen einde", "the pension age makes no end of it"),
        any_of(
            working.compare_days(
                Text("de pensioenleeftijd is niet bereikt", "the pension age is not reached"),
                working.on,
                Relation.LESS,
                pension,
                _PENSION,
            ),
            working.compare_days(
                Text("ziek geworden na de pensioenleeftijd", "fell ill after the pension age"),
                first,
                Relation.AT_LEAST,
                pension,
                _PENSION,
            ),
        ),
        _PENSION,
    )


def _per_day(working: Working, group: ZiektewetGroup) -> Figure:
    wage = daily_wage(working)
    rate = working.parameter(_WHOLE if group in _WHOLE_WAGE else _RATE)
    gross = Text("ziekengeld vóór inkomen", "benefit before income")
    offset = Text("inkomen dat in mindering komt", "income that is deducted")
    counted = counted_income(working, working.fact("income_per_day"), wage, _INCOME)
    less = Text("ziekengeld na inkomen", "benefit after income")
    return working.not_below_zero(
        PER_DAY,
        working.subtract(
            less,
            working.percentage(gross, wage.capped, rate, _SHARE),
            working.percentage(offset, counted, rate, _INCOME),
            by=_INCOME,
        ),
        _INCOME,
    )


ID = "ziektewet"

_WEEK = Text("weekbedrag", "amount for the week")

REGULATION = Regulation(
    id=ID,
    title=Text("Ziektewetuitkering", "Sickness benefit"),
    summary=Text(
        "Ziekengeld voor wie geen werkgever heeft die het loon doorbetaalt.",
        "Sickness benefit for who has no employer that pays the wages on.",
    ),
    articles=(
        *(_UNFIT, _AFTER_A_YEAR, _ABROAD, _DETAINED, _EXCLUDED),
        *(_WAGE_GOES_ON, _DAYS, _PENSION, _DURATION, _SHARE, _INCOME),
    ),
    facts=ZiektewetFacts,
    determine=determine,
    parameters=(
        *(_ASSESSED_AFTER, _RATE, _WHOLE, _WEEKS, _WEEKS_PENSIONER),
        MAXIMUM_DAILY_WAGE,
    ),
    granted=Text("Er is recht op ziekengeld", "There is a right to sickness benefit"),
    refused=Text("Er is geen recht op ziekengeld", "There is no right to sickness benefit"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
    scheme=Scheme.ZIEKTEWET,
)

__all__ = ["ID", "REGULATION", "ZiektewetFacts", "ZiektewetGroup", "determine"]
