from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT


def _too_few_weeks_counted() -> Draft:
    """UWV looked into 19 weeks itself; pay slips show 26, which is enough."""
    household = draft("J01")
    household.record("u-weeks").update({"origin": "own_investigation", "certainty": "established"})
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
    return household


def _claimed_back() -> Draft:
    household = _too_few_weeks_counted()
    household.record("u-ww-refused")["outcome"] = "reclaimed"
    claim = {
        "record": "claim",
        "id": "u-back",
        "persons": ["p1"],
        "scheme": "ww",
        "kind": "overpayment",
        "status": "in_collection",
        "outstanding_cents": 100000,
        "liable": ["p1"],
        "determined_by": "u-ww-refused",
    }
    recovery = {
        "record": "recovery",
        "id": "u-pay",
        "persons": ["p1"],
        "for": "u-back",
        "method": "instalment",
        "status": "running",
        "amount_monthly_cents": 5000,
        "from": "2026-11-01",
    }
    household.ledger("uwv").extend((claim, recovery))
    return household


def test_what_is_claimed_and_paid_on_the_finding_is_paused() -> None:
    found = remedied(_claimed_back(), KIND)
    assert found.acts == [("uwv", "hold", "Awb 4:94", ("u-back", "u-pay"))]
    assert KIND in found.after


def test_a_refusal_takes_nothing_that_could_be_paused() -> None:
    found = remedied(_too_few_weeks_counted(), KIND)
    assert found.measures == ()
