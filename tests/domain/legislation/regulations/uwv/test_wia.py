"""Golden values: the sums of WIA 51, 52, 61 and 62 worked by hand on the minimum wage of 2026."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv._wia_parts import WiaKind
from domain.legislation.regulations.uwv.wia import REGULATION, WiaFacts
from tests.support.law import determined, without

ON = dt.date(2026, 7, 15)

IVA = WiaFacts(
    ill_since=dt.date(2022, 1, 3),
    first_day=dt.date(2024, 1, 1),
    permanently_incapable=True,
    detained_over_a_month=False,
    lives_where_it_is_paid=True,
    other_exclusion=False,
    pension_day=dt.date(2050, 1, 1),
    daily_wage=20_000,
    income=0,
)
WGA = replace(
    IVA,
    permanently_incapable=False,
    incapacity=50,
    weeks_worked_enough=True,
    quarters_before_2016=80,
    quarters_from_2016=0,
    months_of_ww_received=0,
    no_requirement_yet=False,
    born=dt.date(1980, 5, 5),
    remaining_earning_capacity=200_000,
)
FOLLOW_UP = replace(WGA, first_day=dt.date(2024, 1, 1), weeks_worked_enough=False)


@pytest.mark.parametrize(
    ("facts", "on", "month_cents", "kind"),
    [
        # 75% of 200,00 x 21,75
        (IVA, ON, 326_250, WiaKind.IVA),
        # less 70% of 1.000
        (replace(IVA, income=100_000), ON, 256_250, WiaKind.IVA),
        # within the duration of twenty months: 0,7 x (4.350 - 1.000)
        (replace(WGA, income=100_000), dt.date(2025, 8, 31), 234_500, WiaKind.WAGE_RELATED),
        # the first two months: 0,75 x 4.350
        (WGA, dt.date(2024, 2, 29), 326_250, WiaKind.WAGE_RELATED),
        (WGA, dt.date(2024, 3, 1), 304_500, WiaKind.WAGE_RELATED),
        # after it, nothing earned: 35% of 2.337,00 with 8% = 883,39
        (WGA, ON, 88_339, WiaKind.FOLLOW_UP),
        (FOLLOW_UP, ON, 88_339, WiaKind.FOLLOW_UP),
        # by class: 28, 42 and 50,75% of 2.523,96
        (replace(FOLLOW_UP, incapacity=35), ON, 70_671, WiaKind.FOLLOW_UP),
        (replace(FOLLOW_UP, incapacity=44), ON, 70_671, WiaKind.FOLLOW_UP),
        (replace(FOLLOW_UP, incapacity=55), ON, 106_006, WiaKind.FOLLOW_UP),
        (replace(FOLLOW_UP, incapacity=65), ON, 128_091, WiaKind.FOLLOW_UP),
        (replace(FOLLOW_UP, incapacity=79), ON, 128_091, WiaKind.FOLLOW_UP),
        # a lower wage than the minimum wage counts instead: 35% of 50,00 x 21,75
        (replace(FOLLOW_UP, daily_wage=5_000), ON, 38_063, WiaKind.FOLLOW_UP),
        # at twenty, 80% of the minimum wage: 35% of 2.019,168
        (replace(FOLLOW_UP, born=dt.date(2005, 9, 1)), ON, 70_671, WiaKind.FOLLOW_UP),
        # 80% or more: no income requirement, 0,7 x (4.350 - 500)
        (replace(FOLLOW_UP, incapacity=80, income=50_000), ON, 269_500, WiaKind.SUPPLEMENT),
        # earns half of the capacity: 0,7 x (4.350 - 2.000)
        (replace(FOLLOW_UP, income=100_000), ON, 164_500, WiaKind.SUPPLEMENT),
        # one cent less than half: the follow-up benefit
        (replace(FOLLOW_UP, income=99_999), ON, 88_339, WiaKind.FOLLOW_UP),
        # earns all of it and more: 0,7 x (4.350 - 2.500)
        (replace(FOLLOW_UP, income=250_000), ON, 129_500, WiaKind.SUPPLEMENT),
        # never under the amount by class, up to 0,7 x (4.350 - 1.800): capacity 3.600, half earned
        (
            replace(FOLLOW_UP, remaining_earning_capacity=360_000, income=180_000),
            ON,
            88_339,
            WiaKind.SUPPLEMENT,
        ),
        # from Monday 15 January 2024 thirteen of the 23 weekdays: 75% of 4.350 x 13/23
        (
            replace(IVA, ill_since=dt.date(2022, 1, 17), first_day=dt.date(2024, 1, 15)),
            dt.date(2024, 1, 31),
            184_402,
            WiaKind.IVA,
        ),
    ],
)
def test_the_amount_is_the_laws_own_sum(
    facts: WiaFacts, on: dt.date, month_cents: int, kind: WiaKind
) -> None:
    found = determined(REGULATION, facts, on)
    assert found.cents("per_month") == month_cents
    assert found.result("kind") is kind


@pytest.mark.parametrize(
    "facts",
    [
        replace(WGA, incapacity=34),
        replace(IVA, detained_over_a_month=True),
        replace(IVA, lives_where_it_is_paid=False),
        replace(IVA, other_exclusion=True, permanently_incapable=UNKNOWN),
        replace(IVA, pension_day=ON),
        replace(IVA, first_day=dt.date(2026, 7, 16)),
        # the 104 weeks from 3 January 2022 are over on 1 January 2024
        replace(IVA, ill_since=dt.date(2022, 1, 4), shortened_waiting_time=False),
        # a shortened waiting time is for who is fully and permanently incapable (WIA 23 lid 6)
        replace(WGA, ill_since=dt.date(2022, 1, 4), shortened_waiting_time=True),
        replace(WGA, ill_since=dt.date(2022, 1, 4)),
        replace(IVA, detained_over_a_month=True, daily_wage=UNKNOWN),
    ],
)
def test_it_is_refused(facts: WiaFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((IVA, name) for name in ("ill_since", "first_day", "permanently_incapable", "income")),
        *((IVA, name) for name in ("detained_over_a_month", "lives_where_it_is_paid")),
        *((IVA, name) for name in ("pension_day", "daily_wage", "other_exclusion")),
        *((WGA, name) for name in ("incapacity", "weeks_worked_enough", "quarters_before_2016")),
        *((FOLLOW_UP, name) for name in ("remaining_earning_capacity", "born", "incapacity")),
        (WGA, "months_of_ww_received"),
        (FOLLOW_UP, "no_requirement_yet"),
        (replace(IVA, ill_since=dt.date(2023, 9, 1)), "shortened_waiting_time"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: WiaFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_what_cannot_matter_is_not_asked_for() -> None:
    fully = replace(FOLLOW_UP, incapacity=85)
    unasked = (
        *("remaining_earning_capacity", "born", "quarters_before_2016", "quarters_from_2016"),
        *("months_of_ww_received", "no_requirement_yet", "shortened_waiting_time"),
    )
    assert determined(REGULATION, without(fully, *unasked), ON).outcome is Outcome.GRANTED


def test_a_shortened_waiting_time_opens_the_iva_early() -> None:
    early = replace(IVA, ill_since=dt.date(2023, 9, 1), shortened_waiting_time=True)
    assert determined(REGULATION, early, ON).cents("per_month") == 326_250


def test_who_was_fully_incapable_has_no_income_requirement_for_24_months() -> None:
    # WIA 60 lid 3 and 61 lid 2: 0,7 x (4.350 - 0) and not 35% of the minimum wage
    facts = without(replace(FOLLOW_UP, no_requirement_yet=True), "remaining_earning_capacity")
    found = determined(REGULATION, facts, ON)
    assert found.cents("per_month") == 304_500
    assert found.result("kind") is WiaKind.SUPPLEMENT


@pytest.mark.parametrize(
    ("months", "on", "kind"),
    [
        # twenty months from 1 January 2024, less five months of WW (WIA 59 lid 6): to 31 March 2025
        (5, dt.date(2025, 3, 31), WiaKind.WAGE_RELATED),
        (5, dt.date(2025, 4, 1), WiaKind.FOLLOW_UP),
        (40, dt.date(2024, 1, 1), WiaKind.FOLLOW_UP),
    ],
)
def test_the_wage_related_phase_is_shorter_by_the_unemployment_benefit(
    months: int, on: dt.date, kind: WiaKind
) -> None:
    facts = replace(WGA, months_of_ww_received=months)
    assert determined(REGULATION, facts, on).result("kind") is kind


@pytest.mark.parametrize("on", [dt.date(2024, 3, 16), dt.date(2024, 3, 18), dt.date(2024, 3, 31)])
def test_a_month_in_which_the_first_two_months_end_has_both_percentages(on: dt.date) -> None:
    # from 18 January to 17 March 2024: 11 of the 21 working days of March at 75%, 10 at 70%
    facts = replace(
        WGA, ill_since=dt.date(2022, 1, 20), first_day=dt.date(2024, 1, 18), income=100_000
    )
    # (4.350 - 1.000) x (11 x 75 + 10 x 70) / 2.100 = 2.432,74
    assert determined(REGULATION, facts, on).cents("per_month") == 243_274


def test_in_part_of_a_month_the_capacity_counts_for_that_part_too() -> None:
    # from Monday 15 January 2024 thirteen of the 23 weekdays: capacity 2.000 x 13/23 = 1.130,43;
    # half of it is earned: 0,7 x (4.350 - 2.000) x 13/23
    facts = replace(
        FOLLOW_UP,
        ill_since=dt.date(2022, 1, 17),
        first_day=dt.date(2024, 1, 15),
        income=56_522,
    )
    found = determined(REGULATION, facts, dt.date(2024, 1, 31))
    assert found.result("kind") is WiaKind.SUPPLEMENT
    assert found.cents("per_month") == 92_978


@given(st.integers(0, 600_000), st.integers(0, 600_000), st.integers(1, 60_000))
def test_more_income_never_gives_more_iva(income: int, other: int, daily_wage: int) -> None:
    less, more = sorted((income, other))
    facts = replace(IVA, daily_wage=daily_wage)
    first = determined(REGULATION, replace(facts, income=less), ON).cents("per_month")
    second = determined(REGULATION, replace(facts, income=more), ON).cents("per_month")
    assert 0 <= second <= first


@given(st.integers(20_000, 60_000), st.integers(35, 79), st.integers(0, 500_000))
def test_working_more_of_the_capacity_never_leaves_less_in_all(
    daily_wage: int, incapacity: int, income: int
) -> None:
    """Benefit and income together never fall by earning more: the WGA rewards work."""
    facts = replace(FOLLOW_UP, daily_wage=daily_wage, incapacity=incapacity)

    def in_all(cents: int) -> int:
        found = determined(REGULATION, replace(facts, income=cents), ON)
        return found.cents("per_month") + cents

    assert in_all(income) <= in_all(income + 1_000) + 1
