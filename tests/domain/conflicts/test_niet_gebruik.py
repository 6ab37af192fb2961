from __future__ import annotations

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from tests.support.drafts import Draft, draft

KIND = ConflictType.NIET_GEBRUIK


def _left_lying(**changed: object) -> Draft:
    """The allowance that J04 has not asked for is asked for here, and no file was opened."""
    household = draft("J04")
    asked = {
        "record": "application",
        "id": "t-app",
        "department": "toeslagen",
        "persons": ["p1"],
        "scheme": "zorgtoeslag",
        "received": "2026-09-01",
        "status": "not_opened",
    }
    household.ledger("belastingdienst").append({**asked, **changed})
    return household


def test_a_right_asked_for_and_left_lying_is_a_conflict() -> None:
    (found,) = _left_lying().found(KIND)
    assert [department.value for department in found.departments] == ["toeslagen"]
    assert set(found.records) == {"t-app", "t-zorg"}
    assert found.monthly_harm_cents == 12900
    assert found.urgency is HarmUrgency.HIGH


def test_what_was_merely_not_asked_yet_is_no_conflict() -> None:
    assert draft("J04").found(KIND) == ()
    assert draft("J00").found(KIND) == ()


@pytest.mark.parametrize("status", ["open", "decided", "withdrawn"])
def test_an_application_that_was_opened_is_dealt_with(status: str) -> None:
    assert _left_lying(status=status).found(KIND) == ()


def test_an_application_for_another_scheme_is_another_matter() -> None:
    assert _left_lying(scheme="huurtoeslag").found(KIND) == ()


def test_a_right_of_another_department_that_decides_apart_is_another_matter() -> None:
    assert _left_lying(department="belastingen").found(KIND) == ()


def test_departments_of_one_body_are_one_body() -> None:
    household = _left_lying()
    for ref, department in (("t-app", "wmo"), ("t-zorg", "werk_en_inkomen")):
        moved = dict(household.record(ref), department=department, scheme="bijzondere_bijstand")
        household.remove(ref)
        household.ledger("gemeente").append(moved)
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["gemeente"]


@pytest.mark.parametrize("status", ["in_payment", "suspended", "ended", "refused"])
def test_only_a_right_that_is_calculated_but_not_paid_is_unused(status: str) -> None:
    household = _left_lying()
    household.record("t-zorg")["status"] = status
    assert household.found(KIND) == ()


def test_who_was_referred_was_not_left_lying() -> None:
    household = _left_lying()
    household.ledger("belastingdienst").append(
        {
            "record": "referral",
            "id": "t-to-gemeente",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "zorgtoeslag",
            "to": {"agency": "gemeente"},
            "on": "2026-09-01",
        }
    )
    assert household.found(KIND) == ()


@pytest.mark.parametrize(
    ("holder", "scheme"), [("uwv", "zorgtoeslag"), ("belastingdienst", "huurtoeslag")]
)
def test_a_referral_of_another_body_or_for_another_scheme_helps_nobody(
    holder: str, scheme: str
) -> None:
    household = _left_lying()
    referral = dict(household.record("u-to-gemeente"), id="other", scheme=scheme)
    if holder == "belastingdienst":
        referral["department"] = "toeslagen"
    household.ledger(holder).append(referral)
    assert len(household.found(KIND)) == 1


def test_a_right_of_someone_else_was_not_asked_for() -> None:
    household = _left_lying()
    other = dict(household.intake["members"][0], id="p2", bsn="999902337", role="other_adult")
    household.intake["members"].append(other)
    household.record("t-zorg").update(persons=["p2"], payee={"member": "p2"})
    assert household.found(KIND) == ()


def test_a_parent_asks_for_what_is_meant_for_the_child() -> None:
    household = _left_lying()
    child = dict(household.intake["members"][0], id="k1", bsn="999902337", role="child")
    household.intake["members"].append(child)
    household.record("t-zorg")["persons"] = ["k1"]
    assert len(household.found(KIND)) == 1


def test_all_bodies_that_left_a_request_lying_stand_in_one_conflict() -> None:
    household = _left_lying()
    for ref in ("t-app", "t-zorg"):
        second = dict(household.record(ref), id=f"s-{ref}", scheme="aio")
        del second["department"]
        household.ledger("svb").append(second)
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["belastingdienst", "svb"]
    assert found.monthly_harm_cents == 25800
    assert found.urgency is HarmUrgency.CRITICAL
    told = told_to_household(found, household.picture())
    assert "Dienst Toeslagen en de SVB nemen" in told.nl


def test_a_right_asked_for_twice_counts_once() -> None:
    household = _left_lying()
    again = dict(household.record("t-app"), id="t-again")
    household.ledger("belastingdienst").append(again)
    (found,) = household.found(KIND)
    assert set(found.records) == {"t-app", "t-again", "t-zorg"}
    assert found.monthly_harm_cents == 12900


def test_a_right_that_is_over_is_missed_no_longer_every_month() -> None:
    household = _left_lying()
    household.record("t-zorg")["until"] = "2026-10-31"
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None


def test_a_single_payment_is_missed_once() -> None:
    household = _left_lying()
    household.record("t-zorg").update(amount_monthly_cents=0, one_off_cents=45000)
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (None, 45000)


def test_the_liaison_reads_the_day_and_the_amount() -> None:
    household = _left_lying()
    (found,) = household.found(KIND)
    told = told_to_liaison(found, household.picture())
    assert "1 september 2026" in told.nl
    assert "€ 129,00 per maand" in told.nl
