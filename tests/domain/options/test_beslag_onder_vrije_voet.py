from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.BESLAG_ONDER_VRIJE_VOET


def _tax_takes_too_much() -> Draft:
    """The tax authority alone attaches the wage of a single man, beyond the protected amount."""
    household = draft("J02")
    household.remove("w-wage")
    household.record("b-wage")["amount_monthly_cents"] = 40000
    return household


def test_an_agency_that_leaves_too_little_pauses_its_attachment() -> None:
    found = remedied(_tax_takes_too_much(), KIND)
    assert found.acts == [("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))]
    assert KIND not in found.after


def test_a_bailiff_does_no_measures() -> None:
    found = remedied(draft("J05"), KIND)
    assert found.measures == ()


def _bank_attachment_of_the_tax_authority(status: str) -> Draft:
    household = draft("J05")
    taken = household.record("w-bank")
    household.remove("w-bank")
    owed = dict(household.record("w-shop"), id="b-owed", department="belastingen")
    owed.update({"scheme": "income_tax", "kind": "tax_assessment"})
    taken.update({"for": "b-owed", "status": status, "department": "belastingen"})
    household.ledger("belastingdienst").extend((owed, taken))
    return household


def test_an_attachment_at_the_bank_that_still_lies_is_paused() -> None:
    found = remedied(_bank_attachment_of_the_tax_authority("running"), KIND)
    assert found.acts == [("belastingdienst", "hold", "IW 1990 25", ("b-owed", "w-bank"))]


def test_what_was_taken_before_no_pause_gives_back() -> None:
    found = remedied(_bank_attachment_of_the_tax_authority("ended"), KIND)
    assert found.measures == ()
