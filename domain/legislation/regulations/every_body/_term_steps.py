"""The steps that every term has in common: counting, what suspends it, and the last day that
moves (Algemene termijnenwet, Awb 4:15)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from domain.errors import ParameterMissing
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    Day,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    abouts,
)
from domain.legislation.terms import add_working_days, is_moved, moved, unmoved_last_day

ATW_MOVES = Article(Act.ATW, "1", "1")
ATW_AT_LEAST_TWO_DAYS = Article(Act.ATW, "2")
ATW_NOT_FOR = Article(Act.ATW, "4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A time in which a decision term stands still: from the day after `asked_on` up to, and not
    with, `ended_on` (Awb 4:15 lid 1, 7:10 lid 2)."""

    asked_on: Annotated[
        Day,
        About(
            "dag van het verzoek dat de termijn opschort",
            "day of the request that suspends the term",
        ),
    ] = UNKNOWN
    ended_on: Annotated[
        Day,
        About(
            "dag waarop is aangevuld of de hersteltermijn is verstreken",
            "day of the completion, or of the end of the time given for it",
        ),
    ] = UNKNOWN


def counted(working: Working, label: Text, start: Day, length: Figure, by: Article) -> Day:
    """The last day of a term that runs from the day after `start`, not moved yet."""
    if isinstance(start, Unknown) or isinstance(length.value, Unknown):
        return UNKNOWN
    number = int(length.value)
    if length.unit is Unit.WORKING_DAYS:
        last = _in_known_years(working, lambda: add_working_days(start, number))
    else:
        last = unmoved_last_day(start, number, length.unit)
    return working.dated(label, last, _FROM_NEXT_DAY, by)


def moved_last_day(
    working: Working, label: Text, start: Day, last: Day, length: Figure, *, in_law: bool = True
) -> Day:
    """The last day after Atw 1 and 2; the same day when the act does not hold for the term."""
    if isinstance(start, Unknown) or isinstance(last, Unknown) or isinstance(length.value, Unknown):
        return UNKNOWN
    if length.unit is Unit.WORKING_DAYS:
        return last
    if not in_law or not is_moved(int(length.value), length.unit):
        working.note(_NOT_MOVED, ATW_NOT_FOR)
        return last
    found = _in_known_years(working, lambda: moved(start, last))
    return last if found == last else working.dated(label, found, _MOVED, ATW_MOVES)


def with_suspensions(
    working: Working,
    label: Text,
    last: Day,
    suspensions: tuple[Suspension, ...] | Unknown,
    by: Article,
) -> Day:
    """The last day with the suspended days added; each day once, also when two overlap."""
    listed = working.listed("suspensions", suspensions)
    if isinstance(listed, Unknown):
        return UNKNOWN
    days = [_days(working, index, each) for index, each in enumerate(listed)]
    known = [each for each in days if not isinstance(each, Unknown)]
    if len(known) < len(days) or isinstance(last, Unknown):
        return UNKNOWN
    suspended = _days_in(known)
    if not suspended:
        return last
    return working.dated(label, last + dt.timedelta(days=suspended), _SUSPENDED, by)


def _days(working: Working, index: int, suspension: Suspension) -> range | Unknown:
    name, about = f"suspensions[{index}]", abouts(Suspension)
    asked = working.given_day(f"{name}.asked_on", about["asked_on"].label, suspension.asked_on)
    ended = working.given_day(f"{name}.ended_on", about["ended_on"].label, suspension.ended_on)
    if isinstance(asked, Unknown) or isinstance(ended, Unknown):
        return UNKNOWN
    return range(asked.toordinal() + 1, ended.toordinal())


def _days_in(spans: list[range]) -> int:
    days, counted_until = 0, 0
    for span in sorted(spans, key=lambda each: each.start):
        days += len(range(max(span.start, counted_until), span.stop))
        counted_until = max(counted_until, span.stop)
    return days


def _in_known_years(working: Working, find: Callable[[], dt.date]) -> Day:
    """A day that depends on holidays; not known in a year whose holidays are not known here."""
    try:
        return find()
    except ParameterMissing:
        return working.given_day("holidays", _HOLIDAYS, UNKNOWN)


_FROM_NEXT_DAY = Text(
    "gerekend vanaf de dag na de dag waarop zij begint",
    "counted from the day after the day that starts it",
)
_MOVED = Text(
    "verschoven naar de eerste dag die geen weekend of feestdag is",
    "moved to the first day that is no weekend or holiday",
)
_NOT_MOVED = Text(
    "de Algemene termijnenwet verschuift het einde van deze termijn niet",
    "the Algemene termijnenwet does not move the end of this term",
)
_SUSPENDED = Text(
    "met de dagen waarop de termijn stilstond", "with the days on which the term stood still"
)
_HOLIDAYS = Text(
    "feestdagen van het jaar waarin de termijn eindigt",
    "holidays of the year in which the term ends",
)
