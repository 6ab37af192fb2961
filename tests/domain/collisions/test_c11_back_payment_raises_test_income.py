"""C11: a back payment raises the test income of one year."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C11]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C11]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def paid_afterwards(cents: int = 600000) -> Draft:
    household = draft("J06")
    household.ledger("uwv").append(
        {
            "record": "entitlement",
            "id": "u-back",
            "persons": ["p1"],
            "scheme": "wia",
            "status": "in_payment",
            "amount_monthly_cents": 0,
            "one_off_cents": cents,
            "payee": {"member": "p1"},
        }
    )
    household.ledger("belastingdienst").append(
        {
            "record": "fact_used",
            "id": "t-income26",
            "department": "toeslagen",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 4500000},
            "origin": "own_estimate",
            "certainty": "estimated",
            "period_from": "2026-01-01",
            "period_until": "2026-12-31",
        }
    )
    return household


def test_the_back_payment_costs_three_allowances() -> None:
    household = paid_afterwards()
    (collision,) = found(household)
    # 13.73% and 22% and 7.6% of 6,000; no more care allowance than 12 x 50.00 can be lost
    assert collision.one_off_harm_cents == 60000 + 132000 + 45600
    assert collision.harmed_by == ("t-huur", "t-kgb", "t-zorg")
    assert agencies(collision) == ["belastingdienst", "uwv"]
    tells(collision, household)


def test_only_the_part_above_the_threshold_costs_anything() -> None:
    household = paid_afterwards()
    household.record("t-income26")["value"] = {"amount_cents": 2473600}
    (collision,) = found(household)
    # 1,000.00 is above 29,736; for the child budget the threshold of a couple is not passed
    assert collision.one_off_harm_cents == 13730 + 22000


def test_below_the_threshold_nothing_is_lost() -> None:
    household = paid_afterwards()
    household.record("t-income26")["value"] = {"amount_cents": 2373600}
    assert found(household) == ()


def test_without_a_back_payment_there_is_none() -> None:
    assert found(paid_afterwards(0)) == ()


def test_a_back_payment_that_is_counted_already_is_not_added_again() -> None:
    household = paid_afterwards()
    income = household.record("t-income26")
    income["value"] = {"amount_cents": 2973600}
    income["components"] = [{"from": "uwv", "scheme": "wia", "amount_cents": 2973600}]
    assert found(household) == ()


def test_child_benefit_is_no_income() -> None:
    household = paid_afterwards()
    household.record("u-back")["scheme"] = "kinderbijslag"
    assert found(household) == ()


def test_the_income_of_another_year_says_nothing() -> None:
    household = paid_afterwards(100)
    household.record("t-income26").update(
        value={"amount_cents": 9000000}, period_from="2025-01-01", period_until="2025-12-31"
    )
    household.intake["income"] = []
    assert found(household) == ()


def test_without_a_known_year_income_what_comes_in_is_the_least() -> None:
    household = paid_afterwards()
    household.remove("t-income26")
    (collision,) = found(household)
    assert collision.one_off_harm_cents
    tells(collision, household)


def test_the_tax_authority_may_tell_the_income_of_the_year() -> None:
    household = paid_afterwards()
    expected = found(household)[0].one_off_harm_cents
    household.record("t-income26")["department"] = "belastingen"
    (collision,) = found(household)
    assert collision.one_off_harm_cents == expected


def test_a_right_that_ended_this_year_was_paid_this_year() -> None:
    household = paid_afterwards()
    household.record("u-back").update({"status": "ended", "until": "2026-06-30"})
    assert len(found(household)) == 1
    household.record("u-back")["until"] = "2025-06-30"
    assert found(household) == ()


def test_without_allowances_there_is_nothing_to_lose() -> None:
    household = paid_afterwards()
    for ref in ("t-zorg", "t-huur", "t-kgb"):
        household.record(ref)["status"] = "ended"
    assert found(household) == ()


def test_silent_agencies_are_not_guessed() -> None:
    assert found(paid_afterwards(), Agency.UWV) == ()
    assert found(paid_afterwards(), Agency.BELASTINGDIENST) == ()
