"""Golden values: the amounts of Rv 475da lid 1 and their half (475a lid 5-6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import Outcome
from domain.legislation.regulations.every_body.bankbeslag import REGULATION, BankbeslagFacts
from tests.support.law import determined, without

ON = dt.date(2026, 8, 1)
SINGLE = BankbeslagFacts(has_partner=False, has_children=False, registered_address=True)
NO_ADDRESS = replace(SINGLE, registered_address=False, lives_abroad=False)


@pytest.mark.parametrize(
    ("partner", "children", "cents"),
    [
        (False, False, 220_848),
        (False, True, 254_375),
        (True, False, 290_579),
        (True, True, 317_968),
    ],
)
def test_the_highest_protected_amount_stays_on_the_account(
    partner: bool, children: bool, cents: int
) -> None:
    facts = replace(SINGLE, has_partner=partner, has_children=children)
    assert determined(REGULATION, facts, ON).cents("per_month") == cents


def test_without_an_address_half_of_it_stays() -> None:
    assert determined(REGULATION, NO_ADDRESS, ON).cents("per_month") == 110_424


def test_abroad_nothing_stays_unless_the_judge_says_so() -> None:
    abroad = replace(NO_ADDRESS, lives_abroad=True)
    assert determined(REGULATION, abroad, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["has_partner", "has_children", "registered_address"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(SINGLE, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_abroad_nothing_stays_whatever_the_household_is() -> None:
    abroad = BankbeslagFacts(registered_address=False, lives_abroad=True)
    assert determined(REGULATION, abroad, ON).outcome is Outcome.REFUSED
