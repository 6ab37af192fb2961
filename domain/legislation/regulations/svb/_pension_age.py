"""The day on which somebody reaches the pension age (AOW 7a), which rises by the year."""

from __future__ import annotations

from domain.legislation.determination import UNKNOWN, Act, Article, Day, Text, Unknown, Working
from domain.legislation.pension_age import PENSION_AGE, pension_day_of

_PENSION_AGE = Article(Act.AOW, "7a", "1")
_HOW = Text(
    "de leeftijd van het jaar waarin zij is bereikt", "the age of the year it is reached in"
)
_REACHED = Text("pensioengerechtigde leeftijd bereikt", "pension age reached")
_PARTNER_REACHED = Text(
    "pensioengerechtigde leeftijd van de partner bereikt", "pension age of the partner reached"
)


def pension_day(working: Working, born: Day, *, partner: bool = False) -> Day:
    """The day that the pension age is reached, written down; unknown when the birth is."""
    label = _PARTNER_REACHED if partner else _REACHED
    if isinstance(born, Unknown):
        return working.dated(label, UNKNOWN, _HOW, _PENSION_AGE)
    reached = pension_day_of(born)
    working.parameter(PENSION_AGE, reached)
    return working.dated(label, reached, _HOW, _PENSION_AGE)
