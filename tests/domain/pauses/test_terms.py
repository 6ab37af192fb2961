"""What a pause does to set-off, interest and limitation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.conflicts.catalogue import find_conflicts
from domain.measures import Measure, MeasureKind
from domain.options.catalogue import measures_for
from domain.options.time_outs import time_outs_for
from domain.pauses import Interest, paused_claims
from domain.picture import Picture
from tests.support.drafts import draft


def time_out(picture: Picture) -> Measure:
    (asked,) = time_outs_for(find_conflicts(picture), picture)
    return asked


def test_a_time_out_stops_set_off_and_interest_and_says_until_when() -> None:
    picture = draft("J01").picture()
    (paused,) = paused_claims(time_out(picture), picture, picture.today)
    assert (paused.claim, paused.until) == ("t-kot", dt.date(2026, 12, 21))
    assert paused.set_off_stops
    assert paused.interest is Interest.STOPS


def test_limitation_is_as_much_later_as_the_pause_is_long() -> None:
    # decided on 21 August 2026, to be paid within six weeks: 2 October 2026; five years on
    picture = draft("J01").picture()
    (paused,) = paused_claims(time_out(picture), picture, picture.today)
    assert paused.days_longer == 29
    own = [each for each in household_holds(picture) if each != "g-stabilise"]
    assert own == [], "the municipality's pause is no postponement by the creditor"
    assert paused.limitation_not_before == dt.date(2031, 10, 31)


def household_holds(picture: Picture) -> list[str]:
    return [held.record.id for held in picture.held if held.record.record == "hold"]


def test_an_earlier_pause_of_the_creditor_itself_counts_too() -> None:
    household = draft("J01")
    household.ledger("belastingdienst").append(
        {
            "record": "hold",
            "id": "t-eerder",
            "department": "toeslagen",
            "persons": ["p1"],
            "legal_basis": [{"law": "Awb", "article": "4:94"}],
            "covers": ["t-kot"],
            "stops": ["dunning"],
            "status": "ended",
            "from": "2026-10-05",
            "until": "2026-10-14",
        }
    )
    picture = household.picture()
    (paused,) = paused_claims(time_out(picture), picture, picture.today)
    assert paused.limitation_not_before == dt.date(2031, 11, 10)


def test_without_a_decision_the_day_of_limitation_is_not_known() -> None:
    household = draft("J01")
    del household.record("t-kot")["determined_by"]
    picture = household.picture()
    (paused,) = paused_claims(time_out(picture), picture, picture.today)
    assert paused.limitation_not_before is None
    assert paused.days_longer == 29


def test_what_is_no_pause_has_no_such_terms() -> None:
    picture = draft("J01").picture()
    reduce = next(
        each
        for each in measures_for(find_conflicts(picture), picture)
        if each.kind is MeasureKind.REDUCE
    )
    assert paused_claims(reduce, picture, picture.today) == ()
    assert paused_claims(replace(reduce, until=picture.today), picture, picture.today) == ()
