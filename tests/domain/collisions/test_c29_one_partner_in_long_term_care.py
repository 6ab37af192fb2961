"""C29: the contribution for one partner in long-term care, while others count the couple."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C29]
    assert rule.find is not None
    return rule.find(household.picture())


def in_care() -> Draft:
    """The couple of J06, of whom the man lives in a care home."""
    household = draft("J06")
    household.intake["addresses"].append(
        {"id": "a2", "kind": "shelter", "lines": "Zorglaan 1, 9990 AA Rijnstede", "secret": False}
    )
    household.intake["members"][1]["lives_at"] = "a2"
    household.ledger("cak").append(
        {
            "record": "contribution",
            "id": "c-wlz",
            "persons": ["p2"],
            "legal_basis": [{"law": "Wlz", "article": "3.2.5"}],
            "scheme": "health_insurance",
            "cover": "health_care",
            "amount_monthly_cents": 21260,
            "cover_from": "2026-06-01",
        }
    )
    return household


def test_the_contribution_beside_allowances_for_a_couple() -> None:
    (collision,) = found(in_care())
    assert collision.monthly_harm_cents == 21260
    assert collision.harmed_by == ("c-wlz",)
    assert collision.records == ("c-wlz", "t-huur", "t-zorg")
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "cak"]


def test_withheld_from_a_benefit_it_is_part_of_the_stack() -> None:
    household = in_care()
    household.intake["income"] = []
    household.ledger("uwv").append(
        {
            "record": "recovery",
            "id": "u-for-cak",
            "persons": ["p1"],
            "for": "c-wlz",
            "method": "source_withholding",
            "status": "running",
            "amount_monthly_cents": 21260,
            "from": "2026-06-01",
            "on": "u-wia",
            "on_behalf_of": {"agency": "cak"},
        }
    )
    picture = household.picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (stack,) = (each for each in conflicts if each.type is ConflictType.STAPELING_ONDER_MINIMUM)
    assert CollisionCode.C29 in {each.code for each in faces.of_conflict[stack.ref]}


@pytest.mark.parametrize("address", ["a1", "a2"])
def test_one_must_be_at_home_and_the_other_away(address: str) -> None:
    household = in_care()
    for member in household.intake["members"][:2]:
        member["lives_at"] = address
    assert found(household) == ()


def test_a_prison_is_no_care_home() -> None:
    household = in_care()
    household.intake["addresses"][1]["kind"] = "prison"
    assert found(household) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"legal_basis": [{"law": "Zvw", "article": "18d"}]},
        {"cover_until": "2026-10-31"},
        {"amount_monthly_cents": 0},
    ],
)
def test_it_must_be_a_running_contribution_under_the_wlz(changed: dict[str, object]) -> None:
    household = in_care()
    household.record("c-wlz").update(changed)
    assert found(household) == ()


def test_without_a_partner_nobody_is_at_home() -> None:
    household = in_care()
    household.intake["relations"][0]["status"] = "separated"
    assert found(household) == ()


def test_nobody_else_who_counts_them_no_collision() -> None:
    household = in_care()
    for wanted in ("t-zorg", "t-huur"):
        household.record(wanted)["status"] = "ended"
    assert found(household) == ()


@pytest.mark.parametrize("silent", ["cak", "belastingdienst"])
def test_a_silent_body_gives_nothing(silent: str) -> None:
    picture = in_care().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != silent)
    rule = RULES[CollisionCode.C29]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = in_care()
    (collision,) = found(household)
    assert "€ 212,60 per maand" in told_to_household(collision, household.picture()).nl


def test_a_decision_may_tell_the_stay() -> None:
    household = in_care()
    household.remove("c-wlz")
    assert found(household) == ()
    household.ledger("svb").append(
        {
            "record": "determination_made",
            "id": "s-stay",
            "persons": ["p2"],
            "scheme": "aow",
            "made_on": "2026-09-01",
            "outcome": "granted_lower",
            "reason": "in_institution",
        }
    )
    (collision,) = found(household)
    assert collision.harmed_by == ("s-stay",)
    assert collision.monthly_harm_cents is None
    assert "een bijdrage aan het CAK" in told_to_household(collision, household.picture()).nl
