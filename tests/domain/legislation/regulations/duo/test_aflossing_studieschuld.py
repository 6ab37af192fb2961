"""Golden values: the minima that DUO publishes (5,00 and 45,41), and the loan paid off month by
month as a check on the equal parts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.duo._rules import RepaymentRules
from domain.legislation.regulations.duo.aflossing_studieschuld import REGULATION, AflossingFacts
from tests.support.law import determined, without

ON = dt.date(2026, 4, 5)

LOAN = AflossingFacts(
    rules=RepaymentRules.SF35,
    repayment_period_from=dt.date(2020, 1, 1),
    months_paused=0,
    on_pause=False,
    debt=4_200_000,
    months_left=420,
    interest=0,
    capacity_counts=False,
)
OLD = replace(LOAN, rules=RepaymentRules.SF15_OLD, years_partner_left_out=0)
LIFELONG = replace(LOAN, rules=RepaymentRules.LIFELONG_LEARNING)


def due(facts: AflossingFacts, on: dt.date = ON) -> int:
    return determined(REGULATION, facts, on).cents("per_month")


@pytest.mark.parametrize(
    ("facts", "month"),
    [
        (LOAN, 10000),
        (replace(LOAN, debt=100_000), 500),
        (replace(OLD, debt=100_000), 4541),
        (replace(LIFELONG, debt=100_000), 4541),
        # the ability to pay is lower, higher, nothing
        (replace(LOAN, capacity_counts=True, capacity=60_000), 5000),
        (replace(LOAN, capacity_counts=True, capacity=600_000), 10000),
        (replace(LOAN, capacity_counts=True, capacity=0), 0),
        (replace(LOAN, debt=100_000, capacity_counts=True, capacity=2_400), 200),
    ],
)
def test_it_is_an_equal_part_within_the_minimum_and_the_capacity(
    facts: AflossingFacts, month: int
) -> None:
    assert due(facts) == month


@given(st.integers(500_000, 8_000_000), st.integers(12, 420), st.fractions(0, 10))
def test_the_equal_parts_pay_off_the_debt_with_its_interest(
    debt: int, months: int, interest: Fraction
) -> None:
    facts = replace(LOAN, debt=debt, months_left=months, interest=interest.limit_denominator(100))
    month = determined(REGULATION, facts, ON).cents("statutory_per_month")
    growth = (1 + float(facts.interest) / 36000) ** 30  # type: ignore[arg-type]
    left = float(debt)
    for _ in range(months):
        left = left * growth - month
    # half a cent of rounding each month, with the interest on it
    assert abs(left) <= 0.5 * months * growth**months + 1


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        # grace of two calendar years
        (replace(LOAN, repayment_period_from=dt.date(2024, 1, 1)), dt.date(2025, 12, 31)),
        (replace(LOAN, on_pause=True), ON),
        (LOAN, dt.date(2057, 1, 1)),  # after 2 and 35 years the rest has lapsed
        (replace(OLD, repayment_period_from=dt.date(2009, 1, 1)), dt.date(2026, 1, 1)),
        (
            replace(OLD, repayment_period_from=dt.date(2008, 1, 1), years_partner_left_out=1),
            dt.date(2026, 1, 1),
        ),
        (replace(LOAN, months_left=0), ON),
    ],
)
def test_nothing_is_due(facts: AflossingFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        (replace(LOAN, repayment_period_from=dt.date(2024, 1, 1)), dt.date(2026, 1, 1)),
        (LOAN, dt.date(2056, 12, 31)),
        (replace(LOAN, months_paused=12), dt.date(2057, 12, 31)),
        (replace(OLD, repayment_period_from=dt.date(2009, 1, 1)), dt.date(2025, 12, 31)),
        # a year longer for each year in which the partner's income was left out (10a.11 lid 2)
        (
            replace(OLD, repayment_period_from=dt.date(2008, 1, 1), years_partner_left_out=2),
            dt.date(2026, 12, 31),
        ),
        (replace(LIFELONG, repayment_period_from=dt.date(2026, 1, 1)), dt.date(2026, 5, 1)),
    ],
)
def test_it_is_due_to_the_very_days_of_the_phase(facts: AflossingFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "name",
    [
        *("rules", "repayment_period_from", "months_paused", "on_pause", "debt", "months_left"),
        *("interest", "capacity_counts", "capacity"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    facts = replace(LOAN, capacity_counts=True, capacity=1_000)
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 8_000_000), st.integers(0, 100_000), st.integers(0, 1_000_000))
def test_a_higher_debt_or_capacity_never_lowers_it(debt: int, more: int, capacity: int) -> None:
    facts = replace(LOAN, debt=debt, capacity_counts=True, capacity=capacity)
    assert 0 <= due(facts) <= due(replace(facts, debt=debt + more))
    assert due(facts) <= due(replace(facts, capacity=capacity + more))


def test_the_old_rules_stand_on_their_own_articles() -> None:
    """Chapter 10a has its own pause, instalment and capacity (10a.3 leaves 6.7, 6.9, 6.10 out)."""
    facts = replace(
        OLD, repayment_period_from=dt.date(2015, 1, 1), capacity_counts=True, capacity=60_000
    )
    cited = {article.number for article in determined(REGULATION, facts, ON).articles}
    assert {"10a.5", "10a.6", "10a.7"} <= cited
    assert not {"6.7", "6.9", "6.10"} & cited


def test_the_years_without_the_partner_are_asked_for_by_the_old_rules_alone() -> None:
    assert determined(REGULATION, LOAN, ON).outcome is Outcome.GRANTED
    facts = without(
        replace(OLD, repayment_period_from=dt.date(2015, 1, 1)), "years_partner_left_out"
    )
    missing = determined(REGULATION, facts, ON).missing
    assert [each.name for each in missing] == ["years_partner_left_out"]
