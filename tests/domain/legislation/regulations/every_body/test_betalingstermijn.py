"""Golden values: six weeks, and two after a reminder, on the calendar (Awb 4:87, 4:112)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.every_body.betalingstermijn import (
    REGULATION,
    BetalingstermijnFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)
FACTS = BetalingstermijnFacts(
    announced_on=dt.date(2026, 9, 28), other_term=False, later_day_named=False, reminded=False
)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        (FACTS, "2026-11-09"),
        (replace(FACTS, other_term=True, other_term_weeks=2), "2026-10-12"),
        (replace(FACTS, later_day_named=True, named_day=dt.date(2026, 12, 1)), "2026-12-01"),
        # an earlier day than the law's is none (4:87 lid 1)
        (replace(FACTS, later_day_named=True, named_day=dt.date(2026, 10, 1)), "2026-11-09"),
    ],
)
def test_it_is_six_weeks_or_what_the_law_or_the_decision_says(
    facts: BetalingstermijnFacts, last: str
) -> None:
    found = determined(REGULATION, facts, ON)
    assert found.result("last_day") == dt.date.fromisoformat(last)


def test_a_reminder_gives_two_weeks() -> None:
    reminded = replace(FACTS, reminded=True, reminded_on=dt.date(2026, 12, 11))
    found = determined(REGULATION, reminded, ON)
    # Friday 25 December is Christmas Day, so Monday 28 December
    assert found.result("reminder_last_day") == dt.date(2026, 12, 28)


def test_who_pays_on_the_last_day_is_in_time() -> None:
    for on, late in ((dt.date(2026, 11, 9), False), (dt.date(2026, 11, 10), True)):
        assert determined(REGULATION, FACTS, on).result("in_default") is late


@pytest.mark.parametrize("name", ["announced_on", "other_term", "later_day_named", "reminded"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(FACTS, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}
