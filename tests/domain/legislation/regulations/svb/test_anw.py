"""Golden values: svb.nl, Anw survivor benefit amounts as from 1 January 2025."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.svb.anw import REGULATION, AnwFacts
from tests.support.law import determined, without

ON = dt.date(2025, 5, 5)

WIDOW = AnwFacts(
    born=dt.date(1980, 3, 2),
    partner_died_on=dt.date(2024, 5, 20),
    deceased_was_insured=True,
    child_under_18=True,
    death_was_to_be_expected=False,
    caused_the_death=False,
    joint_household=False,
    shares_home=False,
    lives_in_european_union=True,
    work_income=0,
    other_income=0,
)


@pytest.mark.parametrize(
    ("work", "other", "benefit"),
    [
        (0, 0, 157358),  # 1.594,74 less the top-up of 21,16
        (109590, 0, 157358),  # half of 2.191,80 is free
        # the SVB's own example lowers 1.573,58 to 657,54 at 1.374,06 above the free amount
        (109590 + 137406, 0, 65754),
        (0, 100000, 57358),  # other income counts whole
        (0, 157358, 0),
        (400000, 0, 0),
    ],
)
def test_income_is_taken_off_as_the_law_says(work: int, other: int, benefit: int) -> None:
    found = determined(REGULATION, replace(WIDOW, work_income=work, other_income=other), ON)
    assert found.cents("per_month") == benefit
    assert [each.name for each in found.results][1:] == (["top_up_per_month"] if benefit else [])


def test_it_starts_in_the_month_of_the_death() -> None:
    facts = replace(WIDOW, partner_died_on=dt.date(2025, 5, 20))
    assert determined(REGULATION, facts, dt.date(2025, 5, 1)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2025, 4, 30)).outcome is Outcome.REFUSED


def test_it_ends_on_the_day_of_the_pension_age() -> None:
    facts = replace(WIDOW, born=dt.date(1958, 5, 20), child_under_18=False, disabled=True)
    assert determined(REGULATION, facts, dt.date(2025, 5, 19)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2025, 5, 20)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(WIDOW, deceased_was_insured=False),
        replace(WIDOW, child_under_18=False, disabled=False),
        replace(WIDOW, death_was_to_be_expected=True),
        replace(WIDOW, caused_the_death=True),
        replace(WIDOW, joint_household=True, household_is_for_care=False),
        replace(WIDOW, deceased_was_insured=False, work_income=UNKNOWN),
    ],
)
def test_it_is_refused(facts: AnwFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_the_lower_amount_of_a_shared_home_is_not_known_for_2025() -> None:
    found = determined(REGULATION, replace(WIDOW, shares_home=True), ON)
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}


@pytest.mark.parametrize(
    "name",
    [
        *("born", "partner_died_on", "deceased_was_insured", "child_under_18", "shares_home"),
        *("death_was_to_be_expected", "caused_the_death", "joint_household", "work_income"),
        *("lives_in_european_union", "other_income"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(WIDOW, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 500_000), st.integers(0, 50_000))
def test_more_work_never_leaves_less_in_all(work: int, more: int) -> None:
    def benefit(income: int) -> int:
        return determined(REGULATION, replace(WIDOW, work_income=income), ON).cents("per_month")

    first, second = benefit(work), benefit(work + more)
    assert 0 <= second <= first
    assert second + more >= first - 1
