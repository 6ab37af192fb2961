"""Golden values: the amounts of AKW 12 as its official text stood in each half year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.parameters import parameter
from domain.legislation.regulations.svb._child import Child
from domain.legislation.regulations.svb.kinderbijslag import REGULATION, KinderbijslagFacts
from tests.support.law import determined, without

ON = dt.date(2026, 2, 14)
HALF_YEARS = [dt.date(year, month, 1) for year in (2024, 2025, 2026) for month in (1, 7)]

TODDLER = Child(
    born=dt.date(2023, 5, 6),
    in_household=True,
    lives_in_netherlands=True,
    needs_intensive_care=False,
)
PUPIL = replace(TODDLER, born=dt.date(2016, 5, 6))
TEENAGER = replace(TODDLER, born=dt.date(2009, 5, 6), schooling=True)
AWAY = replace(PUPIL, in_household=False, maintained=True, away_with_ground=True)

FAMILY = KinderbijslagFacts(insured=True, applied_on=dt.date(2023, 11, 1), children=(TODDLER,))


def of(*children: Child) -> KinderbijslagFacts:
    return replace(FAMILY, children=children)


def cents(facts: KinderbijslagFacts, on: dt.date = ON) -> int:
    return determined(REGULATION, facts, on).cents("per_quarter")


@pytest.mark.parametrize(
    ("on", "under_6", "under_12", "under_18"),
    [
        (dt.date(2024, 1, 1), 26170, 31777, 37385),
        (dt.date(2024, 7, 1), 28169, 34205, 40241),
        (dt.date(2025, 1, 1), 28645, 34783, 40921),
        (dt.date(2025, 7, 1), 29149, 35395, 41641),
        (dt.date(2026, 1, 1), 29507, 35830, 42153),
        (dt.date(2026, 7, 1), 29840, 36235, 42629),
    ],
)
def test_each_age_has_its_amount(on: dt.date, under_6: int, under_12: int, under_18: int) -> None:
    ages = {3: under_6, 8: under_12, 14: under_18}
    children = {age: replace(TODDLER, born=on.replace(year=on.year - age)) for age in ages}
    for age, amount in ages.items():
        assert cents(of(children[age]), on) == amount
    assert cents(of(*children.values()), on) == under_6 + under_12 + under_18


def test_the_amounts_are_70_and_85_percent_of_the_basic_amount() -> None:
    for on in HALF_YEARS:
        basic = parameter("akw_basis").on(on)
        assert basic is not None
        for name, percent in (("akw_0_5", 70), ("akw_6_11", 85), ("akw_12_17", 100)):
            held = parameter(name).on(on)
            assert held is not None
            assert held.value == (basic.value * percent + 50) // 100


@pytest.mark.parametrize(
    ("born", "amount"),
    [
        (dt.date(2020, 1, 1), 35830),  # six on the day that decides
        (dt.date(2020, 1, 2), 29507),  # a day later: from the next quarter
        (dt.date(2014, 1, 1), 42153),
        (dt.date(2014, 1, 2), 35830),
    ],
)
def test_the_age_on_the_first_day_of_the_quarter_decides(born: dt.date, amount: int) -> None:
    assert cents(of(replace(TODDLER, born=born))) == amount


def test_a_child_of_18_gives_no_right_any_more() -> None:
    on_the_day = of(replace(TEENAGER, born=dt.date(2008, 1, 1)))
    a_day_younger = of(replace(TEENAGER, born=dt.date(2008, 1, 2)))
    assert determined(REGULATION, on_the_day, ON).outcome is Outcome.REFUSED
    assert cents(a_day_younger) == 42153


def test_a_child_of_29_february_is_18_on_1_march() -> None:
    leap = of(replace(TEENAGER, born=dt.date(2008, 2, 29)))
    assert cents(leap, dt.date(2026, 3, 31)) == 42153
    assert determined(REGULATION, leap, dt.date(2026, 4, 1)).outcome is Outcome.REFUSED


def test_it_is_doubled_for_intensive_care_from_three_and_not_far_back() -> None:
    care = replace(PUPIL, needs_intensive_care=True)
    in_time = replace(care, intensive_care_applied_on=dt.date(2026, 9, 30))
    too_late = replace(care, intensive_care_applied_on=dt.date(2026, 10, 1))
    assert cents(of(in_time)) == 2 * 35830
    assert cents(of(too_late)) == 35830
    baby = replace(in_time, born=dt.date(2023, 1, 2))
    assert cents(of(baby)) == 29507


def test_it_is_doubled_for_a_child_away_whose_keep_costs_enough() -> None:
    assert cents(of(replace(AWAY, higher_maintenance=True))) == 2 * 35830
    assert cents(of(replace(AWAY, higher_maintenance=False))) == 35830


@pytest.mark.parametrize(
    "facts",
    [
        replace(FAMILY, insured=False),
        of(),
        of(replace(TODDLER, in_household=False, maintained=False)),
        of(replace(TODDLER, lives_in_netherlands=False, lives_where_regulation_holds=False)),
        of(replace(TEENAGER, schooling=False)),
        of(replace(TEENAGER, schooling=False, in_household=UNKNOWN)),
    ],
)
def test_it_is_refused(facts: KinderbijslagFacts) -> None:
    assert determined(REGULATION, facts, dt.date(2026, 2, 1)).outcome is Outcome.REFUSED


def test_it_is_backdated_one_year_from_the_quarter_of_the_application() -> None:
    applied = dt.date(2026, 3, 31)
    facts = replace(of(replace(TODDLER, born=dt.date(2022, 1, 1))), applied_on=applied)
    assert cents(facts, dt.date(2025, 1, 1)) == 28645
    assert determined(REGULATION, facts, dt.date(2024, 12, 31)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("child", "name"),
    [
        *((TODDLER, name) for name in ("born", "in_household", "lives_in_netherlands")),
        (PUPIL, "needs_intensive_care"),
        (TEENAGER, "schooling"),
        (AWAY, "higher_maintenance"),
    ],
)
def test_a_missing_fact_of_a_child_is_named(child: Child, name: str) -> None:
    changed: dict[str, Any] = {name: UNKNOWN}
    known = replace(child, **changed)
    found = determined(REGULATION, of(PUPIL, known), dt.date(2026, 4, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert f"children[1].{name}" in {missing.name for missing in found.missing}


@pytest.mark.parametrize("name", ["insured", "applied_on", "children"])
def test_a_missing_fact_is_named(name: str) -> None:
    found = determined(REGULATION, without(FAMILY, name), ON)
    assert name in {missing.name for missing in found.missing}


@given(st.lists(st.sampled_from([TODDLER, PUPIL, TEENAGER]), min_size=1, max_size=5))
def test_children_add_up(children: list[Child]) -> None:
    assert cents(of(*children)) == sum(cents(of(child)) for child in children)


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)))
def test_within_a_quarter_the_day_changes_nothing(on: dt.date) -> None:
    assert cents(of(replace(TODDLER, born=dt.date(2020, 2, 10))), on) == 29507


def test_a_child_gives_a_right_from_the_quarter_on_whose_first_day_it_is_born() -> None:
    # AKW 11 lid 2: the conditions hold on the first day of the quarter
    on_the_day = replace(TODDLER, born=dt.date(2026, 1, 1))
    assert cents(of(on_the_day)) == 29507
    later = of(replace(TODDLER, born=dt.date(2026, 1, 2)))
    assert determined(REGULATION, later, ON).outcome is Outcome.REFUSED
    assert cents(later, dt.date(2026, 4, 1)) == 29507
    # a child that is not there yet takes nothing from one that is
    assert cents(of(TODDLER, replace(TODDLER, born=dt.date(2026, 2, 14)))) == 29507
