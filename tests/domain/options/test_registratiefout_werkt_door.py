from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.REGISTRATIEFOUT_WERKT_DOOR


def _wrong_entry() -> Draft:
    """Without an address in the BRP, though documents show one."""
    household = draft("J08")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-address",
            "persons": ["p1"],
            "fact": "registered_address",
            "value": {"ref": "a9"},
            "documents": ["inschrijving"],
        }
    )
    return household


def _allowance_claimed_back() -> Draft:
    household = _wrong_entry()
    household.ledger("belastingdienst").append(
        {
            "record": "claim",
            "id": "t-back",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "zorgtoeslag",
            "kind": "overpayment",
            "status": "open",
            "outstanding_cents": 12900,
            "liable": ["p1"],
            "determined_by": "t-zorg-end",
        }
    )
    return household


def test_what_is_claimed_on_account_of_the_entry_is_paused() -> None:
    found = remedied(_allowance_claimed_back(), KIND)
    assert found.acts == [("belastingdienst", "hold", "Awir 31", ("t-back",))]
    assert KIND in found.after


def test_where_nothing_is_taken_only_the_keeper_can_help() -> None:
    found = remedied(_wrong_entry(), KIND)
    assert found.measures == ()


def test_a_decision_that_does_no_harm_is_left_alone() -> None:
    household = _allowance_claimed_back()
    household.record("t-zorg-end")["outcome"] = "granted"
    assert remedied(household, KIND).measures == ()
