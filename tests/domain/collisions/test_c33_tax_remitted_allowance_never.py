"""C33: the tax debt can be remitted, the allowance debt never."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C33]
    assert rule.find is not None
    return rule.find(household.picture())


def with_tax(holder: str = "belastingdienst") -> Draft:
    """The mother without income, who owes a tax beside the recovered childcare allowance."""
    household = draft("J01")
    tax: dict[str, object] = {
        "record": "claim",
        "id": "tax",
        "persons": ["p1"],
        "scheme": "income_tax",
        "kind": "tax_assessment",
        "status": "open",
        "outstanding_cents": 40000,
        "liable": ["p1"],
    }
    if holder == "belastingdienst":
        tax["department"] = "belastingen"
    household.ledger(holder).append(tax)
    return household


def test_the_allowance_debt_is_the_one_that_stays() -> None:
    (collision,) = found(with_tax())
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (None, 864000)
    assert collision.harmed_by == ("t-kot", "t-kot-remission")
    assert [agency.value for agency in collision.agencies] == ["belastingdienst"]
    assert len(collision.bodies) == 2


def test_it_is_the_same_harm_as_the_remission_that_was_refused() -> None:
    picture = with_tax().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (refused,) = (
        each for each in conflicts if each.type is ConflictType.KWIJTSCHELDING_UITGESLOTEN
    )
    assert CollisionCode.C33 in {each.code for each in faces.of_conflict[refused.ref]}


def test_local_tax_is_remitted_as_well() -> None:
    (collision,) = found(with_tax("gemeente"))
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


@pytest.mark.parametrize(
    "changed",
    [{"outstanding_cents": 0}, {"kind": "fine"}, {"scheme": "motor_vehicle_tax"}],
)
def test_what_is_paid_or_never_remitted_does_not_count(changed: dict[str, object]) -> None:
    household = with_tax()
    household.record("tax").update(changed)
    assert found(household) == ()


def test_without_a_tax_debt_nothing_is_remitted() -> None:
    assert found(draft("J01")) == ()


def test_without_an_allowance_debt_nothing_stays() -> None:
    household = with_tax()
    household.record("t-kot")["outstanding_cents"] = 0
    assert found(household) == ()


def test_who_has_more_than_the_norm_can_pay() -> None:
    assert found(draft("J02")) == ()


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    gap = Gap(Agency.UWV, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    rule = RULES[CollisionCode.C33]
    assert rule.find is not None
    assert rule.find(replace(with_tax().picture(), gaps=(gap,))) == ()


def test_it_is_told_in_plain_words() -> None:
    household = with_tax()
    (collision,) = found(household)
    assert "€ 8.640,00 blijft staan" in told_to_household(collision, household.picture()).nl


def test_a_tax_that_was_remitted_tells_it_as_well() -> None:
    household = with_tax()
    household.remove("tax")
    household.ledger("belastingdienst").append(
        {
            "record": "determination_made",
            "id": "b-remitted",
            "department": "belastingen",
            "persons": ["p1"],
            "scheme": "remission",
            "made_on": "2026-10-01",
            "outcome": "granted",
            "reason": "conditions_met",
        }
    )
    (collision,) = found(household)
    assert "b-remitted" in collision.records
    assert collision.one_off_harm_cents == 864000
