"""C24: gifts above the yearly limit that were not told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft

RULE = RULES[CollisionCode.C24]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def gifts(cents: int = 15000, since: str = "2026-04-01") -> Draft:
    """J05 on assistance since April, with gifts every month."""
    household = draft("J05")
    household.record("g-bijstand")["from"] = since
    household.intake["income"] = [
        {
            "id": "in1",
            "person": "p1",
            "kind": "gift",
            "label": "Gift",
            "amount_monthly_cents": cents,
        }
    ]
    return household


def told(household: Draft, record: Json) -> Draft:
    household.ledger("gemeente").append(
        {"id": "g-told", "department": "werk_en_inkomen", "persons": ["p1"], **record}
    )
    return household


REPORT = {
    "record": "notice",
    "direction": "received",
    "kind": "change_report",
    "on": "2026-06-01",
}


def test_what_is_above_the_limit_of_the_year_can_be_claimed_back() -> None:
    (collision,) = found(gifts())
    assert collision.harmed_by == ("g-bijstand",)
    assert [agency.value for agency in collision.agencies] == ["gemeente"]
    assert collision.one_off_harm_cents == 9 * 15000 - 120000


def test_up_to_the_limit_gifts_are_free() -> None:
    assert found(gifts(13333)) == ()
    assert len(found(gifts(13334))) == 1


def test_only_months_with_assistance_count() -> None:
    assert found(gifts(15000, "2026-05-01")) == ()
    (collision,) = found(gifts(15000, "2024-05-01"))
    assert collision.one_off_harm_cents == 12 * 15000 - 120000


def test_wages_are_no_gifts() -> None:
    household = gifts()
    household.intake["income"][0]["kind"] = "wage"
    assert found(household) == ()


def test_without_assistance_there_is_no_duty_to_tell() -> None:
    household = gifts()
    household.record("g-bijstand")["status"] = "ended"
    assert found(household) == ()
    assert found(draft("J04")) == ()


def test_a_change_report_of_this_year_tells() -> None:
    assert found(told(gifts(), REPORT)) == ()
    assert len(found(told(gifts(), {**REPORT, "on": "2025-12-31"}))) == 1
    assert len(found(told(gifts(), {**REPORT, "kind": "letter"}))) == 1
    assert len(found(told(gifts(), {**REPORT, "persons": ["p2"]}))) == 0
    assert len(found(told(gifts(), {**REPORT, "persons": ["k1"]}))) == 1


@pytest.mark.parametrize(("status", "times"), [("met", 0), ("not_met", 1)])
def test_a_duty_to_report_that_was_met_tells(status: str, times: int) -> None:
    duty = {"record": "duty", "kind": "report_change", "due": "2026-06-01", "status": status}
    assert len(found(told(gifts(), duty))) == times


@pytest.mark.parametrize(("origin", "times"), [("declared", 0), ("pay_administration", 1)])
def test_an_income_that_was_declared_tells(origin: str, times: int) -> None:
    income = {
        "record": "fact_used",
        "fact": "income_month",
        "value": {"amount_cents": 15000},
        "origin": origin,
        "certainty": "declared",
        "period_from": "2026-10-01",
        "period_until": "2026-10-31",
    }
    assert len(found(told(gifts(), income))) == times


def test_of_a_silent_municipality_nothing_is_concluded() -> None:
    assert found_in(silent(gifts().picture(), Agency.GEMEENTE)) == ()


def test_before_the_law_had_a_limit_nothing_is_held_against_it() -> None:
    picture = gifts(50000, "2025-01-01").picture()
    assert found_in(replace(picture, today=dt.date(2025, 11, 23))) == ()


def test_it_is_told_what_is_above_the_limit() -> None:
    picture = gifts().picture()
    (collision,) = found_in(picture)
    assert "€ 150,00" in told_to_household(collision, picture).nl
    assert "€ 1.350,00" in told_to_liaison(collision, picture).nl
