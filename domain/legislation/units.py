"""What a number in a rule of law counts."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """The unit of a fact, a parameter, an intermediate result or a result."""

    EUROCENT = "eurocent"
    EUROCENT_PER_YEAR = "eurocent_per_year"
    EUROCENT_PER_QUARTER = "eurocent_per_quarter"
    EUROCENT_PER_MONTH = "eurocent_per_month"
    EUROCENT_PER_WEEK = "eurocent_per_week"
    EUROCENT_PER_DAY = "eurocent_per_day"
    EUROCENT_PER_HOUR = "eurocent_per_hour"
    PERCENT = "percent"
    RATIO = "ratio"
    YEARS = "years"
    QUARTERS = "quarters"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"
    PERSONS = "persons"
    COUNT = "count"

    @property
    def is_money(self) -> bool:
        """Whether the number is euro cents."""
        return self.startswith("eurocent")
