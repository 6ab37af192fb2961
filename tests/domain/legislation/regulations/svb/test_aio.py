"""Golden values: the norms of Pw 22 and the sum of Pw 22a, 33 lid 5 and 34a worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import MissingKind, Outcome
from domain.legislation.regulations.svb.aio import REGULATION, AioFacts
from tests.support.law import determined, without

ON, LATER = dt.date(2026, 3, 5), dt.date(2026, 9, 5)

SINGLE = AioFacts(
    born=dt.date(1950, 3, 2),
    has_partner=False,
    lawful_residence=True,
    applied_on=dt.date(2020, 1, 1),
    cost_sharers=0,
    income=100_000,
    private_pension=0,
    work_income=0,
    assets=500_000,
    equity_in_home=0,
)
COUPLE = replace(SINGLE, has_partner=True, partner_born=dt.date(1970, 1, 1))


@pytest.mark.parametrize(
    ("facts", "on", "cents"),
    [
        (SINGLE, ON, 156469 - 100000),
        (COUPLE, ON, 214416 - 100000),
        # one sharer: 50% of 2.144,16; two: 43 1/3%
        (replace(SINGLE, cost_sharers=1, income=0), ON, 107208),
        (replace(SINGLE, cost_sharers=2, income=0), ON, 92914),
        # a couple with one sharer: twice 43 1/3%
        (replace(COUPLE, cost_sharers=1, income=0), ON, 185827),
        # 26,50 of a private pension is free, 53,00 for a couple
        (replace(SINGLE, private_pension=10_000), LATER, 158734 - 100000 - 7350),
        (replace(COUPLE, private_pension=10_000), LATER, 217610 - 100000 - 4700),
        (replace(SINGLE, private_pension=2_000), LATER, 158734 - 100000),
        # a quarter of wages is free, to 226,00
        (replace(SINGLE, work_income=40_000), LATER, 158734 - 100000 - 30000),
        (replace(SINGLE, income=0, work_income=100_000), LATER, 158734 - 77400),
    ],
)
def test_it_tops_up_to_the_norm(facts: AioFacts, on: dt.date, cents: int) -> None:
    assert determined(REGULATION, facts, on).cents("per_month") == cents


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, born=dt.date(1970, 1, 1)),
        replace(SINGLE, lawful_residence=False),
        replace(SINGLE, applied_on=dt.date(2026, 3, 6)),
        replace(SINGLE, income=156_469),
        replace(SINGLE, assets=800_001),
        replace(SINGLE, assets=0, equity_in_home=9_000_000),
    ],
)
def test_it_is_refused(facts: AioFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_before_july_2026_the_free_part_of_wages_is_not_known() -> None:
    found = determined(REGULATION, replace(SINGLE, work_income=1_000), ON)
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}


@pytest.mark.parametrize(
    "name",
    [
        *("has_partner", "lawful_residence", "applied_on", "cost_sharers", "income"),
        *("private_pension", "work_income", "assets", "equity_in_home"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(COUPLE, name), LATER)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 200_000), st.integers(0, 20_000))
def test_a_cent_more_income_is_a_cent_less(income: int, more: int) -> None:
    def top_up(cents: int) -> int:
        found = determined(REGULATION, replace(SINGLE, income=cents), LATER)
        return found.cents("per_month") if found.outcome is Outcome.GRANTED else 0

    assert top_up(income) == max(0, 158734 - income)
    assert top_up(income + more) <= top_up(income)
