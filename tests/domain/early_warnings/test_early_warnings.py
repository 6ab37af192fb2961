"""Ninety days ahead: thresholds, terms, ages and what runs out."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.early_warnings import DAYS_AHEAD, WarningKind, early_warnings
from tests.support.drafts import Draft, draft

EXAMPLES = ("J00", "J01", "J02", "J04", "J05", "J06", "J08")


def of_kind(household: Draft, kind: WarningKind) -> list[tuple[dt.date, str | None]]:
    return [
        (warning.on, warning.record or warning.member)
        for warning in early_warnings(household.picture())
        if warning.kind is kind
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_lie_within_ninety_days_in_order(name: str) -> None:
    picture = draft(name).picture()
    days = [warning.on for warning in early_warnings(picture)]
    assert days == sorted(days)
    assert all(0 <= (day - picture.today).days <= DAYS_AHEAD for day in days)


def test_a_threshold_that_is_not_reached_yet_is_warned_of() -> None:
    assert of_kind(draft("J04"), WarningKind.THRESHOLD) == [(dt.date(2026, 12, 1), "i-report")]


def test_a_threshold_that_is_reached_is_no_warning_any_more() -> None:
    household = draft("J04")
    threshold = household.record("i-report")["threshold"]
    threshold["now"] = threshold["limit"]
    assert of_kind(household, WarningKind.THRESHOLD) == []


@pytest.mark.parametrize(
    ("born", "found"),
    [
        ("2009-02-20", [(dt.date(2027, 2, 20), "k1")]),  # 18 on the 89th day
        ("2009-02-22", []),  # the 91st
        ("2008-11-22", []),  # yesterday
        ("2008-11-23", [(dt.date(2026, 11, 23), "k1")]),  # today
    ],
)
def test_an_age_is_warned_of_until_the_day_itself(
    born: str, found: list[tuple[dt.date, str]]
) -> None:
    household = draft("J01")
    household.intake["members"][1]["born"] = born
    assert of_kind(household, WarningKind.AGE) == found


def test_who_is_outside_the_plan_is_not_watched() -> None:
    household = draft("J01")
    household.intake["members"][1].update(born="2009-02-20", role="outside_plan")
    assert of_kind(household, WarningKind.AGE) == []


def test_a_pause_that_runs_out_is_warned_of() -> None:
    household = draft("J01")
    household.record("g-stabilise")["until"] = "2027-01-31"
    assert (dt.date(2027, 1, 31), "g-stabilise") in of_kind(household, WarningKind.END)


def test_the_nearest_term_of_j01_is_the_talk_within_three_working_days() -> None:
    terms = of_kind(draft("J01"), WarningKind.TERM)
    assert (dt.date(2026, 11, 26), "g-debt-app") in terms
