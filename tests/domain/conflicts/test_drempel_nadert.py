from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_liaison
from tests.support.drafts import Draft, draft

KIND = ConflictType.DREMPEL_NADERT


def _report_to_cak() -> Draft:
    return draft("J04")


@pytest.mark.parametrize(
    ("day", "fires"),
    [
        ("2026-11-22", False),
        ("2026-11-23", True),
        ("2026-12-24", True),
        ("2026-12-25", False),
    ],
)
def test_the_act_must_come_within_31_days_and_not_be_past(day: str, fires: bool) -> None:
    household = _report_to_cak()
    household.record("i-report")["date"] = day
    assert bool(household.found(KIND)) is fires


@pytest.mark.parametrize(("now", "fires"), [(4, False), (5, True), (6, False), (7, False)])
def test_the_count_must_be_one_short_of_the_limit(now: int, fires: bool) -> None:
    household = _report_to_cak()
    household.record("i-report")["threshold"]["now"] = now
    assert bool(household.found(KIND)) is fires


def test_an_act_without_a_threshold_is_no_threshold() -> None:
    household = _report_to_cak()
    del household.record("i-report")["threshold"]
    assert household.found(KIND) == ()


def test_the_holder_alone_when_it_acts_itself() -> None:
    household = _report_to_cak()
    del household.record("i-report")["carried_out_by"]
    (found,) = household.found(KIND)
    assert (found.agencies, len(found.parties)) == ((), 1)


def test_an_act_about_nothing_stands_on_itself() -> None:
    household = _report_to_cak()
    del household.record("i-report")["about"]
    (found,) = household.found(KIND)
    assert found.records == ("i-report",)


def test_acts_of_the_same_bodies_are_one_conflict() -> None:
    household = _report_to_cak()
    household.ledger("insurer").append(dict(household.record("i-report"), id="i-second"))
    (found,) = household.found(KIND)
    assert set(found.records) == {"i-report", "i-second", "i-premium"}


def test_acts_of_other_bodies_are_a_conflict_of_their_own() -> None:
    household = _report_to_cak()
    household.add_party("second", "health_insurer")
    household.ledger("second").append(dict(household.record("i-report"), id="i-second"))
    assert len(household.found(KIND)) == 2


def test_an_agency_of_two_bodies_is_the_one_that_holds_what_the_act_is_about() -> None:
    household = _report_to_cak()
    act = household.record("i-report")
    act["carried_out_by"] = {"agency": "belastingdienst"}
    act["about"] = "t-zorg"
    (found,) = household.found(KIND)
    assert [department.value for department in found.departments] == ["toeslagen"]


def test_the_liaison_reads_the_count_and_the_day() -> None:
    household = _report_to_cak()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert "5 van de 6 onbetaalde maandpremies" in told.nl
    assert "1 december 2026" in told.nl
    assert found.urgency is HarmUrgency.HIGH
