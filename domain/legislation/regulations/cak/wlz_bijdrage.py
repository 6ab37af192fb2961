"""Wlz-bijdrage: what the insured pay towards long-term care (Blz 3.3.2.1-3.3.2.7).

The high contribution is a twelfth of what income leaves after fixed deductions, for who lives in an
institution without a household outside it (3.3.2.1). In all other cases, and in the first four
months, it is the low one: a twelfth of ten percent of income, between a least and a most (3.3.2.2).
Nothing is due on an income up to the assistance norm plus the least contribution (lid 9; read here
as a rule of the low contribution, because it names its least amount). The law does not round.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.calendar import add_months, birthday, month_of
from domain.legislation.determination import (
    UNKNOWN,
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
    Unit,
    Unknown,
    Working,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.cak._wlz_facts import Care, SpouseCare, WlzBijdrageFacts
from domain.legislation.regulations.cak._wlz_income import (
    ASSETS_SHARE,
    FALL,
    HOME_DEDUCTION,
    WORK_SHARE,
    high_income,
    low_income,
)
from domain.vocabulary import Agency

_ADULT_FROM_AGE = 18

_LOW_SHARE = parameter("wlz_lage_bijdrage_percentage")
_LEAST = parameter("wlz_lage_bijdrage_minimum")
_MOST = parameter("wlz_lage_bijdrage_maximum")
_HOME_REDUCTION = parameter("wlz_korting_mpt_pgb")
_MOST_HIGH = parameter("wlz_hoge_bijdrage_maximum")
_FIRST_MONTHS = parameter("wlz_eerste_maanden")

_ADULT = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.1.1", "1")
_HIGH = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.1", "1")
_HIGH_MOST = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.1", "2")
_LOW_IN_INSTITUTION = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "1")
_LOW = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "2")
_BOUNDS = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "3")
_REDUCTION = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "4")
_SMALL_PACKAGE = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "5")
_NIL = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.2", "9")
_NO_DATA = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.7", "1")

# Blz 3.3.2.7 lid 1 in the version of 2026; before that the least low contribution, without more.
_NO_DATA_SINCE = dt.date(2026, 1, 1)

_AT_HOME = frozenset({Care.BUDGET, Care.MODULAR_PACKAGE})
_SPOUSE_AT_HOME = frozenset({SpouseCare.BUDGET, SpouseCare.MODULAR_PACKAGE})
_SPOUSE_INSIDE = frozenset({SpouseCare.INSTITUTION, SpouseCare.SHELTERED_LIVING})


class _Situation(NamedTuple):
    """Whether the low contribution holds, and whether somebody has a package or budget at home."""

    low: Answer
    home_budget: Answer


def determine(facts: WlzBijdrageFacts, on: dt.date) -> Determination:
    """The contribution for the month of this day, of spouses together, in euro cents."""
    working = Working(ID, facts, on)
    working.require_days(
        Text("18 jaar of ouder", "eighteen or older"),
        birthday(working.day("born"), _ADULT_FROM_AGE),
        Relation.AT_MOST,
        on,
        _ADULT,
    )
    care = working.choice("care", Care)
    if isinstance(care, Unknown):
        return working.undetermined()
    situation = _situation(working, care)
    available = working.answer("income_data_available")
    if Answer.UNKNOWN in (situation.low, available):
        return working.undetermined()
    no_data = available is Answer.NO
    match situation.low:
        case Answer.YES:
            month = _low_contribution(working, care, situation.home_budget, no_data)
        case _:
            month = _high_contribution(working, no_data)
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    return working.conclude(Period(*month_of(on)))


def _situation(working: Working, care: Care) -> _Situation:
    if care in _AT_HOME:
        return _Situation(Answer.YES, Answer.YES)
    married = working.answer("married")
    spouse: SpouseCare | Unknown = UNKNOWN
    if married is Answer.YES:
        spouse = working.choice("spouse_care", SpouseCare)
    low = Answer.YES if care is Care.FULL_PACKAGE else _low_inside(working, married, spouse)
    return _Situation(low, _spouse_at_home(married, spouse))


def _spouse_at_home(married: Answer, spouse: SpouseCare | Unknown) -> Answer:
    if married is Answer.NO:
        return Answer.NO
    if isinstance(spouse, Unknown):
        return Answer.UNKNOWN
    return Answer.YES if spouse in _SPOUSE_AT_HOME else Answer.NO


def _low_inside(working: Working, married: Answer, spouse: SpouseCare | Unknown) -> Answer:
    """In an institution: low with a spouse outside (lid 2), or for a reason of lid 1."""
    if not isinstance(spouse, Unknown) and spouse not in _SPOUSE_INSIDE:
        working.note(Text("de echtgenoot woont buiten", "the spouse lives outside"), _LOW)
        return Answer.YES
    reason = any_of(
        _in_first_months(working),
        working.answer("maintains_children"),
        working.answer("return_expected"),
        working.answer("part_time_stay"),
    )
    if reason is Answer.YES:
        low_for_a_reason = Text("reden voor de lage bijdrage", "a reason for the low contribution")
        working.note(low_for_a_reason, _LOW_IN_INSTITUTION)
        return Answer.YES
    not_known = married is Answer.UNKNOWN or (married is Answer.YES and isinstance(spouse, Unknown))
    return Answer.UNKNOWN if not_known else reason


def _in_first_months(working: Working) -> Answer:
    began = working.day("stay_began")
    months = working.parameter(_FIRST_MONTHS).value
    if isinstance(began, Unknown) or isinstance(months, Unknown):
        return Answer.UNKNOWN
    first_months = working.compare_days(
        Text("in de eerste maanden van verblijf", "in the first months of the stay"),
        working.on,
        Relation.LESS,
        add_months(began, int(months)),
        _LOW_IN_INSTITUTION,
    )
    if first_months is not Answer.YES:
        return first_months
    return not_(working.answer("no_first_months"))


def _low_contribution(working: Working, care: Care, home_budget: Answer, no_data: bool) -> Figure:
    least = working.parameter(_LEAST)
    lowest = _reduced(working, least, home_budget)
    _require_more_than_nil(working, lowest)
    if care is Care.MODULAR_PACKAGE:
        match working.answer("small_modular_package"):
            case Answer.YES:
                small = Text("klein modulair pakket thuis", "small modular package at home")
                working.note(small, _SMALL_PACKAGE)
                return lowest
            case Answer.UNKNOWN:
                return working.without_value(lowest)
            case Answer.NO:
                pass
    if no_data:
        _note_no_data(working)
        return lowest if working.on >= _NO_DATA_SINCE else least
    income = low_income(working, home_budget)
    year = working.percentage(
        Text("lage bijdrage per jaar", "low contribution a year"),
        income,
        working.parameter(_LOW_SHARE),
        _LOW,
    )
    month = working.divide(_LOW_MONTH, year, 12, _LOW, Unit.EUROCENT_PER_MONTH)
    month = working.least(_LOW_MONTH, month, working.parameter(_MOST), by=_BOUNDS)
    return _reduced(working, working.greatest(_LOW_MONTH, month, least, by=_BOUNDS), home_budget)


def _reduced(working: Working, month: Figure, home_budget: Answer) -> Figure:
    """Less a fixed amount with a modular package at home or a budget (lid 4)."""
    match home_budget:
        case Answer.YES:
            label = Text("na de vermindering", "after the reduction")
            return working.subtract(label, month, working.parameter(_HOME_REDUCTION), by=_REDUCTION)
        case Answer.NO:
            return month
        case Answer.UNKNOWN:
            return working.without_value(month)


def _require_more_than_nil(working: Working, lowest: Figure) -> None:
    working.require(
        Text("niet uitgesloten van bijstand als jongere", "not without assistance as a youth"),
        not_(working.answer("youth_without_assistance")),
        _NIL,
    )
    limit = working.add(
        Text("bijstandsnorm met de laagste bijdrage", "assistance norm with the least amount"),
        working.fact("institution_norm"),
        lowest,
        by=_NIL,
    )
    working.require_compared(
        Text("inkomen boven die grens", "income above that limit"),
        working.fact("monthly_income"),
        Relation.MORE,
        limit,
        _NIL,
    )


def _high_contribution(working: Working, no_data: bool) -> Figure:
    if no_data:
        _note_no_data(working)
        least = working.parameter(_LEAST)
        if working.on >= _NO_DATA_SINCE:
            known = Text("gegevens over inkomen bekend", "data on income are there")
            working.require(known, Answer.NO, _NO_DATA)
        return least
    month = working.divide(_HIGH_MONTH, high_income(working), 12, _HIGH, Unit.EUROCENT_PER_MONTH)
    return working.least(_HIGH_MONTH, month, working.parameter(_MOST_HIGH), by=_HIGH_MOST)


def _note_no_data(working: Working) -> None:
    words = Text("zonder gegevens over het inkomen", "without data on the income")
    working.note(words, _NO_DATA)


ID = "wlz_bijdrage"

_MONTH = Text("eigen bijdrage Wlz per maand", "Wlz contribution a month")
_LOW_MONTH = Text("lage bijdrage per maand", "low contribution a month")
_HIGH_MONTH = Text("hoge bijdrage per maand", "high contribution a month")

REGULATION = Regulation(
    id=ID,
    title=Text("Eigen bijdrage Wlz", "Wlz contribution"),
    summary=Text(
        "Lage of hoge eigen bijdrage voor langdurige zorg, naar inkomen en vermogen.",
        "Low or high contribution to long-term care, by income and assets.",
    ),
    articles=(
        _ADULT,
        _HIGH,
        _HIGH_MOST,
        _LOW_IN_INSTITUTION,
        _LOW,
        _BOUNDS,
        _REDUCTION,
        _SMALL_PACKAGE,
        _NIL,
        _NO_DATA,
    ),
    facts=WlzBijdrageFacts,
    determine=determine,
    parameters=(
        _LOW_SHARE,
        _LEAST,
        _MOST,
        _HOME_REDUCTION,
        _MOST_HIGH,
        _FIRST_MONTHS,
        ASSETS_SHARE,
        WORK_SHARE,
        HOME_DEDUCTION,
        FALL,
    ),
    granted=Text("Er is een eigen bijdrage Wlz verschuldigd", "A Wlz contribution is due"),
    refused=Text("Er is geen eigen bijdrage Wlz verschuldigd", "No Wlz contribution is due"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.CAK),),
)
