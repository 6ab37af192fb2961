"""Numbers and days as people write them, in Dutch or in English."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from domain.legislation.determination.arithmetic import rounded
from domain.legislation.determination.lines import Rounding
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

_SHOWN_DECIMALS = 6
_SHOWN_DECIMALS_OF_A_FACTOR = 12
_SMALL = Fraction(1, 100)


def number_shown(value: int | Fraction, unit: Unit, language: Language) -> str:
    """A number with its unit: "€ 1.573,42 per jaar", "13,73%", "6 maanden"."""
    if unit.is_money:
        return _euros(value, language) + per_shown(unit, language)
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


def per_shown(unit: Unit, language: Language) -> str:
    """What an amount is counted per: " per maand", or nothing."""
    per = _PER.get(unit)
    return per.in_language(language) if per else ""


def _euros(cents: int | Fraction, language: Language) -> str:
    """Euros with two decimals, or with four when the amount is not whole cents."""
    if cents.denominator == 1:
        decimals, units = 2, abs(cents.numerator)
    else:
        size = -cents if cents < 0 else cents
        decimals, units = 4, rounded(size * 100, Rounding.TO_WHOLE)
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
