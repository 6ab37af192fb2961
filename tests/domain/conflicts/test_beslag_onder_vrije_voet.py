from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.BESLAG_ONDER_VRIJE_VOET

FREE_SINGLE = 220848
FREE_SINGLE_PARENT = 254375
FREE_FAMILY = 317968
PROTECTED_SINGLE = 134849


def _account(balance: int, taken: int, *, name: str = "J05") -> Draft:
    """The bank attachment of this household took this from this balance."""
    household = draft(name)
    household.record("w-bank").update(
        {"balance_before_cents": balance, "taken_once_cents": taken, "amount_monthly_cents": 0}
    )
    return household


def _one_wage_attachment(cents: int, wage: int = 161200) -> Draft:
    """One bailiff attaches the wage of a single man."""
    household = draft("J02")
    household.remove("b-wage")
    household.intake["income"][0]["amount_monthly_cents"] = wage
    household.record("w-wage")["amount_monthly_cents"] = cents
    return household


def _add_income(household: Draft, ref: str, person: str, cents: int, kind: str = "wage") -> None:
    household.intake["income"].append(
        {"id": ref, "person": person, "kind": kind, "label": "x", "amount_monthly_cents": cents}
    )


def _add_member(household: Draft, ref: str, born: str, role: str) -> None:
    household.intake["members"].append(
        {
            "id": ref,
            "name": "Iemand",
            "bsn": {"p2": "999901072", "p3": "999902891"}[ref],
            "born": born,
            "role": role,
            "lives_at": "a1",
        }
    )


def test_a_bank_attachment_that_leaves_the_free_amount_is_lawful() -> None:
    assert _account(FREE_FAMILY + 64000, 64000).found(KIND) == ()


def test_one_cent_too_much_from_the_bank_is_a_conflict() -> None:
    (found,) = _account(FREE_FAMILY + 64000, 64001).found(KIND)
    assert found.one_off_harm_cents == 1
    assert found.monthly_harm_cents is None
    assert found.urgency is HarmUrgency.CRITICAL


def test_all_that_was_taken_is_harm_when_the_account_held_less_than_the_free_amount() -> None:
    (found,) = _account(100000, 100000).found(KIND)
    assert found.one_off_harm_cents == 100000


def test_a_spouse_who_asked_for_divorce_does_not_raise_the_free_amount() -> None:
    household = _account(FREE_SINGLE_PARENT + 64000, 64000)
    assert len(household.found(KIND)) == 1
    household.intake["relations"][0]["status"] = "divorce_pending"
    assert household.found(KIND) == ()


def test_a_child_that_lives_elsewhere_does_not_raise_the_free_amount() -> None:
    household = _account(290579 + 64000, 64000)
    assert len(household.found(KIND)) == 1
    for member in household.intake["members"]:
        member["lives_at"] = None if member["role"] == "child" else member["lives_at"]
    assert household.found(KIND) == ()


def test_a_child_of_age_does_not_raise_the_free_amount() -> None:
    household = _account(290579 + 64000, 64000)
    for member in household.intake["members"]:
        member["born"] = "2008-11-02" if member["role"] == "child" else member["born"]
    assert household.found(KIND) == ()
    household.intake["members"][2]["born"] = "2008-11-03"
    assert len(household.found(KIND)) == 1


def test_without_a_registered_address_half_stays_free() -> None:
    household = _account(FREE_FAMILY // 2 + 64000, 64000)
    assert len(household.found(KIND)) == 1
    household.record("g-brp")["value"]["ref"] = None
    assert household.found(KIND) == ()


def test_a_child_of_somebody_else_in_the_house_does_not_raise_the_free_amount() -> None:
    household = _account(290579 + 64000, 64000)
    _add_member(household, "p3", "1980-01-01", "other_adult")
    for relation in household.intake["relations"]:
        relation["a"] = "p3" if relation["kind"] == "parent" else relation["a"]
    assert household.found(KIND) == ()


def test_without_stated_ties_the_children_are_those_of_the_applicant() -> None:
    household = _account(290579 + 64000, 64000)
    household.intake["relations"] = household.intake["relations"][:1]
    assert len(household.found(KIND)) == 1


@pytest.mark.parametrize("changed", [{"origin": "declared"}, {"persons": ["p2"]}])
def test_only_the_register_says_that_this_person_has_no_address(changed: dict[str, object]) -> None:
    household = _account(FREE_FAMILY // 2 + 64000, 64000)
    fact = dict(household.record("g-brp"), id="g-more", value={"ref": None}) | changed
    household.ledger("gemeente").append(fact)
    assert len(household.found(KIND)) == 1


def test_the_free_amount_is_that_of_the_holder_of_the_account() -> None:
    household = _account(FREE_SINGLE + 64000, 64000)
    assert len(household.found(KIND)) == 1
    _add_member(household, "p3", "1980-01-01", "other_adult")
    household.intake["assets"][0]["person"] = "p3"
    assert household.found(KIND) == ()


def test_the_amounts_of_the_day_of_the_attachment_hold() -> None:
    household = _account(FREE_FAMILY + 64000 - 1, 64000)
    assert len(household.found(KIND)) == 1
    household.record("w-bank")["from"] = "2026-06-30"
    assert household.found(KIND) == ()


def test_an_attachment_of_before_the_known_amounts_is_not_judged() -> None:
    household = _account(112000, 64000)
    household.record("w-bank")["from"] = "2023-12-31"
    assert household.found(KIND) == ()


def test_a_balance_that_nobody_knows_is_not_guessed() -> None:
    household = draft("J05")
    del household.record("w-bank")["balance_before_cents"]
    assert household.found(KIND) == ()


def test_an_announced_bank_attachment_has_taken_nothing_yet() -> None:
    household = draft("J05")
    household.record("w-bank")["status"] = "announced"
    assert household.found(KIND) == ()


def test_a_bank_attachment_that_hit_nothing_is_no_conflict() -> None:
    assert _account(112000, 0).found(KIND) == ()


def test_while_the_keeper_of_the_register_is_silent_an_address_is_not_assumed() -> None:
    whole = _account(FREE_FAMILY // 2 + 64000, 64000).picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.GEMEENTE)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_one_attachment_that_leaves_the_protected_amount_is_lawful() -> None:
    assert _one_wage_attachment(161200 - PROTECTED_SINGLE).found(KIND) == ()


def test_one_cent_below_the_protected_amount_is_a_conflict() -> None:
    (found,) = _one_wage_attachment(161200 - PROTECTED_SINGLE + 1).found(KIND)
    assert found.monthly_harm_cents == 1
    assert found.one_off_harm_cents is None
    assert found.parties == ("bailiff",)


def test_five_percent_of_a_low_income_may_always_be_taken() -> None:
    assert _one_wage_attachment(5000, wage=100000).found(KIND) == ()
    (found,) = _one_wage_attachment(5001, wage=100000).found(KIND)
    assert found.monthly_harm_cents == 1


@pytest.mark.parametrize("ground", ["no_registered_address", "no_information_given"])
def test_a_lowering_with_a_ground_in_law_is_lawful(ground: str) -> None:
    household = _one_wage_attachment(60000)
    assert len(household.found(KIND)) == 1
    household.record("w-wage")["protected_amount"]["lowered_because"] = ground
    assert household.found(KIND) == ()


def test_an_attachment_that_states_no_protected_amount_was_not_lowered() -> None:
    household = _one_wage_attachment(60000)
    del household.record("w-wage")["protected_amount"]
    assert len(household.found(KIND)) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("status", "ended"), ("until", "2026-11-22"), ("method", "set_off"), ("on", "nobody-knows")],
)
def test_only_an_attachment_that_runs_on_a_known_income_counts(field: str, value: str) -> None:
    household = _one_wage_attachment(60000)
    household.record("w-wage")[field] = value
    assert household.found(KIND) == ()


def test_the_household_is_that_of_the_person_whose_income_it_is() -> None:
    household = _one_wage_attachment(161200 - PROTECTED_SINGLE)
    _add_member(household, "p2", "1985-01-01", "partner")
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 26351 - 161200 * 5 // 100


def test_an_unmarried_partner_is_a_couple_with_the_applicant() -> None:
    household = _one_wage_attachment(161200 - PROTECTED_SINGLE)
    _add_member(household, "p2", "1985-01-01", "partner")
    household.intake["income"][0]["person"] = "p2"
    assert len(household.found(KIND)) == 1


def test_an_adult_child_is_no_couple_with_the_parent() -> None:
    household = _one_wage_attachment(161200 - PROTECTED_SINGLE)
    _add_member(household, "p2", "1985-01-01", "partner")
    _add_member(household, "p3", "2004-01-01", "other_adult")
    household.intake["income"][0]["person"] = "p3"
    assert household.found(KIND) == ()


def test_other_income_of_the_debtor_is_protected_amount_already() -> None:
    household = _one_wage_attachment(60000)
    _add_income(household, "in2", "p1", 60000 - 26351, "pension")
    assert household.found(KIND) == ()


def test_five_percent_of_all_own_income_together_may_be_taken() -> None:
    household = _one_wage_attachment(6000, wage=100000)
    _add_income(household, "in2", "p1", 20000, "pension")
    assert household.found(KIND) == ()
    household.record("w-wage")["amount_monthly_cents"] = 6001
    assert len(household.found(KIND)) == 1


def test_a_gift_and_an_allowance_for_costs_are_no_other_income() -> None:
    household = _one_wage_attachment(60000)
    _add_income(household, "in2", "p1", 60000, "gift")
    household.ledger("svb").append(
        {
            "record": "entitlement",
            "id": "s-akw",
            "persons": ["p1"],
            "scheme": "kinderbijslag",
            "status": "in_payment",
            "amount_monthly_cents": 60000,
            "payee": {"member": "p1"},
        }
    )
    assert len(household.found(KIND)) == 1


def test_income_of_a_partner_counts_for_at_most_half_of_the_protected_amount() -> None:
    household = _one_wage_attachment(161200 - 96320)
    _add_member(household, "p2", "1985-01-01", "partner")
    _add_income(household, "in2", "p2", 500000)
    assert household.found(KIND) == ()
    household.record("w-wage")["amount_monthly_cents"] += 1
    assert len(household.found(KIND)) == 1


def test_while_an_agency_that_may_pay_an_income_is_silent_nothing_is_proven() -> None:
    whole = _one_wage_attachment(60000).picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_an_agency_that_pays_nobody_an_income_may_be_silent() -> None:
    whole = _one_wage_attachment(60000).picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.CAK)
    found = find_conflicts(replace(whole, positions=heard))
    assert any(each.type is KIND for each in found)


def test_what_one_body_does_is_one_conflict() -> None:
    household = draft("J05")
    _add_income(household, "in9", "p1", 100000)
    household.ledger("bailiff").append(
        {
            "record": "recovery",
            "id": "w-wage",
            "persons": ["p1"],
            "for": "w-shop",
            "method": "wage_attachment",
            "status": "running",
            "amount_monthly_cents": 30000,
            "from": "2026-11-01",
            "on": "in9",
        }
    )
    (found,) = household.found(KIND)
    assert set(found.records) == {"w-bank", "w-wage", "as1"}
    assert found.one_off_harm_cents == 64000
    assert found.monthly_harm_cents is not None


def test_another_body_is_another_conflict() -> None:
    household = draft("J05")
    household.add_party("bailiff-2", "bailiff")
    household.ledger("bailiff-2").append(dict(household.record("w-bank"), id="v-bank"))
    assert [found.parties for found in household.found(KIND)] == [("bailiff-2",), ("bailiff",)]


def test_it_is_told_with_what_was_taken_left_and_free() -> None:
    household = draft("J05")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    for amount in ("€ 640,00", "€ 480,00", "€ 3.179,68"):
        assert amount in precise.nl
    assert "€ 640.00" in told_to_household(found, household.picture()).en
