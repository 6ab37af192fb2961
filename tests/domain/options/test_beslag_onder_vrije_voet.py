from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import ProtectedAmount, Recovery
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.BESLAG_ONDER_VRIJE_VOET

PAUSE = ("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))
ANEW = ("belastingdienst", "recompute", "Rv 475da", ("b-wage",))


def _takes_too_much(cents: int = 40000) -> Draft:
    """The tax authority alone attaches the wage of a single man, beyond the protected amount."""
    household = draft("J02")
    household.remove("w-wage")
    household.record("b-wage")["amount_monthly_cents"] = cents
    return household


@pytest.mark.parametrize("kind", [MeasureKind.RECOMPUTE, MeasureKind.HOLD])
def test_an_agency_that_leaves_too_little_computes_anew_or_pauses(kind: MeasureKind) -> None:
    found = answered(_takes_too_much(), KIND, lambda each: each.kind is kind)
    assert found.acts == [PAUSE, ANEW]
    assert KIND not in found.after


@pytest.mark.parametrize("cents", [26352, 40000, 161200])
def test_once_computed_anew_exactly_the_room_is_taken(cents: int) -> None:
    found = answered(_takes_too_much(cents), KIND, lambda each: each.kind is MeasureKind.RECOMPUTE)
    taken = found.record("b-wage")
    assert isinstance(taken, Recovery)
    assert taken.amount_monthly_cents == 26351
    assert taken.protected_amount == ProtectedAmount(134849, None)


def test_an_attachment_without_a_protected_amount_gets_one() -> None:
    household = _takes_too_much()
    del household.record("b-wage")["protected_amount"]
    found = answered(household, KIND, lambda each: each.kind is MeasureKind.RECOMPUTE)
    taken = found.record("b-wage")
    assert isinstance(taken, Recovery)
    assert taken.protected_amount == ProtectedAmount(134849, None)
    assert KIND not in found.after


def test_a_bailiff_is_asked_to_compute_anew() -> None:
    household = draft("J02")
    household.remove("b-wage")
    household.record("w-wage")["amount_monthly_cents"] = 40000
    found = answered(household, KIND)
    (asked,) = found.requests
    assert (asked.party, asked.kind, asked.on) == ("bailiff", MeasureKind.RECOMPUTE, ("w-wage",))
    assert found.measures == ()
    assert KIND not in found.after


def test_a_bailiff_is_asked_to_give_back_what_had_to_stay_at_the_bank() -> None:
    found = answered(draft("J05"), KIND)
    (asked,) = found.requests
    assert (asked.kind, str(asked.provision), asked.on) == (
        MeasureKind.REFUND,
        "Rv 475a lid 5",
        ("w-bank",),
    )
    assert asked.amount_cents == 64000
    assert KIND not in found.after


def test_no_more_goes_back_than_had_to_stay() -> None:
    household = draft("J05")
    household.record("w-bank").update(balance_before_cents=400000, taken_once_cents=300000)
    found = answered(household, KIND)
    (asked,) = found.requests
    taken = found.record("w-bank")
    assert isinstance(taken, Recovery)
    assert asked.amount_cents is not None
    assert 0 < asked.amount_cents < 300000
    assert taken.taken_once_cents == 300000 - asked.amount_cents
    assert KIND not in found.after


def _bank_attachment_of_the_tax_authority(status: str) -> Draft:
    household = draft("J05")
    taken = household.record("w-bank")
    household.remove("w-bank")
    owed = dict(household.record("w-shop"), id="b-owed", department="belastingen")
    owed.update({"scheme": "income_tax", "kind": "tax_assessment"})
    taken.update({"for": "b-owed", "status": status, "department": "belastingen"})
    household.ledger("belastingdienst").extend((owed, taken))
    return household


@pytest.mark.parametrize("status", ["running", "ended"])
def test_an_agency_gives_back_what_it_took_at_the_bank(status: str) -> None:
    found = answered(_bank_attachment_of_the_tax_authority(status), KIND)
    assert ("belastingdienst", "refund", "Rv 475a lid 5", ("w-bank",)) in found.done_acts
    assert KIND not in found.after


def test_an_attachment_at_the_bank_that_still_lies_is_paused_as_well() -> None:
    found = answered(_bank_attachment_of_the_tax_authority("running"), KIND)
    assert ("belastingdienst", "hold", "IW 1990 25", ("b-owed", "w-bank")) in found.acts


def test_what_was_taken_before_no_pause_gives_back() -> None:
    found = answered(_bank_attachment_of_the_tax_authority("ended"), KIND)
    assert [each.kind for each in found.measures] == [MeasureKind.REFUND]
