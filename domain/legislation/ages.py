"""The ages at which the law changes something for a household."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.legislation.acts import Act, Article
from domain.legislation.calendar import day_aged
from domain.legislation.pension_age import pension_day_of
from domain.legislation.text import Text


class Effect(StrEnum):
    """Whether a household mostly gains or loses by the change, or must do something."""

    GAINS = "gains"
    LOSES = "loses"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Age:
    """An age in full years and what changes at it; the pension age has no `years`."""

    years: int | None
    what: Text
    articles: tuple[Article, ...]
    effect: Effect

    def reached_on(self, born: dt.date) -> dt.date:
        """The day on which somebody born on that day reaches it."""
        if self.years is None:
            return pension_day_of(born)
        return day_aged(born, self.years)


AGES = (
    Age(
        6,
        Text("6 jaar: de kinderbijslag stijgt", "6 years: child benefit rises"),
        (Article(Act.AKW, "12", "3"),),
        Effect.GAINS,
    ),
    Age(
        12,
        Text(
            "12 jaar: kinderbijslag en kindgebonden budget stijgen",
            "12 years: child benefit and child budget rise",
        ),
        (Article(Act.AKW, "12", "3"), Article(Act.WKGB, "2", "4")),
        Effect.GAINS,
    ),
    Age(
        16,
        Text(
            "16 jaar: het kindgebonden budget stijgt; voor kinderbijslag telt nu ook onderwijs",
            "16 years: the child budget rises; for child benefit schooling now counts as well",
        ),
        (Article(Act.WKGB, "2", "5"), Article(Act.AKW, "7", "2")),
        Effect.CHANGES,
    ),
    Age(
        18,
        Text(
            "18 jaar: kinderbijslag en kindgebonden budget stoppen; eigen zorgpremie en "
            "zorgtoeslag",
            "18 years: child benefit and child budget stop; health premium and allowance of one's "
            "own",
        ),
        (Article(Act.AKW, "7", "1"), Article(Act.WKGB, "2", "1"), Article(Act.ZVW, "16", "2")),
        Effect.LOSES,
    ),
    Age(
        21,
        Text(
            "21 jaar: de lagere bijstandsnorm voor jongeren eindigt",
            "21 years: the lower assistance norm for the young ends",
        ),
        (Article(Act.PW, "20"), Article(Act.PW, "21")),
        Effect.GAINS,
    ),
    Age(
        27,
        Text(
            "27 jaar: telt mee als kostendeler en verlaagt de bijstand van huisgenoten",
            "27 years: counts as a cost sharer and lowers the assistance of others in the home",
        ),
        (Article(Act.PW, "19a", "1"), Article(Act.PW, "22a", "1")),
        Effect.LOSES,
    ),
    Age(
        None,
        Text(
            "AOW-leeftijd: AOW aanvragen; bijstand en UWV-uitkering eindigen",
            "pension age: apply for AOW; assistance and UWV benefits end",
        ),
        (Article(Act.AOW, "7a", "1"),),
        Effect.CHANGES,
    ),
)
