from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.feit_onvolledig_onderzocht import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT


def _weeks(ref: str, weeks: int) -> dict[str, Any]:
    return {
        "record": "fact_shown",
        "id": ref,
        "persons": ["p1"],
        "fact": "weeks_worked",
        "value": {"count": weeks},
        "documents": ["loonstroken"],
    }


def _too_few_weeks_counted() -> Draft:
    """UWV looked into 19 weeks itself; pay slips show 26, which is enough."""
    household = draft("J01")
    household.record("u-weeks").update({"origin": "own_investigation", "certainty": "established"})
    household.intake["evidence"].append(_weeks("x-weeks", 26))
    return household


def _shown(household: Draft) -> dict[str, Any]:
    shown: dict[str, Any] = household.intake["evidence"][-1]
    return shown


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_the_body_that_did_not_look_far_enough_is_in_it() -> None:
    (found,) = _found(_too_few_weeks_counted())
    assert [agency.value for agency in found.agencies] == ["uwv"]
    assert found.records == ("u-ww-refused", "u-weeks", "x-weeks")
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize(("weeks", "conflicts"), [(25, 0), (26, 1), (27, 1)])
def test_the_value_shown_must_change_the_outcome(weeks: int, conflicts: int) -> None:
    household = _too_few_weeks_counted()
    _shown(household)["value"] = {"count": weeks}
    assert len(_found(household)) == conflicts


def test_a_finding_that_nothing_contradicts_is_no_conflict() -> None:
    household = _too_few_weeks_counted()
    household.intake["evidence"].clear()
    assert _found(household) == ()


@pytest.mark.parametrize(
    "changed", [{"fact": "weeks_abroad"}, {"until": "2026-11-22"}, {"from": "2026-11-24"}]
)
def test_what_shows_another_fact_or_another_time_contradicts_nothing(
    changed: dict[str, str],
) -> None:
    household = _too_few_weeks_counted()
    _shown(household).update(changed)
    assert _found(household) == ()


def test_what_is_shown_of_another_person_contradicts_nothing() -> None:
    household = _too_few_weeks_counted()
    _shown(household)["persons"] = ["k1"]
    assert _found(household) == ()


@pytest.mark.parametrize(
    "origin", ["pay_administration", "declared", "own_estimate", "other_body", "base_register"]
)
def test_a_fact_that_the_body_did_not_investigate_is_another_type(origin: str) -> None:
    household = _too_few_weeks_counted()
    household.record("u-weeks")["origin"] = origin
    assert _found(household) == ()


def test_a_fact_taken_over_from_another_is_another_type() -> None:
    household = _too_few_weeks_counted()
    household.record("u-weeks")["taken_from"] = "g-brp"
    assert _found(household) == ()


def test_a_finding_of_another_body_is_not_an_own_investigation() -> None:
    household = _too_few_weeks_counted()
    finding = household.record("u-weeks")
    household.remove("u-weeks")
    household.ledger("svb").append(finding)
    assert _found(household) == ()


def test_a_decision_that_does_no_harm_is_no_conflict() -> None:
    household = _too_few_weeks_counted()
    household.record("u-ww-refused")["outcome"] = "granted"
    assert _found(household) == ()


def test_without_a_test_nobody_can_say_that_it_would_be_otherwise() -> None:
    household = _too_few_weeks_counted()
    del household.record("u-ww-refused")["test"]
    assert _found(household) == ()


def test_a_limit_of_another_kind_than_the_value_says_nothing() -> None:
    household = _too_few_weeks_counted()
    test = household.record("u-ww-refused")["test"]
    test["limit_cents"] = test.pop("limit_count")
    assert _found(household) == ()


def test_a_finding_that_the_decision_does_not_rest_on_proves_nothing() -> None:
    household = _too_few_weeks_counted()
    household.record("u-ww-refused")["rests_on"] = ["g-brp"]
    assert _found(household) == ()


def test_two_decisions_of_one_body_are_one_conflict() -> None:
    household = _too_few_weeks_counted()
    again = dict(household.record("u-ww-refused"), id="u-again", scheme="ziektewet")
    household.ledger("uwv").append(again)
    (found,) = _found(household)
    assert {"u-again", "u-ww-refused"} <= set(found.records)


def test_toeslagen_and_belastingen_are_two_bodies() -> None:
    household = _too_few_weeks_counted()
    decision, finding = household.record("u-ww-refused"), household.record("u-weeks")
    for own in ("toeslagen", "belastingen"):
        test = decision["test"] | {"fact": f"{own}-weeks"}
        household.ledger("belastingdienst").extend(
            [
                finding | {"id": f"{own}-weeks", "department": own},
                decision
                | {
                    "id": f"{own}-set",
                    "department": own,
                    "rests_on": [f"{own}-weeks"],
                    "test": test,
                },
            ]
        )
    assert len(_found(household)) == 3


def test_a_record_without_a_department_may_be_of_the_body_that_decided() -> None:
    household = _too_few_weeks_counted()
    decision, finding = household.record("u-ww-refused"), household.record("u-weeks")
    household.remove("u-ww-refused")
    household.remove("u-weeks")
    household.ledger("belastingdienst").extend([decision | {"department": "toeslagen"}, finding])
    assert len(_found(household)) == 1


def test_what_is_shown_and_would_not_change_it_is_left_out() -> None:
    household = _too_few_weeks_counted()
    household.intake["evidence"].append(_weeks("x-less", 20))
    (found,) = _found(household)
    assert "x-less" not in found.records


def test_a_silent_agency_is_not_guessed() -> None:
    whole = _too_few_weeks_counted().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_the_harm_is_what_the_body_calculates_with_the_value_shown() -> None:
    household = _too_few_weeks_counted()
    household.record("u-ww-refused")["would_be"] = [
        {"fact": "u-weeks", "value": {"count": 26}, "amount_monthly_cents": 98000},
        {"fact": "u-weeks", "value": {"count": 25}, "amount_monthly_cents": 1000},
    ]
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (98000, HarmUrgency.CRITICAL)


def test_it_is_told_what_was_found_and_what_is_shown() -> None:
    picture = _too_few_weeks_counted().picture()
    (found,) = DETECTOR.find(picture)
    assert "UWV heeft een feit zelf uitgezocht" in DETECTOR.household(found, picture).nl
    told = DETECTOR.computation(found, picture).nl
    assert "gewerkte weken (19) volgens eigen onderzoek, aangetoond 26" in told
    assert "onder 26" in told
