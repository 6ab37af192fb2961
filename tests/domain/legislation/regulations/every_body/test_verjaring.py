"""Golden values: five years on the calendar (Awb 4:104, 4:110, 4:111)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body.verjaring import (
    REGULATION,
    Deferral,
    Interruption,
    VerjaringFacts,
)
from tests.support.law import determined, without

DEBT = VerjaringFacts(pay_by=dt.date(2020, 3, 16), interruptions=(), deferrals=())
LAST = dt.date(2025, 3, 16)


def _interrupted(*days: str) -> tuple[Interruption, ...]:
    return tuple(Interruption(on=dt.date.fromisoformat(day)) for day in days)


def _deferred(first: str, last: str) -> Deferral:
    return Deferral(first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last))


def test_it_is_over_five_years_after_the_term_of_payment() -> None:
    found = determined(REGULATION, DEBT, LAST)
    assert found.result("last_day") == LAST
    after = determined(REGULATION, DEBT, LAST + dt.timedelta(days=1))
    assert after.outcome is Outcome.REFUSED


def test_it_ends_on_28_february_when_there_is_no_29th() -> None:
    leap = replace(DEBT, pay_by=dt.date(2020, 2, 29))
    found = determined(REGULATION, leap, dt.date(2025, 1, 1))
    assert found.result("last_day") == dt.date(2025, 2, 28)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        # a new five years from the next day on
        (replace(DEBT, interruptions=_interrupted("2022-06-01")), "2027-06-01"),
        (replace(DEBT, interruptions=_interrupted("2024-01-10", "2022-06-01")), "2029-01-10"),
        # ten days of deferral, the first and the last with them
        (replace(DEBT, deferrals=(_deferred("2021-01-01", "2021-01-10"),)), "2025-03-26"),
        # deferral before the term started does not count, nor does a day twice
        (
            replace(
                DEBT,
                deferrals=(
                    _deferred("2020-03-01", "2020-03-26"),
                    _deferred("2020-03-20", "2020-03-26"),
                ),
            ),
            "2025-03-26",
        ),
        # deferral before an interruption lengthened the old term, not the new one
        (
            replace(
                DEBT,
                interruptions=_interrupted("2022-06-01"),
                deferrals=(_deferred("2021-01-01", "2021-01-10"),),
            ),
            "2027-06-01",
        ),
    ],
)
def test_interruption_and_deferral_give_more_time(facts: VerjaringFacts, last: str) -> None:
    found = determined(REGULATION, facts, dt.date(2024, 6, 1))
    assert found.result("last_day") == dt.date.fromisoformat(last)


def test_what_is_barred_is_not_brought_to_life_by_a_reminder() -> None:
    late = replace(DEBT, interruptions=_interrupted("2025-03-17"))
    assert determined(REGULATION, late, dt.date(2025, 6, 1)).outcome is Outcome.REFUSED
    in_time = replace(DEBT, interruptions=_interrupted("2025-03-16"))
    assert determined(REGULATION, in_time, dt.date(2025, 6, 1)).outcome is Outcome.GRANTED


@pytest.mark.parametrize("name", ["pay_by", "interruptions", "deferrals"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(DEBT, name), LAST)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_an_interruption_on_an_unknown_day_leaves_it_unsaid() -> None:
    unknown = replace(DEBT, interruptions=(Interruption(on=UNKNOWN),))
    found = determined(REGULATION, unknown, LAST)
    assert {missing.name for missing in found.missing} == {"interruptions[0].on"}


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)),
    st.lists(st.dates(dt.date(2015, 1, 1), dt.date(2026, 1, 1)), max_size=4),
)
def test_it_never_ends_before_five_years(pay_by: dt.date, days: list[dt.date]) -> None:
    facts = VerjaringFacts(
        pay_by=pay_by, interruptions=tuple(Interruption(on=day) for day in days), deferrals=()
    )
    found = determined(REGULATION, facts, pay_by + dt.timedelta(days=5 * 365))
    last = found.result("last_day")
    assert isinstance(last, dt.date)
    assert (last - pay_by).days >= 5 * 365
