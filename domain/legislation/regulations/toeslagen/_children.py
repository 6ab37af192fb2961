"""A child for whom kindgebonden budget may be claimed: whether it counts, and for how much.

The months are those of Wkgb 2: from the month after birth or coming into the household, up to and
including the month of the eighteenth birthday; the increases from the month after the twelfth and
the sixteenth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import first_of_month_after_age
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    Day,
    Figure,
    Number,
    Relation,
    Text,
    Unit,
    Working,
    YesNo,
    abouts,
    all_of,
)
from domain.legislation.parameters import Parameter, parameter

_JOINED, _TWELVE, _SIXTEEN, _EIGHTEEN = 0, 12, 16, 18

PER_CHILD = parameter("wkb_per_kind")
FROM_TWELVE = parameter("wkb_12_15")
FROM_SIXTEEN = parameter("wkb_16_17")

CLAIM = Article(Act.WKGB, "2", "1")
PER_YEAR = Article(Act.WKGB, "2", "2")
FROM_THE_NEXT_MONTH = Article(Act.WKGB, "2", "3")
SIXTEEN = Article(Act.WKGB, "2", "5")
CHILD_RESIDENCE = Article(Act.WKGB, "1", "5")


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetChild:
    """One child, in the month of the day asked."""

    born: Annotated[Day, About("geboortedatum van het kind", "child's date of birth")] = UNKNOWN
    in_household_since: Annotated[
        Day,
        About(
            "dag waarop het kind is geboren of tot het huishouden is gaan behoren",
            "day on which the child was born or came into the household",
        ),
    ] = UNKNOWN
    child_benefit: Annotated[
        YesNo,
        About(
            "voor het kind wordt aan deze ouder kinderbijslag betaald, of zou worden betaald "
            "zonder de eis van onderwijs voor een kind van 16 of 17",
            "child benefit is paid to this parent for the child, or would be but for the "
            "duty of schooling of a child of 16 or 17",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo,
        About(
            "het kind is Nederlander of verblijft rechtmatig in Nederland",
            "the child is Dutch or resides lawfully in the Netherlands",
        ),
    ] = UNKNOWN
    lives_in_europe: Annotated[
        YesNo,
        About(
            "het kind woont in Nederland, de EU, de EER of Zwitserland",
            "the child lives in the Netherlands, the EU, the EEA or Switzerland",
        ),
    ] = UNKNOWN
    country_factor: Annotated[
        Number,
        About(
            "verhoudingsgetal van het woonland van het kind in procenten",
            "ratio of the child's country of residence in percent",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN


_SAID = abouts(BudgetChild)
_AGE_REACHED = {
    age: Text(f"{age} jaar vóór deze maand", f"{age} before this month")
    for age in (_TWELVE, _SIXTEEN)
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A child in a working-out, by its place in the list, with its day of birth as read."""

    index: int
    child: BudgetChild
    born: Day

    def name(self, field: str) -> str:
        """How a fact of this child is named."""
        return f"children[{self.index}].{field}"


def asked(working: Working, index: int, child: BudgetChild) -> Asked:
    """The child with its day of birth read."""
    name = f"children[{index}].born"
    return Asked(index, child, working.given_day(name, _SAID["born"].label, child.born))


def counts(working: Working, child: Asked, partner_unlawful: Answer) -> Answer:
    """Whether there is a claim for this child in the month (Wkgb 2 lid 1, 1 lid 5)."""
    answer = all_of(
        _paid_child_benefit(working, child),
        _after_coming(working, child),
        _until_eighteen(working, child),
    )
    if answer is Answer.NO or partner_unlawful is Answer.NO:
        return answer
    resides = working.given_answer(
        child.name("lawful_residence"),
        _SAID["lawful_residence"].label,
        child.child.lawful_residence,
    )
    if resides is Answer.YES:
        return answer
    return all_of(answer, Answer.UNKNOWN if partner_unlawful is Answer.UNKNOWN else resides)


def amounts(working: Working, child: Asked) -> tuple[Figure, ...]:
    """What the child is counted for in a year: the amount and the increase for its age."""
    per_child = working.parameter(PER_CHILD)
    sixteen = _reached(working, child, _SIXTEEN, SIXTEEN)
    if sixteen is Answer.YES:
        return per_child, working.parameter(FROM_SIXTEEN)
    twelve = _reached(working, child, _TWELVE, FROM_THE_NEXT_MONTH)
    return _with_increase_from_twelve(working, per_child, twelve)


def lives_in_europe(working: Working, child: Asked) -> Answer:
    """Whether the amounts are those of the law, without a ratio of the country (Wkgb 2 lid 12)."""
    return working.given_answer(
        child.name("lives_in_europe"), _SAID["lives_in_europe"].label, child.child.lives_in_europe
    )


def country_factor(working: Working, child: Asked) -> Figure:
    """The ratio of the child's country in percent, of which 100 is the most."""
    return working.given(
        child.name("country_factor"),
        _SAID["country_factor"].label,
        child.child.country_factor,
        Unit.PERCENT,
    )


def _with_increase_from_twelve(
    working: Working, per_child: Figure, twelve: Answer
) -> tuple[Figure, ...]:
    match twelve:
        case Answer.YES:
            return per_child, working.parameter(FROM_TWELVE)
        case Answer.NO:
            return (per_child,)
        case Answer.UNKNOWN:
            return (working.without_value(per_child),)


def _paid_child_benefit(working: Working, child: Asked) -> Answer:
    label = _SAID["child_benefit"].label
    return working.given_answer(child.name("child_benefit"), label, child.child.child_benefit)


def _after_coming(working: Working, child: Asked) -> Answer:
    since = working.given_day(
        child.name("in_household_since"),
        _SAID["in_household_since"].label,
        child.child.in_household_since,
    )
    return working.compare_days(
        Text("vanaf de maand erna", "from the month after"),
        first_of_month_after_age(since, _JOINED),
        Relation.AT_MOST,
        working.on,
        CLAIM,
    )


def _until_eighteen(working: Working, child: Asked) -> Answer:
    return working.compare_days(
        Text("tot en met de maand van 18 jaar", "up to the month of eighteen"),
        first_of_month_after_age(child.born, _EIGHTEEN),
        Relation.MORE,
        working.on,
        CLAIM,
    )


def _reached(working: Working, child: Asked, age: int, by: Article) -> Answer:
    return working.compare_days(
        _AGE_REACHED[age],
        first_of_month_after_age(child.born, age),
        Relation.AT_MOST,
        working.on,
        by,
    )


PARAMETERS: tuple[Parameter, ...] = (PER_CHILD, FROM_TWELVE, FROM_SIXTEEN)
