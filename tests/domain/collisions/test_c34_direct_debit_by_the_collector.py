"""C34: a direct debit by the collector that leaves too little on the account."""

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
    rule = RULES[CollisionCode.C34]
    assert rule.find is not None
    return rule.find(household.picture())


def debited() -> Draft:
    """A man with unemployment benefit, from whose account the collector took 500 euros."""
    household = draft("J00")
    household.ledger("belastingdienst").extend(
        [
            {
                "record": "claim",
                "id": "b-tax",
                "department": "belastingen",
                "persons": ["p1"],
                "scheme": "income_tax",
                "kind": "tax_assessment",
                "status": "in_collection",
                "outstanding_cents": 80000,
                "liable": ["p1"],
            },
            {
                "record": "recovery",
                "id": "b-debit",
                "department": "belastingen",
                "persons": ["p1"],
                "legal_basis": [{"law": "IW 1990", "article": "19", "paragraph": "4"}],
                "for": "b-tax",
                "method": "bank_attachment",
                "status": "ended",
                "amount_monthly_cents": 0,
                "taken_once_cents": 50000,
                "balance_before_cents": 150000,
                "from": "2026-11-20",
                "on": "as1",
            },
        ]
    )
    return household


def test_what_it_took_of_the_protected_amount_can_be_undone() -> None:
    (collision,) = found(debited())
    assert (collision.monthly_harm_cents, collision.one_off_harm_cents) == (None, 34849)
    assert collision.harmed_by == ("b-debit",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "uwv"]


def test_it_is_the_same_harm_as_an_attachment_that_leaves_too_little() -> None:
    picture = debited().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (bank,) = (each for each in conflicts if each.type is ConflictType.BESLAG_ONDER_VRIJE_VOET)
    assert CollisionCode.C34 in {each.code for each in faces.of_conflict[bank.ref]}


@pytest.mark.parametrize(("balance", "count"), [(184848, 1), (184849, 0)])
def test_who_keeps_the_protected_amount_loses_nothing(balance: int, count: int) -> None:
    household = debited()
    household.record("b-debit")["balance_before_cents"] = balance
    assert len(found(household)) == count


@pytest.mark.parametrize(
    "changed",
    [
        {"legal_basis": [{"law": "Rv", "article": "475a"}]},
        {"legal_basis": [{"law": "IW 1990", "article": "19", "paragraph": "1"}]},
        {"method": "wage_attachment"},
        {"department": "toeslagen"},
    ],
)
def test_it_must_be_a_direct_debit_of_the_collector(changed: dict[str, object]) -> None:
    household = debited()
    household.record("b-debit").update(changed)
    assert found(household) == ()


def test_of_an_account_that_nobody_knows_nothing_is_concluded() -> None:
    household = debited()
    del household.record("b-debit")["balance_before_cents"]
    assert found(household) == ()


def test_one_that_is_announced_will_take_the_most() -> None:
    household = debited()
    for key in ("balance_before_cents", "taken_once_cents"):
        del household.record("b-debit")[key]
    household.record("b-debit")["status"] = "announced"
    household.intake["assets"][0]["amount_cents"] = 160000
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 24849


def test_it_takes_no_more_than_is_owed_or_there() -> None:
    household = debited()
    for key in ("balance_before_cents", "taken_once_cents"):
        del household.record("b-debit")[key]
    household.record("b-debit")["status"] = "announced"
    household.record("b-tax")["outstanding_cents"] = 12000
    household.intake["assets"][0]["amount_cents"] = 9000
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 9000


def test_a_silent_collector_gives_nothing() -> None:
    picture = debited().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != "belastingdienst")
    rule = RULES[CollisionCode.C34]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = debited()
    (collision,) = found(household)
    assert "€ 348,49" in told_to_household(collision, household.picture()).nl


def test_a_taking_from_the_account_that_names_no_provision_is_one() -> None:
    household = debited()
    expected = found(household)
    del household.record("b-debit")["legal_basis"]
    assert found(household) == expected
