"""The operations of a working-out, exactly: the only place where a number is computed or
rounded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from domain.legislation.determination.lines import Exact, Operation, Relation, Rounding

_CENTS_PER_EURO = 100
_PERCENT = 100

_STEP = {
    Rounding.TO_EURO: _CENTS_PER_EURO,
    Rounding.DOWN_TO_EURO: _CENTS_PER_EURO,
    Rounding.UP_TO_EURO: _CENTS_PER_EURO,
}
_DOWN = frozenset({Rounding.DOWN_TO_CENT, Rounding.DOWN_TO_EURO, Rounding.DOWN_TO_WHOLE})
_UP = frozenset({Rounding.UP_TO_CENT, Rounding.UP_TO_EURO, Rounding.UP_TO_WHOLE})


def operate(operation: Operation, values: Sequence[Exact], rounding: Rounding | None) -> Exact:
    """The exact outcome of one operation; raises ZeroDivisionError as Python does."""
    if rounding is not None:
        return rounded(values[0], rounding)
    return _OPERATIONS[operation](values)


def _sum(values: Sequence[Exact]) -> Exact:
    return sum(values[1:], values[0])


def _difference(values: Sequence[Exact]) -> Exact:
    return values[0] - sum(values[1:])


def _product(values: Sequence[Exact]) -> Exact:
    return values[0] * values[1]


def _quotient(values: Sequence[Exact]) -> Exact:
    first, second = values
    return Fraction(first.numerator * second.denominator, first.denominator * second.numerator)


def _percentage(values: Sequence[Exact]) -> Exact:
    of, percent = values
    return Fraction(
        of.numerator * percent.numerator, of.denominator * percent.denominator * _PERCENT
    )


_OPERATIONS: dict[Operation, Callable[[Sequence[Exact]], Exact]] = {
    Operation.ADD: _sum,
    Operation.SUBTRACT: _difference,
    Operation.MULTIPLY: _product,
    Operation.DIVIDE: _quotient,
    Operation.PERCENTAGE: _percentage,
    Operation.LEAST: min,
    Operation.GREATEST: max,
}


def rounded(value: Exact, rounding: Rounding) -> int:
    """A whole number of cents, euros (in cents) or units; a half goes away from zero's side up."""
    step = _STEP.get(rounding, 1)
    if rounding in _DOWN:
        return int(value // step) * step
    if rounding in _UP:
        return int(-(-value // step)) * step
    return int((2 * value + step) // (2 * step)) * step


def holds(left: Exact, relation: Relation, right: Exact) -> bool:
    """Whether the two stand so to each other."""
    match relation:
        case Relation.LESS:
            return left < right
        case Relation.AT_MOST:
            return left <= right
        case Relation.EQUAL:
            return left == right
        case Relation.AT_LEAST:
            return left >= right
        case Relation.MORE:
            return left > right
