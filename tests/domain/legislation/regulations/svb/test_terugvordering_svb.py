"""The years and shares of AOW 24, AKW 24 and Anw 53, each on its border."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.svb.terugvordering_svb import (
    REGULATION,
    Benefit,
    TerugvorderingSvbFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 9, 5)

CLAIM = TerugvorderingSvbFacts(
    benefit=Benefit.AOW,
    unduly_paid=500_000,
    paid_back=100_000,
    urgent_reasons=False,
    duty_breached=False,
    low_income=False,
    years_paid=0,
    years_without_payment=0,
    no_prospect=False,
    lump_sum=0,
)


@pytest.mark.parametrize("benefit", list(Benefit))
@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, False),
        ({"urgent_reasons": True}, True),
        ({"years_paid": 4}, False),
        ({"years_paid": 5}, True),
        ({"years_paid": 3, "low_income": True}, True),
        ({"years_paid": 2, "low_income": True}, False),
        ({"years_paid": 9, "duty_breached": True, "low_income": True}, False),
        ({"years_paid": 10, "duty_breached": True}, True),
        ({"years_without_payment": 5, "no_prospect": True}, True),
        ({"years_without_payment": 5, "no_prospect": False}, False),
        ({"years_without_payment": 3, "no_prospect": True, "low_income": True}, False),
        ({"lump_sum": 200_000}, True),
        ({"lump_sum": 199_999}, False),
    ],
)
def test_it_may_be_dropped_on_the_grounds_of_the_law(
    benefit: Benefit, changed: dict[str, Any], may: bool
) -> None:
    found = determined(REGULATION, replace(CLAIM, benefit=benefit, **changed), ON)
    assert found.cents("to_recover") == 400_000
    assert found.result("may_be_dropped") is may


def test_there_is_nothing_to_recover_once_it_is_paid() -> None:
    found = determined(REGULATION, replace(CLAIM, paid_back=500_000), ON)
    assert found.outcome is Outcome.REFUSED


def test_with_urgent_reasons_nothing_else_need_be_known() -> None:
    facts = replace(CLAIM, urgent_reasons=True, years_paid=UNKNOWN, lump_sum=UNKNOWN)
    assert determined(REGULATION, facts, ON).result("may_be_dropped") is True


@pytest.mark.parametrize(
    "name",
    [
        *("benefit", "unduly_paid", "paid_back", "urgent_reasons", "duty_breached", "low_income"),
        *("years_paid", "years_without_payment", "lump_sum"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(
        REGULATION, without(replace(CLAIM, years_paid=4, no_prospect=True), name), ON
    )
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}
