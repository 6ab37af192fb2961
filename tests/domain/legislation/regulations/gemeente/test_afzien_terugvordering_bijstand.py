"""Borders of Pw 58 lid 7, from the text (the same in 2024, 2025 and 2026)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.afzien_terugvordering_bijstand import (
    REGULATION,
    AfzienFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 7, 20)
PAID = AfzienFacts(
    first_due=dt.date(2016, 7, 20),
    paid_in_full=True,
    arrears_made_good=False,
    paid_nothing=False,
    rest=400001,
    lump_sum=0,
)


@pytest.mark.parametrize(
    "facts",
    [
        PAID,
        replace(PAID, paid_in_full=False, arrears_made_good=True),
        replace(PAID, paid_in_full=False, paid_nothing=True),
        # half of 4.000,01 at once, whatever the rest is
        replace(AfzienFacts(), rest=400001, lump_sum=200001),
    ],
)
def test_the_college_may_stop(facts: AfzienFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "facts",
    [
        replace(PAID, first_due=dt.date(2016, 7, 21)),
        replace(PAID, paid_in_full=False),
        replace(PAID, first_due=dt.date(2020, 1, 1), lump_sum=200000),
    ],
)
def test_the_college_may_not_yet_stop(facts: AfzienFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (PAID, "first_due"),
        (PAID, "paid_in_full"),
        (replace(PAID, lump_sum=100000, first_due=dt.date(2020, 1, 1)), "rest"),
        (replace(PAID, paid_in_full=False), "lump_sum"),
        (replace(PAID, paid_in_full=False), "paid_nothing"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: AfzienFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}
