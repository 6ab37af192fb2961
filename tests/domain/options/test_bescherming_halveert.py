from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

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


def test_a_postal_address_that_was_asked_for_is_decided_on_at_once() -> None:
    found = remedied(_address_asked(), KIND)
    assert found.acts == [DECIDED]
    assert found.measures[0].until == dt.date(2026, 11, 25)
    assert KIND in found.after


@pytest.mark.parametrize("change", [{"status": "decided"}, {"scheme": "debt_counselling"}])
def test_nothing_else_is_hurried(change: dict[str, object]) -> None:
    assert remedied(_address_asked(**change), KIND).measures == ()


def test_without_an_application_no_measure_of_these_kinds_helps() -> None:
    found = remedied(draft("J08"), KIND)
    assert found.measures == ()


def test_an_agency_that_attaches_so_pauses_it() -> None:
    household = _address_asked()
    taken, owed = household.record("w-ww"), household.record("w-credit")
    for record in (taken, owed):
        household.remove(record["id"])
        record["department"] = "belastingen"
    household.ledger("belastingdienst").extend((taken, owed))
    found = remedied(household, KIND)
    assert found.acts == [
        ("belastingdienst", "hold", "IW 1990 25", ("w-credit", "w-ww")),
        DECIDED,
    ]
    assert KIND not in found.after


def test_an_address_for_somebody_else_is_not_hurried() -> None:
    household = _address_asked(persons=["p2"])
    member = dict(household.intake["members"][0], id="p2", bsn="999902192", role="other_adult")
    household.intake["members"].append(member)
    assert remedied(household, KIND).measures == ()
