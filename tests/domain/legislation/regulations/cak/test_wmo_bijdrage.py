"""Golden values: the flat rates that rijksoverheid.nl (20.60 in 2024) and gemeente.nu (21 euros in
2025) published; the law has 19.00 in its text and rounds the indexed amount down to 0.20."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.parameters import parameter
from domain.legislation.regulations.cak._wmo_facts import Provision, WmoBijdrageFacts
from domain.legislation.regulations.cak.wmo_bijdrage import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 5, 5)

FACTS = WmoBijdrageFacts(
    provision=Provision.SUPPORT,
    ordinance_charges=True,
    born=dt.date(1960, 2, 29),
    married=False,
    other_contribution=False,
    nights_in_shelter=0,
    waived_by_college=False,
    lower_amount_set=False,
    income_limit_set=False,
)
SPOUSES = replace(FACTS, married=True, both_pension_age=True)
AID = replace(FACTS, provision=Provision.AID_OR_HOME_ADAPTATION, cost_left=100_000)


@pytest.mark.parametrize(("on", "cents"), [(IN_2024, 2060), (IN_2025, 2100), (IN_2026, 2180)])
def test_the_flat_rate_is_the_published_one(on: dt.date, cents: int) -> None:
    assert determined(REGULATION, FACTS, on).cents("per_month") == cents


def test_the_rate_of_2026_is_said_to_be_unverified() -> None:
    assert {taken.parameter.id for taken in determined(REGULATION, FACTS, IN_2026).unverified} == {
        "wmo_abonnementstarief"
    }


def test_every_rate_is_a_multiple_of_twenty_cents() -> None:
    assert all(held.value % 20 == 0 for held in parameter("wmo_abonnementstarief").values)


def test_spouses_pay_one_rate_together() -> None:
    assert determined(REGULATION, SPOUSES, IN_2025).cents("per_month") == 2100


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, ordinance_charges=False),
        replace(FACTS, ordinance_charges=False, provision=UNKNOWN),
        replace(FACTS, provision=Provision.WHEELCHAIR),
        replace(FACTS, provision=Provision.TRANSPORT_BY_ORDINANCE),
        replace(FACTS, provision=Provision.SHELTERED_LIVING),
        replace(FACTS, provision=Provision.SHELTER),
        replace(SPOUSES, both_pension_age=False),
        replace(FACTS, other_contribution=True),
        replace(FACTS, nights_in_shelter=2),
        replace(FACTS, waived_by_college=True, waiver_told_on=IN_2025),
        replace(FACTS, income_limit_set=True, income_limit=2_500_000, income=2_499_999),
        replace(AID, cost_left=2099),
        # refused whatever else is not known
        replace(without(FACTS, "born", "nights_in_shelter"), other_contribution=True),
    ],
)
def test_nothing_is_due(facts: WmoBijdrageFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, nights_in_shelter=1),
        replace(FACTS, income_limit_set=True, income_limit=2_500_000, income=2_500_000),
        replace(AID, cost_left=2100),
        replace(FACTS, provision=Provision.HOME_ADAPTATION_FOR_MINOR, born=UNKNOWN, cost_left=5000),
    ],
)
def test_it_is_just_due(facts: WmoBijdrageFacts) -> None:
    assert determined(REGULATION, facts, IN_2025).cents("per_month") == 2100


def test_eighteen_is_old_enough_and_a_day_less_is_not() -> None:
    facts = replace(FACTS, born=dt.date(2008, 2, 29))
    assert determined(REGULATION, facts, dt.date(2026, 2, 28)).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, dt.date(2026, 3, 1)).outcome is Outcome.GRANTED


def test_the_by_law_may_set_less_but_not_more() -> None:
    less = replace(FACTS, lower_amount_set=True, lower_amount=1000)
    assert determined(REGULATION, less, IN_2025).cents("per_month") == 1000
    more = replace(less, lower_amount=5000)
    assert determined(REGULATION, more, IN_2025).cents("per_month") == 2100


@pytest.mark.parametrize(
    ("told_on", "month", "outcome"),
    [
        # since 1 July 2024 thirty-six months back, for months that begin within them
        (dt.date(2026, 12, 1), dt.date(2024, 1, 15), Outcome.REFUSED),
        (dt.date(2027, 1, 2), dt.date(2024, 1, 15), Outcome.GRANTED),
        (dt.date(2024, 7, 1), dt.date(2024, 1, 15), Outcome.REFUSED),
        # before that not before the day of the notice
        (dt.date(2024, 6, 30), dt.date(2024, 1, 15), Outcome.GRANTED),
        (dt.date(2024, 6, 30), dt.date(2024, 7, 1), Outcome.REFUSED),
    ],
)
def test_the_municipality_can_waive_it_back(
    told_on: dt.date, month: dt.date, outcome: Outcome
) -> None:
    facts = replace(FACTS, waived_by_college=True, waiver_told_on=told_on)
    assert determined(REGULATION, facts, month).outcome is outcome


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (FACTS, name)
            for name in (
                *("provision", "ordinance_charges", "born", "married", "other_contribution"),
                *("nights_in_shelter", "waived_by_college", "lower_amount_set"),
                "income_limit_set",
            )
        ),
        (SPOUSES, "both_pension_age"),
        (replace(FACTS, waived_by_college=True), "waiver_told_on"),
        (replace(FACTS, lower_amount_set=True), "lower_amount"),
        (replace(FACTS, income_limit_set=True, income=1), "income_limit"),
        (replace(FACTS, income_limit_set=True, income_limit=1), "income"),
        (AID, "cost_left"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: WmoBijdrageFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), IN_2025)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_only_a_new_year_changes_the_rate(on: dt.date) -> None:
    expected = {2024: 2060, 2025: 2100, 2026: 2180}[on.year]
    assert determined(REGULATION, FACTS, on).cents("per_month") == expected


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_higher_amount_of_the_by_law_never_gives_less(one: int, other: int) -> None:
    def month(cents: int) -> int:
        facts = replace(FACTS, lower_amount_set=True, lower_amount=cents)
        return determined(REGULATION, facts, IN_2025).cents("per_month")

    less, more = sorted((one, other))
    assert 0 <= month(less) <= month(more) <= 2100
