from __future__ import annotations

from domain.conflicts import ConflictType
from domain.records import Entitlement, RecordRef, Ref
from domain.vocabulary import EntitlementStatus
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


KEEPER = ("gemeente", "correct", "Wet BRP 2.58", ("g-brp",))
USERS = [
    ("belastingdienst", "revise", "Awir 16 lid 5", ("t-address", "t-zorg", "t-zorg-end")),
    ("cak", "revise", "Awb 4:6", ("c-address", "c-insurance-end")),
    ("uwv", "revise", "Awb 4:6", ("u-address", "u-stop")),
]


def test_what_is_claimed_on_account_of_the_entry_is_paused() -> None:
    found = remedied(_allowance_claimed_back(), KIND)
    assert found.pauses == [("belastingdienst", "hold", "Awir 31", ("t-back",))]


def test_the_keeper_corrects_the_entry_and_every_user_follows() -> None:
    found = remedied(_wrong_entry(), KIND)
    assert found.acts == sorted([KEEPER, *USERS])
    assert all(each.value == Ref("a9") for each in found.measures)
    assert not any(each.deviates_from_law for each in found.measures)
    assert KIND not in found.after


def test_what_stopped_goes_on_and_what_was_announced_does_not_come() -> None:
    after = remedied(_wrong_entry(), KIND).picture
    right = after.get(RecordRef("t-zorg")).record
    assert isinstance(right, Entitlement)
    assert (right.status, right.amount_monthly_cents, right.until) == (
        EntitlementStatus.IN_PAYMENT,
        12900,
        None,
    )
    assert after.find(RecordRef("u-stop")) is None
    assert after.find(RecordRef("c-insurance-end")) is None


def test_a_decision_that_does_no_harm_is_left_alone() -> None:
    household = _allowance_claimed_back()
    household.record("t-zorg-end")["outcome"] = "granted"
    found = remedied(household, KIND)
    assert found.pauses == []
    assert ("belastingdienst", "correct", "AVG 16", ("t-address",)) in found.answers


def test_of_two_values_that_papers_show_none_is_chosen() -> None:
    household = _wrong_entry()
    address = dict(household.intake["addresses"][0], id="a8")
    household.intake["addresses"].append(address)
    other = dict(household.intake["evidence"][-1], id="x-other", value={"ref": "a8"})
    household.intake["evidence"].append(other)
    assert remedied(household, KIND).measures == ()
