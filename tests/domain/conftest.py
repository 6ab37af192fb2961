"""The example households as pictures of their intake day."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from domain.picture import Picture
from domain.position import Position


@cache
def _picture(name: str) -> Picture:
    case = load_case_file(example(name))
    positions = tuple(
        Position(agency, case.intake_date, records) for agency, records in case.ledgers.items()
    )
    return Picture(case.household, positions, (), case.intake_date)


@pytest.fixture
def picture_of() -> Callable[[str], Picture]:
    """The picture of an example household by its name."""
    return _picture


@pytest.fixture
def j01() -> Picture:
    """The mother with two children of J01."""
    return _picture("J01")
