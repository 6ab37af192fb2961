"""Days by hand from Wgs 5 lid 1: six months at most."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome, Period
from domain.legislation.regulations.gemeente.afkoelingsperiode import (
    REGULATION,
    AfkoelingsperiodeFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 6, 1)
FACTS = AfkoelingsperiodeFacts(
    is_client=True, necessary=True, pronounced=True, first_day=dt.date(2026, 5, 1)
)


def test_it_lasts_six_months_at_most() -> None:
    found = determined(REGULATION, FACTS, ON)
    assert found.result("until_at_most") == dt.date(2026, 10, 31)
    assert found.period == Period(dt.date(2026, 5, 1), dt.date(2026, 10, 31))


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (dt.date(2026, 4, 30), Outcome.REFUSED),
        (dt.date(2026, 5, 1), Outcome.GRANTED),
        (dt.date(2026, 10, 31), Outcome.GRANTED),
        (dt.date(2026, 11, 1), Outcome.REFUSED),
    ],
)
def test_it_holds_from_its_first_day_to_its_last(on: dt.date, outcome: Outcome) -> None:
    assert determined(REGULATION, FACTS, on).outcome is outcome


def test_from_the_last_of_august_it_runs_until_the_end_of_february() -> None:
    facts = replace(FACTS, first_day=dt.date(2026, 8, 31))
    found = determined(REGULATION, facts, dt.date(2026, 9, 1))
    assert found.result("until_at_most") == dt.date(2027, 2, 27)


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, is_client=False),
        replace(FACTS, necessary=False),
        replace(without(FACTS, "first_day"), pronounced=False),
    ],
)
def test_it_is_refused(facts: AfkoelingsperiodeFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["is_client", "necessary", "pronounced", "first_day"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(FACTS, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_it_never_lasts_more_than_half_a_year(first: dt.date) -> None:
    found = determined(REGULATION, replace(FACTS, first_day=first), first)
    last = found.result("until_at_most")
    assert isinstance(last, dt.date)
    assert 180 <= (last - first).days <= 184
