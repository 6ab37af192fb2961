from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency, Department
from tests.support.drafts import Draft, draft

KIND = ConflictType.DUBBEL_GETROFFEN


def _only_toeslagen_counts() -> Draft:
    household = draft("J06")
    household.remove("b-assess25")
    household.remove("b-income25")
    return household


@pytest.mark.parametrize(
    ("first", "last"), [("2024-01-01", "2024-12-31"), ("2026-01-01", "2026-12-31")]
)
def test_an_income_of_another_time_is_no_conflict(first: str, last: str) -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25").update({"period_from": first, "period_until": last})
    assert household.found(KIND) == ()


def test_one_day_in_common_is_enough() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25").update({"period_until": "2025-02-01"})
    assert len(household.found(KIND)) == 1
    household.record("t-income25").update({"period_until": "2025-01-31"})
    assert household.found(KIND) == ()


def test_an_income_of_an_unknown_time_is_no_conflict() -> None:
    household = _only_toeslagen_counts()
    for field in ("period_from", "period_until"):
        del household.record("t-income25")[field]
    assert household.found(KIND) == ()


def test_money_of_another_scheme_is_no_conflict() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["components"][0]["scheme"] = "ww"
    assert household.found(KIND) == ()


def test_money_of_another_payer_is_no_conflict() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["components"][0]["from"] = "svb"
    assert household.found(KIND) == ()


def test_an_income_without_parts_proves_nothing() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["components"] = []
    assert household.found(KIND) == ()


def test_a_part_of_nothing_is_no_conflict() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["components"][0]["amount_cents"] = 0
    assert household.found(KIND) == ()


def test_assets_are_no_income() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["fact"] = "assets"
    assert household.found(KIND) == ()


def test_the_income_of_a_month_counts_as_well() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25").update(
        {"fact": "income_month", "period_from": "2025-12-01", "period_until": "2025-12-31"}
    )
    assert len(household.found(KIND)) == 1


def test_a_common_income_may_stand_in_the_name_of_the_partner() -> None:
    household = _only_toeslagen_counts()
    household.record("t-income25")["persons"] = ["p2"]
    assert len(household.found(KIND)) == 1


def test_the_same_benefit_of_somebody_else_is_other_money() -> None:
    household = _only_toeslagen_counts()
    household.ledger("uwv").append(
        dict(household.record("u-wia"), id="u-other", persons=["p2"], payee={"member": "p2"})
    )
    assert len(household.found(KIND)) == 1
    household.record("t-income25")["persons"] = ["p2"]
    assert household.found(KIND) == ()
    household.record("u-other")["scheme"] = "ww"
    assert len(household.found(KIND)) == 1


def test_the_claimant_itself_may_count_what_it_paid() -> None:
    household = draft("J06")
    own = household.record("t-income25")
    for ref in ("t-income25", "t-reclaim", "t-claim", "t-setoff", "b-assess25", "b-income25"):
        household.remove(ref)
    del own["department"]
    household.ledger("uwv").append(own)
    assert household.found(KIND) == ()


def test_another_claim_than_for_an_overpayment_is_no_conflict() -> None:
    household = draft("J06")
    household.record("u-claim")["kind"] = "fine"
    assert household.found(KIND) == ()


def test_only_bodies_that_count_the_money_are_in_it() -> None:
    (found,) = _only_toeslagen_counts().found(KIND)
    assert found.departments == (Department.TOESLAGEN,)
    assert set(found.records) == {"u-claim", "t-income25"}


def test_the_two_bodies_of_belastingdienst_are_two_also_for_a_claim_of_one_of_them() -> None:
    household = draft("J06")
    household.remove("u-claim")
    household.remove("u-setoff")
    household.record("b-income25")["components"].append(
        {"from": "belastingdienst", "scheme": "kindgebonden_budget", "amount_cents": 100000}
    )
    (found,) = household.found(KIND)
    assert found.departments == (Department.BELASTINGEN, Department.TOESLAGEN)


def test_without_money_taken_each_month_it_is_less_urgent() -> None:
    household = draft("J06")
    household.remove("t-setoff")
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None
    assert found.urgency is HarmUrgency.HIGH


def test_an_allowance_that_is_lower_on_account_of_the_money_is_harm_per_month() -> None:
    household = draft("J06")
    for ref in ("t-setoff", "t-claim"):
        household.remove(ref)
    decided = household.record("t-reclaim")
    decided.update({"outcome": "granted_lower", "amount_monthly_cents": 40000})
    decided["would_be"][0]["amount_monthly_cents"] = 49800
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 9800


def test_two_claims_on_the_same_bodies_are_one_conflict_and_its_harm_counts_once() -> None:
    household = draft("J06")
    household.ledger("uwv").append(dict(household.record("u-claim"), id="u-more"))
    (found,) = household.found(KIND)
    assert {"u-claim", "u-more"} <= set(found.records)
    assert found.monthly_harm_cents == 19250


@pytest.mark.parametrize("silent", [Agency.UWV, Agency.BELASTINGDIENST])
def test_without_the_position_of_either_there_is_no_conflict(silent: Agency) -> None:
    whole = draft("J06").picture()
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_it_is_told_with_what_is_claimed_and_what_is_counted() -> None:
    household = draft("J06")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "€ 9.412,00" in precise.nl
    assert "€ 23,412.00 by the tax authority" in precise.en
    assert "€ 192,50" in told_to_household(found, household.picture()).nl
