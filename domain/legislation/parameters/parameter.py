"""A parameter of law: one statutory quantity through time, with article and source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from domain.errors import ParameterMissing
from domain.legislation.acts import Article
from domain.legislation.text import Text
from domain.legislation.units import Unit


class Renewal(StrEnum):
    """How often the law sets the value anew: past that, its last known value says nothing."""

    NEVER = "never"
    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"


class DatedValue(NamedTuple):
    """A value from a day on; `verified` when checked against an official source."""

    valid_from: dt.date
    value: int | Fraction
    source: str
    verified: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """One quantity that the law sets, in `unit`; `values` are in order of time.

    `valid_until` is the last day of the last value, for a rule that has ended.
    """

    id: str
    title: Text
    unit: Unit
    article: Article
    renewal: Renewal
    values: tuple[DatedValue, ...]
    note: str = ""
    valid_until: dt.date | None = None

    def on(self, day: dt.date) -> DatedValue | None:
        """The value that holds on this day, or None when none is known for it."""
        held = self.last_known(day)
        if held is None or day > self._last_day_of(held):
            return None
        return held

    def last_known(self, day: dt.date) -> DatedValue | None:
        """The last value set before or on this day, although the law may have set another since."""
        for held in reversed(self.values):
            if held.valid_from <= day:
                return held
        return None

    def _last_day_of(self, held: DatedValue) -> dt.date:
        ends = [] if self.valid_until is None else [self.valid_until]
        set_in = held.valid_from
        if self.renewal is Renewal.YEARLY:
            ends.append(dt.date(set_in.year, 12, 31))
        elif self.renewal is Renewal.HALF_YEARLY:
            ends.append(
                dt.date(set_in.year, 6, 30) if set_in.month < 7 else dt.date(set_in.year, 12, 31)
            )
        return min(ends, default=dt.date.max)


def value_on(parameter: Parameter, day: dt.date) -> int | Fraction:
    """The value that holds on this day; raises ParameterMissing when none is known for it."""
    held = parameter.on(day)
    if held is None:
        raise ParameterMissing(f"{parameter.id} ({parameter.article}) has no value on {day}")
    return held.value


def last_known_on(parameter: Parameter, day: dt.date) -> int | Fraction:
    """The last value known on this day, also when the law has set another since: for a forecast.

    Raises ParameterMissing for a day before the first value.
    """
    held = parameter.last_known(day)
    if held is None:
        raise ParameterMissing(f"{parameter.id} ({parameter.article}) has no value on {day}")
    return held.value
