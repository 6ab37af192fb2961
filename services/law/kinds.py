"""What each fact of a regulation may hold, read from its type: the one place where that is known.

The JSON Schema, the explanation, the form and what is said of a wrong value all follow from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, get_args, get_origin, get_type_hints

from domain.legislation.determination import About, Facts, Text, Unit, Unknown, abouts

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
"""The days that a fact of a living person can lie between."""

MOST = 10**12
"""Ten thousand million euro in cents: beyond it somebody mistyped."""


class Sort(StrEnum):
    """What a fact is as a JSON value."""

    NUMBER = "number"
    DECIMAL = "decimal"
    YES_NO = "yes_no"
    DAY = "day"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the few values that a fact can have, with its words where it has any."""

    value: str
    words: Text | None


@dataclass(frozen=True, slots=True)
class FactKind:
    """One fact. A number may have `choices` too: words that stand in place of it. `record` is what
    a list holds, and `within` the facts of that record."""

    name: str
    about: About
    sort: Sort
    choices: tuple[Choice, ...] = ()
    record: type[object] | None = None
    within: tuple[FactKind, ...] = ()

    @property
    def least(self) -> int:
        """The lowest number that it can be."""
        return -MOST if self.about.at_least is None else self.about.at_least

    @property
    def unit(self) -> Unit | None:
        """What a number is counted in."""
        return self.about.unit if self.sort in (Sort.NUMBER, Sort.DECIMAL) else None

    @property
    def brief(self) -> Text:
        """What it is in a word or two, for a list of facts."""
        if self.unit is not None:
            counted = Text("eurocenten", "euro cents") if self.unit.is_money else Text("", "")
            counted = _COUNTED.get(self.unit, counted)
            per = _PER.get(self.unit, Text("", ""))
            return Text((counted.nl + per.nl) or "getal", (counted.en + per.en) or "number")
        return _BRIEF[self.sort]

    @property
    def expected(self) -> Text:
        """How it is written, in words."""
        words = _expected(self)
        if self.sort in (Sort.NUMBER, Sort.DECIMAL) and self.choices:
            values = ", ".join(f'"{each.value}"' for each in self.choices)
            return Text(f"{words.nl}, of {values}", f"{words.en}, or {values}")
        return words


def kinds_of(record: type[object]) -> tuple[FactKind, ...]:
    """The facts of a facts class, or of a record within one, in order."""
    found = _KINDS.get(record)
    if found is None:
        hints = get_type_hints(record, include_extras=True)
        said = abouts(record)
        found = tuple(_kind(name, about, hints[name]) for name, about in said.items())
        _KINDS[record] = found
    return found


_KINDS: dict[type[object], tuple[FactKind, ...]] = {}


def at_place(kinds: Sequence[FactKind], place: Sequence[str | int]) -> FactKind | None:
    """The fact at a place in what was sent (`children`, 0, `born`), or None when none is there."""
    names = [part for part in place if isinstance(part, str)]
    found: FactKind | None = None
    for name in names:
        found = next((each for each in kinds if each.name == name), None)
        if found is None:
            return None
        kinds = found.within
    ends_in_record = bool(place) and isinstance(place[-1], int)
    return None if ends_in_record else found


def form_of(facts: type[Facts]) -> dict[str, object]:
    """Every fact as not known, to be filled in; a list holds one record."""
    return _form(kinds_of(facts))


def _form(kinds: Sequence[FactKind]) -> dict[str, object]:
    return {
        each.name: [_form(each.within)] if each.sort is Sort.LIST else Unknown.UNKNOWN.value
        for each in kinds
    }


def _kind(name: str, about: About, hint: Any) -> FactKind:
    declared = get_args(hint)[0]
    options = [each for each in get_args(declared) if each is not Unknown]
    listed = next((each for each in options if get_origin(each) is tuple), None)
    if listed is not None:
        record = get_args(listed)[0]
        return FactKind(name, about, Sort.LIST, record=record, within=kinds_of(record))
    choices = tuple(_choices(options, about))
    for kind, sort in _SORTS.items():
        if kind in options:
            return FactKind(name, about, sort, choices)
    if not choices:
        raise TypeError(f"{name} cannot be written in JSON: {declared}")
    return FactKind(name, about, Sort.CHOICE, choices)


def _choices(options: Sequence[Any], about: About) -> Iterator[Choice]:
    for option in options:
        if isinstance(option, type) and issubclass(option, StrEnum):
            yield from (Choice(each.value, about.words.get(each)) for each in option)


_SORTS: dict[type[object], Sort] = {
    Fraction: Sort.DECIMAL,
    int: Sort.NUMBER,
    bool: Sort.YES_NO,
    dt.date: Sort.DAY,
}

_BRIEF = {
    Sort.NUMBER: Text("getal", "number"),
    Sort.DECIMAL: Text("getal", "number"),
    Sort.YES_NO: Text("ja of nee", "yes or no"),
    Sort.DAY: Text("dag", "day"),
    Sort.CHOICE: Text("een van", "one of"),
    Sort.LIST: Text("lijst, van ieder:", "list, of each:"),
}

_CENTS = Text(
    "een heel getal: eurocenten{}, dus 120000 voor € 1.200",
    "a whole number: euro cents{}, so 120000 for € 1,200",
)
_PER = {
    Unit.EUROCENT_PER_YEAR: Text(" per jaar", " a year"),
    Unit.EUROCENT_PER_QUARTER: Text(" per kwartaal", " a quarter"),
    Unit.EUROCENT_PER_MONTH: Text(" per maand", " a month"),
    Unit.EUROCENT_PER_WEEK: Text(" per week", " a week"),
    Unit.EUROCENT_PER_DAY: Text(" per dag", " a day"),
    Unit.EUROCENT_PER_HOUR: Text(" per uur", " an hour"),
}
_COUNTED = {
    Unit.PERCENT: Text("procenten", "percent"),
    Unit.YEARS: Text("jaren", "years"),
    Unit.QUARTERS: Text("kwartalen", "quarters"),
    Unit.MONTHS: Text("maanden", "months"),
    Unit.WEEKS: Text("weken", "weeks"),
    Unit.DAYS: Text("dagen", "days"),
    Unit.WORKING_DAYS: Text("werkdagen", "working days"),
    Unit.HOURS: Text("uren", "hours"),
    Unit.PERSONS: Text("personen", "persons"),
}


def _expected(kind: FactKind) -> Text:
    match kind.sort:
        case Sort.YES_NO:
            return Text("true (ja) of false (nee)", "true or false")
        case Sort.DAY:
            return Text('een dag, zoals "2026-05-31"', 'a day, like "2026-05-31"')
        case Sort.LIST:
            return Text(
                "een lijst: [] voor geen, anders per stuk {...}",
                "a list: [] for none, otherwise {...} for each",
            )
        case Sort.CHOICE:
            values = ", ".join(f'"{each.value}"' for each in kind.choices)
            return Text(f"een van {values}", f"one of {values}")
        case Sort.NUMBER | Sort.DECIMAL:
            return _number_expected(kind)


def _number_expected(kind: FactKind) -> Text:
    unit = kind.about.unit
    if unit is not None and unit.is_money:
        per = _PER.get(unit, Text("", ""))
        return Text(_CENTS.nl.format(per.nl), _CENTS.en.format(per.en))
    counted = _COUNTED.get(unit) if unit is not None else None
    of = Text(f" ({counted.nl})", f" ({counted.en})") if counted else Text("", "")
    if kind.sort is Sort.DECIMAL:
        return Text(f"een getal{of.nl}, zoals 2.57", f"a number{of.en}, like 2.57")
    return Text(f"een heel getal{of.nl}", f"a whole number{of.en}")
