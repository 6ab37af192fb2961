"""Deadlines end at the close of a working day in the Netherlands, also over Christmas."""

from __future__ import annotations

import datetime as dt

from workflows.working_days import deadline_after


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[arg-type, misc]


def test_three_working_days_end_at_the_close_of_the_third() -> None:
    assert deadline_after(utc(2026, 11, 23, 9), 3) == utc(2026, 11, 26, 22, 59, 59)


def test_christmas_and_the_weekend_do_not_count() -> None:
    # 24 December is a Thursday; 25 and 26 are holidays, 27 a Sunday
    assert deadline_after(utc(2026, 12, 24, 9), 1) == utc(2026, 12, 28, 22, 59, 59)


def test_summer_time_ends_an_hour_earlier_in_utc() -> None:
    assert deadline_after(utc(2026, 7, 1, 9), 1) == utc(2026, 7, 2, 21, 59, 59)


def test_late_in_the_evening_in_utc_it_is_tomorrow_here() -> None:
    assert deadline_after(utc(2026, 11, 23, 23, 30), 1) == utc(2026, 11, 25, 22, 59, 59)


def test_what_it_is_to_prevent_comes_first() -> None:
    assert deadline_after(utc(2026, 11, 23, 9), 10, 2) == utc(2026, 11, 25, 22, 59, 59)
    assert deadline_after(utc(2026, 11, 23, 9), 10, -4) == utc(2026, 11, 23, 22, 59, 59)
