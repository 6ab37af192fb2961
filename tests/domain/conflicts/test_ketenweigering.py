from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.ketenweigering import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.KETENWEIGERING


def _refused_after_a_wrong_refusal() -> Draft:
    """The municipality refuses as UWV refused, and UWV counted too few weeks."""
    household = draft("J01")
    household.record("u-weeks").update({"origin": "own_investigation", "certainty": "established"})
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-weeks",
            "persons": ["p1"],
            "fact": "weeks_worked",
            "value": {"count": 26},
            "documents": ["loonstroken"],
        }
    )
    household.ledger("gemeente").append(_refusal("g-refused", ["u-ww-refused"]))
    return household


def _refusal(ref: str, rests_on: list[str]) -> dict[str, Any]:
    return {
        "record": "determination_made",
        "id": ref,
        "department": "werk_en_inkomen",
        "persons": ["p1"],
        "legal_basis": [{"law": "Pw", "article": "15"}],
        "scheme": "bijstand",
        "made_on": "2026-11-20",
        "outcome": "refused",
        "reason": "conditions_not_met",
        "rests_on": rests_on,
    }


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_both_the_body_that_refused_and_the_body_it_relies_on_are_in_it() -> None:
    (found,) = _found(_refused_after_a_wrong_refusal())
    assert [agency.value for agency in found.agencies] == ["gemeente", "uwv"]
    assert set(found.records) == {"g-refused", "u-ww-refused", "u-weeks", "x-weeks"}


def test_a_decision_beneath_that_was_investigated_well_makes_no_chain() -> None:
    household = _refused_after_a_wrong_refusal()
    household.intake["evidence"].clear()
    assert _found(household) == ()


def test_resting_on_a_fact_is_not_resting_on_a_decision() -> None:
    household = _refused_after_a_wrong_refusal()
    weeks = dict(household.record("u-weeks"), id="g-weeks", taken_from="u-ww-refused")
    household.ledger("gemeente").append(weeks | {"origin": "other_body"})
    household.record("g-refused")["rests_on"] = ["g-weeks"]
    assert _found(household) == ()
    household.record("g-refused")["rests_on"] = ["u-weeks"]
    assert _found(household) == ()


@pytest.mark.parametrize("outcome", ["granted_lower", "ended", "suspended", "reclaimed"])
def test_only_a_refusal_is_part_of_such_a_chain(outcome: str) -> None:
    household = _refused_after_a_wrong_refusal()
    household.record("g-refused")["outcome"] = outcome
    assert _found(household) == ()


def test_the_decision_beneath_need_not_be_a_refusal() -> None:
    household = _refused_after_a_wrong_refusal()
    household.record("u-ww-refused")["outcome"] = "ended"
    assert len(_found(household)) == 1


def test_a_refusal_on_an_own_decision_is_no_chain() -> None:
    household = _refused_after_a_wrong_refusal()
    refusal = household.record("g-refused")
    household.remove("g-refused")
    del refusal["department"]
    household.ledger("uwv").append(refusal)
    assert _found(household) == ()


def test_a_refusal_that_rests_on_the_refusal_of_a_third_reaches_one_step() -> None:
    household = _refused_after_a_wrong_refusal()
    third = _refusal("s-refused", ["g-refused"]) | {"scheme": "aio"}
    del third["department"]
    household.ledger("svb").append(third)
    (found,) = _found(household)
    assert "s-refused" not in found.records


def test_two_refusals_of_one_body_are_one_conflict() -> None:
    household = _refused_after_a_wrong_refusal()
    household.ledger("gemeente").append(
        _refusal("g-again", ["u-ww-refused"]) | {"scheme": "minimaregeling", "department": "wmo"}
    )
    (found,) = _found(household)
    assert {"g-again", "g-refused"} <= set(found.records)


def test_two_bodies_that_refuse_are_two_conflicts() -> None:
    household = _refused_after_a_wrong_refusal()
    other = _refusal("s-refused", ["u-ww-refused"])
    del other["department"]
    household.ledger("svb").append(other)
    assert len(_found(household)) == 2


@pytest.mark.parametrize("silent", [Agency.UWV, Agency.GEMEENTE])
def test_a_silent_agency_is_not_guessed(silent: Agency) -> None:
    whole = _refused_after_a_wrong_refusal().picture()
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_the_harm_of_a_refused_assistance_is_the_norm_without_holiday_allowance() -> None:
    household = _refused_after_a_wrong_refusal()
    (found,) = _found(household)
    assert found.monthly_harm_cents == 135133
    household.record("g-refused")["scheme"] = "minimaregeling"
    (found,) = _found(household)
    assert found.monthly_harm_cents is None


def test_it_is_told_who_refused_and_on_whose_decision() -> None:
    picture = _refused_after_a_wrong_refusal().picture()
    (found,) = DETECTOR.find(picture)
    told = DETECTOR.household(found, picture).nl
    assert told.startswith("De gemeente wees een aanvraag af, omdat UWV eerder een besluit nam.")
    computed = DETECTOR.computation(found, picture).nl
    assert "de afwijzing van de gemeente van 20 november 2026 rust op UWV" in computed
