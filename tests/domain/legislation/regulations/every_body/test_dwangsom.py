"""Golden values: 14 x 23 + 14 x 35 + 14 x 45 = 1.442 (Awb 4:17 lid 2), and Awir 12 lid 2."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Language, Outcome, sentences
from domain.legislation.determination.lines import Given
from domain.legislation.regulations.every_body._dwangsom_facts import (
    DwangsomFacts,
    PenaltyRegime,
)
from domain.legislation.regulations.every_body.dwangsom import REGULATION
from tests.support.law import determined, without

NOTICE = dt.date(2026, 3, 2)
FIRST_DAY = dt.date(2026, 3, 17)
LATE = DwangsomFacts(
    regime=PenaltyRegime.GENERAL,
    decide_by=dt.date(2026, 2, 27),
    notice_received=NOTICE,
    unreasonably_late=False,
    interested_party=True,
    evidently_unfounded=False,
    decided=False,
    applicants=1,
)
AWARD = replace(LATE, regime=PenaltyRegime.ALLOWANCE_AWARD, award_difference=50_000)


def _amount(facts: DwangsomFacts, days: int) -> int:
    on = FIRST_DAY + dt.timedelta(days=days - 1)
    return determined(REGULATION, facts, on).cents("amount")


@pytest.mark.parametrize(
    ("days", "cents"),
    [
        (1, 2_300),
        (14, 32_200),
        (15, 35_700),
        (28, 81_200),
        (29, 85_700),
        (42, 144_200),
        (100, 144_200),
    ],
)
def test_it_rises_by_the_day_to_1442_euros(days: int, cents: int) -> None:
    assert _amount(LATE, days) == cents


def test_it_runs_from_the_day_after_the_two_weeks() -> None:
    assert determined(REGULATION, LATE, FIRST_DAY).result("first_day") == FIRST_DAY
    before = FIRST_DAY - dt.timedelta(days=1)
    assert determined(REGULATION, LATE, before).outcome is Outcome.REFUSED


def test_the_decision_stops_it() -> None:
    decided = replace(LATE, decided=True, decided_on=FIRST_DAY + dt.timedelta(days=10))
    assert _amount(decided, 100) == 23_000
    in_time = replace(LATE, decided=True, decided_on=FIRST_DAY)
    found = determined(REGULATION, in_time, dt.date(2026, 6, 1))
    assert found.outcome is Outcome.REFUSED


def test_applicants_share_it() -> None:
    on = FIRST_DAY + dt.timedelta(days=41)
    found = determined(REGULATION, replace(LATE, applicants=4), on)
    assert found.cents("per_applicant") == 36_050


@pytest.mark.parametrize(
    ("days", "difference", "cents"),
    [
        (7, 50_000, 1_000),
        (70, 50_000, 10_000),
        (200, 50_000, 10_000),
        (200, 9_999, 3_000),
        (14, 9_999, 2_000),
    ],
)
def test_dienst_toeslagen_owes_ten_euros_a_week_for_an_award(
    days: int, difference: int, cents: int
) -> None:
    assert _amount(replace(AWARD, award_difference=difference), days) == cents


@pytest.mark.parametrize(
    "facts",
    [
        replace(LATE, notice_received=dt.date(2026, 2, 27)),  # before the term was over
        replace(LATE, unreasonably_late=True),
        replace(LATE, interested_party=False),
        replace(LATE, evidently_unfounded=True),
        replace(AWARD, award_difference=2_999),
        replace(LATE, regime=PenaltyRegime.OTHER_OF_TOESLAGEN),
    ],
)
def test_it_is_refused(facts: DwangsomFacts) -> None:
    found = determined(REGULATION, facts, dt.date(2026, 6, 1))
    assert found.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("regime", "decide_by", "notice_received", "unreasonably_late", "interested_party"),
        *("evidently_unfounded", "decided", "applicants"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(LATE, name), dt.date(2026, 6, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_the_days_in_default_are_counted_and_not_said_to_be_given() -> None:
    found = determined(REGULATION, LATE, FIRST_DAY + dt.timedelta(days=9))
    said = sentences(found, Language.NL)
    assert any("in gebreke: 10 dagen (Awb 4:17 lid 1)" in sentence for sentence in said)
    assert {line.name for line in found.lines if isinstance(line, Given)} <= {
        each.name for each in fields(DwangsomFacts)
    }


@given(st.integers(1, 80), st.integers(0, 20))
def test_it_never_falls_and_never_rises_by_more_than_45_a_day(days: int, more: int) -> None:
    first, second = _amount(LATE, days), _amount(LATE, days + more)
    assert first <= second <= min(first + 4_500 * more, 144_200)
