"""C17: set-off below the floor while information is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C17]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def refused() -> Draft:
    """UWV sets off a breach of J06 and leaves only 1,700 euro, as no information was given."""
    household = draft("J06")
    household.record("u-claim")["overpayment"].update(cause="not_reported", fault="household")
    household.record("u-setoff")["protected_amount"] = {
        "applied_cents": 170000,
        "lowered_because": "no_information_given",
    }
    return household


def test_what_is_taken_below_the_floor_is_the_harm() -> None:
    (collision,) = found(refused())
    assert collision.harmed_by == ("u-setoff",)
    assert [agency.value for agency in collision.agencies] == ["uwv"]
    # 95% of 2,027.79, less what was left free
    assert collision.monthly_harm_cents == 192640 - 170000
    assert collision.urgency is HarmUrgency.CRITICAL


def test_no_more_is_lost_than_is_taken() -> None:
    household = refused()
    household.record("u-setoff")["protected_amount"]["applied_cents"] = 0
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 25000


def test_a_fine_is_set_off_as_well() -> None:
    household = refused()
    household.record("u-claim").update(kind="fine")
    del household.record("u-claim")["overpayment"]
    assert len(found(household)) == 1


@pytest.mark.parametrize("because", [None, "no_registered_address"])
def test_a_floor_that_stands_or_is_lowered_for_another_reason(because: str | None) -> None:
    household = refused()
    household.record("u-setoff")["protected_amount"]["lowered_because"] = because
    assert found(household) == ()


def test_without_a_breach_there_is_no_duty_to_set_off() -> None:
    household = refused()
    household.record("u-claim")["overpayment"]["fault"] = "none"
    assert found(household) == ()


def test_a_debt_that_is_paid_takes_nothing() -> None:
    household = refused()
    household.record("u-claim")["outstanding_cents"] = 0
    assert found(household) == ()


def test_a_recovery_that_has_ended_takes_nothing() -> None:
    household = refused()
    household.record("u-setoff")["status"] = "ended"
    assert found(household) == ()


def test_an_instalment_is_paid_and_not_withheld() -> None:
    household = refused()
    household.record("u-setoff")["method"] = "instalment"
    assert found(household) == ()


def test_another_body_has_no_such_power() -> None:
    household = refused()
    taken = household.record("u-setoff")
    household.remove("u-setoff")
    household.ledger("duo").append(taken)
    assert found(household) == ()


def test_of_a_silent_agency_nothing_is_concluded() -> None:
    assert found_in(silent(refused().picture(), Agency.UWV)) == ()


def test_what_stacks_below_the_minimum_is_its_face() -> None:
    household = refused()
    household.intake["income"] = []
    picture = household.picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.STAPELING_ONDER_MINIMUM)


def test_it_is_told_how_it_ends() -> None:
    picture = refused().picture()
    (collision,) = found_in(picture)
    assert "€ 226,40 per maand" in told_to_household(collision, picture).nl
    assert "Pw 60 lid 6" in told_to_liaison(collision, picture).nl


def test_the_provision_may_tell_that_the_floor_is_gone() -> None:
    household = refused()
    del household.record("u-setoff")["protected_amount"]
    household.record("u-setoff")["legal_basis"] = [{"law": "Pw", "article": "60", "paragraph": "6"}]
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 25000
