from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from domain.errors import ParameterMissing
from domain.legislation.beslagvrije_voet import protected_amount, share_of_norm
from domain.legislation.parameters import Parameter, value_on
from domain.legislation.participatiewet import (
    HOLIDAY_ALLOWANCE_IN_NORM,
    NORMS,
    NormHousehold,
    has_pension_age,
    norm_household_of,
    norm_on,
    partner_of_applicant,
)
from tests.support.drafts import draft

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "day", "cents"),
    [
        (NormHousehold.SINGLE, dt.date(2024, 1, 1), 128383),
        (NormHousehold.SINGLE, dt.date(2026, 6, 30), 140150),
        (NormHousehold.SINGLE, dt.date(2026, 7, 1), 141946),
        (NormHousehold.COUPLE, TODAY, 202779),
        (NormHousehold.SINGLE_PENSIONER, TODAY, 158734),
        (NormHousehold.COUPLE_WITH_PENSIONER, TODAY, 217610),
    ],
)
def test_the_norm_is_that_of_the_day(kind: NormHousehold, day: dt.date, cents: int) -> None:
    assert norm_on(kind, day) == cents


def test_no_norm_is_made_up_for_a_day_before_the_first_one() -> None:
    with pytest.raises(ParameterMissing, match="pw_gehuwden"):
        norm_on(NormHousehold.COUPLE, dt.date(2023, 12, 31))


@pytest.mark.parametrize("parameter", [*NORMS.values(), HOLIDAY_ALLOWANCE_IN_NORM])
def test_values_stand_in_order_of_time(parameter: Parameter) -> None:
    values = [dated.valid_from for dated in parameter.values]
    assert values == sorted(set(values))


def test_the_holiday_allowance_in_the_norm_is_that_of_19_lid_3_since_2024() -> None:
    assert value_on(HOLIDAY_ALLOWANCE_IN_NORM, dt.date(2024, 1, 1)) == Fraction(48, 10)
    assert value_on(HOLIDAY_ALLOWANCE_IN_NORM, TODAY) == Fraction(48, 10)


@pytest.mark.parametrize(("norm", "share"), [(141946, 134849), (202779, 192640), (10, 10), (0, 0)])
def test_95_percent_is_rounded_half_up_to_a_cent(norm: int, share: int) -> None:
    assert share_of_norm(norm) == share


@pytest.mark.parametrize(
    ("status", "cents"),
    [
        ("together", 192640),
        ("apart_by_detention", 192640),
        ("separated", 134849),
        ("divorce_pending", 134849),
        ("divorced", 134849),
    ],
)
def test_a_spouse_counts_unless_they_live_apart_for_good(status: str, cents: int) -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = status
    assert protected_amount(household.picture().household, TODAY) == cents


def test_a_single_parent_has_the_norm_of_a_single_person() -> None:
    household = draft("J01").picture().household
    assert norm_household_of(household, TODAY) is NormHousehold.SINGLE


def test_an_unmarried_partner_counts_when_they_live_at_one_address() -> None:
    household = draft("J06")
    household.intake["relations"] = household.intake["relations"][1:]
    partner = partner_of_applicant(household.picture().household)
    assert partner is not None
    assert partner.id == "p2"
    household.intake["members"][1]["lives_at"] = None
    assert partner_of_applicant(household.picture().household) is None


def test_a_marriage_between_others_makes_no_couple_of_the_applicant() -> None:
    household = draft("J06")
    household.intake["members"][1]["role"] = "other_adult"
    household.intake["relations"][0]["a"] = "k1"
    assert partner_of_applicant(household.picture().household) is None


def test_one_of_both_at_pension_age_gives_the_norm_for_pensioners() -> None:
    household = draft("J06")
    household.intake["members"][1]["born"] = "1958-11-23"
    kind = norm_household_of(household.picture().household, TODAY)
    assert kind is NormHousehold.COUPLE_WITH_PENSIONER


@pytest.mark.parametrize(
    ("born", "reached"), [("1959-11-23", True), ("1959-11-24", False), ("1960-01-01", False)]
)
def test_pension_age_is_reached_on_the_67th_birthday(born: str, reached: bool) -> None:
    assert has_pension_age(dt.date.fromisoformat(born), TODAY) is reached
