from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from tests.support.drafts import Draft, draft

KIND = ConflictType.STAPELING_ONDER_MINIMUM

ALLOWANCES = ("huurtoeslag", "zorgtoeslag", "kindgebonden_budget", "kinderopvangtoeslag")


def _wage(household: Draft, cents: int) -> None:
    household.intake["income"].append(
        {
            "id": "in9",
            "person": "p1",
            "kind": "wage",
            "label": "Loon",
            "amount_monthly_cents": cents,
        }
    )


def _attachment(ref: str, source: str, cents: int, applied: int) -> dict[str, object]:
    return {
        "record": "recovery",
        "id": ref,
        "persons": ["p1"],
        "for": "l-rent",
        "method": "wage_attachment",
        "status": "running",
        "amount_monthly_cents": cents,
        "from": "2026-10-01",
        "on": source,
        "protected_amount": {"applied_cents": applied, "lowered_because": None},
    }


def test_one_taker_is_not_enough() -> None:
    household = draft("J01")
    household.remove("c-redirect")
    assert household.found(KIND) == ()


def test_two_takers_above_the_protected_amount_are_no_conflict() -> None:
    household = draft("J01")
    _wage(household, 134849 + 48900)
    assert household.found(KIND) == ()


def test_one_cent_below_the_protected_amount_is_a_conflict() -> None:
    household = draft("J01")
    _wage(household, 134849 + 48900 - 1)
    (found,) = household.found(KIND)
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize("scheme", [*ALLOWANCES, "kinderbijslag"])
def test_allowances_for_rent_care_and_children_do_not_count_as_income(scheme: str) -> None:
    household = draft("J01")
    right = household.record("t-huur")
    right["scheme"], right["amount_monthly_cents"] = scheme, 500000
    assert len(household.found(KIND)) == 1


def test_another_benefit_does_count_as_income() -> None:
    household = draft("J01")
    right = household.record("t-huur")
    right["scheme"], right["amount_monthly_cents"] = "ww", 500000
    assert household.found(KIND) == ()


def test_money_of_a_child_is_not_income_of_applicant_and_partner() -> None:
    household = draft("J01")
    right = household.record("t-huur")
    right |= {"scheme": "wajong", "amount_monthly_cents": 500000, "persons": ["k1"]}
    assert len(household.found(KIND)) == 1


def test_a_withholding_that_starts_tomorrow_does_not_take_today() -> None:
    household = draft("J01")
    household.record("c-redirect")["from"] = "2026-11-24"
    assert household.found(KIND) == ()


def test_the_last_day_of_a_withholding_still_counts() -> None:
    household = draft("J01")
    household.record("c-redirect")["until"] = "2026-11-23"
    assert len(household.found(KIND)) == 1
    household.record("c-redirect")["until"] = "2026-11-22"
    assert household.found(KIND) == ()


def test_what_the_household_pays_itself_is_no_withholding() -> None:
    household = draft("J01")
    household.record("c-redirect")["method"] = "instalment"
    assert household.found(KIND) == ()


def test_attachments_alone_are_another_type() -> None:
    household = draft("J01")
    household.record("t-kot-setoff")["method"] = "benefit_attachment"
    household.record("c-redirect")["method"] = "benefit_attachment"
    assert household.found(KIND) == ()


def test_an_attachment_beside_a_set_off_counts() -> None:
    household = draft("J01")
    household.remove("c-redirect")
    _wage(household, 150000)
    household.ledger("landlord").append(_attachment("l-wage", "in9", 10000, 134849))
    (found,) = household.found(KIND)
    assert found.parties == ("landlord",)
    assert found.monthly_harm_cents == 36000 + 10000


def test_attachments_that_together_exceed_one_source_are_left_to_their_own_type() -> None:
    household = draft("J01")
    household.remove("c-redirect")
    _wage(household, 150000)
    household.ledger("landlord").append(_attachment("l-wage", "in9", 10000, 134849))
    household.ledger("cjib").append(_attachment("j-wage", "in9", 10000, 134849))
    assert household.found(KIND) == ()


def test_the_principal_is_the_taker_not_the_body_that_withholds_for_it() -> None:
    household = draft("J01")
    household.record("c-redirect")["on_behalf_of"] = {
        "agency": "belastingdienst",
        "department": "toeslagen",
    }
    assert household.found(KIND) == ()


def test_a_lowered_bijstand_makes_its_payer_a_taker() -> None:
    household = draft("J05")
    assert len(household.found(KIND)) == 1


def test_a_low_but_unreduced_norm_makes_no_taker() -> None:
    household = draft("J05")
    household.record("g-bijstand")["full_amount_monthly_cents"] = 96523
    assert household.found(KIND) == ()


def test_a_lowered_bijstand_with_attachments_only_is_not_enough() -> None:
    household = draft("J05")
    household.record("t-setoff")["method"] = "benefit_attachment"
    assert household.found(KIND) == ()


def test_an_application_that_was_decided_names_its_body_no_longer() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["status"] = "decided"
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["belastingdienst", "cak"]


def test_a_spouse_in_detention_counts_in_the_norm_and_a_divorced_one_does_not() -> None:
    household = draft("J05")
    household.record("g-bijstand")["amount_monthly_cents"] = 150000
    household.record("g-bijstand")["full_amount_monthly_cents"] = 160000
    assert len(household.found(KIND)) == 1
    household.intake["relations"][0]["status"] = "divorce_pending"
    assert household.found(KIND) == ()


def test_two_departments_of_a_municipality_are_one_taker() -> None:
    household = draft("J05")
    household.remove("t-setoff")
    household.ledger("gemeente").append(
        {
            "record": "recovery",
            "id": "g-setoff",
            "department": "schuldhulpverlening",
            "persons": ["p1"],
            "for": "w-shop",
            "method": "set_off",
            "status": "running",
            "amount_monthly_cents": 5000,
            "from": "2026-10-01",
            "on": "g-bijstand",
        }
    )
    assert household.found(KIND) == ()


def test_toeslagen_and_belastingen_are_two_takers() -> None:
    household = draft("J01")
    household.remove("c-redirect")
    other = dict(household.record("t-kot-setoff"), id="b-setoff", department="belastingen")
    household.ledger("belastingdienst").append(other)
    (found,) = household.found(KIND)
    assert [department.value for department in found.departments] == ["belastingen", "toeslagen"]


def test_one_body_that_is_named_without_its_department_is_not_two_takers() -> None:
    household = draft("J06")
    household.intake["income"][0]["amount_monthly_cents"] = 50000
    household.record("u-setoff").update(
        {
            "method": "source_withholding",
            "for": "t-claim",
            "on_behalf_of": {"agency": "belastingdienst"},
        }
    )
    assert household.found(KIND) == ()
    household.record("u-setoff")["on_behalf_of"]["department"] = "belastingen"
    assert len(household.found(KIND)) == 1


def test_a_taker_without_a_department_is_the_department_that_holds_the_claim() -> None:
    household = draft("J01")
    del household.record("t-kot-setoff")["department"]
    (found,) = household.found(KIND)
    assert [department.value for department in found.departments] == ["toeslagen"]


def test_a_source_that_no_ledger_shows_hides_no_taker_when_every_agency_answered() -> None:
    household = draft("J01")
    household.record("t-kot-setoff")["on"] = "a-record-of-nobody"
    assert len(household.found(KIND)) == 1
