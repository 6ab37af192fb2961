from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Claim, Provision
from domain.vocabulary import Law
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.EIGEN_FOUT_OVERHEID

PAUSE = ("uwv", "hold", "Awb 4:94", ("u-claim", "u-setoff"))
WAIVE = ("uwv", "remit", "WIA 77", ("u-claim",))


def _with_own_calculation(cents: int) -> Draft:
    """UWV itself calculated what would be claimed with the income that was reported."""
    household = draft("J06")
    household.ledger("uwv").append(
        dict(
            household.record("t-income25"),
            id="u-income",
            origin="declared",
            certainty="declared",
        )
    )
    del household.record("u-income")["department"]
    household.record("u-reclaim").update(
        rests_on=["u-income"],
        would_be=[
            {
                "fact": "u-income",
                "value": {"amount_cents": 3932000},
                "amount_total_cents": cents,
            }
        ],
    )
    return household


def test_the_body_weighs_its_share_and_pauses_meanwhile() -> None:
    found = answered(draft("J06"), KIND)
    assert found.acts == [PAUSE, WAIVE]
    assert KIND not in found.after


def test_a_pause_alone_answers_no_question_of_fault() -> None:
    found = answered(draft("J06"), KIND, lambda each: each.kind is MeasureKind.HOLD)
    assert KIND in found.after


def test_what_the_body_itself_calculated_as_too_much_is_the_smaller_way() -> None:
    found = answered(
        _with_own_calculation(644722), KIND, lambda each: each.kind is MeasureKind.REDUCE
    )
    (lowered,) = found.done
    assert (lowered.amount_cents, str(lowered.provision)) == (296478, "Awb 3:4")
    claim = found.record("u-claim")
    assert isinstance(claim, Claim)
    assert claim.outstanding_cents == 644722
    assert Provision(Law.AWB, "3:4", "2") in claim.legal_basis
    assert KIND not in found.after


def test_no_amount_is_proposed_that_no_record_states() -> None:
    household = draft("J06")
    household.record("u-claim")["overpayment"]["fault"] = "this_body"
    amounts = {each.kind: each.amount_cents for each in answered(household, KIND).measures}
    assert amounts == {MeasureKind.HOLD: None, MeasureKind.REMIT: 941200}


def test_a_calculation_that_gives_more_lowers_nothing() -> None:
    assert answered(_with_own_calculation(950000), KIND).acts == [PAUSE, WAIVE]


def test_where_the_law_excludes_remission_the_talk_starts_at_half() -> None:
    household = draft("J06")
    household.record("t-claim")["overpayment"]["fault"] = "this_body"
    del household.record("t-reclaim")["would_be"]
    found = answered(household, KIND)
    assert ("belastingdienst", "reduce", "Awir 26 lid 2", ("t-claim",)) in found.acts
    assert [each.amount_cents for each in found.done if each.kind is MeasureKind.REDUCE] == [115500]
    assert KIND not in found.after


@pytest.mark.parametrize(
    ("agency", "scheme", "provision"),
    [("gemeente", "bijstand", "Pw 58 lid 8"), ("svb", "aow", "AOW 24 lid 5")],
)
def test_each_body_waives_under_its_own_law(agency: str, scheme: str, provision: str) -> None:
    household = draft("J06")
    claim = dict(household.record("u-claim"), id="x-claim", scheme=scheme)
    claim["overpayment"] = dict(claim["overpayment"], fault="this_body")
    del claim["determined_by"]
    household.ledger(agency).append(claim)
    found = answered(household, KIND)
    assert (agency, "remit", provision, ("x-claim",)) in found.acts
    assert KIND not in found.after


def test_what_has_been_paid_needs_nothing() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    household.remove("u-setoff")
    assert answered(household, KIND).measures == ()


def test_what_the_household_pays_itself_is_paused_as_well() -> None:
    household = draft("J06")
    household.record("u-setoff")["method"] = "instalment"
    assert PAUSE in answered(household, KIND).acts
