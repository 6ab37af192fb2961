"""Golden values: 90% and 95% of the norm of a single person (Pw 52 lid 2 in its texts of 2024 and
2026), worked by hand; the terms of the Algemene termijnenwet."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.voorschot_bijstand import REGULATION, VoorschotFacts
from tests.support.law import determined, without

WAITING = VoorschotFacts(
    applied=dt.date(2026, 7, 6),
    advanced=False,
    decided=False,
    withholds_information=False,
    clearly_no_right=False,
    assistance=141946,
)
ON = dt.date(2026, 7, 20)


@pytest.mark.parametrize(
    ("on", "applied", "assistance", "cents"),
    [
        # 90% of 1.369,06 and 95% of 1.401,50 and 1.419,46
        (dt.date(2025, 12, 31), dt.date(2025, 12, 1), 136906, 123215),
        (dt.date(2026, 1, 1), dt.date(2025, 12, 1), 140150, 133143),
        (ON, WAITING.applied, 141946, 134849),
    ],
)
def test_it_is_at_least_that_share_of_the_assistance(
    on: dt.date, applied: dt.date, assistance: int, cents: int
) -> None:
    facts = replace(WAITING, applied=applied, assistance=assistance)
    assert determined(REGULATION, facts, on).cents("per_month") == cents


@pytest.mark.parametrize(
    ("facts", "on", "due"),
    [
        (WAITING, ON, dt.date(2026, 8, 3)),
        # 27 November 2025 and four weeks is Christmas, then Boxing Day and a weekend: 29 December
        (
            replace(WAITING, applied=dt.date(2025, 11, 27)),
            dt.date(2025, 12, 1),
            dt.date(2025, 12, 29),
        ),
        (
            replace(WAITING, advanced=True, last_advance=dt.date(2026, 8, 3)),
            dt.date(2026, 8, 10),
            dt.date(2026, 8, 31),
        ),
    ],
)
def test_it_is_due_within_four_weeks(facts: VoorschotFacts, on: dt.date, due: dt.date) -> None:
    assert determined(REGULATION, facts, on).result("due") == due


@pytest.mark.parametrize(
    "facts",
    [
        replace(WAITING, decided=True),
        replace(WAITING, withholds_information=True),
        replace(WAITING, clearly_no_right=True),
        replace(WAITING, assistance=0),
        replace(WAITING, applied=dt.date(2026, 7, 21)),
        replace(VoorschotFacts(), decided=True),
    ],
)
def test_it_is_refused(facts: VoorschotFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("applied", "advanced", "decided", "withholds_information", "clearly_no_right"),
        "assistance",
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(WAITING, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_the_day_of_the_last_advance_is_named_when_missing() -> None:
    found = determined(REGULATION, replace(WAITING, advanced=True), ON)
    assert {missing.name for missing in found.missing} == {"last_advance"}


@given(st.integers(1, 300_000))
def test_it_is_never_more_than_the_assistance(cents: int) -> None:
    found = determined(REGULATION, replace(WAITING, assistance=cents), ON)
    assert 0 < found.cents("per_month") <= cents
