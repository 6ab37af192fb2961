"""The operations of a working-out, exactly: the only place where a number is computed or
rounded."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from fractions import Fraction
from functools import reduce

from domain.legislation.determination.lines import Exact, Operation, Relation, Rounding

_CENTS_PER_EURO = 100
_PERCENT = 100
_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30, 360
_ANNUITY_DIGITS = Context(prec=50, rounding=ROUND_HALF_UP)


def operate(operation: Operation, values: Sequence[Exact], rounding: Rounding | None) -> Exact:
    """The exact outcome of one operation; raises ZeroDivisionError as Python does."""
    if rounding is not None:
        return rounded(values[0], rounding)
    return OPERATIONS[operation](values)


def total(values: Sequence[Exact]) -> Exact:
    """The sum."""
    return reduce(_plus, values)


def difference(values: Sequence[Exact]) -> Exact:
    """The first less the others."""
    return reduce(_minus, values)


def product(values: Sequence[Exact]) -> Exact:
    """The first times the second."""
    return values[0] * values[1]


def quotient(values: Sequence[Exact]) -> Exact:
    """The first divided by the second; raises ZeroDivisionError."""
    first, second = values
    return Fraction(first.numerator * second.denominator, first.denominator * second.numerator)


def percentage(values: Sequence[Exact]) -> Exact:
    """So many (the second) percent of the first."""
    of, percent = values
    return Fraction(
        of.numerator * percent.numerator, of.denominator * percent.denominator * _PERCENT
    )


def annuity(values: Sequence[Exact]) -> Exact:
    """The equal monthly payment, to the cent, that pays a debt off with its interest.

    Interest is compounded by the day, in months of 30 and a year of 360 days (Wsf 6.4 lid 2, 4).
    """
    debt, percent, months = values
    if percent == 0:
        return rounded(Fraction(debt) / months, Rounding.TO_CENT)
    exact = _ANNUITY_DIGITS
    daily = exact.divide(
        Decimal(percent.numerator), Decimal(percent.denominator * _PERCENT * _DAYS_IN_YEAR)
    )
    monthly = exact.subtract(exact.power(exact.add(Decimal(1), daily), _DAYS_IN_MONTH), Decimal(1))
    left = exact.power(exact.add(Decimal(1), monthly), -int(months))
    share = exact.divide(monthly, exact.subtract(Decimal(1), left))
    return rounded(Fraction(debt) * Fraction(share), Rounding.TO_CENT)


OPERATIONS: dict[Operation, Callable[[Sequence[Exact]], Exact]] = {
    Operation.ADD: total,
    Operation.SUBTRACT: difference,
    Operation.MULTIPLY: product,
    Operation.DIVIDE: quotient,
    Operation.PERCENTAGE: percentage,
    Operation.LEAST: min,
    Operation.GREATEST: max,
    Operation.ANNUITY: annuity,
}


class _Direction(Enum):
    DOWN = "down"
    HALF_UP = "half_up"
    UP = "up"


_HOW: dict[Rounding, tuple[int, _Direction]] = {
    Rounding.TO_CENT: (1, _Direction.HALF_UP),
    Rounding.DOWN_TO_CENT: (1, _Direction.DOWN),
    Rounding.UP_TO_CENT: (1, _Direction.UP),
    Rounding.TO_EURO: (_CENTS_PER_EURO, _Direction.HALF_UP),
    Rounding.DOWN_TO_EURO: (_CENTS_PER_EURO, _Direction.DOWN),
    Rounding.UP_TO_EURO: (_CENTS_PER_EURO, _Direction.UP),
    Rounding.TO_WHOLE: (1, _Direction.HALF_UP),
    Rounding.DOWN_TO_WHOLE: (1, _Direction.DOWN),
    Rounding.UP_TO_WHOLE: (1, _Direction.UP),
}


def rounded(value: Exact, rounding: Rounding) -> int:
    """A whole number of cents, of euros (in cents) or of units; exactly a half goes up."""
    step, direction = _HOW[rounding]
    over, under = value.numerator, value.denominator * step
    if direction is _Direction.DOWN:
        return over // under * step
    if direction is _Direction.UP:
        return -(-over // under) * step
    return (2 * over + under) // (2 * under) * step


def holds(left: Exact | dt.date, relation: Relation, right: Exact | dt.date) -> bool:
    """Whether two numbers, or two days, stand so to each other."""
    return _HOLDS[relation](left, right)


_HOLDS: dict[Relation, Callable[..., bool]] = {
    Relation.LESS: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.AT_LEAST: operator.ge,
    Relation.MORE: operator.gt,
}


# Fractions written out, here and above: the operators of `Fraction` first find out, slowly, what
# kind of number the other is (one microsecond against 0.6).
def _plus(left: Exact, right: Exact) -> Exact:
    if isinstance(left, int) and isinstance(right, int):
        return left + right
    over = left.numerator * right.denominator + right.numerator * left.denominator
    return Fraction(over, left.denominator * right.denominator)


def _minus(left: Exact, right: Exact) -> Exact:
    if isinstance(left, int) and isinstance(right, int):
        return left - right
    over = left.numerator * right.denominator - right.numerator * left.denominator
    return Fraction(over, left.denominator * right.denominator)
