"""Borders of Pw 36, from the text; amounts as municipalities set them (iasz.nl: 478,00 single)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.individuele_inkomenstoeslag import (
    REGULATION,
    InkomenstoeslagFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 7, 20)
LOW = InkomenstoeslagFacts(
    born=dt.date(1985, 3, 2),
    applied=dt.date(2026, 7, 1),
    long_low_income=True,
    assets_above_limit=0,
    prospect=False,
    granted_before=False,
    ordinance_amount=47800,
)
AGAIN = replace(LOW, granted_before=True, last_granted=dt.date(2025, 7, 1))


@pytest.mark.parametrize(
    "facts",
    [LOW, AGAIN, replace(LOW, born=dt.date(2005, 7, 20))],  # twelve months; 21 today
)
def test_it_is_the_amount_of_the_ordinance(facts: InkomenstoeslagFacts) -> None:
    assert determined(REGULATION, facts, ON).cents("amount") == 47800


@pytest.mark.parametrize(
    "facts",
    [
        replace(LOW, born=dt.date(2005, 7, 21)),
        replace(LOW, born=dt.date(1959, 7, 20)),  # 67 today
        replace(LOW, long_low_income=False),
        replace(LOW, assets_above_limit=1),
        replace(LOW, prospect=True),
        replace(AGAIN, last_granted=dt.date(2025, 7, 2)),
        replace(InkomenstoeslagFacts(), prospect=True),
    ],
)
def test_it_is_refused(facts: InkomenstoeslagFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (LOW, name)
            for name in (
                *("born", "long_low_income", "assets_above_limit", "prospect"),
                *("granted_before", "ordinance_amount"),
            )
        ),
        (AGAIN, "last_granted"),
        (AGAIN, "applied"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: InkomenstoeslagFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}
