"""A determination: one outcome of one regulation on one day, with the whole working-out."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from domain.legislation.acts import Article
from domain.legislation.determination.arithmetic import rounded
from domain.legislation.determination.lines import Answer, Compared, Line, Required, Rounding, Taken
from domain.legislation.text import Text
from domain.legislation.units import Unit


class Outcome(StrEnum):
    """Granted, refused, or not to be determined because facts are missing."""

    GRANTED = "granted"
    REFUSED = "refused"
    UNDETERMINED = "undetermined"


class MissingKind(StrEnum):
    """What is missing: a fact of the household, a value of the law, or that day's law itself."""

    FACT = "fact"
    PARAMETER = "parameter"
    LAW = "law"


class Missing(NamedTuple):
    """Something that must be known before the outcome can be: its name, and its words."""

    kind: MissingKind
    name: str
    label: Text


ResultValue: TypeAlias = int | Fraction | dt.date | bool | StrEnum


class Result(NamedTuple):
    """One named outcome. Money is whole cents; `line` is where it stands in the working-out."""

    name: str
    label: Text
    value: ResultValue
    unit: Unit | None = None
    line: int | None = None
    words: Text | None = None


class Period(NamedTuple):
    """First and last day for which the outcome holds; None: until something changes."""

    first: dt.date
    last: dt.date | None = None


class Amount(NamedTuple):
    """Whole euro cents and what they are counted per."""

    cents: int
    unit: Unit


class Determination(NamedTuple):
    """What one regulation gives on one day, and why.

    `results` is empty unless granted; its first is the principal one. `missing` is empty unless
    undetermined. `lines` is the working-out in order: `recompute` can do it over.
    """

    regulation: str
    on: dt.date
    outcome: Outcome
    results: tuple[Result, ...]
    period: Period | None
    missing: tuple[Missing, ...]
    lines: tuple[Line, ...]

    @property
    def amount(self) -> Amount | None:
        """The first result that is money, or None."""
        for result in self.results:
            if result.unit is not None and result.unit.is_money:
                assert isinstance(result.value, int | Fraction)
                return Amount(rounded(result.value, Rounding.TO_CENT), result.unit)
        return None

    def result(self, name: str) -> ResultValue:
        """The result of this name; raises KeyError when there is none."""
        for result in self.results:
            if result.name == name:
                return result.value
        raise KeyError(name)

    def cents(self, name: str) -> int:
        """The result of this name as whole euro cents; raises KeyError or TypeError."""
        value = self.result(name)
        if not isinstance(value, int):
            raise TypeError(f"{name} is not a whole number")
        return value

    @property
    def requirements(self) -> tuple[Required | Compared, ...]:
        """What the law asked for, met or not."""
        return tuple(
            line
            for line in self.lines
            if isinstance(line, Required) or (isinstance(line, Compared) and line.required)
        )

    @property
    def refused_by(self) -> tuple[Required | Compared, ...]:
        """The requirements that are not met."""
        return tuple(each for each in self.requirements if each.answer is Answer.NO)

    @property
    def unverified(self) -> tuple[Taken, ...]:
        """The parameters used whose value was not checked against an official source."""
        return tuple(line for line in self.lines if isinstance(line, Taken) and not line.verified)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article that the working-out stands on, in order, each once."""
        cited = (
            line.parameter.article if isinstance(line, Taken) else getattr(line, "by", None)
            for line in self.lines
        )
        return tuple(dict.fromkeys(article for article in cited if article is not None))
