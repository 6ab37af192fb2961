"""Does a working-out over from its givens and parameters, without the regulation that made it."""

from __future__ import annotations

from fractions import Fraction

from domain.legislation.determination.arithmetic import operate
from domain.legislation.determination.determination import Determination, Result
from domain.legislation.determination.lines import Computed, Exact, Figure, Given, Taken
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.units import Unit


class ExplanationDiffers(Exception):
    """A line of an explanation does not follow from the lines it names."""


def recompute(determination: Determination) -> None:
    """Check every number of the explanation, and every result, by doing the sums again.

    Raises ExplanationDiffers at the first line, or result, that is not what its operands give.
    """
    values: dict[int, Exact | Unknown] = {}
    for index, line in enumerate(determination.lines):
        match line:
            case Given(value=int() | Fraction() as value, unit=Unit()):
                values[index] = value
            case Given():
                values[index] = UNKNOWN
            case Taken(value=value):
                values[index] = value
            case Computed():
                values[index] = _again(line, values)
                if values[index] != line.value:
                    raise ExplanationDiffers(f"line {index} ({line.label.en})")
    for result in determination.results:
        _check(result, values)


def _again(line: Computed, values: dict[int, Exact | Unknown]) -> Exact | Unknown:
    operands = [_value(figure, values) for figure in line.operands]
    known = [each for each in operands if not isinstance(each, Unknown)]
    if len(known) != len(operands):
        return UNKNOWN
    return operate(line.operation, known, line.rounding)


def _value(figure: Figure, values: dict[int, Exact | Unknown]) -> Exact | Unknown:
    return figure.value if figure.line < 0 else values[figure.line]


def _check(result: Result, values: dict[int, Exact | Unknown]) -> None:
    if result.line is not None and result.line >= 0 and values[result.line] != result.value:
        raise ExplanationDiffers(f"result {result.name}")
