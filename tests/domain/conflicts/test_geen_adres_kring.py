from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.GEEN_ADRES_KRING


def _without_address() -> Draft:
    return draft("J08")


def _request(status: str) -> Json:
    return {
        "record": "application",
        "id": "g-postal-app",
        "department": "burgerzaken",
        "persons": ["p1"],
        "scheme": "postal_address_registration",
        "received": "2026-11-16",
        "status": status,
    }


@pytest.mark.parametrize(
    ("status", "fires"),
    [("open", True), ("not_opened", True), ("decided", False), ("withdrawn", False)],
)
def test_a_request_that_is_pending_counts_like_one_refused(status: str, fires: bool) -> None:
    household = _without_address()
    household.remove("g-postal-ref")
    household.ledger("gemeente").append(_request(status))
    assert bool(household.found(KIND)) is fires


def test_without_a_request_there_is_no_circle() -> None:
    household = _without_address()
    household.remove("g-postal-ref")
    assert household.found(KIND) == ()


def test_a_request_for_something_else_is_none() -> None:
    household = _without_address()
    household.record("g-postal-ref")["scheme"] = "register_correction"
    assert household.found(KIND) == ()


@pytest.mark.parametrize("outcome", ["granted", "suspended"])
def test_a_request_that_was_not_refused_makes_no_circle(outcome: str) -> None:
    household = _without_address()
    household.record("g-postal-ref")["outcome"] = outcome
    assert household.found(KIND) == ()


@pytest.mark.parametrize(("granted_on", "fires"), [("2026-11-08", True), ("2026-11-20", False)])
def test_the_last_word_on_the_request_counts(granted_on: str, fires: bool) -> None:
    household = _without_address()
    refused = household.record("g-postal-ref")
    granted = dict(refused, id="g-granted", outcome="granted", made_on=granted_on)
    household.ledger("gemeente").append(granted)
    assert bool(household.found(KIND)) is fires


def test_a_request_of_someone_else_is_none() -> None:
    household = _without_address()
    other = dict(household.intake["members"][0], id="p2", bsn="999902337", role="other_adult")
    household.intake["members"].append(other)
    household.record("g-postal-ref")["persons"] = ["p2"]
    assert household.found(KIND) == ()


def test_an_address_that_is_only_secret_is_an_address() -> None:
    household = _without_address()
    household.intake["addresses"][0]["secret"] = True
    for fact in ("g-brp", "u-address", "t-address", "c-address"):
        household.record(fact)["value"] = {"ref": "a9"}
    assert household.found(KIND) == ()


def test_only_the_keeper_of_the_register_starts_the_circle() -> None:
    household = _without_address()
    del household.record("g-brp")["keeper"]
    assert household.found(KIND) == ()


def test_another_fact_is_no_address_in_the_register() -> None:
    household = _without_address()
    for fact in ("g-brp", "u-address", "t-address", "c-address"):
        household.record(fact)["fact"] = "postal_address"
    assert household.found(KIND) == ()


def test_one_other_body_is_no_circle() -> None:
    household = _without_address()
    household.remove("u-stop")
    assert len(household.found(KIND)) == 1
    household.remove("c-insurance-end")
    assert household.found(KIND) == ()


def test_what_rests_on_a_fact_not_taken_from_the_keeper_is_left_out() -> None:
    household = _without_address()
    del household.record("c-address")["taken_from"]
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["belastingdienst", "gemeente", "uwv"]
    assert "c-insurance-end" not in found.records


def test_a_fact_taken_over_in_two_steps_carries_it_too() -> None:
    household = _without_address()
    household.record("c-address")["taken_from"] = "u-address"
    (found,) = household.found(KIND)
    assert "c-insurance-end" in found.records


def test_a_fact_with_another_value_carries_nothing() -> None:
    household = _without_address()
    household.record("c-address")["value"] = {"ref": "a9"}
    (found,) = household.found(KIND)
    assert "c-insurance-end" not in found.records


def test_what_rests_on_nothing_is_left_out() -> None:
    household = _without_address()
    del household.record("u-stop")["rests_on"]
    (found,) = household.found(KIND)
    assert "u-stop" not in found.records
    assert found.monthly_harm_cents == 12900


def test_a_decision_that_harms_nobody_is_no_part_of_it() -> None:
    household = _without_address()
    household.record("t-zorg-end")["outcome"] = "granted"
    (found,) = household.found(KIND)
    assert "t-zorg-end" not in found.records


def test_an_act_of_the_keeper_itself_is_no_other_body() -> None:
    household = _without_address()
    own = dict(household.record("u-stop"), id="g-stop", department="wmo", rests_on=["u-address"])
    household.ledger("gemeente").append(own)
    (found,) = household.found(KIND)
    assert "g-stop" not in found.records


def test_two_persons_without_address_are_one_circle_of_one_keeper() -> None:
    household = _without_address()
    other = dict(household.intake["members"][0], id="p2", bsn="999902337", role="partner")
    household.intake["members"].append(other)
    for holder, ref in (("gemeente", "g-brp"), ("cak", "c-address"), ("cak", "c-insurance-end")):
        household.ledger(holder).append(dict(household.record(ref), id=f"{ref}-2", persons=["p2"]))
    household.record("c-address-2")["taken_from"] = "g-brp-2"
    household.record("c-insurance-end-2")["rests_on"] = ["c-address-2"]
    household.record("g-postal-ref")["persons"] = ["p1", "p2"]
    (found,) = household.found(KIND)
    assert {"g-brp", "g-brp-2", "c-insurance-end-2"} <= set(found.records)
    assert found.monthly_harm_cents == 166900


def test_without_its_own_calculation_the_right_that_ended_is_what_is_missed() -> None:
    household = _without_address()
    del household.record("t-zorg-end")["would_be"]
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 166900


def test_what_another_fact_would_give_is_no_harm_of_the_missing_address() -> None:
    household = _without_address()
    household.record("t-zorg-end")["would_be"].append(
        {"fact": "g-brp", "value": {"ref": "a9"}, "amount_monthly_cents": 50000}
    )
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 166900


def test_a_right_paid_at_a_lower_amount_misses_the_difference() -> None:
    household = _without_address()
    del household.record("t-zorg-end")["would_be"]
    household.record("t-zorg").update(status="in_payment", amount_monthly_cents=10000)
    del household.record("t-zorg")["until"]
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 154000 + 2900


def test_a_right_that_an_act_and_a_decision_both_touch_counts_once() -> None:
    household = _without_address()
    act = dict(household.record("u-stop"), id="t-stop", about="t-zorg", rests_on=["t-address"])
    household.ledger("belastingdienst").append(dict(act, department="toeslagen"))
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 166900


def test_acts_that_cost_nothing_per_month_have_no_amount() -> None:
    household = _without_address()
    del household.record("u-stop")["about"]
    household.remove("t-zorg-end")
    del household.record("t-zorg")["determined_by"]
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None
    assert "per maand" not in told_to_household(found, household.picture()).nl


def test_acts_that_are_months_away_are_less_urgent() -> None:
    household = _without_address()
    household.remove("t-zorg-end")
    del household.record("t-zorg")["determined_by"]
    for act in ("u-stop", "c-insurance-end"):
        household.record(act)["date"] = "2027-03-01"
    (found,) = household.found(KIND)
    assert found.urgency is HarmUrgency.HIGH


def test_the_liaison_reads_who_keeps_the_register_and_who_acts_on_it() -> None:
    household = _without_address()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert told.nl.startswith("Bij de gemeente is het adres in de BRP leeg")
    assert "besluiten van Dienst Toeslagen, het CAK en UWV" in told.nl
    assert "€ 1.669,00" in told.nl
