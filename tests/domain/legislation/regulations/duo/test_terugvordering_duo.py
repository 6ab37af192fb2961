"""The terms of Wsf 7.1 lid 3 and the fines of 9.9 and 9.9a, each on its border."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.duo import uitwonendenboete
from domain.legislation.regulations.duo.terugvordering_duo import (
    REGULATION,
    Ground,
    TerugvorderingDuoFacts,
)
from domain.legislation.regulations.duo.uitwonendenboete import UitwonendenboeteFacts
from tests.support.law import determined, without

ON = dt.date(2026, 6, 30)

CLAIM = TerugvorderingDuoFacts(
    ground=Ground.OTHER, period_ended_on=dt.date(2024, 12, 31), fraud=False, overpaid=123_456
)
FINE = UitwonendenboeteFacts(lived_away=False, to_blame=True, recovered=100_001, fined_before=False)


@pytest.mark.parametrize(
    ("ground", "last"),
    [
        (Ground.OTHER, dt.date(2026, 6, 30)),
        (Ground.PARENTAL_CONTRIBUTION, dt.date(2027, 12, 31)),
        (Ground.KNEW_IT_WAS_WRONG, dt.date(2029, 12, 31)),
        (Ground.NO_LONG_ABSENCE, dt.date(2029, 12, 31)),
        (Ground.WRONG_FORM, dt.date(2029, 12, 31)),
        (Ground.OTHER_YEAR_OF_INCOME, dt.date(2029, 12, 31)),
    ],
)
def test_a_revision_comes_within_its_term(ground: Ground, last: dt.date) -> None:
    facts = replace(CLAIM, ground=ground)
    assert determined(REGULATION, facts, last).cents("to_recover") == 123_456
    too_late = determined(REGULATION, facts, last + dt.timedelta(days=1))
    assert too_late.outcome is Outcome.REFUSED


def test_with_fraud_there_is_no_term() -> None:
    facts = replace(CLAIM, fraud=True, period_ended_on=dt.date(2010, 12, 31))
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED
    unknown = replace(facts, fraud=UNKNOWN)
    assert determined(REGULATION, unknown, ON).outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize("name", ["ground", "period_ended_on", "overpaid"])
def test_a_missing_fact_of_a_recovery_is_named(name: str) -> None:
    found = determined(REGULATION, without(CLAIM, name), ON)
    assert name in {missing.name for missing in found.missing}


def test_the_fine_is_at_most_half_and_the_second_time_the_whole() -> None:
    first = determined(uitwonendenboete.REGULATION, FINE, ON)
    second = determined(uitwonendenboete.REGULATION, replace(FINE, fined_before=True), ON)
    assert first.cents("highest_fine") == 50_001  # 50% of 1.000,01 as shown to the cent
    assert second.cents("highest_fine") == 100_001


@pytest.mark.parametrize(
    "facts",
    [
        replace(FINE, lived_away=True),
        replace(FINE, to_blame=False),
        replace(FINE, recovered=0),
        replace(FINE, to_blame=False, recovered=UNKNOWN),
    ],
)
def test_there_is_no_fine(facts: UitwonendenboeteFacts) -> None:
    assert determined(uitwonendenboete.REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["lived_away", "to_blame", "recovered", "fined_before"])
def test_a_missing_fact_of_a_fine_is_named(name: str) -> None:
    found = determined(uitwonendenboete.REGULATION, without(FINE, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}
