"""C12: assistance claimed back over months that UWV paid later."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C12]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C12]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def claimed_back() -> Draft:
    household = draft("J00")
    household.record("u-ww-granted").update(effective_from="2025-10-01", made_on="2026-11-13")
    household.ledger("gemeente").append(
        {
            "record": "claim",
            "id": "g-claim",
            "persons": ["p1"],
            "scheme": "bijstand",
            "kind": "overpayment",
            "status": "open",
            "outstanding_cents": 420000,
            "liable": ["p1"],
            "overpayment": {
                "period_from": "2025-10-01",
                "period_until": "2025-12-31",
                "cause": "data_from_other_body",
                "fault": "none",
            },
        }
    )
    return household


def test_assistance_of_last_year_is_claimed_back_for_what_uwv_paid_later() -> None:
    household = claimed_back()
    (collision,) = found(household)
    assert collision.harmed_by == ("g-claim",)
    assert collision.monthly_harm_cents is None
    assert agencies(collision) == ["belastingdienst", "gemeente", "uwv"]
    assert [each.value for each in collision.departments] == ["belastingen"]
    tells(collision, household)


def test_with_allowances_dienst_toeslagen_is_in_it() -> None:
    household = claimed_back()
    household.record("t-zorg")["status"] = "in_payment"
    (collision,) = found(household)
    assert [each.value for each in collision.departments] == ["belastingen", "toeslagen"]


def test_a_single_payment_over_that_time_is_a_back_payment() -> None:
    household = claimed_back()
    household.remove("u-ww-granted")
    del household.record("u-ww")["determined_by"]
    household.record("u-ww").update(one_off_cents=500000, amount_monthly_cents=0)
    household.record("u-ww")["from"] = "2025-11-01"
    assert found(household)


def test_a_benefit_that_began_when_it_was_granted_is_no_back_payment() -> None:
    household = claimed_back()
    household.record("u-ww-granted")["effective_from"] = "2026-11-02"
    assert found(household) == ()


def test_over_another_time_there_is_none() -> None:
    household = claimed_back()
    household.record("u-ww-granted")["effective_from"] = "2026-01-01"
    assert found(household) == ()


def test_in_the_same_year_it_is_repaid_net() -> None:
    household = claimed_back()
    household.record("g-claim")["overpayment"].update(
        period_from="2026-01-01", period_until="2026-03-31"
    )
    assert found(household) == ()


def test_what_was_repaid_is_no_longer_claimed() -> None:
    household = claimed_back()
    household.record("g-claim")["outstanding_cents"] = 0
    assert found(household) == ()


def test_silent_agencies_are_not_guessed() -> None:
    assert found(claimed_back(), Agency.UWV) == ()
    assert found(claimed_back(), Agency.GEMEENTE) == ()


def test_it_is_shown_where_the_same_money_is_counted_twice() -> None:
    household = claimed_back()
    household.ledger("belastingdienst").append(
        {
            "record": "fact_used",
            "id": "b-income25",
            "department": "belastingen",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 420000},
            "origin": "pay_administration",
            "certainty": "registered",
            "period_from": "2025-01-01",
            "period_until": "2025-12-31",
            "components": [{"from": "gemeente", "scheme": "bijstand", "amount_cents": 420000}],
        }
    )
    picture = household.picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is ConflictType.DUBBEL_GETROFFEN)
    assert CollisionCode.C12 in {each.code for each in faces.of_conflict[conflict.ref]}
