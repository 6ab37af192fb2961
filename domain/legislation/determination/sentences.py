"""The working-out as plain sentences, one per line, in Dutch or in English."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from fractions import Fraction

from domain.legislation.determination.arithmetic import rounded
from domain.legislation.determination.determination import Determination, Outcome, Result
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
from domain.legislation.determination.regulation import Regulation
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.text import Language, Text
from domain.legislation.units import Unit

_MONTHS = {
    Language.NL: (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    Language.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

_PER = {
    Unit.EUROCENT_PER_YEAR: Text(" per jaar", " a year"),
    Unit.EUROCENT_PER_QUARTER: Text(" per kwartaal", " a quarter"),
    Unit.EUROCENT_PER_MONTH: Text(" per maand", " a month"),
    Unit.EUROCENT_PER_WEEK: Text(" per week", " a week"),
    Unit.EUROCENT_PER_DAY: Text(" per dag", " a day"),
    Unit.EUROCENT_PER_HOUR: Text(" per uur", " an hour"),
}

_COUNTED = {
    Unit.YEARS: (Text("jaar", "year"), Text("jaar", "years")),
    Unit.QUARTERS: (Text("kwartaal", "quarter"), Text("kwartalen", "quarters")),
    Unit.MONTHS: (Text("maand", "month"), Text("maanden", "months")),
    Unit.WEEKS: (Text("week", "week"), Text("weken", "weeks")),
    Unit.DAYS: (Text("dag", "day"), Text("dagen", "days")),
    Unit.WORKING_DAYS: (Text("werkdag", "working day"), Text("werkdagen", "working days")),
    Unit.HOURS: (Text("uur", "hour"), Text("uur", "hours")),
    Unit.PERSONS: (Text("persoon", "person"), Text("personen", "persons")),
}

_SIGNS = {
    Operation.ADD: " + ",
    Operation.SUBTRACT: " − ",
    Operation.MULTIPLY: " × ",
    Operation.DIVIDE: " : ",
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

_MET = {
    Answer.YES: Text("voldaan", "met"),
    Answer.NO: Text("niet voldaan", "not met"),
    Answer.UNKNOWN: Text("niet te zeggen", "cannot be said"),
}

_NOT_KNOWN = Text("niet bekend", "not known")
_GIVEN_BY_ASKER = Text("zoals opgegeven", "as given")
_UNVERIFIED = Text("nog niet nagegaan in een officiële bron", "not yet checked officially")
_CANNOT_BE_SAID = Text(
    "Dit is niet vast te stellen, want dit is niet bekend:",
    "This cannot be determined, because this is not known:",
)

_SHOWN_DECIMALS = 6
_SHOWN_DECIMALS_OF_A_FACTOR = 12
_SMALL = Fraction(1, 100)


def sentences(determination: Determination, language: Language) -> tuple[str, ...]:
    """The working-out, one sentence per line, without the conclusion."""
    return tuple(sentence_of(line, language) for line in determination.lines)


def conclusion(determination: Determination, regulation: Regulation, language: Language) -> str:
    """The outcome in one or two sentences: what is granted, what refuses it, or what is missing."""
    match determination.outcome:
        case Outcome.UNDETERMINED:
            missing = "; ".join(each.label.in_language(language) for each in determination.missing)
            return f"{_CANNOT_BE_SAID.in_language(language)} {missing}."
        case Outcome.REFUSED:
            unmet = [_unmet(line, language) for line in determination.refused_by]
            return f"{regulation.refused.in_language(language)}. {_capital('; '.join(unmet))}."
        case Outcome.GRANTED:
            results = [
                f"{result.label.in_language(language)}: {result_shown(result, language)}"
                for result in determination.results
            ]
            granted = f"{regulation.granted.in_language(language)}."
            return f"{granted} {_capital('; '.join(results))}." if results else granted


def _unmet(line: Required | Compared, language: Language) -> str:
    unmet = _MET[Answer.NO].in_language(language)
    return f"{line.label.in_language(language)}: {unmet}{_article(line.by)}"


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
            label, met = line.label.in_language(language), _MET[line.answer].in_language(language)
            return f"{_capital(label)}: {met}{_article(line.by)}."
        case Dated():
            label = _capital(line.label.in_language(language))
            how = line.how.in_language(language)
            return f"{label}: {_shown(line.value, None, language)}, {how}{_article(line.by)}."
        case Noted():
            return f"{_capital(line.words.in_language(language))}{_article(line.by)}."


def result_shown(result: Result, language: Language) -> str:
    """The value of a result as people write it."""
    if result.words is not None:
        return result.words.in_language(language)
    return _shown(result.value, result.unit, language)


def number_shown(value: int | Fraction, unit: Unit, language: Language) -> str:
    """A number with its unit: "€ 1.573,42 per jaar", "13,73%", "6 maanden"."""
    if unit.is_money:
        per = _PER.get(unit)
        return _euros(value, language) + (per.in_language(language) if per else "")
    if unit is Unit.PERCENT:
        return _decimal(value, language) + "%"
    counted = _COUNTED.get(unit)
    if counted is None:
        return _decimal(value, language)
    word = counted[0] if value == 1 else counted[1]
    return f"{_decimal(value, language)} {word.in_language(language)}"


def day_shown(day: dt.date, language: Language) -> str:
    """A date in words: "17 december 2026"."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def _given(line: Given, language: Language) -> str:
    source = line.source
    told = _GIVEN_BY_ASKER.in_language(language) if source == GIVEN_BY_ASKER else source
    label = _capital(line.label.in_language(language))
    if line.value is UNKNOWN:
        return f"{label}: {_NOT_KNOWN.in_language(language)}."
    if line.words is not None:
        return f"{label}: {line.words.in_language(language)} ({told})."
    return f"{label}: {_shown(line.value, line.unit, language)} ({told})."


def _taken(line: Taken, language: Language) -> str:
    parameter = line.parameter
    label = _capital(parameter.title.in_language(language))
    if isinstance(line.value, Unknown) or line.valid_from is None:
        return f"{label}: {_NOT_KNOWN.in_language(language)} ({parameter.article})."
    since = Text("vanaf", "from").in_language(language)
    told = [f"{parameter.article}", f"{since} {day_shown(line.valid_from, language)}"]
    if not line.verified:
        told.append(_UNVERIFIED.in_language(language))
    value = number_shown(line.value, parameter.unit, language)
    return f"{label}: {value} ({'; '.join(told)})."


def _computed(line: Computed, language: Language) -> str:
    label = _capital(line.label.in_language(language))
    value = _shown(line.value, line.unit, language)
    return f"{label}: {_working(line, language)} = {value}{_article(line.by)}."


def _working(line: Computed, language: Language) -> str:
    shown = [_figure(each, language) for each in line.operands]
    match line.operation:
        case Operation.PERCENTAGE:
            return f"{shown[1]} {Text('van', 'of').in_language(language)} {shown[0]}"
        case Operation.LEAST:
            lowest = Text("het laagste van", "the lowest of").in_language(language)
            return f"{lowest} {_joined(shown, language)}"
        case Operation.GREATEST:
            highest = Text("het hoogste van", "the highest of").in_language(language)
            return f"{highest} {_joined(shown, language)}"
        case Operation.ANNUITY:
            debt, rate, months = shown
            told = Text("in gelijke delen over {} met {} rente", "in equal parts over {} at {}")
            return f"{debt} {told.in_language(language).format(months, rate)}"
        case Operation.ROUND:
            assert line.rounding is not None
            so = Text("afgerond", "rounded").in_language(language)
            return f"{shown[0]}, {so} {_ROUNDINGS[line.rounding].in_language(language)}"
        case _:
            return _SIGNS[line.operation].join(shown)


def _compared(line: Compared, language: Language) -> str:
    left, right = _side(line.left, language), _side(line.right, language)
    days = isinstance(line.left, dt.date) or isinstance(line.right, dt.date)
    words = (_DAY_RELATIONS if days else _RELATIONS)[line.relation].in_language(language)
    label = _capital(line.label.in_language(language))
    answer = (_MET if line.required else _ANSWERS)[line.answer].in_language(language)
    is_it = Text("is", "is").in_language(language)
    return f"{label}: {is_it} {left} {words} {right}? {_capital(answer)}{_article(line.by)}."


def _side(side: Figure | dt.date | Unknown, language: Language) -> str:
    return _figure(side, language) if isinstance(side, Figure) else _shown(side, None, language)


def _figure(figure: Figure, language: Language) -> str:
    return _shown(figure.value, figure.unit, language)


def _shown(value: object, unit: Unit | None, language: Language) -> str:
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


def _article(by: object | None) -> str:
    return "" if by is None else f" ({by})"


def _euros(cents: int | Fraction, language: Language) -> str:
    """Euros with two decimals, or with four when the amount is not whole cents."""
    decimals = 2 if cents.denominator == 1 else 4
    units = rounded(abs(cents) * 10 ** (decimals - 2), Rounding.TO_WHOLE)
    euros, rest = divmod(units, 10**decimals)
    sign = "-" if cents < 0 else ""
    grouped, point = f"{euros:,}", "."
    if language is Language.NL:
        grouped, point = grouped.replace(",", "."), ","
    return f"€ {sign}{grouped}{point}{rest:0{decimals}d}"


def _decimal(value: int | Fraction, language: Language) -> str:
    if value.denominator == 1:
        return str(int(value))
    decimals = _SHOWN_DECIMALS_OF_A_FACTOR if -_SMALL < value < _SMALL else _SHOWN_DECIMALS
    text = f"{float(value):.{decimals}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language is Language.NL else text


def _joined(parts: list[str], language: Language) -> str:
    *first, last = parts
    and_ = Text("en", "and").in_language(language)
    return f"{', '.join(first)} {and_} {last}" if first else last


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
