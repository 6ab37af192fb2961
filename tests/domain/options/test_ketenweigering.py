from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.KETENWEIGERING


def _refused_after_a_wrong_decision() -> Draft:
    """The municipality refuses as UWV claimed back, and UWV counted too few weeks."""
    household = draft("J01")
    household.record("u-weeks").update({"origin": "own_investigation", "certainty": "established"})
    household.record("u-ww-refused")["outcome"] = "reclaimed"
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-weeks",
            "persons": ["p1"],
            "fact": "weeks_worked",
            "value": {"count": 26},
            "documents": ["loonstroken"],
        }
    )
    household.ledger("gemeente").append(
        {
            "record": "determination_made",
            "id": "g-refused",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "scheme": "minimaregeling",
            "made_on": "2026-11-20",
            "outcome": "refused",
            "reason": "conditions_not_met",
            "rests_on": ["u-ww-refused"],
        }
    )
    return household


def _claim(ref: str, determined_by: str) -> dict[str, object]:
    return {
        "record": "claim",
        "id": ref,
        "persons": ["p1"],
        "scheme": "ww",
        "kind": "overpayment",
        "status": "open",
        "outstanding_cents": 100000,
        "liable": ["p1"],
        "determined_by": determined_by,
    }


def test_what_the_decision_beneath_claims_is_paused() -> None:
    household = _refused_after_a_wrong_decision()
    household.ledger("uwv").append(_claim("u-back", "u-ww-refused"))
    found = remedied(household, KIND)
    assert found.acts == [("uwv", "hold", "Awb 4:94", ("u-back",))]
    assert KIND in found.after


def test_the_refusal_itself_takes_nothing() -> None:
    found = remedied(_refused_after_a_wrong_decision(), KIND)
    assert found.measures == ()


def test_claims_of_other_decisions_are_left_alone() -> None:
    household = _refused_after_a_wrong_decision()
    household.ledger("uwv").append(_claim("u-back", "t-kot-reclaim"))
    assert remedied(household, KIND).measures == ()
