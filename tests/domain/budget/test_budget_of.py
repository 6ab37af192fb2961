from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example, names
from domain.budget import budget_of
from domain.budget.budget import LineKind
from domain.position import Gap, GapReason
from domain.records import Body
from domain.vocabulary import Agency, Department
from tests.support.drafts import draft

EXPECTED = Path(__file__).parents[1] / "expected"


@pytest.mark.parametrize("name", names())
def test_the_budget_of_every_example_household_is_right_to_the_cent(name: str) -> None:
    stated = json.loads((EXPECTED / f"{name}.json").read_text())
    budget = budget_of(picture_of(load_case_file(example(name))))
    assert budget.income_cents == stated["budget_before"]["total_income_cents"]
    assert budget.expenses_cents == stated["budget_before"]["total_expenses_cents"]
    assert budget.net_cents == stated["budget_before"]["net_cents"]
    assert budget.debts_cents == stated["debts_before_cents"]


@pytest.mark.parametrize("name", names())
def test_the_lines_add_up_to_the_totals(name: str) -> None:
    budget = budget_of(picture_of(load_case_file(example(name))))
    total = dict.fromkeys(LineKind, 0)
    for line in budget.lines:
        assert line.amount_monthly_cents >= 0
        total[line.kind] += line.amount_monthly_cents
    income = total[LineKind.INCOME] + total[LineKind.ENTITLEMENT] - total[LineKind.WITHHOLDING]
    assert income == budget.income_cents
    spent = total[LineKind.EXPENSE] + total[LineKind.INSTALMENT] + total[LineKind.CONTRIBUTION]
    assert spent == budget.expenses_cents


def test_money_paid_to_somebody_outside_the_plan_is_no_income() -> None:
    household = draft("J05")
    household.intake["members"][1]["role"] = "outside_plan"
    household.record("t-kgb")["payee"] = {"member": "p2"}
    assert budget_of(household.picture()).income_cents == 246758 - 70300


@pytest.mark.parametrize(
    ("record", "change", "income"),
    [
        ("t-zorg", {"status": "suspended"}, 89325),
        ("t-zorg", {"payee": {"party": "insurer"}}, 89325),
        ("t-kgb", {"until": "2026-11-22"}, 31625),
        ("t-kgb", {"payee": {"party": "landlord"}}, 31625),
        ("t-kot-setoff", {"on": "as1"}, 102225),
        ("t-kot-setoff", {"on": "a-record-of-nobody"}, 102225),
    ],
)
def test_every_running_withholding_lowers_the_income_whatever_it_is_taken_from(
    record: str, change: dict[str, object], income: int
) -> None:
    household = draft("J01")
    household.record(record).update(change)
    assert budget_of(household.picture()).income_cents == income


def test_what_is_taken_from_a_source_that_only_a_silent_agency_knows_is_left_out_everywhere() -> (
    None
):
    whole = draft("J01").picture()
    heard = tuple(p for p in whole.positions if p.agency is not Agency.BELASTINGDIENST)
    gap = Gap(Agency.BELASTINGDIENST, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    budget = budget_of(replace(whole, positions=heard, gaps=(gap,)))
    assert budget.income_cents == 22025
    assert [line for line in budget.lines if line.kind is LineKind.WITHHOLDING] == []
    assert budget.expenses_cents == budget_of(whole).expenses_cents + 12900


def test_a_withholding_whose_department_is_left_out_is_of_the_department_that_holds_the_claim() -> (
    None
):
    household = draft("J01")
    del household.record("t-kot-setoff")["department"]
    lines = budget_of(household.picture()).lines
    (body,) = (line.body for line in lines if line.record == "t-kot-setoff")
    assert body == Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)


def test_a_right_that_starts_later_or_has_ended_is_not_paid_today() -> None:
    household = draft("J01")
    before = budget_of(household.picture()).income_cents
    household.record("s-akw")["from"] = "2026-11-24"
    assert budget_of(household.picture()).income_cents == before - 22025
    household.record("s-akw").update({"from": "2026-01-01", "until": "2026-11-22"})
    assert budget_of(household.picture()).income_cents == before - 22025


def test_a_set_off_that_has_ended_is_not_withheld() -> None:
    household = draft("J01")
    before = budget_of(household.picture()).income_cents
    household.record("t-kot-setoff")["status"] = "ended"
    assert budget_of(household.picture()).income_cents == before + 36000


def test_a_contribution_is_asked_for_no_more_than_is_left_of_it() -> None:
    household = draft("J01")
    before = budget_of(household.picture()).expenses_cents
    household.record("c-redirect")["amount_monthly_cents"] = 20000
    assert budget_of(household.picture()).expenses_cents == before - (17270 - 12900)


def test_the_premium_of_a_party_stands_among_the_expenses_of_the_household_already() -> None:
    household = draft("J01")
    before = budget_of(household.picture()).expenses_cents
    del household.record("i-cover")["cover_until"]
    assert budget_of(household.picture()).expenses_cents == before


def test_an_expense_that_starts_later_does_not_count_yet() -> None:
    picture = draft("J01").picture()
    first, *others = picture.household.expenses
    later = replace(first, from_date=picture.today.replace(year=2027))
    changed = replace(picture, household=replace(picture.household, expenses=(later, *others)))
    lowered = budget_of(picture).expenses_cents - first.amount_monthly_cents
    assert budget_of(changed).expenses_cents == lowered


@pytest.mark.parametrize("silent", list(Agency))
def test_a_silent_agency_leaves_a_budget_of_what_is_known(silent: Agency) -> None:
    whole = draft("J01").picture()
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    budget = budget_of(replace(whole, positions=heard))
    assert budget.income_cents >= 0
    assert budget.expenses_cents <= budget_of(whole).expenses_cents + 12900
