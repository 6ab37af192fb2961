"""The household of a tenant: who counts, how old they are, and their income together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from domain.legislation.calendar import birthday, month_of, year_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Day,
    Figure,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    abouts,
    all_of,
    any_of,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen.huurtoeslag._facts import HuurtoeslagFacts, Resident

_CHILD_INCOME_FREE_UNDER = 23

# From this day the exemption is also for who was fostered or had child benefit in any year (Awir 7
# lid 6, texts of 2025-07-01 and 2026-01-01).
_FOSTERED_TOO_FROM = dt.date(2026, 1, 1)

EXEMPT_INCOME_OF_A_CHILD = parameter("ht_vrijstelling_inkomen_kind")

MEMBERS = Article(Act.WHT, "2")
CALCULATION_INCOME = Article(Act.AWIR, "7", "2")
CHILD_INCOME = Article(Act.AWIR, "7", "6")
_FROM_THE_NEXT_MONTH = Article(Act.AWIR, "5")

_SAID = abouts(Resident)
_REACHED = {
    age: Text(f"{age} jaar op de eerste dag van de maand", f"{age} on the first day of the month")
    for age in (18, 21, 23)
}
_UNDER_23 = Text("op 1 januari nog geen 23 jaar", "not yet 23 on 1 January")
_TOGETHER = Text("rekeninkomen van het huishouden", "income of the household")


@dataclass(frozen=True, slots=True)
class Household:
    """A tenant with a partner or not, and the residents with their days of birth (Wht 2)."""

    born: Day
    has_partner: bool
    residents: tuple[Resident, ...]
    residents_born: tuple[Day, ...]

    @property
    def size(self) -> int:
        """How many persons it is of, subtenants left out."""
        return 1 + self.has_partner + len(self.residents)

    @property
    def of_several(self) -> bool:
        """Whether it is a meerpersoonshuishouden."""
        return self.size > 1


def household_of(working: Working, facts: HuurtoeslagFacts, born: Day) -> Household | None:
    """The household of a tenant born on that day; None when it is not known who belong to it."""
    partner = working.answer("has_partner")
    residents = working.listed("residents", facts.residents)
    if partner is Answer.UNKNOWN or isinstance(residents, Unknown):
        return None
    births = tuple(_born(working, index, each) for index, each in enumerate(residents))
    household = Household(born, partner is Answer.YES, residents, births)
    working.note(
        Text("dit is een meerpersoonshuishouden", "this is a household of several")
        if household.of_several
        else Text("dit is een eenpersoonshuishouden", "this is a household of one"),
        MEMBERS,
    )
    return household


def has_reached(working: Working, born: Day, age: int) -> Answer:
    """Whether an age of 18, 21 or 23 counts in the month: a birthday after the first counts from
    the next."""
    return working.compare_days(
        _REACHED[age],
        birthday(born, age),
        Relation.AT_MOST,
        month_of(working.on)[0],
        _FROM_THE_NEXT_MONTH,
    )


def full_rent_limit_applies(working: Working, household: Household, grown_from: int) -> Answer:
    """Whether the household is not only of young people (Wht 13 lid 1 onder a)."""
    answer = Answer.NO
    for each in _reasons_for_the_full_limit(working, household, grown_from):
        answer = any_of(answer, each)
        if answer is Answer.YES:
            break
    return answer


def _reasons_for_the_full_limit(
    working: Working, household: Household, grown_from: int
) -> Iterator[Answer]:
    yield has_reached(working, household.born, grown_from)
    if household.has_partner:
        yield has_reached(working, working.day("partner_born"), grown_from)
    for index, resident in enumerate(household.residents):
        yield has_reached(working, household.residents_born[index], grown_from)
        yield _is_descendant(working, index, resident)
    yield working.answer("disabled")


def _born(working: Working, index: int, resident: Resident) -> Day:
    return working.given_day(f"residents[{index}].born", _SAID["born"].label, resident.born)


def calculation_income(working: Working, household: Household) -> Figure:
    """The test incomes of all, those of children under 23 above an exempt amount (Awir 7)."""
    incomes = [working.fact("income")]
    if household.has_partner:
        incomes.append(working.fact("partner_income"))
    incomes += [
        _counted_income(working, index, resident, household.residents_born[index])
        for index, resident in enumerate(household.residents)
    ]
    return working.add(_TOGETHER, *incomes, by=CALCULATION_INCOME)


def _counted_income(working: Working, index: int, resident: Resident, born: Day) -> Figure:
    income = working.given(
        f"residents[{index}].income",
        _SAID["income"].label,
        resident.income,
        Unit.EUROCENT_PER_YEAR,
    )
    match _has_exempt_income(working, index, resident, born):
        case Answer.NO:
            return income
        case Answer.UNKNOWN:
            return working.without_value(income)
        case Answer.YES:
            above = working.subtract(
                Text("inkomen min het vrijgestelde", "income less what is exempt"),
                income,
                working.parameter(EXEMPT_INCOME_OF_A_CHILD),
                by=CHILD_INCOME,
            )
            counts = Text("inkomen dat meetelt", "income that counts")
            return working.not_below_zero(counts, above, CHILD_INCOME)


def _has_exempt_income(working: Working, index: int, resident: Resident, born: Day) -> Answer:
    young = working.compare_days(
        _UNDER_23,
        birthday(born, _CHILD_INCOME_FREE_UNDER),
        Relation.MORE,
        year_of(working.on)[0],
        CHILD_INCOME,
    )
    if young is Answer.NO:
        return young
    return all_of(young, _is_like_a_child(working, index, resident))


def _is_like_a_child(working: Working, index: int, resident: Resident) -> Answer:
    descendant = _is_descendant(working, index, resident)
    if descendant is Answer.YES or working.on < _FOSTERED_TOO_FROM:
        return descendant
    name, label = f"residents[{index}].fostered", _SAID["fostered"].label
    return any_of(descendant, working.given_answer(name, label, resident.fostered))


def _is_descendant(working: Working, index: int, resident: Resident) -> Answer:
    return working.given_answer(
        f"residents[{index}].descendant", _SAID["descendant"].label, resident.descendant
    )
