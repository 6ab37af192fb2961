from __future__ import annotations

from domain.conflicts import ConflictType
from domain.records import Ref
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.HOOFDVERBLIJF_VERSCHIL

TAILORED = ("gemeente", "tailor", "Pw 18 lid 1", ("g-bijstand", "g-bijstand-set", "g-partner"))


def _two_homes() -> Draft:
    """To the municipality she lives elsewhere, to Dienst Toeslagen at home."""
    household = draft("J05")
    for ref, home in (("t-partner", "a1"), ("g-partner", "a2")):
        household.record(ref).update(fact="main_residence", value={"ref": home})
    household.record("t-partner").update(origin="own_investigation", certainty="established")
    del household.record("t-partner")["register"]
    household.record("t-kgb-set")["would_be"] = []
    return household


def test_where_the_body_that_is_wrong_gives_nothing_more_the_assistance_is_tailored() -> None:
    found = remedied(_two_homes(), KIND)
    assert found.acts == [TAILORED]
    assert found.measures[0].value == Ref("a1")
    assert KIND not in found.after


def test_the_body_that_is_wrong_decides_again_by_its_own_calculation() -> None:
    household = _two_homes()
    household.record("g-bijstand-set")["would_be"] = [
        {"fact": "g-partner", "value": {"ref": "a1"}, "amount_monthly_cents": 120000}
    ]
    found = remedied(household, KIND)
    assert found.acts == [
        ("gemeente", "revise", "Awb 4:6", ("g-bijstand", "g-bijstand-set", "g-partner"))
    ]
    assert found.measures[0].amount_cents == 120000
    assert KIND not in found.after


def test_documents_go_before_what_was_told_at_intake() -> None:
    household = _two_homes()
    household.record("t-kgb-set")["would_be"] = [
        {"fact": "t-partner", "value": {"ref": "a2"}, "amount_monthly_cents": 98000}
    ]
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-home",
            "persons": ["p1"],
            "fact": "main_residence",
            "value": {"ref": "a2"},
            "documents": ["huurcontract"],
        }
    )
    found = remedied(household, KIND)
    assert [act[:2] for act in found.acts] == [("belastingdienst", "revise")]
    assert KIND not in found.after


def test_without_a_home_nobody_is_known_to_be_right() -> None:
    household = _two_homes()
    household.intake["members"][0]["lives_at"] = None
    assert remedied(household, KIND).measures == ()
