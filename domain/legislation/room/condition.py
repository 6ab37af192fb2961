"""A condition of law on one named fact, answered with yes, no or not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from domain.legislation.determination.answers import answer_of
from domain.legislation.determination.arithmetic import holds
from domain.legislation.determination.lines import Answer, Relation
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.text import Text

FactValue: TypeAlias = bool | int | str | dt.date


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that stands so to a value; `words` is the condition as it reads in a sentence.

    Only numbers and days have an order: yes or no, and words, can only be equal.
    """

    fact: str
    relation: Relation
    value: FactValue
    words: Text

    def __post_init__(self) -> None:
        if self.relation is not Relation.EQUAL and isinstance(self.value, bool | str):
            raise ValueError(f"{self.fact} has no order")

    def answer(self, facts: Mapping[str, FactValue | Unknown]) -> Answer:
        """Whether it holds; not known without the fact. Raises TypeError for a fact of another
        type than the law's value."""
        held = facts.get(self.fact, UNKNOWN)
        if isinstance(held, Unknown):
            return Answer.UNKNOWN
        if type(held) is not type(self.value):
            raise TypeError(f"{self.fact} is a {type(self.value).__name__}")
        if isinstance(held, bool | str) or isinstance(self.value, bool | str):
            return answer_of(held == self.value)
        return answer_of(holds(_number(held), self.relation, _number(self.value)))


def _number(value: int | dt.date) -> int:
    return value.toordinal() if isinstance(value, dt.date) else value
