"""Does a working-out over from its givens and parameters, without the regulation that made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from domain.legislation.determination.answers import compared
from domain.legislation.determination.arithmetic import operate
from domain.legislation.determination.determination import (
    Determination,
    Missing,
    MissingKind,
    Outcome,
    Result,
)
from domain.legislation.determination.lines import (
    Answer,
    Compared,
    Computed,
    Exact,
    Figure,
    Given,
    Line,
    Noted,
    Taken,
)
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.parameters.parameter import DatedValue

_Value: TypeAlias = Exact | Unknown | None
"""The number that stands on a line; None when the line is words, a day or an answer."""


class ExplanationDiffers(Exception):
    """A line of an explanation does not follow from the lines it names."""


def recompute(determination: Determination) -> None:
    """Check every number, comparison, result and the outcome by doing it all again.

    Raises ExplanationDiffers at the first that does not follow from the lines before it.
    """
    values: list[_Value] = []
    for index, line in enumerate(determination.lines):
        try:
            values.append(_again(line, values))
        except ExplanationDiffers as differs:
            raise ExplanationDiffers(f"line {index}: {differs}") from None
    for result in determination.results:
        _check_result(result, values)
    for missing in determination.missing:
        _check_missing(missing, determination.lines)
    _check_outcome(determination)


def _again(line: Line, before: Sequence[_Value]) -> _Value:
    match line:
        case Given():
            return _number_in(line)
        case Taken():
            _check_taken(line)
            return line.value
        case Computed():
            return _computed_again(line, before)
        case Compared():
            _check_compared(line, before)
    return None


def _number_in(line: Given) -> _Value:
    if line.value is UNKNOWN:
        return UNKNOWN
    return line.value if isinstance(line.value, int | Fraction) else None


def _check_taken(line: Taken) -> None:
    if line.value is UNKNOWN or line.valid_from is None:
        stands = line.value is UNKNOWN and line.valid_from is None
    else:
        held = DatedValue(line.valid_from, line.value, line.source, line.verified)
        stands = held in line.parameter.values
    if not stands:
        raise ExplanationDiffers(f"{line.parameter.id} has no such value")


def _computed_again(line: Computed, before: Sequence[_Value]) -> Exact | Unknown:
    operands = [_value(figure, before) for figure in line.operands]
    known = [each for each in operands if each is not UNKNOWN]
    complete = len(known) == len(operands)
    again = operate(line.operation, known, line.rounding) if complete else UNKNOWN
    if again != line.value:
        raise ExplanationDiffers(line.label.en)
    return again


def _check_compared(line: Compared, before: Sequence[_Value]) -> None:
    left, right = _side(line.left, before), _side(line.right, before)
    if compared(left, line.relation, right) is not line.answer:
        raise ExplanationDiffers(line.label.en)


def _side(side: Figure | dt.date | Unknown, before: Sequence[_Value]) -> Exact | dt.date | Unknown:
    return _value(side, before) if isinstance(side, Figure) else side


def _value(figure: Figure, before: Sequence[_Value]) -> Exact | Unknown:
    """What the figure says, which is what stands on the line that it names."""
    if figure.line >= len(before) or (figure.line >= 0 and before[figure.line] != figure.value):
        raise ExplanationDiffers(f"line {figure.line} does not say {figure.value}")
    return figure.value


def _check_result(result: Result, values: Sequence[_Value]) -> None:
    if result.line is None or result.line < 0:
        return
    if result.line >= len(values) or values[result.line] != result.value:
        raise ExplanationDiffers(f"result {result.name}")


def _check_missing(missing: Missing, lines: Sequence[Line]) -> None:
    match missing.kind:
        case MissingKind.FACT:
            named = any(
                isinstance(line, Given) and line.name == missing.name and line.value is UNKNOWN
                for line in lines
            )
        case MissingKind.PARAMETER:
            named = any(
                isinstance(line, Taken)
                and line.parameter.id == missing.name
                and line.value is UNKNOWN
                for line in lines
            )
        case MissingKind.LAW:
            # of a day that the regulation is not written for nothing is worked out
            named = all(isinstance(line, Noted) for line in lines)
    if not named:
        raise ExplanationDiffers(f"{missing.name} is not missing")


def _check_outcome(determination: Determination) -> None:
    """A requirement that is not met refuses, and only that; one not known leaves it open."""
    if (determination.outcome is Outcome.REFUSED) != bool(determination.refused_by):
        raise ExplanationDiffers(f"outcome {determination.outcome}")
    left_open = any(each.answer is Answer.UNKNOWN for each in determination.requirements)
    if determination.outcome is Outcome.GRANTED and left_open:
        raise ExplanationDiffers(f"outcome {determination.outcome}")
