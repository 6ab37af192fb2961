from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.conflicts import HarmUrgency
from domain.conflicts.consequences import (
    consequences_of,
    is_below_minimum,
    monthly_harm,
    urgency_of,
)
from domain.position import Gap, GapReason
from domain.records import Money, RecordRef
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

TAXES = RecordRef("t-income")
DUO = RecordRef("d-income")


def _harm(household: Draft, *facts: RecordRef) -> int | None:
    return monthly_harm(consequences_of(household.picture(), facts))


def test_less_than_the_protected_amount_is_below_the_minimum() -> None:
    household = draft("J02")
    left = household.intake["income"][0]
    left["amount_monthly_cents"] = 134849 + 2 * 26351
    assert not is_below_minimum(household.picture())
    left["amount_monthly_cents"] -= 1
    assert is_below_minimum(household.picture())


def test_nobody_is_said_to_be_below_the_minimum_while_an_agency_never_answered() -> None:
    picture = draft("J02").picture()
    heard = tuple(each for each in picture.positions if each.agency is not Agency.UWV)
    since = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gap = Gap(Agency.UWV, GapReason.NO_ANSWER, since)
    assert is_below_minimum(picture)
    assert not is_below_minimum(replace(picture, positions=heard))
    # what it said before still stands
    assert is_below_minimum(replace(picture, gaps=(gap,)))


def test_of_several_own_calculations_the_one_with_the_value_shown_counts() -> None:
    household = draft("J02")
    household.record("t-zorg-ref")["would_be"].append(
        {"fact": "t-income", "value": {"amount_cents": 3000000}, "amount_monthly_cents": 4000}
    )
    picture = household.picture()
    shown = monthly_harm(consequences_of(picture, {TAXES}, {Money(2280000)}))
    unshown = monthly_harm(consequences_of(picture, {TAXES}))
    assert (shown, unshown) == (12900 + 36900, 4000 + 36900)


def test_a_calculation_that_gives_less_is_no_loss() -> None:
    household = draft("J02")
    household.record("d-instalment")["would_be"][0]["amount_monthly_cents"] = 9000
    assert _harm(household, DUO) is None


def test_a_calculation_without_an_amount_a_month_leaves_the_harm_a_month_unknown() -> None:
    assert _harm(draft("J02"), RecordRef("b-income")) is None


def test_what_is_taken_for_the_claim_of_a_decision_without_calculation_is_its_harm() -> None:
    household = draft("J02")
    del household.record("b-assess")["would_be"]
    assert _harm(household, RecordRef("b-income")) == 26351
    household.record("b-wage")["until"] = "2026-11-22"
    assert _harm(household, RecordRef("b-income")) is None


def test_losses_of_different_rights_add_up_and_of_different_persons_too() -> None:
    household = draft("J02")
    child = dict(household.intake["members"][0], id="k1", bsn="999902192", role="child")
    household.intake["members"].append(child)
    other = dict(household.record("t-zorg-ref"), id="t-other", persons=["k1"])
    household.ledger("belastingdienst").append(other)
    assert _harm(household, TAXES) == 2 * 12900 + 36900


def test_a_benefit_that_is_ended_by_decision_and_by_act_is_counted_once() -> None:
    household = draft("J08")
    household.ledger("uwv").append(
        {
            "record": "determination_made",
            "id": "u-end",
            "persons": ["p1"],
            "scheme": "ww",
            "made_on": "2026-11-20",
            "outcome": "ended",
            "reason": "no_registered_address",
            "amount_monthly_cents": 0,
            "rests_on": ["u-address"],
            "would_be": [
                {"fact": "u-address", "value": {"ref": "a9"}, "amount_monthly_cents": 154000}
            ],
        }
    )
    assert _harm(household, RecordRef("u-address")) == 154000


def test_an_act_on_a_right_that_is_not_paid_takes_nothing() -> None:
    household = draft("J08")
    household.record("u-ww")["status"] = "suspended"
    assert _harm(household, RecordRef("u-address")) is None


def test_an_act_that_takes_no_home_income_or_care_is_not_critical_by_itself() -> None:
    household = draft("J08")
    household.remove("w-ww")
    picture = household.picture()
    act = RecordRef("u-address")
    assert urgency_of(picture, consequences_of(picture, {act})) is HarmUrgency.CRITICAL
    household.record("u-stop")["kind"] = "right_lapses"
    picture = household.picture()
    assert urgency_of(picture, consequences_of(picture, {act})) is HarmUrgency.HIGH
