from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.EIGEN_FOUT_OVERHEID

REPORTS = ("u-report1", "u-report2", "u-report3")


def _one_report() -> Draft:
    """Only the first of the three reports was sent."""
    household = draft("J06")
    for ref in REPORTS[1:]:
        household.remove(ref)
    return household


def _no_reports(fault: str) -> Draft:
    household = draft("J06")
    for ref in REPORTS:
        household.remove(ref)
    household.record("u-claim")["overpayment"]["fault"] = fault
    return household


def test_a_fault_of_its_own_needs_no_report() -> None:
    (found,) = _no_reports("this_body").found(KIND)
    assert found.records == ("u-claim",)
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize("fault", ["household", "other_body", "none", "not_assessed"])
def test_a_fault_of_another_or_of_nobody_is_no_conflict(fault: str) -> None:
    assert _no_reports(fault).found(KIND) == ()


def test_a_report_left_lying_counts_whatever_fault_was_recorded() -> None:
    household = _one_report()
    household.record("u-claim")["overpayment"]["fault"] = "household"
    assert len(household.found(KIND)) == 1


def test_a_report_that_was_acted_on_within_the_period_is_no_conflict() -> None:
    household = _one_report()
    household.record("u-report1")["processed_on"] = "2025-12-31"
    assert household.found(KIND) == ()
    household.record("u-report1")["processed_on"] = "2026-01-01"
    assert len(household.found(KIND)) == 1


@pytest.mark.parametrize("day", ["2025-01-31", "2026-01-01"])
def test_a_report_from_outside_the_period_is_no_conflict(day: str) -> None:
    household = _one_report()
    household.record("u-report1")["on"] = day
    assert household.found(KIND) == ()


@pytest.mark.parametrize("day", ["2025-02-01", "2025-12-31"])
def test_the_first_and_the_last_day_of_the_period_count(day: str) -> None:
    household = _one_report()
    household.record("u-report1")["on"] = day
    assert len(household.found(KIND)) == 1


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "letter"), ("kind", "signal"), ("direction", "sent")]
)
def test_only_a_change_report_that_came_in_counts(field: str, value: str) -> None:
    household = _one_report()
    household.record("u-report1")[field] = value
    assert household.found(KIND) == ()


def test_a_report_on_another_scheme_is_no_conflict() -> None:
    household = _one_report()
    household.record("u-wia")["scheme"] = "ww"
    assert household.found(KIND) == ()


def test_a_report_about_nothing_known_is_on_no_scheme() -> None:
    household = _one_report()
    del household.record("u-report1")["about"]
    assert household.found(KIND) == ()


def test_a_report_to_another_body_is_no_conflict() -> None:
    household = _one_report()
    report = household.record("u-report1")
    household.remove("u-report1")
    household.ledger("svb").append(report)
    assert household.found(KIND) == ()


def test_a_report_on_the_same_benefit_of_somebody_else_is_no_conflict() -> None:
    household = _one_report()
    household.ledger("uwv").append(
        dict(household.record("u-wia"), id="u-other", persons=["p2"], payee={"member": "p2"})
    )
    household.record("u-report1").update({"about": "u-other", "persons": ["p2"]})
    assert household.found(KIND) == ()


def test_a_report_on_a_fact_is_on_the_scheme_decided_with_it() -> None:
    household = _one_report()
    household.ledger("uwv").append(
        {
            "record": "fact_used",
            "id": "u-income",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 2341200},
            "origin": "pay_administration",
            "certainty": "registered",
        }
    )
    household.record("u-report1")["about"] = "u-income"
    assert household.found(KIND) == ()
    household.record("u-reclaim")["rests_on"] = ["u-income"]
    assert len(household.found(KIND)) == 1


def test_another_claim_than_for_an_overpayment_is_no_conflict() -> None:
    household = draft("J06")
    household.record("u-claim")["kind"] = "fine"
    assert household.found(KIND) == ()


def test_the_harm_is_what_is_taken_for_the_claim_today() -> None:
    household = draft("J06")
    household.record("u-setoff")["status"] = "announced"
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None
    household.record("u-setoff").update({"status": "running", "method": "instalment"})
    assert household.found(KIND)[0].monthly_harm_cents == 25000


def test_every_body_is_a_conflict_of_its_own() -> None:
    household = draft("J06")
    household.record("t-claim")["overpayment"]["fault"] = "this_body"
    assert [found.agencies for found in household.found(KIND)] == [
        (Agency.BELASTINGDIENST,),
        (Agency.UWV,),
    ]


def test_without_the_position_of_the_claimant_there_is_no_conflict() -> None:
    whole = draft("J06").picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_it_is_told_with_the_days_of_the_reports_or_the_admitted_fault() -> None:
    household = draft("J06")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "3 februari 2025, 12 mei 2025 en 1 september 2025" in precise.nl
    assert "reported" in told_to_household(found, household.picture()).en
    admitted = _no_reports("this_body")
    (found,) = admitted.found(KIND)
    assert "zegt zelf" in told_to_household(found, admitted.picture()).nl
