from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim, Count, DeterminationMade
from domain.vocabulary import Outcome
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

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


def _refused_after_a_refusal() -> Draft:
    household = _refused_after_a_wrong_decision()
    household.record("u-ww-refused")["outcome"] = "refused"
    return household


@pytest.mark.parametrize("made", [_refused_after_a_wrong_decision, _refused_after_a_refusal])
def test_the_decision_beneath_is_put_right(made: Callable[[], Draft]) -> None:
    answer = answered(made(), KIND)
    (revised,) = (each for each in answer.measures if each.kind is not MeasureKind.HOLD)
    assert (revised.agency.value, str(revised.provision)) == ("uwv", "Awb 4:6")
    assert {"u-weeks", "u-ww-refused"} <= set(revised.on)
    assert revised.value == Count(26)
    assert not answer.deviates
    assert KIND not in answer.after
    decision = answer.record("u-ww-refused")
    assert isinstance(decision, DeterminationMade)
    assert decision.outcome is Outcome.GRANTED


def test_who_refused_on_it_decides_anew_where_it_told_the_outcome() -> None:
    household = _refused_after_a_refusal()
    household.record("g-refused")["would_be"] = [
        {"fact": "u-weeks", "value": {"count": 26}, "amount_monthly_cents": 5000}
    ]
    answer = answered(household, KIND)
    assert ("gemeente", "revise", ("g-refused",)) in [
        (each[0], each[1], each[3]) for each in answer.acts
    ]
    refusal = answer.record("g-refused")
    assert isinstance(refusal, DeterminationMade)
    assert (refusal.outcome, refusal.amount_monthly_cents) == (Outcome.GRANTED, 5000)


def test_what_the_decision_beneath_claims_is_paused_and_falls_with_it() -> None:
    household = _refused_after_a_wrong_decision()
    household.ledger("uwv").append(_claim("u-back", "u-ww-refused"))
    answer = answered(household, KIND)
    assert ("uwv", "hold", "Awb 4:94", ("u-back",)) in answer.acts
    claim = answer.record("u-back")
    assert isinstance(claim, Claim)
    assert claim.outstanding_cents == 0


def test_claims_of_other_decisions_are_left_alone() -> None:
    household = _refused_after_a_wrong_decision()
    household.ledger("uwv").append(_claim("u-back", "t-kot-reclaim"))
    assert not any("u-back" in each.on for each in answered(household, KIND).measures)


def test_papers_that_differ_from_each_other_put_nothing_right() -> None:
    household = _refused_after_a_wrong_decision()
    other = dict(household.intake["evidence"][-1], id="x-weeks2", value={"count": 30})
    household.intake["evidence"].append(other)
    assert answered(household, KIND).measures == ()
