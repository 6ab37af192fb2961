"""Golden values: shares of the minimum wage of Stcrt. 2026, 16505 (2.337,00), worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.parameters import parameter, value_on
from domain.legislation.regulations.uwv._wajong_amounts import WajongRegime
from domain.legislation.regulations.uwv.wajong import REGULATION, WajongFacts
from tests.support.law import determined, without

ON = dt.date(2026, 7, 15)

NEW = WajongFacts(
    regime=WajongRegime.WAJONG_2015,
    born=dt.date(1998, 4, 4),
    lives_in_netherlands=True,
    lawful_residence=True,
    detained_over_a_month=False,
    pension_day=dt.date(2066, 4, 4),
    income=0,
)
OLD = replace(
    NEW,
    regime=WajongRegime.OLD_WAJONG,
    no_lasting_possibilities=False,
    has_dispensation=False,
)
MIDDLE = replace(OLD, regime=WajongRegime.WAJONG_2010, takes_part_in_plan=True)
DISPENSED = replace(OLD, has_dispensation=True, dispensed_income=90_000, work_performance=50)


@pytest.mark.parametrize(
    ("facts", "on", "month_cents"),
    [
        # 75% and 70% of 2.337,00
        (NEW, ON, 175_275),
        (OLD, ON, 163_590),
        (MIDDLE, ON, 163_590),
        (replace(OLD, no_lasting_possibilities=True), ON, 175_275),
        (replace(MIDDLE, no_lasting_possibilities=True, takes_part_in_plan=UNKNOWN), ON, 175_275),
        # 70% of (2.337 - 1.000)
        (replace(OLD, income=100_000), ON, 93_590),
        (replace(OLD, income=233_700), ON, 0),
        # at eighteen half of the minimum wage: 75% of 1.168,50
        (replace(NEW, born=dt.date(2008, 7, 15)), ON, 87_638),
        # the first half of 2026: 75% of 2.294,40
        (NEW, dt.date(2026, 6, 30), 172_080),
        # performance 50%: factor (0,5-0,3)/(0,7x0,5) = 4/7; 0,7 x 2.337 - 0,7 x 4/7 x 900 =
        # 1.275,90; the top-up 900/0,5 - 900 = 900 is less
        (DISPENSED, ON, 127_590),
        # earns 1.400 for 60%: 0,7 x 2.337 - 0,7 x 5/7 x 1.400 = 935,90; the top-up 933,33 is less
        (replace(DISPENSED, dispensed_income=140_000, work_performance=60), ON, 93_590),
        # earns 1.500 for 60%: 885,90, but the top-up to the whole wage of 2.500 gives 1.000
        (replace(DISPENSED, dispensed_income=150_000, work_performance=60), ON, 100_000),
    ],
)
def test_the_amount_is_the_laws_own_sum(facts: WajongFacts, on: dt.date, month_cents: int) -> None:
    assert determined(REGULATION, facts, on).cents("per_month") == month_cents


def test_the_day_of_the_change_is_the_day_of_the_new_minimum_wage() -> None:
    before = determined(REGULATION, NEW, dt.date(2026, 6, 30)).cents("per_day")
    after = determined(REGULATION, NEW, dt.date(2026, 7, 1)).cents("per_day")
    assert (before, after) == (7_912, 8_059)


def test_somebody_born_on_29_february_is_eighteen_on_1_march() -> None:
    facts = replace(NEW, born=dt.date(2008, 2, 29))
    assert determined(REGULATION, facts, dt.date(2026, 2, 28)).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, dt.date(2026, 3, 1)).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "facts",
    [
        replace(NEW, lives_in_netherlands=False),
        replace(NEW, lawful_residence=False),
        replace(NEW, detained_over_a_month=True),
        replace(NEW, pension_day=ON),
        replace(NEW, born=dt.date(2008, 7, 16)),
        replace(MIDDLE, takes_part_in_plan=False),
        replace(NEW, lives_in_netherlands=False, income=UNKNOWN),
        # what excludes in every regime refuses also when the regime is not known
        replace(NEW, lives_in_netherlands=False, regime=UNKNOWN),
        replace(NEW, pension_day=ON, regime=UNKNOWN, born=UNKNOWN),
    ],
)
def test_it_is_refused(facts: WajongFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((NEW, name) for name in ("regime", "born", "lives_in_netherlands", "income")),
        *((NEW, name) for name in ("lawful_residence", "detained_over_a_month", "pension_day")),
        *((OLD, name) for name in ("no_lasting_possibilities", "has_dispensation")),
        *((DISPENSED, name) for name in ("dispensed_income", "work_performance")),
        (MIDDLE, "takes_part_in_plan"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: WajongFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize(("age", "published"), [(20, 140_495), (19, 105_370), (18, 87_810)])
def test_the_shares_by_age_are_those_of_the_published_tables(age: int, published: int) -> None:
    # hzc.nl, minimum wage on 1 July 2022: 1.756,20, and by age to five cents
    july = dt.date(2022, 7, 1)
    full = value_on(parameter("wml_maand"), july)
    share = value_on(parameter(f"wml_jeugd_{age}"), july)
    assert abs(Fraction(full) * Fraction(share) / 100 - published) < 5


@given(st.integers(0, 400_000), st.integers(0, 10_000))
def test_more_income_takes_less_than_itself(income: int, more: int) -> None:
    first = determined(REGULATION, replace(OLD, income=income), ON).cents("per_month")
    second = determined(REGULATION, replace(OLD, income=income + more), ON).cents("per_month")
    assert 0 <= second <= first <= second + more


@given(st.integers(0, 300_000), st.integers(30, 100))
def test_with_dispensation_it_is_never_less_than_without(wage: int, performance: int) -> None:
    dispensed = replace(DISPENSED, dispensed_income=wage, work_performance=performance)
    usual = replace(OLD, income=wage)
    assert determined(REGULATION, dispensed, ON).cents("per_month") >= determined(
        REGULATION, usual, ON
    ).cents("per_month")
