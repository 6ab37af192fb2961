from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import DeterminationMade
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

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


def test_the_wrong_fact_is_put_right_and_what_is_claimed_is_paused_meanwhile() -> None:
    answer = answered(_correction_comes_too_short(), KIND)
    assert ("duo", "hold", "Wsf 2000 6.7 lid 2", ("d-loan", "d-pay")) in answer.acts
    (right,) = (each for each in answer.measures if each.kind is not MeasureKind.HOLD)
    assert "d-income" in right.on
    assert not right.deviates_from_law
    assert KIND not in answer.after


def test_a_decision_that_claims_nothing_needs_no_pause() -> None:
    household = _correction_comes_too_short()
    del household.record("d-loan")["determined_by"]
    answer = answered(household, KIND)
    assert {each.kind for each in answer.measures}.isdisjoint({MeasureKind.HOLD})
    assert KIND not in answer.after


def _lowered(holder: str, department: str | None, scheme: str) -> Draft:
    """A right set too low since January, on a number that papers contradict."""
    household = draft("J04")
    household.remove("g-bijstand-app")
    for ref in ("g-to-duo", "g-to-uwv"):
        household.remove(ref)
    common = {"persons": ["p1"]} | ({"department": department} if department else {})
    household.ledger(holder).extend(
        [
            {
                "record": "fact_used",
                "id": "x-fact",
                **common,
                "fact": "weeks_abroad",
                "value": {"count": 20},
                "origin": "own_investigation",
                "certainty": "established",
            },
            {
                "record": "determination_made",
                "id": "x-set",
                **common,
                "scheme": scheme,
                "made_on": "2026-10-01",
                "outcome": "granted_lower",
                "reason": "conditions_not_met",
                "effective_from": "2026-01-01",
                "can_be_corrected_from": "2026-10-01",
                "amount_monthly_cents": 50000,
                "rests_on": ["x-fact"],
                "would_be": [
                    {"fact": "x-fact", "value": {"count": 3}, "amount_monthly_cents": 60000}
                ],
            },
        ]
    )
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-shown",
            "persons": ["p1"],
            "fact": "weeks_abroad",
            "value": {"count": 3},
            "documents": ["paspoort"],
        }
    )
    return household


@pytest.mark.parametrize(
    ("holder", "department", "scheme", "provision", "from_date"),
    [
        ("svb", None, "aow", "AOW 16 lid 2", dt.date(2026, 1, 1)),
        ("svb", None, "aio", "Pw 44 lid 5", dt.date(2026, 7, 1)),
        ("gemeente", "werk_en_inkomen", "bijstand", "Pw 44 lid 5", dt.date(2026, 7, 1)),
    ],
)
def test_where_the_law_leaves_room_the_correction_goes_back_further(
    holder: str, department: str | None, scheme: str, provision: str, from_date: dt.date
) -> None:
    answer = answered(_lowered(holder, department, scheme), KIND)
    (further,) = (each for each in answer.measures if each.kind is MeasureKind.GRANT_FROM)
    assert (str(further.provision), further.on, further.from_date) == (
        provision,
        ("x-set",),
        from_date,
    )
    assert further.deviates_from_law
    assert further in answer.done
    decision = answer.record("x-set")
    assert isinstance(decision, DeterminationMade)
    assert decision.can_be_corrected_from == from_date
    assert decision.amount_monthly_cents == 60000
    assert KIND not in answer.after


def test_putting_it_right_alone_is_a_right() -> None:
    household = _lowered("svb", None, "aow")
    answer = answered(household, KIND, lambda each: each.kind is MeasureKind.REVISE)
    assert not answer.deviates
    assert KIND not in answer.after


def test_for_child_benefit_the_law_leaves_no_room() -> None:
    answer = answered(_lowered("svb", None, "kinderbijslag"), KIND)
    assert {each.kind for each in answer.measures} == {MeasureKind.REVISE}


def test_it_never_goes_back_before_the_decision_took_effect() -> None:
    household = _lowered("gemeente", "werk_en_inkomen", "bijstand")
    household.record("x-set")["effective_from"] = "2026-09-01"
    answer = answered(household, KIND)
    (further,) = (each for each in answer.measures if each.kind is MeasureKind.GRANT_FROM)
    assert further.from_date == dt.date(2026, 9, 1)
