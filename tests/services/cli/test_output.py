from __future__ import annotations

import pytest

from services.cli.output import euro


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "€ 0,00"),
        (48900, "€ 489,00"),
        (-128603, "-€ 1.286,03"),
        (123456789, "€ 1.234.567,89"),
    ],
)
def test_amounts_are_written_as_the_dutch_write_them(cents: int, text: str) -> None:
    assert euro(cents) == text
