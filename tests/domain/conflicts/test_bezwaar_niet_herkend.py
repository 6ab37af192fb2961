from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.BEZWAAR_NIET_HERKEND


def _angry_letter() -> Draft:
    return draft("J06")


def test_a_letter_in_time_that_disputes_the_decision_is_an_objection() -> None:
    (found,) = _angry_letter().found(KIND)
    assert set(found.records) == {"u-letter", "u-reclaim"}
    assert found.urgency is HarmUrgency.HIGH
    assert "Awb 6:15" in map(str, found.provisions)


@pytest.mark.parametrize(
    ("on", "fires"),
    [
        ("2026-09-27", False),
        ("2026-09-28", True),
        ("2026-11-09", True),
        ("2026-11-10", False),
    ],
)
def test_only_a_letter_within_the_term_counts(on: str, fires: bool) -> None:
    household = _angry_letter()
    household.record("u-letter")["on"] = on
    assert bool(household.found(KIND)) is fires


@pytest.mark.parametrize(
    ("handled_as", "fires"),
    [("change", True), ("information", True), ("complaint", True), ("objection", False)],
)
def test_it_matters_only_that_it_was_not_filed_as_an_objection(
    handled_as: str, fires: bool
) -> None:
    household = _angry_letter()
    household.record("u-letter")["handled_as"] = handled_as
    assert bool(household.found(KIND)) is fires


def test_a_letter_that_was_not_filed_at_all_was_not_recognised_either() -> None:
    household = _angry_letter()
    del household.record("u-letter")["handled_as"]
    assert len(household.found(KIND)) == 1


@pytest.mark.parametrize("disputes", [False, None])
def test_a_letter_that_disputes_nothing_is_no_objection(disputes: bool | None) -> None:
    household = _angry_letter()
    del household.record("u-letter")["disputes_decision"]
    if disputes is not None:
        household.record("u-letter")["disputes_decision"] = disputes
    assert household.found(KIND) == ()


def test_a_letter_that_the_body_sent_is_no_objection() -> None:
    household = _angry_letter()
    household.record("u-letter")["direction"] = "sent"
    assert household.found(KIND) == ()


def test_an_objection_that_is_being_dealt_with_was_recognised() -> None:
    household = _angry_letter()
    household.record("u-reclaim")["objection_received"] = "2026-10-20"
    assert household.found(KIND) == ()


def test_another_letter_that_was_taken_for_an_objection_is_enough() -> None:
    household = _angry_letter()
    again = dict(household.record("u-letter"), id="u-again", handled_as="objection")
    household.ledger("uwv").append(again)
    assert household.found(KIND) == ()


def test_a_decision_without_a_known_term_gives_no_conflict() -> None:
    household = _angry_letter()
    del household.record("u-reclaim")["objection_until"]
    assert household.found(KIND) == ()


@pytest.mark.parametrize("about", ["u-wia", "u-report1"])
def test_a_letter_about_something_else_than_a_decision_disputes_none(about: str) -> None:
    household = _angry_letter()
    household.record("u-letter")["about"] = about
    assert household.found(KIND) == ()


def test_a_letter_about_nothing_in_particular_disputes_no_decision() -> None:
    household = _angry_letter()
    del household.record("u-letter")["about"]
    assert household.found(KIND) == ()


def test_a_letter_about_the_claim_disputes_the_decision_behind_it() -> None:
    household = _angry_letter()
    household.record("u-letter")["about"] = "u-claim"
    (found,) = household.found(KIND)
    assert set(found.records) == {"u-letter", "u-reclaim"}


def test_a_letter_to_another_body_should_have_been_forwarded() -> None:
    household = _angry_letter()
    letter = dict(household.record("u-letter"), department="werk_en_inkomen")
    household.remove("u-letter")
    household.ledger("gemeente").append(letter)
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["gemeente", "uwv"]


def test_two_letters_about_decisions_of_one_body_are_one_conflict() -> None:
    household = _angry_letter()
    household.ledger("uwv").append(dict(household.record("u-letter"), id="u-again"))
    (found,) = household.found(KIND)
    assert set(found.records) == {"u-letter", "u-again", "u-reclaim"}


def test_a_letter_about_a_decision_of_a_silent_agency_proves_nothing() -> None:
    household = _angry_letter()
    letter = household.record("u-letter")
    household.remove("u-letter")
    household.ledger("gemeente").append(letter)
    whole = household.picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    found = find_conflicts(replace(whole, positions=heard))
    assert KIND not in {conflict.type for conflict in found}


def test_the_liaison_reads_the_day_and_the_term() -> None:
    household = _angry_letter()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert "20 oktober 2026" in told.nl
    assert "9 november 2026" in told.nl
