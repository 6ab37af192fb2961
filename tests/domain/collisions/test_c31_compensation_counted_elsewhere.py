"""C31: compensation that is free under one law and counted under another."""

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
    rule = RULES[CollisionCode.C31]
    assert rule.find is not None
    return rule.find(household.picture())


def counted_compensation() -> Draft:
    """The municipality paid damages; Dienst Toeslagen counts them and ends the rent allowance."""
    household = draft("J05")
    household.ledger("gemeente").append(
        {
            "record": "entitlement",
            "id": "g-damages",
            "persons": ["p1"],
            "scheme": "bijzondere_bijstand",
            "status": "ended",
            "amount_monthly_cents": 0,
            "one_off_cents": 5000000,
            "payee": {"member": "p1"},
            "exempt_as_means": [{"law": "Pw", "article": "31", "paragraph": "2 l"}],
        }
    )
    household.intake["assets"][0]["origin_record"] = "g-damages"
    household.ledger("belastingdienst").extend(
        [
            {
                "record": "fact_used",
                "id": "t-assets",
                "department": "toeslagen",
                "persons": ["p1"],
                "fact": "assets",
                "value": {"amount_cents": 5000000},
                "origin": "other_body",
                "certainty": "registered",
                "components": [{"from": "own_means", "asset": "as1", "amount_cents": 5000000}],
            },
            {
                "record": "determination_made",
                "id": "t-huur-end",
                "department": "toeslagen",
                "persons": ["p1"],
                "scheme": "huurtoeslag",
                "made_on": "2026-10-19",
                "outcome": "ended",
                "reason": "assets_above_limit",
                "rests_on": ["t-assets"],
            },
        ]
    )
    household.record("t-huur").update(status="ended", determined_by="t-huur-end")
    return household


def test_the_rent_allowance_is_lost_by_money_that_assistance_leaves_free() -> None:
    (collision,) = found(counted_compensation())
    assert collision.monthly_harm_cents == 42100
    assert collision.harmed_by == ("t-huur-end",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


def test_it_is_the_same_harm_as_exempt_money_that_is_counted() -> None:
    picture = counted_compensation().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    kind = ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD
    (counted,) = (each for each in conflicts if each.type is kind)
    assert CollisionCode.C31 in {each.code for each in faces.of_conflict[counted.ref]}


def test_money_that_no_law_exempts_is_means_everywhere() -> None:
    household = counted_compensation()
    household.record("g-damages")["exempt_as_means"] = []
    assert found(household) == ()


def test_money_that_the_own_law_exempts_is_an_error_and_no_collision() -> None:
    household = counted_compensation()
    household.record("g-damages")["exempt_as_means"] = [{"law": "Awir", "article": "47"}]
    assert found(household) == ()


def test_money_of_another_origin_is_means() -> None:
    household = counted_compensation()
    del household.intake["assets"][0]["origin_record"]
    assert found(household) == ()


@pytest.mark.parametrize("changed", [{"outcome": "granted"}, {"rests_on": []}])
def test_a_harmful_decision_must_rest_on_it(changed: dict[str, object]) -> None:
    household = counted_compensation()
    household.record("t-huur-end").update(changed)
    assert found(household) == ()


@pytest.mark.parametrize("silent", ["gemeente", "belastingdienst"])
def test_a_silent_body_gives_nothing(silent: str) -> None:
    picture = counted_compensation().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != silent)
    rule = RULES[CollisionCode.C31]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = counted_compensation()
    (collision,) = found(household)
    assert "€ 421,00 per maand" in told_to_household(collision, household.picture()).nl
