from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Recovery
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.BESCHERMING_HALVEERT

DECIDED = ("gemeente", "decide_earlier", "Awb 3:2", ("g-postal",))


def _address_asked(**changes: object) -> Draft:
    household = draft("J08")
    asked = {
        "record": "application",
        "id": "g-postal",
        "department": "burgerzaken",
        "persons": ["p1"],
        "scheme": "postal_address_registration",
        "received": "2026-11-16",
        "status": "open",
        "decide_by": "2027-01-11",
    }
    household.ledger("gemeente").append(asked | changes)
    return household


REGISTERED = ("gemeente", "register_address", "Wet BRP 2.23", ("g-brp", "g-postal-ref"))


def test_with_an_address_the_bailiff_is_asked_to_compute_anew() -> None:
    answer = answered(draft("J08"), KIND)
    assert answer.acts == [REGISTERED]
    assert not answer.deviates
    (request,) = answer.requests
    assert (request.party, request.kind, request.on) == (
        "bailiff",
        MeasureKind.RECOMPUTE,
        ("w-ww",),
    )
    assert (str(request.provision), request.amount_cents) == ("Rv 475da", 134849)
    taken = answer.record("w-ww")
    assert isinstance(taken, Recovery)
    # what is left of an income of 1540,00 above the protected amount
    assert taken.amount_monthly_cents == 154000 - 134849
    assert KIND not in answer.after


def test_a_postal_address_that_was_asked_for_is_decided_on_at_once() -> None:
    answer = answered(_address_asked(), KIND)
    assert answer.acts == [DECIDED, REGISTERED]
    assert {each.until for each in answer.measures} == {dt.date(2026, 11, 25)}
    assert KIND not in answer.after


@pytest.mark.parametrize("change", [{"status": "decided"}, {"scheme": "debt_counselling"}])
def test_nothing_else_is_hurried(change: dict[str, object]) -> None:
    assert answered(_address_asked(**change), KIND).acts == [REGISTERED]


def test_without_an_address_the_law_itself_protects_less() -> None:
    household = draft("J08")
    household.intake["addresses"][0]["kind"] = "shelter"
    household.record("t-zorg-end")["would_be"] = []
    answer = answered(household, KIND)
    assert (answer.measures, answer.requests) == ((), ())


def test_an_address_that_is_registered_already_only_needs_to_be_computed_with() -> None:
    household = draft("J08")
    household.record("g-brp")["value"] = {"ref": "a9"}
    answer = answered(household, KIND)
    assert answer.measures == ()
    assert [each.kind for each in answer.requests] == [MeasureKind.RECOMPUTE]
    assert KIND not in answer.after


def test_an_agency_that_attaches_so_computes_anew_and_pauses_meanwhile() -> None:
    household = _address_asked()
    taken, owed = household.record("w-ww"), household.record("w-credit")
    for record in (taken, owed):
        household.remove(record["id"])
        record["department"] = "belastingen"
    household.ledger("belastingdienst").extend((taken, owed))
    answer = answered(household, KIND)
    assert answer.acts == [
        ("belastingdienst", "hold", "IW 1990 25", ("w-credit", "w-ww")),
        ("belastingdienst", "recompute", "Rv 475da", ("w-ww",)),
        DECIDED,
        REGISTERED,
    ]
    assert KIND not in answer.after
    computed = answered(household, KIND, lambda each: each.kind is MeasureKind.RECOMPUTE)
    assert not computed.deviates
    assert KIND not in computed.after


def test_an_address_for_somebody_else_is_not_hurried() -> None:
    household = _address_asked(persons=["p2"])
    member = dict(household.intake["members"][0], id="p2", bsn="999902192", role="other_adult")
    household.intake["members"].append(member)
    assert answered(household, KIND).acts == [REGISTERED]
