"""The terms of WW 36 lid 3-5 (five, ten and three years), day by day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv._recovery import UwvLaw
from domain.legislation.regulations.uwv.afzien_van_verdere_terugvordering_uwv import (
    REGULATION,
    AfzienUwvFacts,
    Payments,
)
from tests.support.law import determined, without

SINCE = dt.date(2020, 2, 29)

PAYING = AfzienUwvFacts(
    law=UwvLaw.WW,
    payments=Payments.PAID_IN_FULL,
    recovered_since=SINCE,
    duty_to_inform_broken=False,
    income_within_protected_amount=False,
)


@pytest.mark.parametrize(
    ("facts", "possible"),
    [
        (PAYING, dt.date(2025, 3, 1)),
        (replace(PAYING, payments=Payments.ARREARS_MADE_GOOD), dt.date(2025, 3, 1)),
        (replace(PAYING, payments=Payments.NEVER_PAID_NOR_LIKELY_TO), dt.date(2025, 3, 1)),
        # ten years when the duty to inform was broken
        (
            replace(PAYING, recovered_since=dt.date(2015, 5, 5), duty_to_inform_broken=True),
            dt.date(2025, 5, 5),
        ),
        # three years on a low income, but only for who pays
        (
            replace(
                PAYING, recovered_since=dt.date(2022, 5, 5), income_within_protected_amount=True
            ),
            dt.date(2025, 5, 5),
        ),
    ],
)
def test_it_is_possible_from_the_day_the_term_is_over(
    facts: AfzienUwvFacts, possible: dt.date
) -> None:
    before = determined(REGULATION, facts, possible - dt.timedelta(days=1))
    found = determined(REGULATION, facts, possible)
    assert before.outcome is Outcome.REFUSED
    assert found.result("from") == possible


def test_who_never_paid_does_not_get_the_three_years_of_a_low_income() -> None:
    facts = replace(
        PAYING,
        payments=Payments.NEVER_PAID_NOR_LIKELY_TO,
        recovered_since=dt.date(2022, 5, 5),
        income_within_protected_amount=True,
    )
    assert determined(REGULATION, facts, dt.date(2025, 5, 5)).outcome is Outcome.REFUSED


def test_half_of_the_rest_at_once_needs_no_years() -> None:
    facts = AfzienUwvFacts(law=UwvLaw.TOESLAGENWET, payments=Payments.HALF_OF_THE_REST_AT_ONCE)
    assert determined(REGULATION, facts, dt.date(2025, 5, 5)).outcome is Outcome.GRANTED


def test_without_any_of_the_grounds_it_is_not_possible() -> None:
    facts = AfzienUwvFacts(law=UwvLaw.WIA, payments=Payments.OTHERWISE)
    assert determined(REGULATION, facts, dt.date(2025, 5, 5)).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", sorted(AfzienUwvFacts.abouts()))
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(PAYING, name), dt.date(2026, 5, 5))
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_after_a_breach_the_income_is_not_asked_for() -> None:
    facts = replace(PAYING, duty_to_inform_broken=True, income_within_protected_amount=UNKNOWN)
    assert determined(REGULATION, facts, dt.date(2026, 5, 5)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("payments", "since"),
    [
        # three years are the shortest for who pays, five for who does not (WW 36 lid 3 and 5)
        (Payments.PAID_IN_FULL, dt.date(2022, 3, 1)),
        (Payments.NEVER_PAID_NOR_LIKELY_TO, dt.date(2020, 3, 1)),
    ],
)
def test_before_the_shortest_term_it_is_a_no_whatever_else_is_not_known(
    payments: Payments, since: dt.date
) -> None:
    facts = without(
        replace(PAYING, payments=payments, recovered_since=since),
        "duty_to_inform_broken",
        "income_within_protected_amount",
    )
    assert determined(REGULATION, facts, dt.date(2025, 2, 28)).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, dt.date(2025, 3, 1)).outcome is Outcome.UNDETERMINED
