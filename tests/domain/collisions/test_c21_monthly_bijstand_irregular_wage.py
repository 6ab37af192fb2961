"""C21: an income of a month that was counted otherwise."""

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
from tests.support.drafts import Draft, Json, draft

RULE = RULES[CollisionCode.C21]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def income(ref: str, cents: int, month: str = "2026-10") -> Json:
    return {
        "record": "fact_used",
        "id": ref,
        "persons": ["p1"],
        "fact": "income_month",
        "value": {"amount_cents": cents},
        "origin": "pay_administration",
        "certainty": "registered",
        "period_from": f"{month}-01",
        "period_until": f"{month}-30",
    }


def irregular(counted: int = 60000, received: int = 40000) -> Draft:
    """J05 with assistance, and a wage that the municipality counts otherwise than UWV has it."""
    household = draft("J05")
    household.ledger("gemeente").append(income("g-month", counted))
    household.ledger("uwv").append(income("u-month", received))
    return household


def test_what_was_counted_too_high_is_missed_now() -> None:
    (collision,) = found(irregular())
    assert collision.harmed_by == ("g-month",)
    assert [agency.value for agency in collision.agencies] == ["gemeente", "uwv"]
    assert collision.monthly_harm_cents == 20000
    assert collision.one_off_harm_cents is None
    assert collision.urgency is HarmUrgency.CRITICAL


def test_what_was_counted_too_low_is_set_off_later() -> None:
    (collision,) = found(irregular(40000, 60000))
    assert collision.monthly_harm_cents is None
    assert collision.one_off_harm_cents == 20000
    assert collision.urgency is HarmUrgency.HIGH


def test_the_same_amount_is_no_collision() -> None:
    assert found(irregular(40000, 40000)) == ()


def test_another_month_is_another_income() -> None:
    household = irregular()
    household.record("u-month").update(period_from="2026-09-01", period_until="2026-09-30")
    assert found(household) == ()


def test_another_persons_income_is_another_income() -> None:
    household = irregular()
    household.record("u-month")["persons"] = ["p2"]
    assert found(household) == ()


def test_a_month_before_the_reach_of_set_off_is_over() -> None:
    household = irregular()
    for ref in ("g-month", "u-month"):
        household.record(ref).update(period_from="2026-04-01", period_until="2026-04-30")
    assert found(household) == ()


def test_without_assistance_nothing_is_set_off() -> None:
    household = irregular()
    household.record("g-bijstand")["status"] = "suspended"
    assert found(household) == ()


def test_documents_show_an_income_as_well() -> None:
    household = irregular()
    household.remove("u-month")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-month",
            "persons": ["p1"],
            "fact": "income_month",
            "value": {"amount_cents": 45000},
            "documents": ["loonstrook"],
            "from": "2026-10-01",
            "until": "2026-10-31",
        }
    )
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 15000
    assert [agency.value for agency in collision.agencies] == ["gemeente"]


def test_an_income_shown_since_a_day_is_shown_for_every_month_from_then() -> None:
    household = irregular()
    household.remove("u-month")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-month",
            "persons": ["p1"],
            "fact": "income_month",
            "value": {"amount_cents": 45000},
            "documents": ["arbeidscontract"],
            "from": "2026-09-01",
        }
    )
    assert len(found(household)) == 1
    household.intake["evidence"][-1]["from"] = "2026-11-01"
    assert found(household) == ()


def test_an_estimate_of_the_year_brings_the_allowances_in() -> None:
    household = irregular()
    household.ledger("belastingdienst").append(
        {
            **income("t-year", 1200000),
            "department": "toeslagen",
            "fact": "income_year",
            "origin": "declared",
            "certainty": "declared",
            "period_from": "2026-01-01",
            "period_until": "2026-12-31",
        }
    )
    (collision,) = found(household)
    assert [each.value for each in collision.departments] == ["toeslagen"]


@pytest.mark.parametrize("agency", [Agency.UWV, Agency.GEMEENTE])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(irregular().picture(), agency)) == ()


def test_it_is_told_per_month() -> None:
    for household, told in ((irregular(), "tekort"), (irregular(40000, 60000), "Later")):
        picture = household.picture()
        (collision,) = found_in(picture)
        assert told in told_to_household(collision, picture).nl
        assert "ontvangen" in told_to_liaison(collision, picture).nl


def stated(counted: int, earned: int) -> Draft:
    """J05 with a wage that only the intake tells beside what the municipality counts."""
    household = draft("J05")
    household.ledger("gemeente").append(income("g-month", counted, "2026-11"))
    wage = {"id": "in1", "person": "p1", "kind": "wage", "label": "Loon"}
    household.intake["income"] = [{**wage, "amount_monthly_cents": earned}]
    return household


def test_the_wage_that_the_intake_tells_is_that_of_this_month() -> None:
    (collision,) = found(stated(60000, 40000))
    assert collision.monthly_harm_cents == 20000
    assert "in1" in collision.records
    assert found(stated(60000, 60000)) == ()


def test_an_income_without_a_month_is_counted_now() -> None:
    household = stated(40000, 60000)
    for field in ("period_from", "period_until"):
        del household.record("g-month")[field]
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 20000


def test_the_wage_of_the_intake_says_nothing_of_an_earlier_month() -> None:
    household = stated(60000, 40000)
    household.record("g-month").update(period_from="2026-10-01", period_until="2026-10-31")
    assert found(household) == ()
