"""Golden values: loket.nl, that takes a year's wages over 261, and the maximum it names."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.uwv.dagloon import REGULATION, DagloonFacts
from tests.support.law import determined


@pytest.mark.parametrize(
    ("wages", "on", "capped", "uncapped"),
    [
        # 52.200 : 261 = 200,00
        (5_220_000, dt.date(2024, 3, 1), 20_000, 20_000),
        # loket.nl, berekensite.nl: at most 274,44 in the first half of 2024
        (10_440_000, dt.date(2024, 6, 30), 27_444, 40_000),
        (10_440_000, dt.date(2024, 7, 1), 28_295, 40_000),
        (0, dt.date(2026, 3, 1), 0, 0),
    ],
)
def test_it_is_a_261st_of_the_wages_of_the_year_up_to_the_maximum(
    wages: int, on: dt.date, capped: int, uncapped: int
) -> None:
    found = determined(REGULATION, DagloonFacts(wages=wages), on)
    assert found.cents("per_day") == capped
    assert found.cents("without_maximum") == uncapped


def test_without_the_wages_it_cannot_be_said() -> None:
    found = determined(REGULATION, DagloonFacts(), dt.date(2026, 3, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.name for missing in found.missing} == {"wages"}
