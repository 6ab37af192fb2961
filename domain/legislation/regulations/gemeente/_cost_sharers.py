"""How many co-residents share the costs (Pw 19a): 27 or older, and none of the exceptions.

Works through the `Working` that it is given.
"""

from __future__ import annotations

from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    abouts,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.gemeente._co_residents import CoResident
from domain.legislation.regulations.gemeente._household import (
    IN_BALANCE_SINCE,
    HouseholdFacts,
    is_of_age,
)

COST_SHARER_FROM_AGE = parameter("pw_kostendeler_leeftijd")

COST_SHARER = Article(Act.PW, "19a", "1")
_CARER_ELSEWHERE = Article(Act.PW, "22a", "4")


def cost_sharers(working: Working, facts: HouseholdFacts) -> int | Unknown:
    """How many co-residents share the costs (19a); none while caring elsewhere (22a lid 4)."""
    if working.on >= IN_BALANCE_SINCE:
        match working.answer("cares_elsewhere"):
            case Answer.YES:
                working.note(_CARES_ELSEWHERE, _CARER_ELSEWHERE)
                return 0
            case Answer.UNKNOWN:
                return UNKNOWN
    listed = working.listed("co_residents", facts.co_residents)
    if isinstance(listed, Unknown):
        return UNKNOWN
    shares = [_shares_costs(working, index, each) for index, each in enumerate(listed)]
    return UNKNOWN if Answer.UNKNOWN in shares else shares.count(Answer.YES)


def _shares_costs(working: Working, index: int, resident: CoResident) -> Answer:
    name = f"co_residents[{index}]"
    who = Text(f"medebewoner {index + 1}", f"co-resident {index + 1}")
    old_enough = _is_old_enough(working, name, who, resident)
    if old_enough is Answer.NO:
        return Answer.NO
    excepted = _is_excepted(working, name, resident)
    if excepted is Answer.YES:
        working.note(
            Text(f"{who.nl} deelt de kosten niet", f"{who.en} does not share the costs"),
            COST_SHARER,
        )
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in (old_enough, excepted) else Answer.YES


def _is_old_enough(working: Working, name: str, who: Text, resident: CoResident) -> Answer:
    born = working.given_day(f"{name}.born", _ABOUT["born"].label, resident.born)
    age = working.parameter(COST_SHARER_FROM_AGE).value
    if isinstance(age, Unknown):
        return Answer.UNKNOWN
    return is_of_age(working, who, born, int(age), COST_SHARER)


def _is_excepted(working: Working, name: str, resident: CoResident) -> Answer:
    """Onder b, c and d; each is read only when the ones before do not settle it."""
    commercial = _told(working, name, "commercial_agreement", resident.commercial_agreement)
    if commercial is not Answer.NO:
        related = _told(working, name, "close_relative", resident.close_relative)
        if related is Answer.YES:
            commercial = Answer.NO
        elif related is Answer.UNKNOWN:
            commercial = Answer.UNKNOWN
    if commercial is Answer.YES:
        return Answer.YES
    landlord = _told(working, name, "same_landlord", resident.same_landlord)
    if landlord is Answer.YES:
        return Answer.YES
    education = _told(working, name, "in_education", resident.in_education)
    return any_of(commercial, landlord, education)


def _told(working: Working, name: str, field: str, value: YesNo) -> Answer:
    return working.given_answer(f"{name}.{field}", _ABOUT[field].label, value)


def persons(number: int) -> Figure:
    """A number of persons as an operand."""
    return plain(number, Unit.PERSONS)


_ABOUT = abouts(CoResident)
_CARES_ELSEWHERE = Text(
    "medebewoners tellen niet, omdat de belanghebbende elders mantelzorg geeft",
    "co-residents do not count, because the applicant gives informal care elsewhere",
)
