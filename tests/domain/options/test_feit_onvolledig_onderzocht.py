from __future__ import annotations

from domain.conflicts import ConflictType
from domain.records import Claim, DeterminationMade, Entitlement, RecordRef
from domain.vocabulary import Outcome
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


def test_what_is_claimed_and_paid_on_the_finding_is_paused_and_withdrawn() -> None:
    found = remedied(_claimed_back(), KIND)
    assert found.acts == [
        ("uwv", "hold", "Awb 4:94", ("u-back", "u-pay")),
        ("uwv", "revise", "Awb 4:6", ("u-back", "u-pay", "u-weeks", "u-ww-refused")),
    ]
    claim = found.picture.get(RecordRef("u-back")).record
    assert isinstance(claim, Claim)
    assert claim.outstanding_cents == 0
    assert KIND not in found.after


def test_what_was_refused_on_the_finding_is_granted() -> None:
    found = remedied(_too_few_weeks_counted(), KIND)
    assert found.acts == [("uwv", "revise", "Awb 4:6", ("u-weeks", "u-ww-refused"))]
    decision = found.picture.get(RecordRef("u-ww-refused")).record
    assert isinstance(decision, DeterminationMade)
    assert decision.outcome is Outcome.GRANTED
    assert KIND not in found.after


def test_what_the_body_would_pay_by_its_own_calculation_is_paid() -> None:
    household = _too_few_weeks_counted()
    household.record("u-ww-refused")["would_be"] = [
        {"fact": "u-weeks", "value": {"count": 26}, "amount_monthly_cents": 150000}
    ]
    found = remedied(household, KIND)
    (measure,) = found.measures
    assert measure.amount_cents == 150000
    paid = [right.amount_monthly_cents for _, right in found.picture.of(Entitlement)]
    assert 150000 in paid


def test_of_two_values_that_both_change_it_none_is_chosen() -> None:
    household = _too_few_weeks_counted()
    other = dict(household.intake["evidence"][-1], id="x-other", value={"count": 27})
    household.intake["evidence"].append(other)
    assert remedied(household, KIND).measures == ()
