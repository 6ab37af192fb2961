"""Student finance: the basic and the supplementary grant of a month (Wsf 2.1-2.8, 3.6-3.18a).

The state on the first day of the month decides (1.2). The grants are a loan that becomes a gift
with a diploma in time, but for the lowest levels of vocational education. Loans, the travel right,
the fees in the supplementary grant and the one-parent supplement are not here.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import birthday, month_of, quarter_of
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
    Rounding,
    Text,
    Unknown,
    Working,
    any_of,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.duo import _supplementary_grant
from domain.legislation.regulations.duo._student_facts import (
    Education,
    StudiefinancieringFacts,
)
from domain.vocabulary import Agency, Scheme

_FROM_AGE, _TO_AGE = 18, 30
_ONE_DAY = dt.timedelta(days=1)

_BASIC = {
    (Education.HIGHER, False): parameter("sf_basisbeurs_ho_thuis"),
    (Education.HIGHER, True): parameter("sf_basisbeurs_ho_uit"),
    (Education.VOCATIONAL, False): parameter("sf_basisbeurs_mbo_thuis"),
    (Education.VOCATIONAL, True): parameter("sf_basisbeurs_mbo_uit"),
}
_MOST = {
    (Education.HIGHER, False): _supplementary_grant.MOST_HIGHER,
    (Education.HIGHER, True): _supplementary_grant.MOST_HIGHER,
    (Education.VOCATIONAL, False): _supplementary_grant.MOST_VOCATIONAL_HOME,
    (Education.VOCATIONAL, True): _supplementary_grant.MOST_VOCATIONAL_AWAY,
}
_RISE = parameter("sf_verhoging_2023_2024")
_RISE_UNTIL = {
    Education.HIGHER: dt.date(2024, 8, 31),
    Education.VOCATIONAL: dt.date(2024, 7, 31),
}

_NATIONALITY = Article(Act.WSF_2000, "2.2", "1")
_AGE_VOCATIONAL = Article(Act.WSF_2000, "2.3", "1 onder b")
_AGE_LIMIT = Article(Act.WSF_2000, "2.3", "3")
_WITHOUT_BREAK = Article(Act.WSF_2000, "2.3", "4")
_EDUCATION = Article(Act.WSF_2000, "2.1")
_BASIC_GRANT = Article(Act.WSF_2000, "3.6", "1")
_RISEN = Article(Act.WSF_2000, "3.18a")
_BUDGET = Article(Act.WSF_2000, "3.1", "4")
_HARDSHIP = Article(Act.WSF_2000, "11.5")


def determine(facts: StudiefinancieringFacts, on: dt.date) -> Determination:
    """The grants for the month of this day, in euro cents a month."""
    working = Working(ID, facts, on)
    first, last = month_of(on)
    working.require(_EQUAL, working.answer("dutch_or_equal"), _NATIONALITY)
    working.require(_ENROLLED, working.answer("enrolled"), _EDUCATION)
    working.require(_MONTHS_LEFT, working.answer("grant_months_left"), _BASIC_GRANT)
    education = working.choice("education", Education)
    _require_age(working, education, first)
    away = working.answer("lives_away")
    if isinstance(education, Unknown) or away is Answer.UNKNOWN:
        return working.undetermined()
    kind = education, away is Answer.YES
    basic = _basic_grant(working, *kind)
    extra = _supplementary(working, facts, education, _MOST[kind])
    total = basic if extra is None else working.add(_TOTAL, basic, extra, by=_BUDGET)
    working.result("per_month", _TOTAL, working.rounded(_TOTAL, total, Rounding.TO_CENT, None))
    working.note(_MAY_DEVIATE, _HARDSHIP)
    return working.conclude(Period(first, last))


def _require_age(working: Working, education: Education | Unknown, first: dt.date) -> None:
    born = working.day("born")
    if education is not Education.HIGHER:
        starts = _start_of_vocational(born)
        working.dated(_STARTS, starts, _AFTER_QUARTER, _AGE_VOCATIONAL)
        old_enough = working.compare_days(
            _OLD_ENOUGH, starts, Relation.AT_MOST, first, _AGE_VOCATIONAL
        )
        if isinstance(education, Unknown) and old_enough is Answer.NO:
            old_enough = Answer.UNKNOWN
        working.require(_OLD_ENOUGH, old_enough, _AGE_VOCATIONAL)
    limit = birthday(born, _TO_AGE)
    last = UNKNOWN if isinstance(limit, Unknown) else month_of(limit)[1]
    in_time = working.compare_days(_NOT_TOO_OLD, first, Relation.AT_MOST, last, _AGE_LIMIT)
    if in_time is not Answer.YES:
        in_time = any_of(in_time, working.answer("received_without_break"))
    working.require(_NOT_TOO_OLD, in_time, _WITHOUT_BREAK)


def _start_of_vocational(born: Day) -> Day:
    reached = birthday(born, _FROM_AGE)
    if isinstance(reached, Unknown):
        return UNKNOWN
    first, last = quarter_of(reached)
    return reached if reached == first else last + _ONE_DAY


def _basic_grant(working: Working, education: Education, away: bool) -> Figure:
    basic = working.parameter(_BASIC[education, away])
    if not away or working.on > _RISE_UNTIL[education]:
        return basic
    label = Text("basisbeurs met de tijdelijke verhoging", "basic grant with the passing rise")
    return working.add(label, basic, working.parameter(_RISE), by=_RISEN)


def _supplementary(
    working: Working, facts: StudiefinancieringFacts, education: Education, most: Parameter
) -> Figure | None:
    match working.answer("asks_supplementary_grant"):
        case Answer.NO:
            return None
        case Answer.YES:
            return _supplementary_grant.supplementary_grant(working, education, most, facts.parents)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(most))


ID = "studiefinanciering"

_TOTAL = Text("beurs per maand", "grant a month")
_EQUAL = Text("Nederlander of gelijkgesteld", "Dutch or treated as such")
_ENROLLED = Text("voltijds aan een erkende opleiding", "full-time at a recognised course")
_MONTHS_LEFT = Text("nog recht op een beurs", "still a right to a grant")
_STARTS = Text("mogelijk vanaf", "possible from")
_AFTER_QUARTER = Text(
    "de eerste dag na het kwartaal waarin hij 18 werd, of die dag zelf",
    "the first day after the quarter of the eighteenth birthday, or that day itself",
)
_OLD_ENOUGH = Text("oud genoeg", "old enough")
_NOT_TOO_OLD = Text(
    "niet na de maand van de dertigste verjaardag", "not after the month of the thirtieth birthday"
)
_MAY_DEVIATE = Text(
    "voor een onbillijkheid van overwegende aard kan de minister afwijken",
    "for what is grossly unfair the minister may deviate",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Studiefinanciering", "Student finance"),
    summary=Text(
        "Basisbeurs en aanvullende beurs van een student in het mbo of het hoger onderwijs.",
        "The basic and supplementary grant of a student in vocational or higher education.",
    ),
    articles=(
        *(_NATIONALITY, _AGE_VOCATIONAL, _AGE_LIMIT, _WITHOUT_BREAK, _EDUCATION, _BASIC_GRANT),
        *(_RISEN, _BUDGET, _supplementary_grant.GRANT, _HARDSHIP),
    ),
    facts=StudiefinancieringFacts,
    determine=determine,
    parameters=(*_BASIC.values(), _RISE, *_supplementary_grant.PARAMETERS),
    granted=Text("Er is recht op studiefinanciering", "There is a right to student finance"),
    refused=Text("Er is geen recht op studiefinanciering", "There is no right to student finance"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.DUO),),
    scheme=Scheme.STUDENT_FINANCE,
)

__all__ = ["ID", "REGULATION", "StudiefinancieringFacts", "determine"]
