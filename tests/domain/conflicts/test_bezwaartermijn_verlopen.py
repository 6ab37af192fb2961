from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_liaison
from domain.vocabulary import HandledAs
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.BEZWAARTERMIJN_VERLOPEN


def _shows(household: Draft, fact: str, flag: bool, *, since: str, until: str | None) -> None:
    shown: Json = {
        "record": "fact_shown",
        "id": "x-proof",
        "persons": ["p1"],
        "fact": fact,
        "value": {"flag": flag},
        "documents": ["verklaring"],
        "from": since,
    }
    household.intake["evidence"].append(shown if until is None else {**shown, "until": until})


def _ill_during_the_term(since: str = "2026-10-20", until: str | None = "2026-11-10") -> Draft:
    """The end of student finance of 12 October; its term ran out yesterday, on 22 November."""
    household = draft("J04")
    household.record("d-end")["objection_until"] = "2026-11-22"
    _shows(household, "unable_to_act", True, since=since, until=until)
    return household


def _letter(household: Draft, on: str, handled_as: str, *, disputes: bool) -> None:
    household.ledger("duo").append(
        {
            "record": "notice",
            "id": "d-letter",
            "persons": ["p1"],
            "direction": "received",
            "kind": "letter",
            "on": on,
            "about": "d-end",
            "disputes_decision": disputes,
            "handled_as": handled_as,
        }
    )


def test_a_term_that_ran_out_while_ill_is_a_conflict_of_the_body_that_decided() -> None:
    (found,) = _ill_during_the_term().found(KIND)
    assert [agency.value for agency in found.agencies] == ["duo"]
    assert set(found.records) == {"d-end", "x-proof"}
    assert found.urgency is HarmUrgency.HIGH
    assert found.monthly_harm_cents is None
    assert "Awb 6:11" in map(str, found.provisions)


def test_a_term_that_ends_today_is_not_past() -> None:
    household = _ill_during_the_term()
    household.record("d-end")["objection_until"] = "2026-11-23"
    assert household.found(KIND) == ()


def test_a_decision_without_a_term_has_none_that_is_past() -> None:
    household = _ill_during_the_term()
    del household.record("d-end")["objection_until"]
    assert household.found(KIND) == ()


def test_an_objection_was_made_after_all() -> None:
    household = _ill_during_the_term()
    household.record("d-end")["objection_received"] = "2026-11-20"
    assert household.found(KIND) == ()


def test_a_decision_that_harms_nobody_needs_no_objection() -> None:
    household = _ill_during_the_term()
    household.record("d-end")["outcome"] = "granted"
    assert household.found(KIND) == ()


@pytest.mark.parametrize(
    ("since", "until", "fires"),
    [
        ("2026-09-01", "2026-10-12", False),
        ("2026-09-01", "2026-10-13", True),
        ("2026-11-22", None, True),
        ("2026-11-23", None, False),
    ],
)
def test_only_what_holds_within_the_term_counts(since: str, until: str | None, fires: bool) -> None:
    assert bool(_ill_during_the_term(since, until).found(KIND)) is fires


@pytest.mark.parametrize(
    ("fact", "flag", "fires"),
    [
        ("reachable", False, True),
        ("reachable", True, False),
        ("unable_to_act", False, False),
        ("needs_intensive_care", True, False),
    ],
)
def test_only_proof_that_nobody_could_object_counts(fact: str, flag: bool, fires: bool) -> None:
    household = draft("J04")
    household.record("d-end")["objection_until"] = "2026-11-22"
    _shows(household, fact, flag, since="2026-10-20", until=None)
    assert bool(household.found(KIND)) is fires


def test_proof_about_someone_else_proves_nothing() -> None:
    household = draft("J05")
    _shows(household, "unable_to_act", True, since="2026-04-01", until="2026-04-20")
    (found,) = household.found(KIND)
    assert set(found.records) == {"g-bijstand-set", "x-proof"}
    household.intake["evidence"][0]["persons"] = ["k1"]
    assert household.found(KIND) == ()


def test_the_parent_must_object_to_a_decision_about_the_child() -> None:
    household = draft("J05")
    _shows(household, "unable_to_act", True, since="2025-12-20", until="2026-01-10")
    (found,) = household.found(KIND)
    assert set(found.records) == {"t-kgb-set", "x-proof"}


def test_a_parent_need_not_object_for_a_child_that_is_grown_up() -> None:
    household = draft("J05")
    _shows(household, "unable_to_act", True, since="2025-12-20", until="2026-01-10")
    for member in household.intake["members"]:
        member["role"] = "other_adult" if member["role"] == "child" else member["role"]
    assert household.found(KIND) == ()


def test_a_parent_outside_the_plan_need_not_object() -> None:
    household = draft("J05")
    _shows(household, "unable_to_act", True, since="2025-12-20", until="2026-01-10")
    household.intake["evidence"][0]["persons"] = ["p2"]
    household.intake["members"][1]["role"] = "outside_plan"
    assert household.found(KIND) == ()


def test_a_letter_that_disputed_the_decision_in_time_was_an_objection() -> None:
    household = _ill_during_the_term()
    _letter(household, "2026-11-22", HandledAs.COMPLAINT, disputes=True)
    assert household.found(KIND) == ()


def test_a_letter_dealt_with_as_an_objection_is_one() -> None:
    household = _ill_during_the_term()
    _letter(household, "2026-11-23", HandledAs.OBJECTION, disputes=False)
    assert household.found(KIND) == ()


@pytest.mark.parametrize(("on", "disputes"), [("2026-11-23", True), ("2026-11-20", False)])
def test_a_late_letter_or_one_that_disputes_nothing_is_no_objection(
    on: str, disputes: bool
) -> None:
    household = _ill_during_the_term()
    _letter(household, on, HandledAs.INFORMATION, disputes=disputes)
    assert len(household.found(KIND)) == 1


def test_decisions_of_one_body_are_one_conflict_and_of_two_bodies_two() -> None:
    household = _ill_during_the_term()
    again = dict(household.record("d-end"), id="d-again")
    household.ledger("duo").append(again)
    household.ledger("uwv").append(dict(again, id="u-end"))
    by_duo, by_uwv = sorted(household.found(KIND), key=lambda found: found.agencies)
    assert set(by_duo.records) == {"d-end", "d-again", "x-proof"}
    assert set(by_uwv.records) == {"u-end", "x-proof"}


def test_the_liaison_reads_the_term_and_the_period_shown() -> None:
    household = _ill_during_the_term()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert "22 november 2026" in told.nl
    assert "van 20 oktober 2026 tot en met 10 november 2026" in told.nl
    assert "from 20 October 2026 until 10 November 2026" in told.en
