"""One line of a working-out as one plain sentence, in Dutch or in English."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from fractions import Fraction

from domain.legislation.determination.facts import GIVEN_BY_ASKER
from domain.legislation.determination.lines import (
    Answer,
    Compared,
    Computed,
    Dated,
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
from domain.legislation.determination.shown import day_shown, number_shown
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.text import Language, Text
from domain.legislation.units import Unit

_SIGNS = {
    Operation.ADD: Text(" + ", " + "),
    Operation.SUBTRACT: Text(" − ", " − "),
    Operation.MULTIPLY: Text(" × ", " × "),
    Operation.DIVIDE: Text(" : ", " ÷ "),
}

_RELATIONS = {
    Relation.LESS: Text("lager dan", "less than"),
    Relation.AT_MOST: Text("niet hoger dan", "not more than"),
    Relation.EQUAL: Text("gelijk aan", "equal to"),
    Relation.AT_LEAST: Text("niet lager dan", "not less than"),
    Relation.MORE: Text("hoger dan", "more than"),
}

_DAY_RELATIONS = {
    Relation.LESS: Text("vóór", "before"),
    Relation.AT_MOST: Text("op of vóór", "on or before"),
    Relation.EQUAL: Text("gelijk aan", "equal to"),
    Relation.AT_LEAST: Text("op of na", "on or after"),
    Relation.MORE: Text("na", "after"),
}

_ROUNDINGS = {
    Rounding.TO_CENT: Text("op de cent", "to the cent"),
    Rounding.DOWN_TO_CENT: Text("naar beneden op de cent", "down to the cent"),
    Rounding.UP_TO_CENT: Text("naar boven op de cent", "up to the cent"),
    Rounding.TO_EURO: Text("op hele euro's", "to whole euros"),
    Rounding.DOWN_TO_EURO: Text("naar beneden op hele euro's", "down to whole euros"),
    Rounding.UP_TO_EURO: Text("naar boven op hele euro's", "up to whole euros"),
    Rounding.DOWN_TO_WHOLE: Text("naar beneden op een heel getal", "down to a whole number"),
    Rounding.UP_TO_WHOLE: Text("naar boven op een heel getal", "up to a whole number"),
    Rounding.TO_WHOLE: Text("op een heel getal", "to a whole number"),
}

_ANSWERS = {
    Answer.YES: Text("ja", "yes"),
    Answer.NO: Text("nee", "no"),
    Answer.UNKNOWN: Text("niet te zeggen", "cannot be said"),
}

MET = {
    Answer.YES: Text("voldaan", "met"),
    Answer.NO: Text("niet voldaan", "not met"),
    Answer.UNKNOWN: Text("niet te zeggen", "cannot be said"),
}
"""Whether a requirement is met, in words."""

_NOT_KNOWN = Text("niet bekend", "not known")
_NOT_COMPUTED = Text("nog niet te berekenen", "cannot be computed yet")
_NOT_BELOW_ZERO = Text("niet lager dan nul", "not below zero")
_BUT_NOT_BELOW_ZERO = Text("maar niet lager dan nul", "but not below zero")
_LAW_DOES_NOT_ROUND = Text("de wet zelf rondt hier niet af", "the law itself does not round here")
_GIVEN_BY_ASKER = Text("zoals opgegeven", "as given")
_UNVERIFIED = Text(
    "nog niet nagegaan in een officiële bron", "not yet checked against an official source"
)


def sentence_of(line: Line, language: Language) -> str:
    """One line of the working-out as a sentence that ends with its article or source."""
    match line:
        case Given():
            return _given(line, language)
        case Taken():
            return _taken(line, language)
        case Computed():
            return _computed(line, language)
        case Compared():
            return _compared(line, language)
        case Required():
            label, met = line.label.in_language(language), MET[line.answer].in_language(language)
            return f"{capital(label)}: {met}{cited(line.by)}."
        case Dated():
            label = capital(line.label.in_language(language))
            if line.value is UNKNOWN:
                return f"{label}: {_NOT_COMPUTED.in_language(language)}{cited(line.by)}."
            how = line.how.in_language(language)
            return f"{label}: {value_shown(line.value, None, language)}, {how}{cited(line.by)}."
        case Noted():
            return f"{capital(line.words.in_language(language))}{cited(line.by)}."


def _given(line: Given, language: Language) -> str:
    source = line.source
    told = _GIVEN_BY_ASKER.in_language(language) if source == GIVEN_BY_ASKER else source
    label = capital(line.label.in_language(language))
    if line.value is UNKNOWN:
        return f"{label}: {_NOT_KNOWN.in_language(language)}."
    if line.words is not None:
        return f"{label}: {line.words.in_language(language)} ({told})."
    return f"{label}: {value_shown(line.value, line.unit, language)} ({told})."


def _taken(line: Taken, language: Language) -> str:
    parameter = line.parameter
    label = capital(parameter.title.in_language(language))
    if isinstance(line.value, Unknown) or line.valid_from is None:
        return f"{label}: {_NOT_KNOWN.in_language(language)} ({parameter.article})."
    since = Text("vanaf", "from").in_language(language)
    told = [f"{parameter.article}", f"{since} {day_shown(line.valid_from, language)}"]
    if not line.verified:
        told.append(_UNVERIFIED.in_language(language))
    value = number_shown(line.value, parameter.unit, language)
    return f"{label}: {value} ({'; '.join(told)})."


def _computed(line: Computed, language: Language) -> str:
    label = capital(line.label.in_language(language))
    if line.value is UNKNOWN:
        return f"{label}: {_NOT_COMPUTED.in_language(language)}{cited(line.by)}."
    value = value_shown(line.value, line.unit, language)
    working = _working(line, language)
    equals = "" if working.startswith(value) and _is_told_at_once(line) else f" = {value}"
    if equals and line.rounding is Rounding.TO_CENT and line.by is None:
        return f"{label}: {working}{equals} ({_LAW_DOES_NOT_ROUND.in_language(language)})."
    return f"{label}: {working}{equals}{cited(line.by)}."


def _is_told_at_once(line: Computed) -> bool:
    """Whether the working already shows the outcome: nothing was changed by it."""
    return len(line.operands) == 1 or is_floor_of_zero(line) or _is_by_one(line)


def _is_by_one(line: Computed) -> bool:
    """So many a month is so many in that month: times one only changes the unit."""
    if line.operation not in (Operation.MULTIPLY, Operation.DIVIDE):
        return False
    return line.operands[1].line < 0 and line.operands[1].value == 1


def _working(line: Computed, language: Language) -> str:
    shown = [_figure(each, language) for each in line.operands]
    match line.operation:
        case Operation.PERCENTAGE:
            return f"{shown[1]} {Text('van', 'of').in_language(language)} {shown[0]}"
        case Operation.LEAST:
            lowest = Text("het laagste van", "the lowest of").in_language(language)
            return f"{lowest} {_joined(shown, language)}" if len(shown) > 1 else shown[0]
        case Operation.GREATEST:
            return _greatest(line, shown, language)
        case Operation.ANNUITY:
            debt, rate, months = shown
            told = Text(
                "in gelijke delen over {} met {} rente", "in equal parts over {} at {} interest"
            )
            return f"{debt} {told.in_language(language).format(months, rate)}"
        case Operation.ROUND:
            assert line.rounding is not None
            if line.operands[0].value == line.value:
                return shown[0]
            so = Text("afgerond", "rounded").in_language(language)
            return f"{shown[0]}, {so} {_ROUNDINGS[line.rounding].in_language(language)}"
        case _ if _is_by_one(line):
            return value_shown(line.value, line.unit, language)
        case _:
            return _SIGNS[line.operation].in_language(language).join(shown)


def _greatest(line: Computed, shown: list[str], language: Language) -> str:
    if not is_floor_of_zero(line):
        highest = Text("het hoogste van", "the highest of").in_language(language)
        return f"{highest} {_joined(shown, language)}" if len(shown) > 1 else shown[0]
    if line.value == 0 and line.operands[0].value == 0:
        return shown[0]
    unchanged = line.operands[0].value == line.value
    so = _NOT_BELOW_ZERO if unchanged else _BUT_NOT_BELOW_ZERO
    return f"{shown[0]}, {so.in_language(language)}"


def _compared(line: Compared, language: Language) -> str:
    left, right = _side(line.left, language), _side(line.right, language)
    days = isinstance(line.left, dt.date) or isinstance(line.right, dt.date)
    words = (_DAY_RELATIONS if days else _RELATIONS)[line.relation].in_language(language)
    label = capital(line.label.in_language(language))
    answer = (MET if line.required else _ANSWERS)[line.answer].in_language(language)
    if line.answer is Answer.UNKNOWN:
        return f"{label}: {answer}{cited(line.by)}."
    return f"{label}: is {left} {words} {right}? {capital(answer)}{cited(line.by)}."


def _side(side: Figure | dt.date | Unknown, language: Language) -> str:
    return (
        _figure(side, language) if isinstance(side, Figure) else value_shown(side, None, language)
    )


def _figure(figure: Figure, language: Language) -> str:
    return value_shown(figure.value, figure.unit, language)


def value_shown(value: object, unit: Unit | None, language: Language) -> str:
    """A value as people write it; raises TypeError for one without words."""
    if value is UNKNOWN:
        return _NOT_KNOWN.in_language(language)
    if isinstance(value, bool):
        return _ANSWERS[Answer.YES if value else Answer.NO].in_language(language)
    if isinstance(value, dt.date):
        return day_shown(value, language)
    if isinstance(value, int | Fraction):
        return number_shown(value, unit or Unit.COUNT, language)
    if isinstance(value, StrEnum):
        return value.value
    raise TypeError(f"a {type(value).__name__} has no words")


def cited(by: object | None) -> str:
    """The article behind a sentence, or nothing."""
    return "" if by is None else f" ({by})"


def _joined(parts: list[str], language: Language) -> str:
    *first, last = parts
    and_ = Text("en", "and").in_language(language)
    return f"{', '.join(first)} {and_} {last}" if first else last


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def is_floor_of_zero(line: Computed) -> bool:
    """Whether the line says no more than that a number is not below zero."""
    if line.operation is not Operation.GREATEST or len(line.operands) != 2:
        return False
    return line.operands[1].line < 0 and line.operands[1].value == 0
