"""C22: a WGA follow-up benefit below assistance."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C22]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def follow_up(amount: int = 64200) -> Draft:
    """J00 on a WGA follow-up benefit instead of WW."""
    household = draft("J00")
    household.remove("u-ww-granted")
    household.record("u-ww").update(
        scheme="wia",
        amount_monthly_cents=amount,
        full_amount_monthly_cents=amount,
        legal_basis=[{"law": "WIA", "article": "62", "paragraph": "1"}],
    )
    del household.record("u-ww")["determined_by"]
    return household


def test_what_assistance_would_add_is_missed() -> None:
    (collision,) = found(follow_up())
    assert collision.harmed_by == ("u-ww",)
    assert [agency.value for agency in collision.agencies] == ["gemeente", "uwv"]
    assert collision.monthly_harm_cents == 135133 - 64200


def test_another_phase_of_the_wia_is_another_benefit() -> None:
    household = follow_up()
    household.record("u-ww")["legal_basis"][0]["article"] = "61"
    assert found(household) == ()


def test_the_decision_may_name_the_phase() -> None:
    household = follow_up()
    basis = household.record("u-ww").pop("legal_basis")
    decision = draft("J00").record("u-ww-granted")
    household.ledger("uwv").append({**decision, "scheme": "wia", "legal_basis": basis})
    household.record("u-ww")["determined_by"] = "u-ww-granted"
    assert len(found(household)) == 1


def test_who_gets_a_supplement_up_to_assistance_misses_nothing() -> None:
    assert found(follow_up(135133)) == ()
    assert len(found(follow_up(135132))) == 1


def test_who_gets_assistance_beside_it_misses_nothing() -> None:
    household = follow_up()
    household.ledger("gemeente").append(
        {
            "record": "entitlement",
            "id": "g-bijstand",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "scheme": "bijstand",
            "status": "in_payment",
            "amount_monthly_cents": 60000,
            "payee": {"member": "p1"},
        }
    )
    assert found(household) == ()


def test_what_is_not_paid_is_no_benefit() -> None:
    household = follow_up()
    household.record("u-ww")["status"] = "ended"
    assert found(household) == ()


@pytest.mark.parametrize("agency", [Agency.UWV, Agency.SVB, Agency.GEMEENTE])
def test_while_a_payer_of_income_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(follow_up().picture(), agency)) == ()


def test_it_is_told_what_is_missed() -> None:
    picture = follow_up().picture()
    (collision,) = found_in(picture)
    assert "€ 709,33 per maand" in told_to_household(collision, picture).nl
    assert "€ 642,00" in told_to_liaison(collision, picture).nl
