"""C04: the report to the CAK comes before the decision on debt counselling."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C04]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C04]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def asked_for_debt_counselling() -> Draft:
    household = draft("J04")
    household.ledger("gemeente").append(
        {
            "record": "application",
            "id": "g-debt-app",
            "department": "schuldhulpverlening",
            "persons": ["p1"],
            "scheme": "debt_counselling",
            "received": "2026-11-23",
            "status": "open",
            "first_talk_by": "2026-12-21",
            "decide_by": "2027-02-15",
        }
    )
    return household


def test_five_months_unpaid_and_the_decision_comes_in_february() -> None:
    household = asked_for_debt_counselling()
    (collision,) = found(household)
    # 10% of the average premium of 157.00
    assert collision.monthly_harm_cents == 1570
    assert collision.harmed_by == ("i-premium", "i-report")
    assert agencies(collision) == ["cak", "gemeente"]
    assert collision.urgency is HarmUrgency.CRITICAL
    tells(collision, household)


def test_it_is_shown_with_the_threshold() -> None:
    picture = asked_for_debt_counselling().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (near,) = (each for each in conflicts if each.type is ConflictType.DREMPEL_NADERT)
    assert CollisionCode.C04 in {each.code for each in faces.of_conflict[near.ref]}


def test_without_a_request_there_is_no_term() -> None:
    assert found(draft("J04")) == ()


def test_a_request_that_is_decided_is_none() -> None:
    household = asked_for_debt_counselling()
    household.record("g-debt-app")["status"] = "decided"
    assert found(household) == ()


def test_three_months_are_too_few() -> None:
    household = asked_for_debt_counselling()
    household.record("i-report")["threshold"]["now"] = 3
    assert found(household) == ()


def test_a_decision_before_the_sixth_month_is_in_time() -> None:
    household = asked_for_debt_counselling()
    household.record("g-debt-app")["decide_by"] = "2026-12-20"
    assert found(household) == ()


def test_four_months_leave_two_and_the_decision_takes_twelve_weeks() -> None:
    household = asked_for_debt_counselling()
    household.record("i-report")["threshold"]["now"] = 4
    (collision,) = found(household)
    assert collision.urgency is HarmUrgency.HIGH


def test_a_stabilisation_keeps_the_report_away() -> None:
    household = asked_for_debt_counselling()
    household.ledger("gemeente").append(
        {
            "record": "hold",
            "id": "g-stabilise",
            "persons": ["p1"],
            "covers": ["i-premium"],
            "stops": ["dunning"],
            "status": "in_force",
            "from": "2026-11-01",
        }
    )
    assert found(household) == ()


def counted_by_the_claim() -> Draft:
    household = asked_for_debt_counselling()
    household.remove("i-report")
    household.ledger("insurer").append(
        {
            "record": "contribution",
            "id": "i-cover",
            "persons": ["p1"],
            "scheme": "nominal_health_premium",
            "cover": "health_care",
            "amount_monthly_cents": 15890,
            "cover_from": "2026-01-01",
        }
    )
    return household


def test_without_a_threatened_report_the_claim_tells_the_months() -> None:
    (collision,) = found(counted_by_the_claim())
    assert collision.harmed_by == ("i-premium",)


def test_less_than_four_premiums_of_debt_is_too_little() -> None:
    household = counted_by_the_claim()
    household.record("i-premium")["outstanding_cents"] = 4 * 15890 - 1
    assert found(household) == ()


def test_who_is_with_the_cak_already_cannot_be_reported_again() -> None:
    household = counted_by_the_claim()
    household.ledger("cak").append(
        {
            "record": "contribution",
            "id": "c-premium",
            "persons": ["p1"],
            "scheme": "administrative_health_premium",
            "cover": "health_care",
            "amount_monthly_cents": 17270,
            "cover_from": "2026-09-01",
        }
    )
    assert found(household) == ()


def test_a_silent_cak_may_have_the_report_already() -> None:
    assert found(counted_by_the_claim(), Agency.CAK) == ()


@pytest.mark.parametrize(("premium", "times"), [(15890, 1), (60000, 0)])
def test_the_premium_that_the_household_states_counts_where_no_other_is_told(
    premium: int, times: int
) -> None:
    household = asked_for_debt_counselling()
    household.remove("i-report")
    for ledger in household.ledgers():
        ledger[:] = [each for each in ledger if each["record"] != "contribution"]
    household.record("i-premium").update(outstanding_cents=5 * 15890)
    household.record("i-premium").pop("components", None)
    household.intake["expenses"] = [
        {
            "id": "ex1",
            "kind": "health_premium",
            "label": "Zorgpremie",
            "amount_monthly_cents": premium,
        }
    ]
    assert len(found(household)) == times
