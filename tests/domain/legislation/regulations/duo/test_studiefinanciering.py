"""Golden values: duo.nl (vocational education) and rijksoverheid.nl (higher education, 2024)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.duo._student_facts import (
    Education,
    Parent,
    StudiefinancieringFacts,
)
from domain.legislation.regulations.duo.studiefinanciering import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025 = dt.date(2024, 10, 5), dt.date(2025, 10, 5)

AT_HOME = StudiefinancieringFacts(
    born=dt.date(2005, 5, 20),
    dutch_or_equal=True,
    education=Education.VOCATIONAL,
    enrolled=True,
    grant_months_left=True,
    lives_away=False,
    asks_supplementary_grant=False,
)
AWAY = replace(AT_HOME, lives_away=True)
POOR = replace(AT_HOME, asks_supplementary_grant=True, parents=(Parent(income=0),))


def higher(facts: StudiefinancieringFacts) -> StudiefinancieringFacts:
    return replace(facts, education=Education.HIGHER)


@pytest.mark.parametrize(
    ("facts", "on", "month"),
    [
        (AT_HOME, IN_2024, 9994),
        (AWAY, IN_2024, 32616),
        (AT_HOME, IN_2025, 10378),
        (AWAY, IN_2025, 33868),
        # in the study year 2023-2024 164,30 more for living away (3.18a)
        (AWAY, dt.date(2024, 7, 31), 32616 + 16430),
        (AWAY, dt.date(2024, 8, 1), 32616),
        (higher(AWAY), dt.date(2024, 8, 31), 30239 + 16430),
        (higher(AWAY), dt.date(2024, 9, 1), 30239),
        # most supplementary grant: vocational without fees, higher education 457,60
        (POOR, IN_2025, 10378 + 30632),
        (replace(POOR, lives_away=True), IN_2025, 33868 + 33372),
        (higher(POOR), IN_2024, 12133 + 45760),
    ],
)
def test_it_is_the_published_grant(facts: StudiefinancieringFacts, on: dt.date, month: int) -> None:
    assert determined(REGULATION, facts, on).cents("per_month") == month


@pytest.mark.parametrize(
    ("born", "from_day"),
    [
        (dt.date(2007, 4, 1), dt.date(2025, 4, 1)),
        (dt.date(2007, 4, 2), dt.date(2025, 7, 1)),
        (dt.date(2007, 6, 30), dt.date(2025, 7, 1)),
    ],
)
def test_vocational_education_has_it_from_the_quarter_after_18(
    born: dt.date, from_day: dt.date
) -> None:
    facts = replace(AT_HOME, born=born)
    before = from_day - dt.timedelta(days=1)
    assert determined(REGULATION, facts, from_day).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, before).outcome is Outcome.REFUSED
    assert determined(REGULATION, higher(facts), before).outcome is Outcome.GRANTED


def test_it_lasts_to_the_month_of_the_thirtieth_birthday() -> None:
    facts = replace(AT_HOME, born=dt.date(1995, 5, 20), received_without_break=False)
    assert determined(REGULATION, facts, dt.date(2025, 5, 31)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2025, 6, 1)).outcome is Outcome.REFUSED
    kept = replace(facts, received_without_break=True)
    assert determined(REGULATION, kept, dt.date(2025, 6, 1)).outcome is Outcome.GRANTED


def test_a_parents_income_needs_a_base_that_is_not_known_for_2025() -> None:
    parent = Parent(income=3_000_000, without_partner=False, only_parent=False)
    found = determined(REGULATION, replace(POOR, parents=(parent,)), IN_2025)
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}


@pytest.mark.parametrize(
    "facts",
    [
        replace(AT_HOME, dutch_or_equal=False),
        replace(AT_HOME, enrolled=False),
        replace(AT_HOME, grant_months_left=False),
        replace(AT_HOME, enrolled=False, education=UNKNOWN),
    ],
)
def test_it_is_refused(facts: StudiefinancieringFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("born", "dutch_or_equal", "education", "enrolled", "grant_months_left", "lives_away"),
        *("asks_supplementary_grant", "parents"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(POOR, name), IN_2025)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_missing_income_of_a_parent_is_named() -> None:
    found = determined(REGULATION, replace(POOR, parents=(Parent(income=UNKNOWN),)), IN_2025)
    assert "parents[0].income" in {missing.name for missing in found.missing}
