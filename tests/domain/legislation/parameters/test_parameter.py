"""The day on which a number of the law stops being known."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.errors import ParameterMissing
from domain.legislation.acts import Act, Article
from domain.legislation.parameters import (
    DatedValue,
    Parameter,
    Renewal,
    last_known_on,
    parameter,
    value_on,
)
from domain.legislation.text import Text
from domain.legislation.units import Unit


def _parameter(renewal: Renewal, *firsts: str, until: str | None = None) -> Parameter:
    """A parameter that is 1 from the first of these days, 2 from the second, and so on."""
    return Parameter(
        id="premie",
        title=Text("premie", "premium"),
        unit=Unit.EUROCENT,
        article=Article(Act.WZT, "2", "1"),
        renewal=renewal,
        values=tuple(
            DatedValue(dt.date.fromisoformat(first), number, "RC")
            for number, first in enumerate(firsts, start=1)
        ),
        valid_until=None if until is None else dt.date.fromisoformat(until),
    )


def _on(asked: Parameter, day: str) -> object:
    held = asked.on(dt.date.fromisoformat(day))
    return None if held is None else held.value


@pytest.mark.parametrize(
    ("renewal", "day", "value"),
    [
        (Renewal.YEARLY, "2024-12-31", None),
        (Renewal.YEARLY, "2025-01-01", 1),
        (Renewal.YEARLY, "2025-06-30", 1),
        (Renewal.YEARLY, "2025-07-01", 2),
        (Renewal.YEARLY, "2025-12-31", 2),
        (Renewal.YEARLY, "2026-01-01", None),
        (Renewal.HALF_YEARLY, "2025-06-30", 1),
        (Renewal.HALF_YEARLY, "2025-07-01", 2),
        (Renewal.HALF_YEARLY, "2025-12-31", 2),
        (Renewal.HALF_YEARLY, "2026-01-01", None),
        (Renewal.NEVER, "2024-12-31", None),
        (Renewal.NEVER, "2025-07-01", 2),
        (Renewal.NEVER, "2099-12-31", 2),
    ],
)
def test_a_value_is_known_until_the_law_sets_it_anew(
    renewal: Renewal, day: str, value: int | None
) -> None:
    assert _on(_parameter(renewal, "2025-01-01", "2025-07-01"), day) == value


@pytest.mark.parametrize(("day", "value"), [("2024-06-30", 1), ("2024-07-01", None)])
def test_the_second_half_of_a_year_that_was_not_set_is_not_known(
    day: str, value: int | None
) -> None:
    asked = _parameter(Renewal.HALF_YEARLY, "2024-01-01", "2025-01-01")
    assert _on(asked, day) == value
    assert _on(asked, "2025-01-01") == 2


def test_a_year_left_out_between_two_is_not_known() -> None:
    asked = _parameter(Renewal.YEARLY, "2024-01-01", "2026-01-01")
    assert _on(asked, "2024-12-31") == 1
    assert _on(asked, "2025-01-01") is None
    assert _on(asked, "2025-12-31") is None
    assert _on(asked, "2026-01-01") == 2


@pytest.mark.parametrize("renewal", list(Renewal))
def test_a_rule_that_ended_has_no_value_after_its_last_day(renewal: Renewal) -> None:
    asked = _parameter(renewal, "2024-07-01", until="2024-08-31")
    assert _on(asked, "2024-08-31") == 1
    assert _on(asked, "2024-09-01") is None


def test_the_last_known_value_goes_on_for_a_forecast_but_not_back() -> None:
    asked = _parameter(Renewal.YEARLY, "2025-01-01")
    assert last_known_on(asked, dt.date(2027, 3, 1)) == 1
    with pytest.raises(ParameterMissing, match=r"premie \(Wzt 2 lid 1\).*2024-12-31"):
        last_known_on(asked, dt.date(2024, 12, 31))


def test_no_value_on_a_day_is_said_with_the_parameter_the_article_and_the_day() -> None:
    asked = _parameter(Renewal.YEARLY, "2025-01-01")
    assert value_on(asked, dt.date(2025, 12, 31)) == 1
    with pytest.raises(ParameterMissing, match=r"premie \(Wzt 2 lid 1\).*2026-01-01"):
        value_on(asked, dt.date(2026, 1, 1))


def test_a_parameter_that_no_file_has_is_said_by_its_name() -> None:
    with pytest.raises(ParameterMissing, match="no parameter file has nergens"):
        parameter("nergens")
