from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_liaison
from tests.support.drafts import Draft, draft

KIND = ConflictType.HOOFDELIJK_VOOR_SCHULD_EX


def _debt_of_the_husband(status: str = "divorced") -> Draft:
    household = draft("J05")
    household.intake["relations"][0]["status"] = status
    household.intake["members"][1]["role"] = "outside_plan"
    return household


@pytest.mark.parametrize("status", ["separated", "divorce_pending", "divorced"])
def test_a_debt_of_a_spouse_who_has_parted_or_is_parting_is_a_conflict(status: str) -> None:
    (found,) = _debt_of_the_husband(status).found(KIND)
    assert set(found.records) == {"w-shop"}
    assert found.agencies == ()
    assert len(found.parties) == 1
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (None, 341000)
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize("status", ["together", "apart_by_detention"])
def test_spouses_who_are_together_or_kept_apart_share_their_debts(status: str) -> None:
    assert _debt_of_the_husband(status).found(KIND) == ()


def test_the_order_in_a_relation_means_nothing() -> None:
    household = _debt_of_the_husband()
    household.intake["relations"][0].update(a="p2", b="p1")
    assert len(household.found(KIND)) == 1


def test_a_parent_is_no_spouse() -> None:
    household = _debt_of_the_husband()
    household.intake["relations"][0]["kind"] = "parent"
    assert household.found(KIND) == ()


def test_a_debt_that_arose_from_nobody_else_is_ones_own() -> None:
    household = _debt_of_the_husband()
    del household.record("w-shop")["arose_from"]
    assert household.found(KIND) == ()


def test_ones_own_debt_is_no_debt_of_the_ex() -> None:
    household = _debt_of_the_husband()
    household.record("w-shop")["arose_from"] = "p1"
    assert household.found(KIND) == ()


def test_a_debt_of_which_only_the_ex_is_liable_burdens_nobody_here() -> None:
    household = _debt_of_the_husband()
    household.record("w-shop")["liable"] = ["p2"]
    assert household.found(KIND) == ()


def test_who_is_outside_the_plan_may_pay_for_a_member() -> None:
    household = _debt_of_the_husband()
    household.record("w-shop").update(liable=["p2"], arose_from="p1")
    assert household.found(KIND) == ()


def test_an_ex_who_is_in_the_plan_is_a_member_like_any_other() -> None:
    household = _debt_of_the_husband()
    household.intake["members"][1]["role"] = "other_adult"
    household.record("w-shop").update(liable=["p2"], arose_from="p1")
    assert len(household.found(KIND)) == 1


def test_a_debt_of_someone_who_was_never_the_spouse_is_another_matter() -> None:
    household = _debt_of_the_husband()
    household.intake["relations"] = [
        relation for relation in household.intake["relations"] if relation["kind"] == "parent"
    ]
    assert household.found(KIND) == ()


def test_a_debt_that_is_paid_is_owed_no_longer() -> None:
    household = _debt_of_the_husband()
    household.record("w-shop")["outstanding_cents"] = 0
    assert household.found(KIND) == ()


def test_debts_of_one_body_are_one_conflict_and_of_two_bodies_two() -> None:
    household = _debt_of_the_husband()
    own = household.record("t-huur25")
    own["arose_from"] = "p2"
    household.ledger("belastingdienst").append(dict(own, id="t-huur24"))
    by_party, by_agency = sorted(household.found(KIND), key=lambda found: found.agencies)
    assert set(by_agency.records) == {"t-huur25", "t-huur24"}
    assert [department.value for department in by_agency.departments] == ["toeslagen"]
    assert set(by_party.records) == {"w-shop"}


def test_what_is_taken_month_by_month_is_told_per_month() -> None:
    household = _debt_of_the_husband()
    household.record("t-huur25")["arose_from"] = "p2"
    household.remove("w-shop")
    household.remove("w-bank")
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (10700, None)


def test_a_debt_that_is_not_collected_yet_can_wait() -> None:
    household = _debt_of_the_husband()
    household.record("w-shop")["status"] = "open"
    (found,) = household.found(KIND)
    assert found.urgency is HarmUrgency.NORMAL


def test_the_liaison_reads_what_is_owed() -> None:
    household = _debt_of_the_husband()
    (found,) = household.found(KIND)
    assert "€ 3.410,00" in told_to_liaison(found, household.picture()).nl


def test_a_private_debt_rests_on_civil_law() -> None:
    (found,) = _debt_of_the_husband().found(KIND)
    assert [str(provision) for provision in found.provisions] == ["BW 1:102", "BW 1:85"]


def test_what_is_taken_once_from_an_account_leaves_the_rest_to_pay_at_once() -> None:
    household = _debt_of_the_husband()
    household.record("w-bank")["status"] = "running"
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (None, 341000)
