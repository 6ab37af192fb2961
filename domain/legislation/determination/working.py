"""The working-out of a determination: every line is written down as it is computed.

A regulation reads its facts and parameters through a `Working`, computes through it, and concludes
through it. What is not known goes through every step as not known, so that a regulation reads as
the law does, without a check at each line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from domain.legislation.acts import Article
from domain.legislation.determination.answers import answer_of, compared
from domain.legislation.determination.arithmetic import (
    annuity,
    difference,
    percentage,
    product,
    quotient,
    total,
)
from domain.legislation.determination.arithmetic import rounded as round_to
from domain.legislation.determination.determination import (
    Determination,
    Missing,
    MissingKind,
    Outcome,
    Period,
    Result,
)
from domain.legislation.determination.facts import GIVEN_BY_ASKER, Facts
from domain.legislation.determination.lines import (
    Answer,
    Compared,
    Computed,
    Dated,
    Exact,
    Figure,
    Given,
    Line,
    Noted,
    Operation,
    Relation,
    Required,
    Rounding,
    Taken,
)
from domain.legislation.determination.unknown import UNKNOWN, Day, Unknown
from domain.legislation.parameters.parameter import Parameter
from domain.legislation.text import Text
from domain.legislation.units import Unit

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_YES, _NO, _NOT_KNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
_PLAIN = -1
_TAKEN_KEPT = 4096


class Working:
    """One working-out, for one regulation (by its id), its facts, and a day."""

    def __init__(self, regulation: str, facts: Facts, on: dt.date) -> None:
        self.on = on
        self._regulation = regulation
        self._facts = facts
        self._abouts = facts.abouts()
        self._sources = facts.sources
        self._lines: list[Line] = []
        self._read_at: dict[str, int] = {}
        self._missing: dict[str, Missing] = {}
        self._results: list[Result] = []
        self._unresolved = False
        self._refused = False

    # What is given

    def fact(self, name: str) -> Figure:
        """A fact that is a number, by its field's name; unknown when it was not given."""
        about = self._abouts[name]
        if about.unit is None:
            raise TypeError(f"{name} has no unit: it is not a number")
        return self.given(
            name,
            about.label,
            getattr(self._facts, name),
            about.unit,
            self._sources.get(name, GIVEN_BY_ASKER),
        )

    def given(
        self, name: str, label: Text, value: Exact | Unknown, unit: Unit, source: str = ""
    ) -> Figure:
        """A number from a record within the facts (a child, an income); `name` says which."""
        at = self._note(Given(name, label, value, unit, source), value)
        return Figure(at, value, unit)

    def answer(self, name: str) -> Answer:
        """A fact that is yes or no."""
        value = self._read(name)
        if value is True or value is False or value is UNKNOWN:
            return answer_of(value)
        raise TypeError(f"{name} is not a yes or no")

    def day(self, name: str) -> Day:
        """A fact that is a day."""
        value = self._read(name)
        if isinstance(value, dt.date) or value is UNKNOWN:
            return value
        raise TypeError(f"{name} is not a day")

    def choice(self, name: str, kind: type[E]) -> E | Unknown:
        """A fact that is one of a few; raises TypeError when the field holds something else."""
        value = self._read(name)
        if isinstance(value, kind) or value is UNKNOWN:
            return value
        raise TypeError(f"{name} is not a {kind.__name__}")

    def given_answer(
        self, name: str, label: Text, value: bool | Unknown, source: str = ""
    ) -> Answer:
        """A yes or no from a record within the facts."""
        self._note(Given(name, label, value, None, source), value)
        return answer_of(value)

    def given_day(self, name: str, label: Text, value: Day, source: str = "") -> Day:
        """A day from a record within the facts."""
        self._note(Given(name, label, value, None, source), value)
        return value

    def given_choice(
        self, name: str, label: Text, value: E | Unknown, words: Text | None, source: str = ""
    ) -> E | Unknown:
        """One of a few from a record within the facts, with its words."""
        self._note(Given(name, label, value, None, source, words), value)
        return value

    def listed(self, name: str, value: tuple[T, ...] | Unknown) -> tuple[T, ...] | Unknown:
        """A list within the facts (children, debts), written down by its length."""
        count = UNKNOWN if value is UNKNOWN else len(value)
        source = self._sources.get(name, GIVEN_BY_ASKER)
        self._note(Given(name, self._abouts[name].label, count, Unit.COUNT, source), count)
        return value

    def parameter(self, parameter: Parameter, on: dt.date | None = None) -> Figure:
        """A parameter's value on the day of the working-out, or on another day that the law names.

        Unknown (and named as missing) when no value is known for that day.
        """
        taken = _taken(parameter, on or self.on)
        self._lines.append(taken)
        if taken.valid_from is None:
            self._missing[parameter.id] = Missing(
                MissingKind.PARAMETER, parameter.id, parameter.title
            )
        return Figure(len(self._lines) - 1, taken.value, parameter.unit)

    # What is computed

    def add(self, label: Text, *terms: Figure, by: Article | None = None) -> Figure:
        """The sum of terms of one unit."""
        return self._compute(label, Operation.ADD, total, terms, by, None)

    def subtract(self, label: Text, first: Figure, *less: Figure, by: Article | None) -> Figure:
        """The first less the others."""
        return self._compute(label, Operation.SUBTRACT, difference, (first, *less), by, None)

    def multiply(
        self,
        label: Text,
        first: Figure,
        factor: Figure | Exact,
        by: Article | None,
        unit: Unit | None = None,
    ) -> Figure:
        """The first times a figure or a plain number; in the first's unit unless another is
        named."""
        return self._compute(label, Operation.MULTIPLY, product, (first, plain(factor)), by, unit)

    def divide(
        self,
        label: Text,
        first: Figure,
        divisor: Figure | Exact,
        by: Article | None,
        unit: Unit | None = None,
    ) -> Figure:
        """The first divided by a figure or a plain number; in the first's unit unless another is
        named. The divisor is never zero."""
        return self._compute(label, Operation.DIVIDE, quotient, (first, plain(divisor)), by, unit)

    def percentage(
        self, label: Text, of: Figure, percent: Figure | Exact, by: Article | None
    ) -> Figure:
        """So many percent of a figure."""
        share = percent if isinstance(percent, Figure) else Figure(_PLAIN, percent, Unit.PERCENT)
        return self._compute(label, Operation.PERCENTAGE, percentage, (of, share), by, None)

    def least(self, label: Text, *of: Figure, by: Article | None) -> Figure:
        """The lowest of them."""
        return self._compute(label, Operation.LEAST, min, of, by, None)

    def greatest(self, label: Text, *of: Figure, by: Article | None) -> Figure:
        """The highest of them."""
        return self._compute(label, Operation.GREATEST, max, of, by, None)

    def not_below_zero(self, label: Text, figure: Figure, by: Article | None) -> Figure:
        """The figure itself, or zero when it is below zero."""
        zero = Figure(_PLAIN, 0, figure.unit)
        return self._compute(label, Operation.GREATEST, max, (figure, zero), by, None)

    def annuity(
        self, label: Text, debt: Figure, percent: Figure, months: Figure, by: Article | None
    ) -> Figure:
        """The equal monthly payment, to the cent, that pays the debt off in so many months with
        interest of so many percent a year. The months are more than zero."""
        operands = (debt, percent, months)
        return self._compute(
            label, Operation.ANNUITY, annuity, operands, by, Unit.EUROCENT_PER_MONTH
        )

    def rounded(
        self, label: Text, figure: Figure, rounding: Rounding, by: Article | None
    ) -> Figure:
        """The figure as the law rounds it (`by` names the article), or to the cent as it is
        shown."""
        value = figure.value
        outcome = UNKNOWN if value is UNKNOWN else round_to(value, rounding)
        self._lines.append(
            Computed(label, Operation.ROUND, (figure,), outcome, figure.unit, by, rounding)
        )
        return Figure(len(self._lines) - 1, outcome, figure.unit)

    def dated(self, label: Text, value: Day, how: Text, by: Article | None) -> Day:
        """A day that follows from other days; `how` says so in words."""
        self._lines.append(Dated(label, value, how, by))
        return value

    def without_value(self, figure: Figure) -> Figure:
        """The figure as not known: what it depends on is not known either."""
        return Figure(_PLAIN, UNKNOWN, figure.unit)

    # What is tested

    def compare(
        self, label: Text, left: Figure, relation: Relation, right: Figure, by: Article | None
    ) -> Answer:
        """Whether two figures stand so to each other; not known when one of them is not."""
        answer = compared(left.value, relation, right.value)
        self._lines.append(Compared(label, left, relation, right, answer, by))
        return answer

    def compare_days(
        self, label: Text, left: Day, relation: Relation, right: Day, by: Article | None
    ) -> Answer:
        """Whether two days stand so to each other; not known when one of them is not."""
        answer = compared(left, relation, right)
        self._lines.append(Compared(label, left, relation, right, answer, by))
        return answer

    def note(self, words: Text, by: Article | None = None) -> None:
        """Say which part of the law holds here, and why."""
        self._lines.append(Noted(words, by))

    # What it comes to

    def require(self, label: Text, answer: Answer, by: Article | None) -> Answer:
        """A requirement: a no refuses the whole, a not known leaves it undetermined."""
        self._lines.append(Required(label, answer, by))
        return self._weighed(answer)

    def require_compared(
        self, label: Text, left: Figure, relation: Relation, right: Figure, by: Article | None
    ) -> Answer:
        """A requirement that two figures stand so to each other."""
        answer = compared(left.value, relation, right.value)
        self._lines.append(Compared(label, left, relation, right, answer, by, required=True))
        return self._weighed(answer)

    def require_days(
        self, label: Text, left: Day, relation: Relation, right: Day, by: Article | None
    ) -> Answer:
        """A requirement that two days stand so to each other."""
        answer = compared(left, relation, right)
        self._lines.append(Compared(label, left, relation, right, answer, by, required=True))
        return self._weighed(answer)

    def result(self, name: str, label: Text, figure: Figure) -> None:
        """A named outcome that is a number; money stands in whole cents (round it first)."""
        value = figure.value
        if value is UNKNOWN:
            self._unresolved = True
            return
        if isinstance(value, Fraction) and value.denominator == 1:
            value = int(value)
        if figure.unit.is_money and isinstance(value, Fraction):
            raise ValueError(f"{name} is not rounded to the cent")
        self._results.append(Result(name, label, value, figure.unit, figure.line))

    def finding(
        self,
        name: str,
        label: Text,
        value: dt.date | bool | StrEnum | Unknown,
        words: Text | None = None,
    ) -> None:
        """A named outcome that is a day, a yes or no, or one of a few (with its words)."""
        if value is UNKNOWN:
            self._unresolved = True
            return
        self._results.append(Result(name, label, value, words=words))

    def undetermined(self) -> Determination:
        """Conclude that it cannot be said, unless a requirement already refuses it."""
        self._unresolved = True
        return self.conclude()

    def conclude(self, period: Period | None = None) -> Determination:
        """Refused when a requirement is not met; undetermined when something that matters is not
        known; otherwise granted with its results."""
        if self._refused:
            outcome = Outcome.REFUSED
        elif self._unresolved:
            outcome = Outcome.UNDETERMINED
        else:
            outcome = Outcome.GRANTED
        granted = outcome is Outcome.GRANTED
        return Determination(
            regulation=self._regulation,
            on=self.on,
            outcome=outcome,
            results=tuple(self._results) if granted else (),
            period=period if granted else None,
            missing=tuple(self._missing.values()) if outcome is Outcome.UNDETERMINED else (),
            lines=tuple(self._lines),
        )

    def _weighed(self, answer: Answer) -> Answer:
        if answer is _NO:
            self._refused = True
        elif answer is _NOT_KNOWN:
            self._unresolved = True
        return answer

    def _read(self, name: str) -> object:
        value = getattr(self._facts, name)
        about = self._abouts[name]
        words = about.words.get(value) if about.words else None
        source = self._sources.get(name, GIVEN_BY_ASKER)
        self._note(Given(name, about.label, value, about.unit, source, words), value)
        return value

    def _note(self, given: Given, value: object) -> int:
        """On which line the fact stands: one that was read before is not written down again."""
        at = self._read_at.get(given.name)
        if at is not None and self._lines[at] == given:
            return at
        at = self._read_at[given.name] = len(self._lines)
        self._lines.append(given)
        if value is UNKNOWN:
            self._missing[given.name] = Missing(MissingKind.FACT, given.name, given.label)
        return at

    def _compute(
        self,
        label: Text,
        operation: Operation,
        work: Callable[[Sequence[Exact]], Exact],
        operands: tuple[Figure, ...],
        by: Article | None,
        unit: Unit | None,
    ) -> Figure:
        known = [each.value for each in operands if each.value is not UNKNOWN]
        value = work(known) if len(known) == len(operands) else UNKNOWN
        counted_in = unit or operands[0].unit
        self._lines.append(Computed(label, operation, operands, value, counted_in, by))
        return Figure(len(self._lines) - 1, value, counted_in)


@lru_cache(maxsize=_TAKEN_KEPT)
def _taken(parameter: Parameter, on: dt.date) -> Taken:
    held = parameter.on(on)
    if held is None:
        return Taken(parameter, UNKNOWN, None, "", False)
    return Taken(parameter, held.value, held.valid_from, held.source, held.verified)


def plain(value: Figure | Exact, unit: Unit = Unit.RATIO) -> Figure:
    """A plain number of the law (twelve months, one half) as an operand."""
    return value if isinstance(value, Figure) else Figure(_PLAIN, value, unit)
