"""C27: no childcare allowance, and a duty to take part."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C27]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def stopped() -> Draft:
    """J05 on assistance, whose childcare allowance of 862 euro ended as nobody works."""
    household = draft("J05")
    household.ledger("belastingdienst").extend(
        [
            {
                "record": "determination_made",
                "id": "t-kot-end",
                "department": "toeslagen",
                "persons": ["p1"],
                "scheme": "kinderopvangtoeslag",
                "made_on": "2026-07-01",
                "outcome": "ended",
                "reason": "conditions_not_met",
            },
            {
                "record": "entitlement",
                "id": "t-kot",
                "department": "toeslagen",
                "persons": ["k2", "k3"],
                "scheme": "kinderopvangtoeslag",
                "status": "ended",
                "amount_monthly_cents": 86200,
                "payee": {"member": "p1"},
                "until": "2026-06-30",
                "determined_by": "t-kot-end",
            },
        ]
    )
    return household


def test_the_allowance_that_ended_is_missed_while_work_must_be_sought() -> None:
    (collision,) = found(stopped())
    assert collision.harmed_by == ("t-kot-end",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]
    assert [each.value for each in collision.departments] == ["toeslagen"]
    assert collision.monthly_harm_cents == 86200
    assert collision.urgency is HarmUrgency.HIGH


def test_a_refusal_without_a_known_amount_is_a_collision_too() -> None:
    household = stopped()
    household.remove("t-kot")
    household.record("t-kot-end")["outcome"] = "refused"
    picture = household.picture()
    (collision,) = found_in(picture)
    assert collision.monthly_harm_cents is None
    assert "niet bekend" in told_to_liaison(collision, picture).nl


def ending(on: str) -> Draft:
    household = stopped()
    household.remove("t-kot-end")
    household.record("t-kot").update(status="in_payment")
    for gone in ("until", "determined_by"):
        del household.record("t-kot")[gone]
    household.ledger("belastingdienst").append(
        {
            "record": "threatened_act",
            "id": "t-kot-stop",
            "department": "toeslagen",
            "persons": ["p1"],
            "kind": "end_of_benefit",
            "date": on,
            "about": "t-kot",
        }
    )
    return household


def test_an_allowance_that_will_end_is_near_or_later() -> None:
    (near,) = found(ending("2026-12-01"))
    assert near.urgency is HarmUrgency.CRITICAL
    assert near.monthly_harm_cents == 86200
    (later,) = found(ending("2027-02-01"))
    assert later.urgency is HarmUrgency.HIGH
    assert found(ending("2026-11-22")) == ()


def test_who_gets_the_allowance_again_misses_nothing() -> None:
    household = stopped()
    household.ledger("belastingdienst").append(
        {**ending("2026-12-01").record("t-kot"), "id": "t-kot-2"}
    )
    assert found(household) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", "income_above_limit"),
        ("outcome", "granted"),
        ("scheme", "kindgebonden_budget"),
        ("department", "belastingen"),
    ],
)
def test_another_decision_is_another_matter(field: str, value: str) -> None:
    household = stopped()
    household.record("t-kot-end")[field] = value
    assert found(household) == ()


def test_without_assistance_nobody_must_take_part() -> None:
    household = stopped()
    household.record("g-bijstand")["status"] = "ended"
    assert found(household) == ()


def test_who_has_the_pension_age_need_not() -> None:
    household = stopped()
    for adult in household.intake["members"][:2]:
        adult["born"] = "1955-01-01"
    assert found(household) == ()


def test_older_children_need_no_childcare() -> None:
    household = stopped()
    for child in household.intake["members"][2:]:
        child["born"] = "2013-11-23"
    assert found(household) == ()
    household.intake["members"][4]["born"] = "2013-11-24"
    assert len(found(household)) == 1


def test_children_who_live_elsewhere_need_none_here() -> None:
    household = stopped()
    for child in household.intake["members"][2:]:
        child["lives_at"] = "a2"
    assert found(household) == ()


@pytest.mark.parametrize("agency", [Agency.BELASTINGDIENST, Agency.GEMEENTE])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(stopped().picture(), agency)) == ()


def test_it_is_told_what_can_be_asked() -> None:
    picture = stopped().picture()
    (collision,) = found_in(picture)
    assert "traject op papier" in told_to_household(collision, picture).nl
    assert "€ 862,00 per maand" in told_to_liaison(collision, picture).nl


def test_an_allowance_that_stopped_without_a_decision_on_record_is_missed_too() -> None:
    household = stopped()
    household.remove("t-kot-end")
    del household.record("t-kot")["determined_by"]
    (collision,) = found(household)
    assert collision.harmed_by == ("t-kot",)
    assert collision.monthly_harm_cents == 86200
    wage = {"id": "in1", "person": "p1", "kind": "wage", "label": "Loon"}
    household.intake["income"] = [{**wage, "amount_monthly_cents": 50000}]
    assert found(household) == ()


def test_the_provision_tells_the_ground_as_well_as_the_reason() -> None:
    household = stopped()
    household.record("t-kot-end").update(
        reason="no_minimum_income_shown", legal_basis=[{"law": "Wko", "article": "1.6"}]
    )
    assert len(found(household)) == 1
