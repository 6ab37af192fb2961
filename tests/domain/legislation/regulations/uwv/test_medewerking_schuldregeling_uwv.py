"""The conditions of WW 36c lid 1 and the bar of lid 2."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv._recovery import UwvLaw
from domain.legislation.regulations.uwv.medewerking_schuldregeling_uwv import (
    REGULATION,
    MedewerkingUwvFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 2, 28)

ASKING = MedewerkingUwvFacts(
    law=UwvLaw.WW,
    cannot_go_on_paying=True,
    needed_for_arrangement=True,
    reliable_proposal=True,
    no_distortion_of_competition=True,
    shared_by_rank=True,
    intent_or_gross_negligence=False,
    fined_or_reported=False,
)


def test_with_all_conditions_met_it_may_and_the_arrangement_is_there_in_twelve_months() -> None:
    assert determined(REGULATION, ASKING, ON).result("arranged_by") == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    "facts",
    [
        replace(ASKING, cannot_go_on_paying=False),
        replace(ASKING, needed_for_arrangement=False),
        replace(ASKING, reliable_proposal=False),
        replace(ASKING, no_distortion_of_competition=False),
        replace(ASKING, shared_by_rank=False),
        replace(ASKING, intent_or_gross_negligence=True, fined_or_reported=True),
        replace(ASKING, reliable_proposal=False, shared_by_rank=UNKNOWN),
    ],
)
def test_it_may_not(facts: MedewerkingUwvFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_intent_without_a_fine_or_report_is_no_bar() -> None:
    facts = replace(ASKING, intent_or_gross_negligence=True)
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "name",
    sorted({*MedewerkingUwvFacts.abouts()} - {"intent_or_gross_negligence", "fined_or_reported"}),
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(ASKING, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_whether_it_was_fined_matters_when_there_was_intent() -> None:
    facts = replace(ASKING, intent_or_gross_negligence=True, fined_or_reported=UNKNOWN)
    found = determined(REGULATION, facts, ON)
    assert {missing.name for missing in found.missing} == {"fined_or_reported"}
