"""C16: a fine for gross fault that blocks the arrangement."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft

RULE = RULES[CollisionCode.C16]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def fined(fine: int = 75000) -> Draft:
    """UWV claims 1,000 euro after a breach of J06, fined, and debt counselling is asked for."""
    household = draft("J06")
    household.record("u-claim").update(outstanding_cents=60000, kind="overpayment")
    household.record("u-claim")["overpayment"].update(cause="not_reported", fault="household")
    household.record("u-reclaim")["amount_total_cents"] = 100000
    household.ledger("uwv").append(
        {
            "record": "claim",
            "id": "u-fine",
            "persons": ["p1"],
            "scheme": "wia",
            "kind": "fine",
            "status": "open",
            "outstanding_cents": fine,
            "liable": ["p1"],
        }
    )
    household.ledger("gemeente").append(
        {
            "record": "application",
            "id": "g-debt-app",
            "department": "schuldhulpverlening",
            "persons": ["p1"],
            "scheme": "debt_counselling",
            "received": "2026-11-20",
            "status": "open",
        }
    )
    return household


def test_a_fine_of_three_quarters_shows_gross_fault() -> None:
    (collision,) = found(fined())
    assert collision.harmed_by == ("u-claim", "u-fine")
    assert [agency.value for agency in collision.agencies] == ["gemeente", "uwv"]
    assert collision.monthly_harm_cents == 25000
    assert collision.one_off_harm_cents == 60000 + 75000


def test_a_lower_fine_does_not_show_it() -> None:
    assert found(fined(74999)) == ()


def test_a_fine_beside_another_may_be_a_repeat_so_it_must_be_half_as_much_more() -> None:
    household = fined()
    household.ledger("uwv").append({**household.record("u-fine"), "id": "u-fine-2"})
    assert found(household) == ()
    for fine in ("u-fine", "u-fine-2"):
        household.record(fine)["outstanding_cents"] = 112500
    assert len(found(household)) == 1


def test_what_was_claimed_first_counts_and_not_what_is_left_of_it() -> None:
    household = fined(74999)
    household.record("u-claim")["outstanding_cents"] = 10000
    assert found(household) == ()


def test_without_the_amounts_decided_the_recorded_fault_stands() -> None:
    household = fined(10000)
    del household.record("u-claim")["determined_by"]
    assert len(found(household)) == 1


def test_a_fine_that_names_the_provision_blocks_without_a_breach_that_is_left() -> None:
    household = fined(10000)
    household.record("u-claim")["outstanding_cents"] = 0
    household.record("u-fine")["legal_basis"] = [{"law": "WW", "article": "36c", "paragraph": "2"}]
    (collision,) = found(household)
    assert collision.harmed_by == ("u-fine",)


@pytest.mark.parametrize("kind", ["determination_made", "entitlement"])
def test_debt_counselling_may_be_granted_without_a_request_on_record(kind: str) -> None:
    household = fined()
    household.remove("g-debt-app")
    granted: Json = {
        "record": kind,
        "id": "g-help",
        "department": "schuldhulpverlening",
        "persons": ["p1"],
        "scheme": "debt_counselling",
    }
    if kind == "entitlement":
        granted.update(status="in_payment", amount_monthly_cents=0, payee={"member": "p1"})
    else:
        granted.update(made_on="2026-11-20", outcome="granted", reason="conditions_met")
    household.ledger("gemeente").append(granted)
    assert len(found(household)) == 1


def test_a_breach_that_is_paid_blocks_nothing() -> None:
    household = fined()
    household.record("u-claim")["outstanding_cents"] = 0
    assert found(household) == ()


@pytest.mark.parametrize(
    ("cause", "fault"), [("income_change", "household"), ("not_reported", "none")]
)
def test_without_a_breach_by_the_household_there_is_none(cause: str, fault: str) -> None:
    household = fined()
    household.record("u-claim")["overpayment"].update(cause=cause, fault=fault)
    assert found(household) == ()


def test_a_fine_for_something_else_is_not_for_this_breach() -> None:
    household = fined()
    household.record("u-fine")["scheme"] = "ww"
    assert found(household) == ()


def test_without_debt_counselling_nothing_is_blocked() -> None:
    household = fined()
    household.remove("g-debt-app")
    assert found(household) == ()


@pytest.mark.parametrize("agency", [Agency.UWV, Agency.GEMEENTE])
def test_while_one_of_them_is_silent_nothing_is_concluded(agency: Agency) -> None:
    assert found_in(silent(fined().picture(), agency)) == ()


def test_a_refused_remission_of_the_same_claim_is_its_face() -> None:
    household = fined()
    household.ledger("uwv").append(
        {
            "record": "determination_made",
            "id": "u-no-remission",
            "persons": ["p1"],
            "scheme": "remission",
            "made_on": "2026-11-20",
            "outcome": "refused",
            "reason": "power_excluded_by_law",
            "about": "u-claim",
        }
    )
    picture = household.picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.KWIJTSCHELDING_UITGESLOTEN)


def test_it_is_told_who_may_not_join() -> None:
    picture = fined().picture()
    (collision,) = found_in(picture)
    assert "UWV mag daarom van de wet niet meedoen" in told_to_household(collision, picture).nl
    assert "€ 1.350,00" in told_to_liaison(collision, picture).nl
