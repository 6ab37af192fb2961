"""C15: a student loan that no arrangement ends."""

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

RULE = RULES[CollisionCode.C15]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def test_a_student_loan_of_who_asked_for_debt_counselling() -> None:
    (collision,) = found(draft("J02"))
    assert collision.harmed_by == ("d-loan", "d-pay")
    assert [agency.value for agency in collision.agencies] == ["duo", "gemeente"]
    assert collision.monthly_harm_cents == 5750
    assert collision.one_off_harm_cents == 1145000 - 69000


def test_the_arrears_do_enter_so_arrears_alone_stay_out_of_it() -> None:
    household = draft("J02")
    household.record("d-loan")["arrears_cents"] = 1145000
    assert found(household) == ()


@pytest.mark.parametrize("status", ["withdrawn", "not_opened"])
def test_without_debt_counselling_on_its_way_there_is_no_arrangement(status: str) -> None:
    household = draft("J02")
    household.record("g-debt-app")["status"] = status
    assert found(household) == ()


def test_an_arrangement_that_was_decided_on_still_leaves_the_loan_out() -> None:
    household = draft("J02")
    household.record("g-debt-app")["status"] = "decided"
    assert len(found(household)) == 1


def test_debt_counselling_that_was_refused_is_no_arrangement() -> None:
    household = draft("J02")
    household.record("g-debt-app")["status"] = "decided"
    household.ledger("gemeente").append(
        {
            "record": "determination_made",
            "id": "g-no",
            "department": "schuldhulpverlening",
            "persons": ["p1"],
            "scheme": "debt_counselling",
            "made_on": "2026-11-23",
            "outcome": "refused",
            "reason": "conditions_not_met",
            "about": "g-debt-app",
        }
    )
    assert found(household) == ()


@pytest.mark.parametrize(("field", "value"), [("scheme", "student_finance"), ("kind", "fine")])
def test_another_debt_to_duo_is_no_loan(field: str, value: str) -> None:
    household = draft("J02")
    household.record("d-loan")[field] = value
    assert found(household) == ()


def test_a_loan_of_somebody_who_asked_for_nothing_is_not_in_it() -> None:
    household = draft("J06")
    loan = draft("J02").record("d-loan")
    del loan["determined_by"]
    household.ledger("duo").append(loan)
    household.ledger("gemeente").append(
        {**draft("J02").record("g-debt-app"), "persons": ["p2"]},
    )
    assert found(household) == ()
    household.record("g-debt-app")["persons"] = ["p1"]
    assert len(found(household)) == 1


@pytest.mark.parametrize("agency", [Agency.DUO, Agency.GEMEENTE])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(draft("J02").picture(), agency)) == ()


def test_it_is_told_what_stays() -> None:
    picture = draft("J02").picture()
    (collision,) = found_in(picture)
    assert "€ 10.760,00" in told_to_household(collision, picture).nl
    assert "Fw 299a" in told_to_liaison(collision, picture).nl
