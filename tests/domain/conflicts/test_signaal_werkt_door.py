from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.signaal_werkt_door import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.SIGNAAL_WERKT_DOOR


def _below_the_limit() -> Draft:
    """DUO sets an instalment on an income from the tax authority that its own test allows."""
    household = draft("J02")
    household.record("d-instalment")["test"] = {
        "fact": "d-income",
        "harmful_when": "above",
        "limit_cents": 5200001,
    }
    return household


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def test_the_body_that_decided_and_the_body_it_took_the_value_from_are_in_it() -> None:
    (found,) = _found(_below_the_limit())
    assert [agency.value for agency in found.agencies] == ["belastingdienst", "duo"]
    assert [department.value for department in found.departments] == ["belastingen"]
    assert found.records == ("d-instalment", "d-income", "b-income")


def test_a_value_beyond_the_limit_makes_the_act_right() -> None:
    assert _found(draft("J02")) == ()
    household = _below_the_limit()
    household.record("d-instalment")["test"]["limit_cents"] = 5199999
    assert _found(household) == ()


def test_a_value_at_the_limit_is_not_beyond_it() -> None:
    household = _below_the_limit()
    household.record("d-instalment")["test"]["limit_cents"] = 5200000
    assert len(_found(household)) == 1


@pytest.mark.parametrize(("limit", "conflicts"), [(5199999, 1), (5200000, 1), (5200001, 0)])
def test_the_harmful_side_may_be_below_the_limit(limit: int, conflicts: int) -> None:
    household = _below_the_limit()
    test = household.record("d-instalment")["test"]
    test.update({"harmful_when": "below", "limit_cents": limit})
    assert len(_found(household)) == conflicts


def test_without_a_test_nothing_can_be_said() -> None:
    household = _below_the_limit()
    del household.record("d-instalment")["test"]
    assert _found(household) == ()


def test_a_limit_of_another_kind_than_the_value_says_nothing() -> None:
    household = _below_the_limit()
    test = household.record("d-instalment")["test"]
    test["limit_count"] = test.pop("limit_cents")
    assert _found(household) == ()


def test_a_fact_of_the_body_itself_is_no_signal() -> None:
    household = _below_the_limit()
    del household.record("d-income")["taken_from"]
    assert _found(household) == ()


def test_a_fact_that_the_decision_does_not_rest_on_proves_nothing() -> None:
    household = _below_the_limit()
    household.record("d-instalment")["rests_on"] = ["g-brp"]
    assert _found(household) == ()


def test_a_decision_that_does_no_harm_is_no_conflict() -> None:
    household = _below_the_limit()
    household.record("d-instalment")["outcome"] = "granted"
    assert _found(household) == ()


def test_a_value_that_came_in_through_a_file_of_the_same_body_still_comes_from_the_other() -> None:
    household = _below_the_limit()
    household.ledger("duo").append(dict(household.record("d-income"), id="d-received"))
    household.record("d-income")["taken_from"] = "d-received"
    (found,) = _found(household)
    assert found.records == ("d-instalment", "d-income", "b-income")
    household.record("d-received")["taken_from"] = "d-income"
    assert _found(household) == ()


def test_the_source_need_not_be_a_fact() -> None:
    household = _below_the_limit()
    household.record("d-income")["taken_from"] = "b-assess"
    (found,) = _found(household)
    assert "b-assess" in found.records


def test_two_decisions_on_one_source_are_one_conflict() -> None:
    household = _below_the_limit()
    again = dict(household.record("d-instalment"), id="d-again", scheme="student_finance")
    household.ledger("duo").append(again)
    (found,) = _found(household)
    assert {"d-again", "d-instalment"} <= set(found.records)
    assert found.monthly_harm_cents == 2 * 5750


def test_toeslagen_and_belastingen_are_two_bodies() -> None:
    household = draft("J02")
    household.record("t-zorg-ref")["test"]["limit_cents"] = 6000000
    (found,) = _found(household)
    assert [department.value for department in found.departments] == ["belastingen", "toeslagen"]
    assert found.monthly_harm_cents == 12900


def test_departments_of_one_municipality_are_one_body() -> None:
    household = _below_the_limit()
    decision, fact = household.record("d-instalment"), household.record("d-income")
    household.remove("d-instalment")
    household.remove("d-income")
    fact["taken_from"] = "g-brp"
    for record in (decision, fact):
        household.ledger("gemeente").append(record | {"department": "werk_en_inkomen"})
    assert _found(household) == ()


def test_a_silent_source_is_not_guessed() -> None:
    whole = _below_the_limit().picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.BELASTINGDIENST)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_the_harm_is_the_own_calculation_or_what_the_right_behind_it_lost() -> None:
    household = _below_the_limit()
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (5750, HarmUrgency.CRITICAL)
    decision = household.record("d-instalment")
    del decision["would_be"]
    (found,) = _found(household)
    assert found.monthly_harm_cents == 5750
    decision["outcome"] = "suspended"
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (None, HarmUrgency.HIGH)
    household.ledger("duo").append(
        {
            "record": "entitlement",
            "id": "d-right",
            "persons": ["p1"],
            "scheme": "student_finance",
            "status": "suspended",
            "amount_monthly_cents": 30000,
            "payee": {"member": "p1"},
            "determined_by": "d-instalment",
        }
    )
    (found,) = _found(household)
    assert found.monthly_harm_cents == 30000
    household.record("d-right").update({"status": "in_payment", "full_amount_monthly_cents": 42000})
    (found,) = _found(household)
    assert found.monthly_harm_cents == 12000


def test_it_is_told_whose_value_and_which_limit() -> None:
    picture = _below_the_limit().picture()
    (found,) = DETECTOR.find(picture)
    assert "op een gegeven van de Belastingdienst" in DETECTOR.household(found, picture).nl
    told = DETECTOR.computation(found, picture).nl
    assert "jaarinkomen (€ 52.000,00) van de Belastingdienst" in told
    assert "boven € 52.000,01" in told
