"""An exception that must be applied when its conditions hold: no room, and no choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.legislation.acts import Article
from domain.legislation.determination.answers import all_of, any_of
from domain.legislation.determination.lines import Answer
from domain.legislation.determination.unknown import Unknown
from domain.legislation.room.condition import Condition, FactValue
from domain.legislation.text import Text


@dataclass(frozen=True, slots=True)
class MandatoryException:
    """`article` excepts from the rule in `excepts` when all of `all_of`, and one of `any_of`, hold.

    `regulation` is the id of the regulation that applies it; empty when none does yet. It is
    written for days from `known_from`, and holds until `valid_until` where the law has ended it.
    `against_household` says that the household is worse off by it.
    """

    id: str
    article: Article
    excepts: Article
    effect: Text
    regulation: str
    known_from: dt.date
    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()
    valid_until: dt.date | None = None
    against_household: bool = False

    @property
    def conditions(self) -> Iterator[Condition]:
        """Every condition, those that must all hold first."""
        yield from self.all_of
        yield from self.any_of

    def applies(self, facts: Mapping[str, FactValue | Unknown]) -> Answer:
        """Whether the exception must be applied: yes, no, or not known for want of a fact."""
        answers = [condition.answer(facts) for condition in self.all_of]
        if self.any_of:
            answers.append(any_of(*(condition.answer(facts) for condition in self.any_of)))
        return all_of(*answers)

    def in_force(self, on: dt.date) -> bool:
        """Whether it holds on this day, as far as it is written here."""
        return self.known_from <= on and (self.valid_until is None or on <= self.valid_until)
