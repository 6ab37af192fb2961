"""C30: a Wmo contribution for who has debts and no room for it."""

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
    rule = RULES[CollisionCode.C30]
    assert rule.find is not None
    return rule.find(household.picture())


def with_support(name: str = "J05") -> Draft:
    """A household that has support of the municipality."""
    household = draft(name)
    household.ledger("cak").append(
        {
            "record": "contribution",
            "id": "c-wmo",
            "persons": ["p1"],
            "scheme": "wmo_support",
            "cover": "social_support",
            "amount_monthly_cents": 2180,
            "cover_from": "2026-01-01",
        }
    )
    return household


def withheld(household: Draft) -> Draft:
    household.ledger("gemeente").append(
        {
            "record": "recovery",
            "id": "g-for-cak",
            "persons": ["p1"],
            "for": "c-wmo",
            "method": "source_withholding",
            "status": "running",
            "amount_monthly_cents": 2180,
            "from": "2026-01-01",
            "on": "g-bijstand",
            "on_behalf_of": {"agency": "cak"},
        }
    )
    return household


def test_a_contribution_without_room_for_it() -> None:
    (collision,) = found(with_support())
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (2180, None)
    assert collision.harmed_by == ("c-wmo",)
    assert [agency.value for agency in collision.agencies] == ["cak", "gemeente"]


def test_what_is_owed_already_can_lapse_as_well() -> None:
    household = with_support()
    household.ledger("cak").append(
        {
            "record": "claim",
            "id": "c-owed",
            "persons": ["p1"],
            "scheme": "wmo_support",
            "kind": "premium_arrears",
            "status": "open",
            "outstanding_cents": 13080,
            "liable": ["p1"],
        }
    )
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 13080
    assert collision.harmed_by == ("c-wmo", "c-owed")


def test_withheld_it_is_part_of_the_stack() -> None:
    picture = withheld(with_support()).picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (stack,) = (each for each in conflicts if each.type is ConflictType.STAPELING_ONDER_MINIMUM)
    assert CollisionCode.C30 in {each.code for each in faces.of_conflict[stack.ref]}


def test_its_own_withholding_does_not_take_the_room() -> None:
    household = withheld(with_support())
    household.intake["income"] = [
        {
            "id": "loon",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": 192640 - 96523 + 10700 + 2180,
        }
    ]
    assert found(household) == ()
    household.intake["income"][0]["amount_monthly_cents"] -= 1
    assert len(found(household)) == 1


def test_without_debts_it_is_only_a_bill() -> None:
    household = with_support("J00")
    assert found(household) == ()


def test_who_has_room_pays() -> None:
    assert found(with_support("J06")) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"cover_until": "2026-10-31"},
        {"amount_monthly_cents": 0},
        {"scheme": "nominal_health_premium", "cover": "health_care"},
    ],
)
def test_it_must_be_a_running_contribution_for_support(changed: dict[str, object]) -> None:
    household = with_support()
    household.record("c-wmo").update(changed)
    assert found(household) == ()


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    gap = Gap(Agency.SVB, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    rule = RULES[CollisionCode.C30]
    assert rule.find is not None
    assert rule.find(replace(with_support().picture(), gaps=(gap,))) == ()


def test_it_is_told_in_plain_words() -> None:
    household = with_support()
    (collision,) = found(household)
    assert "€ 21,80 per maand" in told_to_household(collision, household.picture()).nl


def test_debt_counselling_that_was_asked_is_a_plan_as_well() -> None:
    household = with_support("J00")
    household.record("u-ww")["amount_monthly_cents"] = 141946
    assert found(household) == ()
    household.ledger("gemeente").append(
        {
            "record": "application",
            "id": "g-debt-app",
            "department": "schuldhulpverlening",
            "persons": ["p1"],
            "scheme": "debt_counselling",
            "received": "2026-11-20",
            "status": "open",
        }
    )
    # who has the norm itself has no capacity, though 5% of it lies above the protected amount
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 2180
