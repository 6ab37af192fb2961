from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.terugwerkende_kracht_beperkt import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.TERUGWERKENDE_KRACHT_BEPERKT


def _correction_comes_too_short() -> Draft:
    """Set on an income since January; documents show another; to be corrected from June."""
    household = draft("J02")
    household.record("d-instalment").update(
        {"effective_from": "2026-01-01", "can_be_corrected_from": "2026-06-01"}
    )
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-income",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 2280000},
            "documents": ["jaaropgave"],
        }
    )
    return household


def _shown(household: Draft) -> dict[str, Any]:
    shown: dict[str, Any] = household.intake["evidence"][-1]
    return shown


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_the_body_that_cannot_go_back_far_enough_is_in_it() -> None:
    (found,) = _found(_correction_comes_too_short())
    assert [agency.value for agency in found.agencies] == ["duo"]
    assert found.records == ("d-instalment", "d-income", "x-income")
    assert found.urgency is HarmUrgency.HIGH


def test_no_limit_given_is_no_limit() -> None:
    household = _correction_comes_too_short()
    del household.record("d-instalment")["can_be_corrected_from"]
    assert _found(household) == ()


def test_without_a_day_from_which_it_works_nothing_can_be_said() -> None:
    household = _correction_comes_too_short()
    del household.record("d-instalment")["effective_from"]
    assert _found(household) == ()


@pytest.mark.parametrize(
    ("back", "conflicts"), [("2025-12-31", 0), ("2026-01-01", 0), ("2026-01-02", 1)]
)
def test_the_limit_must_lie_after_the_day_from_which_it_works(back: str, conflicts: int) -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["can_be_corrected_from"] = back
    assert len(_found(household)) == conflicts


@pytest.mark.parametrize(
    "changed",
    [
        {"value": {"amount_cents": 5200000}},
        {"fact": "income_month"},
        {"until": "2026-11-22"},
        {"from": "2026-11-24"},
    ],
)
def test_a_fact_that_is_not_contradicted_today_needs_no_correction(
    changed: dict[str, object],
) -> None:
    household = _correction_comes_too_short()
    _shown(household).update(changed)
    assert _found(household) == ()


def test_a_fact_that_the_decision_does_not_rest_on_does_not_count() -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["rests_on"] = ["g-brp"]
    assert _found(household) == ()


@pytest.mark.parametrize("outcome", ["granted", "granted_lower", "assessed"])
def test_any_decision_can_come_too_short(outcome: str) -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["outcome"] = outcome
    assert len(_found(household)) == 1


def test_two_decisions_of_one_body_are_one_conflict_and_two_bodies_are_two() -> None:
    household = _correction_comes_too_short()
    again = dict(household.record("d-instalment"), id="d-again", scheme="student_finance")
    household.ledger("duo").append(again)
    (found,) = _found(household)
    assert {"d-again", "d-instalment"} <= set(found.records)
    household.record("t-zorg-ref").update(
        {"effective_from": "2026-01-01", "can_be_corrected_from": "2026-06-01"}
    )
    assert len(_found(household)) == 2


def test_a_silent_agency_is_not_guessed() -> None:
    whole = _correction_comes_too_short().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.DUO)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


@pytest.mark.parametrize(
    ("back", "months"), [("2026-06-01", 5), ("2026-06-15", 5), ("2026-01-31", 0)]
)
def test_only_the_whole_months_before_the_limit_stay_lost(back: str, months: int) -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["can_be_corrected_from"] = back
    (found,) = _found(household)
    assert found.monthly_harm_cents is None
    assert found.one_off_harm_cents == (5750 * months or None)


def test_a_day_that_is_not_reached_makes_no_whole_month() -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["effective_from"] = "2026-01-15"
    (found,) = _found(household)
    assert found.one_off_harm_cents == 5750 * 4


def test_a_correction_that_would_cost_money_loses_none() -> None:
    household = _correction_comes_too_short()
    household.record("d-instalment")["would_be"][0]["amount_monthly_cents"] = 9000
    (found,) = _found(household)
    assert found.one_off_harm_cents is None


def test_it_is_told_from_when_it_works_and_from_when_it_can_be_put_right() -> None:
    picture = _correction_comes_too_short().picture()
    (found,) = DETECTOR.find(picture)
    assert "€ 287,50" in DETECTOR.household(found, picture).nl
    told = DETECTOR.computation(found, picture).nl
    assert "werkt vanaf 1 januari 2026 en kan worden hersteld vanaf 1 juni 2026" in told
    assert "jaarinkomen (€ 52.000,00), aangetoond € 22.800,00" in told
