"""The award that follows from a right: whole euros, and nothing below a small amount (Awir 14).

A right is determined by the month, an award by the year. What is awarded over a year is said here
for a year in which every month is as the one asked about.
"""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    plain,
)
from domain.legislation.parameters import parameter

LEAST = parameter("awir_laagste_toekenning")

WHOLE_EUROS = Article(Act.AWIR, "14", "4")
NOT_BELOW = Article(Act.AWIR, "14", "5")

_MONTHS = 12


def conclude_award(working: Working, year: Figure) -> None:
    """The result `award_per_year`: the right over a year as it is awarded, in euro cents."""
    award = working.rounded(_AWARD, year, Rounding.TO_EURO, WHOLE_EUROS)
    enough = working.compare(_ENOUGH, award, Relation.AT_LEAST, working.parameter(LEAST), NOT_BELOW)
    if enough is Answer.NO:
        working.note(_NOT_AWARDED, NOT_BELOW)
        award = working.least(_AWARD, award, plain(0, award.unit), by=NOT_BELOW)
    working.result("award_per_year", _AWARD, award)


def conclude_award_of_months(working: Working, month: Figure) -> None:
    """The same, for a right of so much in each of the twelve months."""
    label = Text("twaalf maanden", "twelve months")
    year = working.multiply(label, month, _MONTHS, WHOLE_EUROS, Unit.EUROCENT_PER_YEAR)
    conclude_award(working, year)


_AWARD = Text(
    "toe te kennen over een jaar waarin elke maand zo is",
    "to be awarded over a year in which every month is like this",
)
_ENOUGH = Text("genoeg om toe te kennen", "enough to be awarded")
_NOT_AWARDED = Text(
    "over het hele jaar is dit te weinig: dan wordt niets toegekend",
    "over the whole year this is too little: nothing is awarded then",
)
