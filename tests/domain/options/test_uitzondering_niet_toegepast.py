from __future__ import annotations

import datetime as dt

from domain.conflicts import ConflictType
from domain.records import DeterminationMade, Entitlement, Provision, RecordRef
from domain.vocabulary import Law, Outcome
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.UITZONDERING_NIET_TOEGEPAST


def _student_at_home() -> Draft:
    """The cost-sharers' norm, with a child of 28 who studies counted (Pw 19a lid 1 d)."""
    household = draft("J05")
    household.record("g-bijstand-set").update(
        legal_basis=[{"law": "Pw", "article": "22a"}],
        reason="cost_sharers_counted",
        rests_on=["g-sharers"],
        would_be=[],
    )
    household.ledger("gemeente").append(
        {
            "record": "fact_used",
            "id": "g-sharers",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "fact": "cost_sharers",
            "value": {"count": 2},
            "origin": "own_investigation",
            "certainty": "established",
        }
    )
    household.intake["relations"][0]["status"] = "divorced"
    child = household.intake["members"][2]
    child.update(born="1998-05-01", role="other_adult")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-student",
            "persons": [child["id"]],
            "fact": "enrolled_until",
            "value": {"date": "2027-08-31"},
            "documents": ["bewijs van inschrijving"],
        }
    )
    return household


def test_the_increase_for_children_is_paid_besides_the_norm() -> None:
    found = remedied(draft("J05"), KIND)
    assert found.acts == [("gemeente", "apply_exception", "Pw 24a", ("g-bijstand-set",))]
    (measure,) = found.measures
    assert (measure.amount_cents, measure.deviates_from_law) == (28467, False)
    assert KIND not in found.after


def test_it_is_due_since_the_decision_works() -> None:
    after = remedied(draft("J05"), KIND).picture
    (added,) = (
        right
        for _, right in after.of(Entitlement)
        if right.legal_basis == (Provision(Law.PW, "24a"),)
    )
    assert added.from_date == dt.date(2026, 4, 1)
    # April until and with November
    assert (added.amount_monthly_cents, added.one_off_cents) == (28467, 8 * 28467)
    decision = after.get(RecordRef("g-bijstand-set")).record
    assert isinstance(decision, DeterminationMade)
    assert decision.amount_monthly_cents == 96523 + 28467


def test_an_exception_that_undoes_the_lowering_brings_the_full_norm() -> None:
    found = remedied(_student_at_home(), KIND)
    ((_, kind, provision, on),) = found.acts
    assert (kind, provision) == ("apply_exception", "Pw 19a lid 1 d")
    assert on == ("g-bijstand", "g-bijstand-set")
    right = found.picture.get(RecordRef("g-bijstand")).record
    decision = found.picture.get(RecordRef("g-bijstand-set")).record
    assert isinstance(right, Entitlement)
    assert isinstance(decision, DeterminationMade)
    assert (right.amount_monthly_cents, decision.outcome) == (135133, Outcome.GRANTED)
    assert KIND not in found.after


def test_the_calculation_of_the_body_goes_before_what_it_pays_in_full() -> None:
    household = _student_at_home()
    household.record("g-bijstand-set")["would_be"] = [
        {"fact": "g-sharers", "value": {"count": 1}, "amount_monthly_cents": 110000}
    ]
    found = remedied(household, KIND)
    right = found.picture.get(RecordRef("g-bijstand")).record
    assert isinstance(right, Entitlement)
    assert right.amount_monthly_cents == 110000


def test_without_an_amount_none_is_made_up() -> None:
    household = _student_at_home()
    del household.record("g-bijstand")["full_amount_monthly_cents"]
    assert remedied(household, KIND).measures == ()
