"""The coming twelve months: what is known to happen, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from domain.budget import budget_of
from domain.budget.months import EventKind, months_ahead
from tests.support.drafts import Draft, draft

EXAMPLES = ("J00", "J01", "J02", "J04", "J05", "J06", "J08")


def kinds(household: Draft, month: int) -> list[tuple[EventKind, str | None]]:
    events = months_ahead(household.picture())[month].events
    return [(event.kind, event.record or event.member) for event in events]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_month_is_the_budget_of_today_and_there_are_twelve(name: str) -> None:
    picture = draft(name).picture()
    months = months_ahead(picture)
    assert months[0].budget == budget_of(picture)
    assert [month.seen_on for month in months[1:3]] == [dt.date(2026, 12, 1), dt.date(2027, 1, 1)]
    assert len(months) == 12


@pytest.mark.parametrize("name", EXAMPLES)
def test_debts_fall_by_what_is_taken_and_never_below_zero(name: str) -> None:
    months = months_ahead(draft(name).picture())
    for before, after in pairwise(months):
        assert 0 <= after.budget.debts_cents <= before.budget.debts_cents


def test_a_debt_that_is_paid_off_is_no_longer_taken() -> None:
    household = draft("J01")
    household.record("t-kot")["outstanding_cents"] = 80000  # 360 + 360 + 80
    months = months_ahead(household.picture())
    taken = [
        line.amount_monthly_cents
        for month in months[:4]
        for line in month.budget.lines
        if line.record == "t-kot-setoff"
    ]
    assert taken == [36000, 36000, 8000]
    assert (EventKind.DEBT_PAID, "t-kot") in kinds(household, 2)


def test_a_right_that_ends_is_gone_the_month_after_with_what_was_taken_from_it() -> None:
    household = draft("J01")
    household.record("t-kgb")["until"] = "2026-12-31"
    assert (EventKind.RIGHT_ENDS, "t-kgb") in kinds(household, 1)
    january = {line.record for line in months_ahead(household.picture())[2].budget.lines}
    assert not january & {"t-kgb", "t-kot-setoff"}


def test_a_benefit_whose_stop_is_announced_is_stopped_on_that_day() -> None:
    months = months_ahead(draft("J08").picture())
    assert [month.budget.income_cents for month in months[:2]] == [96320, 0]
    assert EventKind.THREAT in {event.kind for event in months[1].events}


def test_an_announced_withholding_begins_on_its_day() -> None:
    household = draft("J02")
    household.record("b-wage").update(status="announced", **{"from": "2027-02-01"})
    months = months_ahead(household.picture())
    taken = [any(line.record == "b-wage" for line in month.budget.lines) for month in months[:5]]
    assert taken == [False, False, False, True, True]


def test_a_birthday_on_which_the_law_changes_something_is_told() -> None:
    household = draft("J01")
    household.intake["members"][1]["born"] = "2015-01-12"
    (event,) = [
        event
        for event in months_ahead(household.picture())[2].events
        if event.kind is EventKind.BIRTHDAY
    ]
    assert (event.on, event.member) == (dt.date(2027, 1, 12), "k1")
    assert event.age is not None
    assert event.age.years == 12


def test_an_expense_that_starts_later_is_an_event_and_an_expense_from_then_on() -> None:
    picture = draft("J01").picture()
    first, *others = picture.household.expenses
    later = replace(first, from_date=dt.date(2027, 3, 15))
    household = replace(picture.household, expenses=(later, *others))
    months = months_ahead(replace(picture, household=household))
    assert EventKind.EXPENSE_BEGINS in {event.kind for event in months[4].events}
    spent = [month.budget.expenses_cents for month in months[4:6]]
    assert spent[1] - spent[0] == first.amount_monthly_cents
