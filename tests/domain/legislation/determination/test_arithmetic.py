"""The sums of a working-out: exact, and rounded as written in the tables below."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Exact, Operation, Relation, Rounding
from domain.legislation.determination.arithmetic import holds, operate, rounded

HALF = Fraction(1, 2)
TOWARDS_MORE: dict[str, Callable[[Fraction], int]] = {
    "down": floor,
    "up": ceil,
    "": lambda value: floor(value + HALF),
}

exact = st.integers(-(10**9), 10**9) | st.fractions(-(10**9), 10**9, max_denominator=10**6)
several = st.lists(exact, min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("value", "to_cent", "down", "up"),
    [
        ("0", 0, 0, 0),
        ("2.5", 3, 2, 3),
        ("2.499", 2, 2, 3),
        ("-2.5", -2, -3, -2),
        ("-2.501", -3, -3, -2),
        ("-0.5", 0, -1, 0),
        ("0.5", 1, 0, 1),
    ],
)
def test_a_half_goes_up_also_below_zero(value: str, to_cent: int, down: int, up: int) -> None:
    assert rounded(Fraction(value), Rounding.TO_CENT) == to_cent
    assert rounded(Fraction(value), Rounding.DOWN_TO_CENT) == down
    assert rounded(Fraction(value), Rounding.UP_TO_CENT) == up


@pytest.mark.parametrize(
    ("cents", "to_euro", "down", "up"),
    [
        (15_049, 15_000, 15_000, 15_100),
        (15_050, 15_100, 15_000, 15_100),
        (15_000, 15_000, 15_000, 15_000),
        (-15_050, -15_000, -15_100, -15_000),
    ],
)
def test_euros_are_rounded_in_cents(cents: int, to_euro: int, down: int, up: int) -> None:
    assert rounded(cents, Rounding.TO_EURO) == to_euro
    assert rounded(cents, Rounding.DOWN_TO_EURO) == down
    assert rounded(cents, Rounding.UP_TO_EURO) == up


@given(exact, st.sampled_from(list(Rounding)))
def test_every_rounding_is_the_nearest_in_its_direction(value: Exact, rounding: Rounding) -> None:
    step = 100 if rounding.endswith("euro") else 1
    direction = rounding.partition("_to_")[0] if "_to_" in rounding else ""
    found = rounded(value, rounding)
    assert type(found) is int
    assert found == TOWARDS_MORE[direction](Fraction(value) / step) * step
    assert operate(Operation.ROUND, [value], rounding) == found
    assert rounded(found, rounding) == found


@given(several)
def test_sums_and_differences_are_exact(values: list[Exact]) -> None:
    assert operate(Operation.ADD, values, None) == sum(values)
    assert operate(Operation.SUBTRACT, values, None) == 2 * values[0] - sum(values)


@given(several)
def test_the_least_and_the_greatest_are_one_of_them(values: list[Exact]) -> None:
    assert operate(Operation.LEAST, values, None) == sorted(values)[0]
    assert operate(Operation.GREATEST, values, None) == sorted(values)[-1]


@given(exact, exact)
def test_products_shares_and_quotients_are_exact(first: Exact, second: Exact) -> None:
    product = Fraction(first) * Fraction(second)
    assert operate(Operation.MULTIPLY, [first, second], None) == product
    assert operate(Operation.PERCENTAGE, [first, second], None) == product / 100
    if second != 0:
        assert operate(Operation.DIVIDE, [first, second], None) * second == first


def test_whole_numbers_stay_whole() -> None:
    assert type(operate(Operation.ADD, [1, 2, 3], None)) is int
    assert type(operate(Operation.SUBTRACT, [1, 2, 3], None)) is int


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        operate(Operation.DIVIDE, [1, 0], None)


@given(
    st.integers(0, 20_000_000),
    st.fractions(Fraction(1, 100), 12, max_denominator=100),
    st.integers(1, 540),
)
def test_the_payments_of_an_annuity_pay_the_debt_off_with_its_interest(
    debt: int, percent: Fraction, months: int
) -> None:
    """The last payment differs by what half a cent a month grows to, and no more."""
    monthly = operate(Operation.ANNUITY, [debt, percent, months], None)
    growth = (1 + float(percent) / 36_000) ** 30
    left = float(debt)
    for _ in range(months):
        left = left * growth - float(monthly)
    half_a_cent_a_month = 0.5 * (growth**months - 1) / (growth - 1)
    assert abs(left) <= half_a_cent_a_month + 0.01 + 1e-9 * debt * growth**months


@given(st.integers(0, 20_000_000), st.integers(1, 540))
def test_a_debt_without_interest_is_paid_in_equal_parts(debt: int, months: int) -> None:
    monthly = operate(Operation.ANNUITY, [debt, 0, months], None)
    assert 2 * abs(Fraction(monthly) * months - debt) <= months


@pytest.mark.parametrize(
    ("relation", "as_python"),
    [
        (Relation.LESS, operator.lt),
        (Relation.AT_MOST, operator.le),
        (Relation.EQUAL, operator.eq),
        (Relation.AT_LEAST, operator.ge),
        (Relation.MORE, operator.gt),
    ],
)
def test_numbers_and_days_are_held_against_each_other(
    relation: Relation, as_python: Callable[[object, object], bool]
) -> None:
    numbers = (-1, Fraction(1, 3), 1, Fraction(4, 3), 2)
    days = (dt.date(2024, 2, 29), dt.date(2024, 3, 1))
    for left in numbers:
        for right in numbers:
            assert holds(left, relation, right) is as_python(left, right)
    for first in days:
        for second in days:
            assert holds(first, relation, second) is as_python(first, second)
