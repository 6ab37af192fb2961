"""C20: four weeks without income after the WW, under 27."""

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

RULE = RULES[CollisionCode.C20]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def ww_ends(on: str = "2026-12-10") -> Draft:
    """J00, a year younger, whose WW ends."""
    household = draft("J00")
    household.intake["members"][0]["born"] = "2000-02-08"
    household.record("u-ww")["until"] = on
    return household


def asked(received: str, status: str = "open", until: str = "2026-12-10") -> Draft:
    household = ww_ends(until)
    household.ledger("gemeente").append(
        {
            "record": "application",
            "id": "g-app",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "scheme": "bijstand",
            "received": received,
            "status": status,
        }
    )
    return household


def test_the_assistance_of_the_weeks_of_searching_is_missed() -> None:
    (collision,) = found(ww_ends())
    assert collision.harmed_by == ("u-ww",)
    assert [agency.value for agency in collision.agencies] == ["gemeente", "uwv"]
    # 1,419.46 without its 4.8% of holiday allowance
    assert collision.monthly_harm_cents == 135133
    assert collision.urgency is HarmUrgency.CRITICAL


def test_from_27_there_is_no_search_period() -> None:
    household = ww_ends()
    household.intake["members"][0]["born"] = "1999-11-23"
    assert found(household) == ()
    household.intake["members"][0]["born"] = "1999-11-24"
    assert len(found(household)) == 1


def test_with_another_income_nobody_is_without() -> None:
    household = ww_ends()
    household.intake["income"] = [
        {
            "id": "in1",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": 10000,
        }
    ]
    assert found(household) == ()


def test_a_gift_is_no_income_to_live_on() -> None:
    household = ww_ends()
    household.intake["income"] = [
        {
            "id": "in1",
            "person": "p1",
            "kind": "gift",
            "label": "Gift",
            "amount_monthly_cents": 10000,
        }
    ]
    assert len(found(household)) == 1


@pytest.mark.parametrize(("last", "times"), [("2027-01-18", 1), ("2027-01-19", 0)])
def test_an_end_further_away_than_a_hand_over_needs_is_no_collision_yet(
    last: str, times: int
) -> None:
    assert len(found(ww_ends(last))) == times


@pytest.mark.parametrize(("last", "times"), [("2026-10-26", 1), ("2026-10-25", 0)])
def test_an_end_of_more_than_four_weeks_ago_is_not_what_keeps_income_away(
    last: str, times: int
) -> None:
    household = ww_ends(last)
    household.record("u-ww")["status"] = "ended"
    assert len(found(household)) == times


def test_a_ww_without_a_last_day_does_not_end() -> None:
    household = ww_ends()
    del household.record("u-ww")["until"]
    assert found(household) == ()
    household.ledger("uwv").append(
        {
            "record": "threatened_act",
            "id": "u-stop",
            "persons": ["p1"],
            "kind": "end_of_benefit",
            "date": "2026-12-01",
            "about": "u-ww",
        }
    )
    (collision,) = found(household)
    assert collision.harmed_by == ("u-stop", "u-ww")


@pytest.mark.parametrize(("received", "times"), [("2026-11-13", 0), ("2026-11-14", 1)])
def test_who_reported_four_weeks_before_the_end_has_no_gap(received: str, times: int) -> None:
    assert len(found(asked(received))) == times


def test_after_four_weeks_the_search_is_over() -> None:
    household = asked("2026-10-26", until="2026-10-31")
    household.record("u-ww")["status"] = "ended"
    assert found(household) == ()


def test_what_was_decided_waits_no_longer() -> None:
    assert found(asked("2026-11-20", status="decided")) == ()


def test_a_withdrawn_application_is_no_report() -> None:
    assert len(found(asked("2026-10-01", status="withdrawn"))) == 1


@pytest.mark.parametrize("agency", [Agency.UWV, Agency.SVB, Agency.GEMEENTE])
def test_while_a_payer_of_income_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(ww_ends().picture(), agency)) == ()


def test_it_is_told_what_is_missed() -> None:
    picture = ww_ends().picture()
    (collision,) = found_in(picture)
    assert "€ 1.351,33 per maand" in told_to_household(collision, picture).nl
    assert "Pw 41 lid 4" in told_to_liaison(collision, picture).nl
