"""belastingdienst.nl: "4 maanden kort uitstel" below 20.000 euro; an arrangement of 12 months."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.belastingen.betalingsregeling import (
    REGULATION,
    BetalingsregelingBelastingenFacts,
    Deferral,
)
from tests.support.law import determined, without

TODAY = dt.date(2026, 11, 23)

SHORT = BetalingsregelingBelastingenFacts(
    asked=Deferral.SHORT,
    debt=120_000,
    pay_by=dt.date(2026, 10, 31),
    in_restructuring=False,
    deferred_before=False,
    writ_served=False,
    in_terms_already=False,
    pays_new_assessments=True,
    assets=0,
    ability_per_month=12_500,
)
LONG = replace(SHORT, asked=Deferral.LONG)


def test_short_deferral_runs_four_months_from_the_last_day_to_pay() -> None:
    found = determined(REGULATION, SHORT, TODAY)
    # four months after 31 October is the last day of February
    assert found.result("until") == dt.date(2027, 2, 28)


def test_an_arrangement_is_the_debt_over_twelve_months() -> None:
    found = determined(REGULATION, LONG, TODAY)
    assert found.cents("per_month") == 10_000
    assert found.result("until") == dt.date(2027, 11, 23)


@pytest.mark.parametrize(
    "facts",
    [
        replace(SHORT, debt=2_000_000),
        replace(SHORT, deferred_before=True),
        replace(SHORT, writ_served=True),
        replace(SHORT, in_terms_already=True),
        replace(SHORT, in_restructuring=True),
        replace(SHORT, pay_by=dt.date(2026, 7, 22)),
        replace(SHORT, debt=0),
        replace(LONG, pays_new_assessments=False),
        replace(LONG, assets=1),
        # 80% of 124,99 is less than the 100 euro a month that is needed
        replace(LONG, ability_per_month=12_499),
    ],
)
def test_it_is_refused(facts: BetalingsregelingBelastingenFacts) -> None:
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.REFUSED


def test_just_below_the_limit_and_on_the_last_day_short_deferral_is_possible() -> None:
    facts = replace(SHORT, debt=1_999_999, pay_by=dt.date(2026, 7, 23))
    assert determined(REGULATION, facts, TODAY).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((SHORT, name) for name in ("asked", "debt", "pay_by", "in_restructuring")),
        *((SHORT, name) for name in ("deferred_before", "writ_served", "in_terms_already")),
        *((LONG, name) for name in ("pays_new_assessments", "assets", "ability_per_month")),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(
    facts: BetalingsregelingBelastingenFacts, name: str
) -> None:
    found = determined(REGULATION, without(facts, name), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(1, 5_000_000), st.integers(0, 500_000))
def test_the_amount_a_month_is_within_eighty_percent_of_the_ability(debt: int, room: int) -> None:
    facts = replace(LONG, debt=debt, ability_per_month=room)
    found = determined(REGULATION, facts, TODAY)
    assert (found.outcome is Outcome.GRANTED) == (debt * 100 <= 12 * 80 * room)
