"""C26: a job late in the year, and allowances by an older estimate."""

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

RULE = RULES[CollisionCode.C26]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def job(month: int = 400000, estimate: int = 2400000) -> Draft:
    """J00 has a job since November; its allowances go by an estimate of 24,000 for the year."""
    household = draft("J00")
    household.remove("u-ww-granted")
    household.remove("u-ww")
    household.intake["income"] = [
        {
            "id": "in1",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": month,
        }
    ]
    household.record("t-income").update(
        value={"amount_cents": estimate}, origin="own_estimate", certainty="estimated"
    )
    for right in ("t-zorg", "t-huur"):
        household.record(right)["status"] = "in_payment"
    household.ledger("uwv").append(
        {
            "record": "fact_used",
            "id": "u-month",
            "persons": ["p1"],
            "fact": "income_month",
            "value": {"amount_cents": month},
            "origin": "pay_administration",
            "certainty": "registered",
            "period_from": "2026-11-01",
            "period_until": "2026-11-30",
        }
    )
    return household


def test_what_the_last_months_add_is_paid_back_by_each_allowance() -> None:
    (collision,) = found(job())
    # 2 x (4,000 - 2,000) is 4,000 more than the estimate: the rent allowance loses 27% of it. The
    # health care allowance 13.73% of what is above its own point of 29,736: nothing here.
    assert collision.one_off_harm_cents == 108000
    assert [each.value for each in collision.departments] == ["toeslagen"]
    assert [agency.value for agency in collision.agencies] == ["belastingdienst"]
    assert collision.harmed_by == ("t-income",)
    assert "t-zorg" not in collision.records


def test_above_both_points_both_lose() -> None:
    (collision,) = found(job(month=450000, estimate=3000000))
    # 2 x (4,500 - 2,500) is 4,000 more: 27% and 13.73%
    assert collision.one_off_harm_cents == 108000 + 54920


def test_no_more_is_paid_back_than_was_paid() -> None:
    household = job()
    household.record("t-huur")["amount_monthly_cents"] = 2000
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 24000


def test_a_small_amount_is_not_recovered() -> None:
    household = job()
    household.record("t-huur")["amount_monthly_cents"] = 1000
    assert found(household) == ()


def test_an_estimate_that_holds_is_no_collision() -> None:
    assert found(job(month=200000)) == ()


def test_an_estimate_changed_since_is_no_collision() -> None:
    household = job()
    household.record("t-income")["since"] = "2026-11-01"
    assert found(household) == ()
    household.record("t-income")["since"] = "2026-10-31"
    assert len(found(household)) == 1


def test_an_income_that_is_fixed_is_no_estimate() -> None:
    household = job()
    household.record("t-income")["certainty"] = "registered"
    assert found(household) == ()


@pytest.mark.parametrize(("month", "times"), [("10", 0), ("12", 1)])
def test_only_late_months_count(month: str, times: int) -> None:
    household = job()
    household.record("u-month").update(
        period_from=f"2026-{month}-01", period_until=f"2026-{month}-30"
    )
    assert len(found(household)) == times


def test_an_income_of_last_year_is_not_of_this_one() -> None:
    household = job()
    household.record("u-month").update(period_from="2025-11-01", period_until="2025-11-30")
    assert found(household) == ()


def test_without_a_job_there_is_none() -> None:
    household = job()
    household.intake["income"] = []
    assert found(household) == ()


def test_without_an_allowance_nothing_is_paid_back() -> None:
    household = job()
    for right in ("t-zorg", "t-huur"):
        household.record(right)["status"] = "eligible"
    assert found(household) == ()


def test_the_municipality_is_in_it_where_it_counts_the_month() -> None:
    household = job()
    month = household.record("u-month")
    household.remove("u-month")
    household.ledger("gemeente").append(month)
    (collision,) = found(household)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]


@pytest.mark.parametrize("agency", [Agency.UWV, Agency.BELASTINGDIENST])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(job().picture(), agency)) == ()


def test_it_is_told_what_will_be_paid_back() -> None:
    picture = job().picture()
    (collision,) = found_in(picture)
    assert "€ 1.080,00" in told_to_household(collision, picture).nl
    assert "€ 4.000,00" in told_to_liaison(collision, picture).nl


@pytest.mark.parametrize(("until", "times"), [("2026-10-31", 1), ("2026-06-30", 0)])
def test_a_wage_after_a_benefit_began_when_that_ended(until: str, times: int) -> None:
    household = job(450000, 3000000)
    household.remove("u-month")
    household.ledger("uwv").append(
        {
            "record": "entitlement",
            "id": "u-ended",
            "persons": ["p1"],
            "scheme": "ww",
            "status": "ended",
            "amount_monthly_cents": 149000,
            "payee": {"member": "p1"},
            "until": until,
        }
    )
    assert len(found(household)) == times


def test_an_estimate_without_days_is_of_this_year() -> None:
    household = job()
    for field in ("period_from", "period_until"):
        household.record("t-income").pop(field, None)
    assert len(found(household)) == 1
