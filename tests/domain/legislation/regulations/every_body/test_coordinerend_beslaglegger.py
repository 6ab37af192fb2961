"""Golden values: Rv 478 lid 1 and 2 read case by case."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body._creditor_rank import Rank
from domain.legislation.regulations.every_body.coordinerend_beslaglegger import (
    REGULATION,
    CoordinerendBeslagleggerFacts,
    Seizure,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)


def _seizure(day: int, rank: Rank = Rank.CONCURRENT, *, without_bailiff: bool = False) -> Seizure:
    return Seizure(seized_on=dt.date(2026, 10, day), rank=rank, without_bailiff=without_bailiff)


def _facts(*seizures: Seizure) -> CoordinerendBeslagleggerFacts:
    return CoordinerendBeslagleggerFacts(enough_for_all=False, seizures=seizures)


TAX = Rank.STATE_TREASURY


@pytest.mark.parametrize(
    ("facts", "collector"),
    [
        # the oldest, wherever it stands in the list
        (_facts(_seizure(9), _seizure(5), _seizure(7)), 2),
        # the tax collector was first and ranks higher
        (_facts(_seizure(5, TAX, without_bailiff=True), _seizure(7)), 1),
        # the tax collector came later: the oldest bailiff stays
        (_facts(_seizure(5), _seizure(7, TAX, without_bailiff=True)), 1),
        # first, but no higher rank than one that follows: the bailiff after it
        (_facts(_seizure(5, without_bailiff=True), _seizure(7), _seizure(6)), 3),
    ],
)
def test_the_oldest_collects_unless_a_preferent_body_was_first(
    facts: CoordinerendBeslagleggerFacts, collector: int
) -> None:
    assert determined(REGULATION, facts, ON).result("collector") == collector


@pytest.mark.parametrize(
    "facts",
    [_facts(_seizure(5)), replace(_facts(_seizure(5), _seizure(6)), enough_for_all=True)],
)
def test_one_seizure_or_enough_for_all_needs_no_coordination(
    facts: CoordinerendBeslagleggerFacts,
) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["enough_for_all", "seizures"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(_facts(_seizure(5), _seizure(6)), name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_seizure_of_an_unknown_day_leaves_it_unsaid() -> None:
    unknown = replace(_seizure(5), seized_on=UNKNOWN)
    found = determined(REGULATION, _facts(unknown, _seizure(6)), ON)
    assert {missing.name for missing in found.missing} == {"seizures[0].seized_on"}
