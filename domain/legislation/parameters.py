"""Dated parameters of the law: which amount or share holds on a day, and where that is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import ParameterMissing
from domain.records import Provision


class Unit(StrEnum):
    """What a parameter's value counts."""

    EUROCENT = "eurocent"
    EUROCENT_PER_MONTH = "eurocent_per_month"
    PER_MILLE = "per_mille"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value that holds from a day until the next one; `verified` when read in the law itself."""

    valid_from: dt.date
    value: int
    verified: bool = True


@dataclass(frozen=True, slots=True)
class DatedParameter:
    """One statutory quantity through time, in whole units, with the provision that sets it.

    `values` are in order of time; the last one holds until the law gives another.
    """

    name: str
    unit: Unit
    source: Provision
    values: tuple[DatedValue, ...]


def value_on(parameter: DatedParameter, day: dt.date) -> int:
    """The value that holds on this day; raises ParameterMissing for a day before the first one."""
    held = [dated for dated in parameter.values if dated.valid_from <= day]
    if not held:
        raise ParameterMissing(f"{parameter.name} ({parameter.source}) has no value on {day}")
    return held[-1].value
