"""Borders of Pw 60c, from the text (the same in 2024, 2025 and 2026)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.medewerking_schuldregeling_bijstand import (
    REGULATION,
    MedewerkingFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 7, 20)
GRAVE = MedewerkingFacts(breach=True, intent_or_gross_fault=True, fined_or_reported=True)


def test_a_fined_debt_of_intent_gets_no_cooperation() -> None:
    assert determined(REGULATION, GRAVE, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(GRAVE, breach=False),
        replace(GRAVE, intent_or_gross_fault=False),
        replace(GRAVE, fined_or_reported=False),
        replace(MedewerkingFacts(), breach=False),
    ],
)
def test_any_other_debt_does(facts: MedewerkingFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize("name", ["breach", "intent_or_gross_fault", "fined_or_reported"])
def test_what_is_not_known_of_the_debt_is_named(name: str) -> None:
    found = determined(REGULATION, without(GRAVE, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.name for missing in found.missing} == {name}
