from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Application, ThreatenedAct
from domain.vocabulary import ApplicationStatus
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.TERMIJN_BOTSING


def _benefit_ends(**changes: object) -> Draft:
    """UWV announced the end of a benefit, which the answer on assistance would bridge."""
    household = draft("J01")
    household.remove("l-hearing")
    household.ledger("uwv").append(
        {
            "record": "threatened_act",
            "id": "x-end",
            "persons": ["p1"],
            "kind": "end_of_benefit",
            "date": "2026-12-01",
            "averted_by": [{"record": "g-bijstand-app", "step": "decision"}],
        }
        | changes
    )
    return household


@pytest.mark.parametrize(
    "kind", [MeasureKind.ACCEPT_OBJECTION, MeasureKind.PLAN, MeasureKind.DECIDE_EARLIER]
)
def test_an_objection_a_plan_or_a_sooner_talk_each_keep_the_term_from_lapsing(
    kind: MeasureKind,
) -> None:
    found = answered(draft("J02"), KIND, lambda each: each.kind is kind)
    assert len(found.done) == 1
    assert not found.deviates
    assert KIND not in found.after


def test_the_objection_is_taken_in_by_the_body_whose_term_it_is() -> None:
    found = answered(draft("J02"), KIND, lambda each: each.kind is MeasureKind.ACCEPT_OBJECTION)
    assert found.done_acts == [("belastingdienst", "accept_objection", "Awb 6:8", ("b-lapse",))]
    assert "b-lapse" not in {held.record.id for held in found.picture.held}


def test_the_plan_leaves_the_protected_amount_free_and_decides_the_application() -> None:
    found = answered(draft("J02"), KIND, lambda each: each.kind is MeasureKind.PLAN)
    (plan,) = found.done
    asked = found.record("g-debt-app")
    assert (str(plan.provision), plan.amount_cents) == ("Wgs 4a lid 5", 134849)
    assert isinstance(asked, Application)
    assert asked.status is ApplicationStatus.DECIDED


def test_against_an_eviction_the_municipality_asks_the_court_for_half_a_year() -> None:
    found = answered(draft("J05"), KIND, lambda _: False)
    (asked,) = found.requests
    assert (asked.party, asked.kind, asked.through) == (
        "landlord",
        MeasureKind.MORATORIUM,
        "gemeente",
    )
    assert (str(asked.provision), asked.on) == ("Fw 287b", ("l-eviction",))
    assert asked.until == dt.date(2027, 6, 9)
    eviction = found.record("l-eviction")
    assert isinstance(eviction, ThreatenedAct)
    assert eviction.date == dt.date(2027, 6, 9)
    assert KIND not in found.after


def test_no_moratorium_without_debt_help_nor_against_a_hearing() -> None:
    household = draft("J05")
    household.record("g-debt-app")["scheme"] = "bijzondere_bijstand"
    assert answered(household, KIND).requests == ()
    assert answered(draft("J01"), KIND).requests == ()


def test_an_agency_can_wait_with_what_it_announced() -> None:
    found = answered(_benefit_ends(), KIND, lambda each: each.kind is MeasureKind.HOLD)
    (wait,) = found.done
    assert (wait.agency, str(wait.provision), wait.on) == ("uwv", "Awb 3:4", ("x-end",))
    assert wait.deviates_from_law
    assert KIND not in found.after


def test_it_waits_until_there_must_be_a_decision() -> None:
    household = _benefit_ends()
    household.record("g-bijstand-app")["decide_by"] = "2027-01-18"
    found = answered(household, KIND, lambda each: each.kind is MeasureKind.HOLD)
    assert [each.until for each in found.done] == [dt.date(2027, 1, 18)]
    assert KIND not in found.after


@pytest.mark.parametrize("kind", ["right_lapses", "end_of_insurance", "report_to_cak"])
def test_what_the_law_brings_by_itself_does_not_wait(kind: str) -> None:
    kinds = {each.kind for each in answered(_benefit_ends(kind=kind), KIND).measures}
    assert MeasureKind.HOLD not in kinds


def test_the_order_of_the_ledgers_does_not_matter() -> None:
    turned = draft("J02")
    for ledger in turned.ledgers():
        ledger.reverse()
    assert answered(turned, KIND).acts == answered(draft("J02"), KIND).acts
