"""The types that are answered with a hold on what rests on the contested decision meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from domain.conflicts import ConflictType
from domain.measures import Measure, MeasureKind
from domain.vocabulary import StoppedAct
from tests.support.drafts import Draft, Json, draft
from tests.support.remedied import remedied


def _holds(household: Draft, kind: ConflictType) -> tuple[Measure, ...]:
    """The pauses among the answers: what puts the decision right is tested with its type."""
    measures = remedied(household, kind).measures
    return tuple(each for each in measures if each.kind is MeasureKind.HOLD)


def _claimed_by(household: Draft, decision: str) -> Draft:
    """What is claimed back by this decision, by the body that made it."""
    holder, decided = next(
        (agency, each)
        for agency, ledger in household.file["agencies"].items()
        for each in ledger
        if each["id"] == decision
    )
    claim: Json = {
        "record": "claim",
        "id": "x-claim",
        "persons": ["p1"],
        "scheme": decided["scheme"],
        "kind": "overpayment",
        "status": "in_collection",
        "outstanding_cents": 60000,
        "liable": ["p1"],
        "determined_by": decision,
    }
    if "department" in decided:
        claim["department"] = decided["department"]
    household.file["agencies"][holder].append(claim)
    return household


def _term_missed() -> Draft:
    household = draft("J04")
    household.record("d-end")["objection_until"] = "2026-11-22"
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-ill",
            "persons": ["p1"],
            "fact": "unable_to_act",
            "value": {"flag": True},
            "documents": ["verklaring"],
            "from": "2026-10-20",
            "until": "2026-11-10",
        }
    )
    return household


def _two_homes() -> Draft:
    household = draft("J05")
    for ref, home in (("t-partner", "a1"), ("g-partner", "a2")):
        household.record(ref).update(fact="main_residence", value={"ref": home})
    household.record("t-partner").update(origin="own_investigation", certainty="established")
    del household.record("t-partner")["register"]
    return _claimed_by(household, "t-kgb-set")


def _counted_compensation() -> Draft:
    household = draft("J05")
    household.ledger("belastingdienst").append(
        {
            "record": "entitlement",
            "id": "t-compensation",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "compensation_childcare_scandal",
            "status": "ended",
            "amount_monthly_cents": 0,
            "one_off_cents": 3000000,
            "payee": {"member": "p1"},
            "exempt_as_means": [{"law": "Pw", "article": "31", "paragraph": "2 l"}],
        }
    )
    household.intake["assets"][0]["origin_record"] = "t-compensation"
    household.ledger("gemeente").append(
        {
            "record": "fact_used",
            "id": "g-assets",
            "department": "werk_en_inkomen",
            "persons": ["p1"],
            "fact": "assets",
            "value": {"amount_cents": 3000000},
            "origin": "own_investigation",
            "certainty": "established",
            "components": [{"from": "own_means", "asset": "as1", "amount_cents": 3000000}],
        }
    )
    household.record("g-bijstand-set").update(
        outcome="ended", reason="assets_above_limit", rests_on=["g-assets"], would_be=[]
    )
    return _claimed_by(household, "g-bijstand-set")


def _debt_of_the_former_husband() -> Draft:
    household = _claimed_by(draft("J05"), "t-kgb-set")
    household.intake["relations"][0]["status"] = "divorced"
    household.intake["members"][1]["role"] = "outside_plan"
    household.record("x-claim")["arose_from"] = "p2"
    return household


def _threshold_of_an_agency() -> Draft:
    household = _claimed_by(draft("J04"), "d-end")
    act = dict(household.record("i-report"), id="x-act", about="x-claim")
    del act["carried_out_by"]
    household.ledger("duo").append(act)
    return household


@pytest.mark.parametrize(
    ("kind", "made", "provision"),
    [
        (
            ConflictType.PARTNERBEGRIP_VERSCHIL,
            lambda: _claimed_by(draft("J05"), "t-kgb-set"),
            "Awir 31",
        ),
        (ConflictType.HOOFDVERBLIJF_VERSCHIL, _two_homes, "Awir 31"),
        (
            ConflictType.UITZONDERING_NIET_TOEGEPAST,
            lambda: _claimed_by(draft("J05"), "g-bijstand-set"),
            "Awb 4:94",
        ),
        (ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD, _counted_compensation, "Awb 4:94"),
        (ConflictType.HOOFDELIJK_VOOR_SCHULD_EX, _debt_of_the_former_husband, "Awir 31"),
        (ConflictType.DREMPEL_NADERT, _threshold_of_an_agency, "Awb 4:94"),
    ],
)
def test_what_is_claimed_by_the_contested_decision_is_paused(
    kind: ConflictType, made: Callable[[], Draft], provision: str
) -> None:
    holds = _holds(made(), kind)
    assert [(str(each.provision), each.on) for each in holds] == [(provision, ("x-claim",))]
    assert all(each.amount_cents is None for each in holds)


def test_what_could_not_be_objected_to_is_not_collected_meanwhile() -> None:
    (hold,) = _holds(_term_missed(), ConflictType.BEZWAARTERMIJN_VERLOPEN)
    assert (hold.agency, str(hold.provision), hold.on) == ("duo", "Awb 4:94", ("d-grant",))


def test_what_a_letter_disputed_is_not_collected_meanwhile() -> None:
    (hold,) = _holds(draft("J06"), ConflictType.BEZWAAR_NIET_HERKEND)
    assert (hold.agency, str(hold.provision)) == ("uwv", "Awb 4:94")
    assert hold.on == ("u-claim", "u-setoff")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("J05", ConflictType.PARTNERBEGRIP_VERSCHIL),
        ("J05", ConflictType.UITZONDERING_NIET_TOEGEPAST),
        ("J04", ConflictType.DREMPEL_NADERT),
    ],
)
def test_where_nothing_is_claimed_there_is_nothing_to_pause(name: str, kind: ConflictType) -> None:
    assert _holds(draft(name), kind) == ()


def test_what_is_withheld_for_another_claim_goes_on() -> None:
    household = draft("J06")
    other = dict(household.record("u-claim"), id="x-claim")
    del other["determined_by"]
    household.ledger("uwv").append(other)
    household.record("u-setoff")["for"] = "x-claim"
    (hold,) = _holds(household, ConflictType.BEZWAAR_NIET_HERKEND)
    assert hold.on == ("u-claim",)


def test_a_claim_of_another_decision_goes_on() -> None:
    household = draft("J06")
    del household.record("u-claim")["determined_by"]
    assert _holds(household, ConflictType.BEZWAAR_NIET_HERKEND) == ()


def test_who_is_not_in_the_conflict_is_asked_nothing() -> None:
    household = draft("J06")
    household.ledger("duo").append(
        {
            "record": "claim",
            "id": "x-claim",
            "persons": ["p1"],
            "scheme": "student_finance",
            "kind": "overpayment",
            "status": "open",
            "outstanding_cents": 60000,
            "liable": ["p1"],
            "determined_by": "u-reclaim",
        }
    )
    (hold,) = _holds(household, ConflictType.BEZWAAR_NIET_HERKEND)
    assert hold.agency.value == "uwv"


def test_a_claim_that_is_paid_needs_no_pause() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    assert _holds(household, ConflictType.BEZWAAR_NIET_HERKEND) == ()


@pytest.mark.parametrize(
    ("stops", "until", "is_at_rest"),
    [
        (StoppedAct, "2027-02-01", True),
        (StoppedAct, None, True),
        (StoppedAct, "2026-11-22", False),
        (set(StoppedAct) - {StoppedAct.SET_OFF}, None, False),
    ],
)
def test_what_its_holder_paused_in_full_already_is_not_paused_again(
    stops: Iterable[StoppedAct], until: str | None, is_at_rest: bool
) -> None:
    household = draft("J06")
    household.remove("u-setoff")
    hold: Json = {
        "record": "hold",
        "id": "x-hold",
        "persons": ["p1"],
        "covers": ["u-claim"],
        "stops": [each.value for each in stops],
        "status": "in_force",
        "from": "2026-11-01",
    }
    household.ledger("uwv").append(hold if until is None else {**hold, "until": until})
    holds = _holds(household, ConflictType.BEZWAAR_NIET_HERKEND)
    assert (holds == ()) is is_at_rest


def test_a_pause_of_another_body_is_no_pause_of_this_one() -> None:
    household = draft("J06")
    household.ledger("gemeente").append(
        {
            "record": "hold",
            "id": "x-hold",
            "persons": ["p1"],
            "covers": ["u-claim"],
            "stops": [each.value for each in StoppedAct],
            "status": "in_force",
            "from": "2026-11-01",
            "until": "2027-03-31",
        }
    )
    (hold,) = _holds(household, ConflictType.BEZWAAR_NIET_HERKEND)
    assert str(hold.until) == "2027-03-31"


def test_a_debt_to_a_shop_is_no_matter_for_an_agency() -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorced"
    household.intake["members"][1]["role"] = "outside_plan"
    assert _holds(household, ConflictType.HOOFDELIJK_VOOR_SCHULD_EX) == ()
