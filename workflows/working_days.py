"""Deadlines of people at work: whole working days, ending at the close of the last one in the
Netherlands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from domain.legislation.terms import add_working_days

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CLOSE_OF_DAY = dt.time(23, 59, 59)


def deadline_after(
    opened: dt.datetime, working_days: int, at_most_days: int | None = None
) -> dt.datetime:
    """The last moment (UTC) of the n-th working day after the day on which something opened, or of
    the day `at_most_days` after it when that comes first."""
    opened_on = opened.astimezone(AMSTERDAM).date()
    last_day = add_working_days(opened_on, working_days)
    if at_most_days is not None:
        last_day = min(last_day, opened_on + dt.timedelta(days=max(at_most_days, 0)))
    return dt.datetime.combine(last_day, CLOSE_OF_DAY, AMSTERDAM).astimezone(dt.UTC)
