"""Toeslagpartner: who counts as a partner for the allowances (Awir 3, AWR 5a).

First the partner of the tax law without its rule for the rest of the year (Awir 3 lid 1); else who
lives at the same address and is on the list of Awir 3 lid 2, in its order (lid 4); once a partner,
for the rest of the year at that address (lid 3) and after admission to a care home (lid 6); and
never the exceptions of lid 5, 3a and, from 2026, 3c. A change counts from the next month (Awir 5).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import age_on, first_of_month_on_or_after, month_of, year_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Period,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    all_of,
    any_of,
    not_,
)
from domain.legislation.regulations.toeslagen._partner_facts import (
    Ground,
    Kinship,
    ToeslagpartnerFacts,
)
from domain.legislation.regulations.toeslagen._partner_grounds import (
    ASYLUM,
    CARE_HOME,
    MISSING_DETAINED_OR_ABROAD_FROM,
    ORDER,
    REST_OF_THE_YEAR,
    Asked,
    grounds_of,
    stays_partner,
)
from domain.vocabulary import Agency, Department

_BY_TAX_LAW = Article(Act.AWIR, "3", "1")
_SPOUSE_OR_CONTRACT = Article(Act.AWR, "5a", "1")
_SAME_ADDRESS = Article(Act.AWIR, "3", "2")
_ONE_PARTNER = Article(Act.AWIR, "3", "4")
_FAMILY = Article(Act.AWIR, "3", "5")
_IN_REFUGE = Article(Act.AWIR, "3a")
_MISSING_OR_DETAINED = Article(Act.AWIR, "3c", "1")
_NEXT_MONTH = Article(Act.AWIR, "5")

# From this day a parent and child are never partners; before it they were when both had been 27 at
# the beginning of the year (Awir 3 lid 5, texts of 2024-01-01 and 2025-01-01).
_NEVER_PARENT_AND_CHILD_FROM = dt.date(2025, 1, 1)
_AGE_UNTIL_THEN = 27


def determine(facts: ToeslagpartnerFacts, on: dt.date) -> Determination:
    """Whether these two are partners in the month of this day, and since when."""
    working = Working(ID, facts, on)
    asked = Asked(working)
    grounds = grounds_of(asked, on)
    stays = stays_partner(working, asked, grounds)
    found = any_of(*grounds.values(), stays)
    working.require(
        Text("er is een grond voor partnerschap", "there is a ground for being partners"),
        found,
        _BY_TAX_LAW if Answer.YES in (grounds[each] for each in _BY_TAX) else _SAME_ADDRESS,
    )
    if found is not Answer.NO:
        _require_no_exception(working, asked)
        _require_precedence(working, asked, grounds, stays)
        _since(working)
    return working.conclude(Period(*month_of(on)))


def _require_no_exception(working: Working, asked: Asked) -> None:
    requests = [("no_partner_on_request", CARE_HOME), ("in_refuge_on_request", _IN_REFUGE)]
    if working.on >= MISSING_DETAINED_OR_ABROAD_FROM:
        requests.append(("missing_or_detained_on_request", _MISSING_OR_DETAINED))
    for name, by in requests:
        working.require(_NOT_ON_REQUEST, not_(asked(name)), by)
    working.require(
        Text("geen familie in de eerste graad", "no family in the first degree"),
        not_(_excluded_family(working, asked)),
        _FAMILY,
    )
    working.require(
        Text("geen vroeger pleegkind of kind", "no former foster child or child"),
        not_(_excluded_foster_child(working, asked)),
        _FAMILY,
    )


def _excluded_family(working: Working, asked: Asked) -> Answer:
    match working.choice("kinship", Kinship):
        case Kinship.NONE:
            return Answer.NO
        case Kinship.BLOOD:
            family = Answer.YES
        case Kinship.AFFINITY:
            family = asked("kinship_request")
        case _:
            family = Answer.UNKNOWN
    if family is Answer.NO or working.on >= _NEVER_PARENT_AND_CHILD_FROM:
        return family
    return all_of(family, any_of(_under_27(working, "born"), _under_27(working, "other_born")))


def _excluded_foster_child(working: Working, asked: Asked) -> Answer:
    foster = asked("foster_request")
    if foster is Answer.NO or working.on >= _NEVER_PARENT_AND_CHILD_FROM:
        return foster
    return all_of(foster, _under_27(working, "other_born", working.on))


def _under_27(working: Working, name: str, on: dt.date | None = None) -> Answer:
    """Under 27 on that day; at the beginning of the year when no day is named."""
    age = age_on(working.day(name), on or year_of(working.on)[0])
    if isinstance(age, Unknown):
        return Answer.UNKNOWN
    return Answer.YES if age < _AGE_UNTIL_THEN else Answer.NO


def _require_precedence(
    working: Working, asked: Asked, grounds: dict[Ground, Answer], stays: Answer
) -> None:
    other = working.choice("other_candidate", Ground)
    if other is Ground.NOBODY:
        return
    first = Answer.UNKNOWN
    if not isinstance(other, Unknown):
        before = [grounds[each] for each in ORDER[: ORDER.index(other)]]
        first = any_of(*before)
        if first is not Answer.YES:
            equal = any_of(grounds[other], stays)
            first = any_of(first, all_of(equal, asked("this_bond_first")))
    working.require(
        Text("deze persoon gaat voor de ander", "this person comes before the other"),
        first,
        _ONE_PARTNER,
    )


def _since(working: Working) -> None:
    since = working.dated(
        _SINCE,
        _from_month(working.day("began")),
        Text(
            "de eerste dag van de maand op of na de dag waarop het begon",
            "the first day of a month on or after the day it began",
        ),
        _NEXT_MONTH,
    )
    working.require_days(
        Text("partner in deze maand", "partner in this month"),
        since,
        Relation.AT_MOST,
        month_of(working.on)[0],
        _NEXT_MONTH,
    )
    working.finding("partner", Text("toeslagpartner", "allowance partner"), True)
    working.finding("since", _SINCE, since)


def _from_month(began: Day) -> Day:
    return UNKNOWN if isinstance(began, Unknown) else first_of_month_on_or_after(began)


ID = "toeslagpartner"

_SINCE = Text("partner vanaf", "partner since")
_NOT_ON_REQUEST = Text("niet op verzoek geen partners", "not without a partner on request")
_BY_TAX = (Ground.SPOUSE, Ground.CONTRACT)

REGULATION = Regulation(
    id=ID,
    title=Text("Toeslagpartner", "Allowance partner"),
    summary=Text(
        "Of twee mensen voor de toeslagen elkaars partner zijn, en vanaf wanneer.",
        "Whether two people are each other's partner for the allowances, and since when.",
    ),
    articles=(
        _BY_TAX_LAW,
        _SPOUSE_OR_CONTRACT,
        _SAME_ADDRESS,
        REST_OF_THE_YEAR,
        _ONE_PARTNER,
        _FAMILY,
        CARE_HOME,
        _IN_REFUGE,
        _MISSING_OR_DETAINED,
        ASYLUM,
        _NEXT_MONTH,
    ),
    facts=ToeslagpartnerFacts,
    determine=determine,
    parameters=(),
    granted=Text("Er is een toeslagpartner", "There is an allowance partner"),
    refused=Text("Er is geen toeslagpartner", "There is no allowance partner"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
)
