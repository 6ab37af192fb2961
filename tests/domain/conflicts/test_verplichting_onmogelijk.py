from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.VERPLICHTING_ONMOGELIJK


def _admitted() -> Draft:
    return draft("J04")


def _proof(household: Draft) -> Json:
    proof: Json = household.intake["evidence"][0]
    return proof


def test_all_claims_of_one_body_are_one_conflict_with_what_they_cost_at_once() -> None:
    (found,) = _admitted().found(KIND)
    assert found.one_off_harm_cents == 288650
    assert found.monthly_harm_cents is None


@pytest.mark.parametrize(
    ("since", "until", "fires"),
    [
        ("2026-05-14", "2026-05-14", True),
        ("2026-05-15", "2026-07-15", False),
        ("2026-05-04", "2026-05-13", False),
        ("2026-05-04", None, True),
        (None, "2026-05-14", True),
    ],
)
def test_the_due_day_must_lie_within_the_proof(
    since: str | None, until: str | None, fires: bool
) -> None:
    household = _admitted()
    proof = _proof(household)
    for name, day in (("from", since), ("until", until)):
        del proof[name]
        proof.update({name: day} if day else {})
    assert bool(household.found(KIND)) is fires


def test_without_proof_a_breach_is_a_breach() -> None:
    household = _admitted()
    household.intake["evidence"].clear()
    assert household.found(KIND) == ()


@pytest.mark.parametrize(
    ("fact", "flag"), [("unable_to_act", False), ("reachable", False), ("reachable", True)]
)
def test_only_being_unable_to_act_is_proof(fact: str, flag: bool) -> None:
    household = _admitted()
    _proof(household).update(fact=fact, value={"flag": flag})
    assert household.found(KIND) == ()


def test_proof_about_another_person_is_none() -> None:
    household = _admitted()
    other = dict(household.intake["members"][0], id="p2", bsn="999902337", role="other_adult")
    household.intake["members"].append(other)
    _proof(household)["persons"] = ["p2"]
    assert household.found(KIND) == ()


@pytest.mark.parametrize("status", ["met", "open"])
def test_a_duty_that_was_met_or_is_still_open_was_not_broken(status: str) -> None:
    household = _admitted()
    household.record("d-travel-stop")["status"] = status
    (found,) = household.found(KIND)
    assert set(found.records) == {"d-deregister", "d-grant", "x-admitted"}
    assert found.one_off_harm_cents == 206150


def test_a_claim_for_something_else_is_left_out() -> None:
    household = _admitted()
    for claim in ("d-grant", "d-travel-fine"):
        del household.record(claim)["for_breach_of"]
    assert household.found(KIND) == ()


def test_claims_of_two_bodies_are_two_conflicts() -> None:
    household = _admitted()
    household.add_party("cjib", "cjib")
    fine = household.record("d-travel-fine")
    household.remove("d-travel-fine")
    household.ledger("cjib").append(fine)
    by_party, by_duo = sorted(household.found(KIND), key=lambda found: found.agencies)
    assert by_party.parties == ("cjib",)
    assert set(by_party.records) == {"d-travel-stop", "d-travel-fine", "x-admitted"}
    assert by_duo.one_off_harm_cents == 206150


def test_what_is_taken_month_by_month_is_told_per_month_and_not_once_more_at_once() -> None:
    household = _admitted()
    household.ledger("duo").append(
        {
            "record": "recovery",
            "id": "d-pay",
            "persons": ["p1"],
            "for": "d-travel-fine",
            "method": "instalment",
            "status": "running",
            "amount_monthly_cents": 5000,
            "from": "2026-11-01",
        }
    )
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (5000, 206150)
    assert "€ 2.061,50 en € 50,00 per maand" in told_to_household(found, household.picture()).nl


def test_a_recovery_that_has_ended_takes_nothing() -> None:
    household = _admitted()
    household.ledger("duo").append(
        {
            "record": "recovery",
            "id": "d-pay",
            "persons": ["p1"],
            "for": "d-travel-fine",
            "method": "instalment",
            "status": "ended",
            "amount_monthly_cents": 5000,
            "from": "2026-10-01",
        }
    )
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (None, 288650)


def test_a_duty_that_nobody_showed_proves_nothing() -> None:
    household = _admitted()
    household.add_party("cjib", "cjib")
    household.ledger("cjib").append(dict(household.record("d-travel-fine"), id="j-fine"))
    whole = household.picture()
    assert not [
        found for found in find_conflicts(replace(whole, positions=())) if found.type is KIND
    ]


def test_the_liaison_reads_the_due_day_and_the_period_shown() -> None:
    household = _admitted()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert "14 mei 2026" in told.nl
    assert "van 4 mei 2026 tot en met 15 juli 2026" in told.nl
    assert "€ 2.886,50" in told.nl


def test_a_claim_of_which_nothing_is_owed_any_more_is_held_against_nobody() -> None:
    household = _admitted()
    for claim in ("d-travel-fine", "d-grant"):
        household.record(claim)["outstanding_cents"] = 0
    assert household.found(KIND) == ()
