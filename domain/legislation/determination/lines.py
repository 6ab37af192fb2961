"""The lines of a working-out: what was given, which parameter was taken, what was computed."""

from __future__ import annotations

import datetime as dt
from enum import Enum, StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from domain.legislation.acts import Article
from domain.legislation.determination.unknown import Unknown
from domain.legislation.parameters.parameter import Parameter
from domain.legislation.text import Text
from domain.legislation.units import Unit

Exact: TypeAlias = int | Fraction
"""A number without rounding."""


class Figure(NamedTuple):
    """A number that stands on a line of the working-out, or a plain number of the law (line -1)."""

    line: int
    value: Exact | Unknown
    unit: Unit


class Answer(Enum):
    """Yes, no, or not known: an unknown answer is never a yes and never a no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Operation(StrEnum):
    """What a computed line does with its operands."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"
    PERCENTAGE = "percentage"
    LEAST = "least"
    GREATEST = "greatest"
    ANNUITY = "annuity"
    ROUND = "round"


class Rounding(StrEnum):
    """How a result is rounded. `TO_CENT` (half up) is how an amount is shown when the law itself
    does not round; the others only where an article says so."""

    TO_CENT = "to_cent"
    DOWN_TO_CENT = "down_to_cent"
    UP_TO_CENT = "up_to_cent"
    TO_EURO = "to_euro"
    DOWN_TO_EURO = "down_to_euro"
    UP_TO_EURO = "up_to_euro"
    DOWN_TO_WHOLE = "down_to_whole"
    UP_TO_WHOLE = "up_to_whole"
    TO_WHOLE = "to_whole"


class Relation(StrEnum):
    """How two numbers or days are compared."""

    LESS = "less"
    AT_MOST = "at_most"
    EQUAL = "equal"
    AT_LEAST = "at_least"
    MORE = "more"


class Given(NamedTuple):
    """A fact that was given, or is not known. `value` is as the facts class holds it."""

    name: str
    label: Text
    value: object
    unit: Unit | None
    source: str
    words: Text | None = None


class Taken(NamedTuple):
    """A parameter of law with its value on the day, or one that has no known value then."""

    parameter: Parameter
    value: Exact | Unknown
    valid_from: dt.date | None
    source: str
    verified: bool


class Computed(NamedTuple):
    """An intermediate result: an operation over earlier lines."""

    label: Text
    operation: Operation
    operands: tuple[Figure, ...]
    value: Exact | Unknown
    unit: Unit
    by: Article | None
    rounding: Rounding | None = None


class Compared(NamedTuple):
    """Two numbers or days held against each other; `required` when the law asks for a yes."""

    label: Text
    left: Figure | dt.date | Unknown
    relation: Relation
    right: Figure | dt.date | Unknown
    answer: Answer
    by: Article | None
    required: bool = False


class Required(NamedTuple):
    """A requirement of the law and whether it is met."""

    label: Text
    answer: Answer
    by: Article | None


class Dated(NamedTuple):
    """A day that follows from other days, and how."""

    label: Text
    value: dt.date | Unknown
    how: Text
    by: Article | None


class Noted(NamedTuple):
    """Words without a number: which part of the law holds, and why."""

    words: Text
    by: Article | None


Line: TypeAlias = Given | Taken | Computed | Compared | Required | Dated | Noted
