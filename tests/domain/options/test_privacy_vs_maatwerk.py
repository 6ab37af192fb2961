from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import draft
from tests.support.remedied import remedied


def test_no_measure_sends_another_letter_to_the_wrong_place() -> None:
    household = draft("J05")
    household.intake["addresses"][0]["secret"] = True
    household.intake["members"][1]["excluded"] = True
    household.ledger("svb").append(
        {
            "record": "fact_used",
            "id": "x-letters",
            "persons": ["p1"],
            "fact": "postal_address",
            "value": {"ref": household.intake["members"][1]["lives_at"]},
            "origin": "declared",
            "certainty": "declared",
        }
    )
    assert remedied(household, ConflictType.PRIVACY_VS_MAATWERK).measures == ()
