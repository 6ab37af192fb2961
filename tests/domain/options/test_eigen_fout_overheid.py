from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import draft
from tests.support.remedied import remedied

KIND = ConflictType.EIGEN_FOUT_OVERHEID


def test_the_claim_and_its_set_off_are_paused_while_the_own_share_is_weighed() -> None:
    found = remedied(draft("J06"), KIND)
    assert found.acts == [("uwv", "hold", "Awb 4:94", ("u-claim", "u-setoff"))]
    assert KIND in found.after


def test_no_amount_is_proposed_that_no_record_states() -> None:
    household = draft("J06")
    household.record("u-claim")["overpayment"]["fault"] = "this_body"
    assert [measure.amount_cents for measure in remedied(household, KIND).measures] == [None]


def test_what_has_been_paid_needs_no_pause() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    household.remove("u-setoff")
    assert remedied(household, KIND).measures == ()


def test_what_the_household_pays_itself_is_paused_as_well() -> None:
    household = draft("J06")
    household.record("u-setoff")["method"] = "instalment"
    assert remedied(household, KIND).acts == [("uwv", "hold", "Awb 4:94", ("u-claim", "u-setoff"))]
