"""Algemene bijstand: the norm less the income, for who has no assets above the limit (Pw 11-19).

The day from which it is granted is that of the report, or of the right when that is later; from
2026 up to three months before the report (44). Its holiday allowance is kept back and paid in June
(45). Over a part of a month it is granted in part (45 lid 3), which is not computed here. The law
does not round: amounts are shown to the cent.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
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
    plain,
)
from domain.legislation.regulations.gemeente._assets import counted_assets
from domain.legislation.regulations.gemeente._assistance import BijstandFacts
from domain.legislation.regulations.gemeente._household import is_of_age, is_pensioner
from domain.legislation.regulations.gemeente._income import counted_gifts, counted_income
from domain.legislation.regulations.gemeente._norm_parts import APPLICANT, PARTNER
from domain.legislation.regulations.gemeente._start import (
    FROM_EARLIER,
    FROM_REPORT,
    HANDLED,
    SEARCH,
    START_PARAMETERS,
    YOUNG_UNDER_AGE,
    handled_from,
    start_day,
)
from domain.legislation.regulations.gemeente.bijstand_middelen import (
    HOME_WORDS,
    MEANS_ARTICLES,
    MEANS_PARAMETERS,
    as_finding,
)
from domain.legislation.regulations.gemeente.bijstandsnorm import (
    HOLIDAY,
    NORM_ARTICLES,
    NORM_PARAMETERS,
    holiday_allowance,
    lowered_norm,
    require_adult,
    shown,
)
from domain.vocabulary import Agency, Department, Scheme

_RIGHT = Article(Act.PW, "11", "1")
_EXCLUDED = Article(Act.PW, "13")
_DETAINED = Article(Act.PW, "13", "1 onder a")
_ABROAD = Article(Act.PW, "13", "1 onder e")
_EXCLUDED_YOUNG = Article(Act.PW, "13", "2 onder c")
_REFUSES = Article(Act.PW, "13", "2 onder d")
_FIRST = Article(Act.PW, "15", "1")
_INCOME_LOWER = Article(Act.PW, "19", "1 onder a")
_NO_ASSETS = Article(Act.PW, "19", "1 onder b")
_HEIGHT = Article(Act.PW, "19", "2")
_HOLIDAY_LATER = Article(Act.PW, "45", "1")
_COLLEGE = Article(Act.PW, "40", "1")
_BY_SVB = Article(Act.PW, "47a", "1")


def determine(facts: BijstandFacts, on: dt.date) -> Determination:
    """What is paid per month, what is kept back for the holiday allowance, and from which day."""
    working = Working(ID, facts, on)
    require_adult(working)
    _require_nothing_excludes(working)
    _require_below_pension_age(working)
    norm = lowered_norm(working, facts)
    gifts = counted_gifts(working)
    income = counted_income(working, facts, gifts, lambda: norm)
    assets = counted_assets(working, gifts)
    _require_need(working, norm.per_month, income, assets.counted)
    start = start_day(working)
    working.require_days(_STARTED, start, Relation.AT_MOST, working.on, FROM_REPORT)
    _amounts(working, working.subtract(_ASSISTANCE, norm.per_month, income, by=_HEIGHT))
    working.finding("from_day", Text("ingangsdag", "first day"), start)
    working.finding("handled_from", HANDLED, handled_from(working))
    working.finding("home_for_loan", HOME_WORDS, as_finding(assets.home_for_loan))
    return working.conclude(_period(start, on))


def _require_nothing_excludes(working: Working) -> None:
    working.require(_RESIDES, working.answer("lawful_residence"), _RIGHT)
    working.require(_IN_MUNICIPALITY, working.answer("lives_in_municipality"), _COLLEGE)
    for fact, label, by in _EXCLUSIONS:
        working.require(label, not_(working.answer(fact)), by)
    grown = is_of_age(
        working, APPLICANT.words, working.day("born"), YOUNG_UNDER_AGE, _EXCLUDED_YOUNG
    )
    if grown is not Answer.YES:
        educated = any_of(grown, not_(working.answer("excluded_by_education")))
        working.require(_NO_EDUCATION, educated, _EXCLUDED_YOUNG)
        willing = any_of(grown, not_(working.answer("refuses_duties")))
        working.require(_WILLING, willing, _REFUSES)
    working.require(_NOTHING_FIRST, not_(working.answer("other_provision")), _FIRST)


def _require_below_pension_age(working: Working) -> None:
    """Once one of them has the pension age it is the SVB that assists (47a)."""
    adults = [APPLICANT]
    partner = working.answer("has_partner")
    if partner is Answer.YES:
        adults.append(PARTNER)
    old = [is_pensioner(working, who.words, working.day(who.born)) for who in adults]
    answer = not_(any_of(*old))
    if partner is Answer.UNKNOWN and answer is Answer.YES:
        answer = Answer.UNKNOWN
    working.require(_NOT_BY_SVB, answer, _BY_SVB)


def _require_need(working: Working, norm: Figure, income: Figure, assets: Figure) -> None:
    working.require_compared(
        Text("het inkomen is lager dan de norm", "the income is below the norm"),
        income,
        Relation.LESS,
        norm,
        _INCOME_LOWER,
    )
    working.require_compared(
        Text("geen vermogen boven de grens", "no assets above the limit"),
        assets,
        Relation.AT_MOST,
        plain(0, Unit.EUROCENT),
        _NO_ASSETS,
    )


def _amounts(working: Working, assistance: Figure) -> None:
    whole = shown(working, _ASSISTANCE, assistance)
    kept = holiday_allowance(working, assistance)
    working.result("per_month", _PAID, working.subtract(_PAID, whole, kept, by=_HOLIDAY_LATER))
    working.result("with_holiday_allowance", _ASSISTANCE, whole)
    working.result("holiday_allowance", HOLIDAY, kept)


def _period(start: Day, on: dt.date) -> Period:
    first, last = month_of(on)
    return Period(first if isinstance(start, Unknown) else max(first, start), last)


ID = "bijstand"

_ASSISTANCE = Text("algemene bijstand per maand", "general assistance a month")
_PAID = Text("uit te betalen per maand", "paid a month")
_RESIDES = Text("woont rechtmatig in Nederland", "lives lawfully in the Netherlands")
_IN_MUNICIPALITY = Text("woont in deze gemeente", "lives in this municipality")
_NO_EDUCATION = Text("niet uitgesloten door onderwijs", "not excluded by education")
_WILLING = Text("wil de verplichtingen nakomen", "wants to meet the obligations")
_NOTHING_FIRST = Text("geen voorliggende voorziening", "no provision that comes first")
_NOT_BY_SVB = Text(
    "niemand van hen heeft de pensioengerechtigde leeftijd", "none of them is of pension age"
)
_STARTED = Text("de bijstand is ingegaan", "the assistance has started")
_EXCLUSIONS = (
    ("detained", Text("niet van de vrijheid beroofd", "not deprived of liberty"), _DETAINED),
    ("abroad_too_long", Text("niet te lang buiten Nederland", "not abroad too long"), _ABROAD),
    (
        "otherwise_excluded",
        Text("niet op andere grond uitgesloten", "not otherwise excluded"),
        _EXCLUDED,
    ),
)

REGULATION = Regulation(
    id=ID,
    title=Text("Algemene bijstand", "General assistance"),
    summary=Text(
        "Aanvulling van het inkomen tot de bijstandsnorm, voor wie geen vermogen boven de grens "
        "heeft.",
        "Income made up to the assistance norm, for who has no assets above the limit.",
    ),
    articles=(
        _RIGHT,
        _EXCLUDED,
        _FIRST,
        _COLLEGE,
        _BY_SVB,
        *NORM_ARTICLES,
        *MEANS_ARTICLES,
        _HEIGHT,
        SEARCH,
        FROM_REPORT,
        FROM_EARLIER,
        _HOLIDAY_LATER,
    ),
    facts=BijstandFacts,
    determine=determine,
    parameters=(*NORM_PARAMETERS, *MEANS_PARAMETERS, *START_PARAMETERS),
    granted=Text("Er is recht op algemene bijstand", "There is a right to general assistance"),
    refused=Text(
        "Er is geen recht op algemene bijstand", "There is no right to general assistance"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)

__all__ = ["ID", "REGULATION", "BijstandFacts", "determine"]
