"""From which day assistance is granted, and from which day the application is handled (41, 44).

Works through the `Working` that it is given.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    Day,
    Relation,
    Text,
    Unknown,
    Working,
    all_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.gemeente._household import IN_BALANCE_SINCE, is_of_age
from domain.legislation.regulations.gemeente._norm_parts import APPLICANT, PARTNER

BEFORE_REPORT = parameter("pw_terugwerkende_kracht")
SEARCH_PERIOD = parameter("pw_zoektermijn_jongeren")
START_PARAMETERS = (BEFORE_REPORT, SEARCH_PERIOD)

FROM_REPORT = Article(Act.PW, "44", "1")
FROM_APPLICATION = Article(Act.PW, "44", "3")
FROM_EARLIER = Article(Act.PW, "44", "5")
SEARCH = Article(Act.PW, "41", "4")
SEARCH_WAIVED = Article(Act.PW, "41", "11")
YOUNG_UNDER_AGE = 27


def start_day(working: Working) -> Day:
    """The day from which assistance is granted, once there is a right."""
    arose, reported = working.day("right_arose"), working.day("reported")
    before = working.compare_days(_AROSE_BEFORE, arose, Relation.LESS, reported, FROM_REPORT)
    if isinstance(arose, Unknown) or isinstance(reported, Unknown):
        return UNKNOWN
    if before is Answer.NO:
        return _not_before_application(working, arose, reported)
    if working.on >= IN_BALANCE_SINCE:
        match working.answer("earlier_start_needed"):
            case Answer.YES:
                return _before_report(working, arose, reported)
            case Answer.UNKNOWN:
                return UNKNOWN
    return _not_before_application(working, reported, reported)


def _before_report(working: Working, arose: dt.date, reported: dt.date) -> Day:
    months = working.parameter(BEFORE_REPORT).value
    if isinstance(months, Unknown):
        return UNKNOWN
    earliest = add_months(reported, -int(months))
    how = Text(
        "de dag waarop het recht ontstond, tot drie maanden voor de melding",
        "the day on which the right arose, up to three months before the report",
    )
    return working.dated(_START, max(arose, earliest), how, FROM_EARLIER)


def _not_before_application(working: Working, start: dt.date, reported: dt.date) -> Day:
    """From the application instead, when that came late by fault and the college says so."""
    applied = working.day("applied")
    late = working.compare_days(_APPLIED_LATER, applied, Relation.MORE, reported, FROM_APPLICATION)
    if late is Answer.YES:
        late = working.answer("starts_at_application")
    if late is Answer.UNKNOWN or isinstance(applied, Unknown):
        return UNKNOWN
    if late is Answer.YES:
        how = Text("de dag van de aanvraag", "the day of the application")
        return working.dated(_START, max(start, applied), how, FROM_APPLICATION)
    how = Text(
        "de dag waarop het recht ontstond, niet voor de melding",
        "the day on which the right arose, not before the report",
    )
    return working.dated(_START, start, how, FROM_REPORT)


def handled_from(working: Working) -> Day:
    """The first day on which the college handles the application: after the search period."""
    reported = working.day("reported")
    match _has_search_period(working):
        case Answer.NO:
            return reported
        case Answer.UNKNOWN:
            return UNKNOWN
    weeks = working.parameter(SEARCH_PERIOD).value
    if isinstance(weeks, Unknown) or isinstance(reported, Unknown):
        return UNKNOWN
    how = Text("vier weken na de melding", "four weeks after the report")
    return working.dated(HANDLED, reported + dt.timedelta(weeks=int(weeks)), how, SEARCH)


def _has_search_period(working: Working) -> Answer:
    if (young := _all_young(working)) is not Answer.YES:
        return young
    exempt = working.answer("search_period_exempt")
    if exempt is not Answer.NO or working.on < IN_BALANCE_SINCE:
        return not_(exempt)
    waived = working.answer("search_period_waived")
    if waived is Answer.YES:
        working.note(_WAIVED, SEARCH_WAIVED)
    return not_(waived)


def _all_young(working: Working) -> Answer:
    applicant = _is_young(working, "born", APPLICANT.words)
    if applicant is Answer.NO:
        return Answer.NO
    match working.answer("has_partner"):
        case Answer.NO:
            return applicant
        case Answer.YES:
            return all_of(applicant, _is_young(working, "partner_born", PARTNER.words))
        case Answer.UNKNOWN:
            return Answer.UNKNOWN


def _is_young(working: Working, born: str, who: Text) -> Answer:
    return not_(is_of_age(working, who, working.day(born), YOUNG_UNDER_AGE, SEARCH))


_START = Text("eerste dag van de bijstand", "first day of the assistance")
HANDLED = Text("in behandeling vanaf", "handled from")
_AROSE_BEFORE = Text("het recht ontstond voor de melding", "the right arose before the report")
_APPLIED_LATER = Text("aangevraagd na de melding", "applied after the report")
_WAIVED = Text("het college wacht de zoektermijn niet af", "the college waives the search period")
