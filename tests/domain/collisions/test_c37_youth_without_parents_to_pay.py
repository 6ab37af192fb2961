"""C37: the low norm for the young, who live without the parents that it presumes."""

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
    rule = RULES[CollisionCode.C37]
    assert rule.find is not None
    return rule.find(household.picture())


def paid(amount_cents: int) -> Draft:
    """The young man with assistance in payment."""
    household = draft("J04")
    household.ledger("gemeente").append(
        {
            "record": "entitlement",
            "id": "g-bijstand",
            "persons": ["p1"],
            "scheme": "bijstand",
            "status": "in_payment",
            "amount_monthly_cents": amount_cents,
            "payee": {"member": "p1"},
        }
    )
    return household


def test_the_raise_hangs_on_an_application_that_nobody_opened() -> None:
    (collision,) = found(draft("J04"))
    assert collision.monthly_harm_cents == 76224
    assert collision.harmed_by == ("g-bijstand-app",)
    assert collision.records == ("g-bijstand-app", "d-end")
    assert [agency.value for agency in collision.agencies] == ["duo", "gemeente"]


def test_it_is_part_of_what_the_circle_of_referrals_keeps_away() -> None:
    picture = draft("J04").picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (circle,) = (each for each in conflicts if each.type is ConflictType.KRINGVERWIJZING)
    assert CollisionCode.C37 in {each.code for each in faces.of_conflict[circle.ref]}


@pytest.mark.parametrize(
    ("born", "count"),
    [("2008-11-23", 1), ("2008-11-24", 0), ("2005-11-24", 1), ("2005-11-23", 0)],
)
def test_only_from_eighteen_until_twenty_one(born: str, count: int) -> None:
    household = draft("J04")
    household.intake["members"][0]["born"] = born
    assert len(found(household)) == count


@pytest.mark.parametrize(("address", "count"), [("a1", 0), (None, 1)])
def test_who_lives_with_a_parent_is_maintained_there(address: str | None, count: int) -> None:
    household = draft("J04")
    household.intake["members"].append(
        {
            "id": "p2",
            "name": "Ouder",
            "bsn": "999903706",
            "born": "1980-01-01",
            "role": "other_adult",
            "lives_at": address,
        }
    )
    household.intake["relations"].append({"kind": "parent", "a": "p2", "b": "p1"})
    assert len(found(household)) == count


def test_who_never_asked_for_assistance_is_not_on_its_norm() -> None:
    household = draft("J04")
    household.record("g-bijstand-app")["status"] = "withdrawn"
    assert found(household) == ()


def test_student_finance_shuts_assistance_out() -> None:
    household = draft("J04")
    household.ledger("duo").append(
        {
            "record": "entitlement",
            "id": "d-sf",
            "persons": ["p1"],
            "scheme": "student_finance",
            "status": "in_payment",
            "amount_monthly_cents": 30000,
            "payee": {"member": "p1"},
        }
    )
    assert found(household) == ()


@pytest.mark.parametrize(("amount", "harm"), [(33361, 76224), (35042, 76224), (105925, None)])
def test_assistance_above_the_low_norm_was_raised(amount: int, harm: int | None) -> None:
    collisions = found(paid(amount))
    assert [each.monthly_harm_cents for each in collisions] == ([harm] if harm else [])


def test_own_income_takes_the_place_of_the_raise() -> None:
    household = draft("J04")
    household.intake["income"][0].update(kind="wage", amount_monthly_cents=90000)
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 35042 + 76224 - 90000


def test_before_the_law_of_2026_there_was_no_raise() -> None:
    household = draft("J04")
    rule = RULES[CollisionCode.C37]
    assert rule.find is not None
    assert rule.find(replace(household.picture(), today=dt.date(2025, 11, 24))) == ()


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    gap = Gap(Agency.DUO, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    rule = RULES[CollisionCode.C37]
    assert rule.find is not None
    assert rule.find(replace(draft("J04").picture(), gaps=(gap,))) == ()


def test_it_is_told_in_plain_words() -> None:
    household = draft("J04")
    (collision,) = found(household)
    assert "€ 762,24 per maand" in told_to_household(collision, household.picture()).nl
