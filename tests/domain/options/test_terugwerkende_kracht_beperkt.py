from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.TERUGWERKENDE_KRACHT_BEPERKT


def _correction_comes_too_short() -> Draft:
    """Set on an income since January; documents show another; to be corrected from June."""
    household = draft("J02")
    household.record("d-instalment").update(
        {"effective_from": "2026-01-01", "can_be_corrected_from": "2026-06-01"}
    )
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-income",
            "persons": ["p1"],
            "fact": "income_year",
            "value": {"amount_cents": 2280000},
            "documents": ["jaaropgave"],
        }
    )
    return household


def test_what_the_wrong_decision_claims_is_paused() -> None:
    found = remedied(_correction_comes_too_short(), KIND)
    assert found.acts == [("duo", "hold", "Wsf 2000 6.7 lid 2", ("d-loan", "d-pay"))]
    assert KIND in found.after


def test_a_decision_that_claims_nothing_gets_no_measure() -> None:
    household = _correction_comes_too_short()
    del household.record("d-loan")["determined_by"]
    assert remedied(household, KIND).measures == ()
