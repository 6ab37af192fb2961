from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example, names
from domain.deadlines import Deadline, deadlines_of
from domain.picture import Picture
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

EXPECTED = Path(__file__).parents[1] / "expected"

NOT_IN_THE_RECORDS = {
    # rest on facts that stand in words only, or on a decision that is not there yet
    ("J02", "2026-12-31", "household:p1"),
    ("J05", "2027-06-09", "gemeente"),
    # the expectation names the insurer by its kind, where the file has an id
    ("J04", "2026-12-01", "party:health_insurer"),
}


def _of(household: Draft) -> dict[str, Deadline]:
    return {deadline.what: deadline for deadline in deadlines_of(household.picture())}


def _picture(name: str) -> Picture:
    return picture_of(load_case_file(example(name)))


def _told(deadline: Deadline) -> dict[str, str | None]:
    return {
        "what": deadline.what,
        "start": deadline.start.isoformat() if deadline.start else None,
        "due": deadline.due.isoformat(),
        "rule": deadline.rule,
        "owner": str(deadline.owner),
    }


@pytest.mark.parametrize("name", ["J00", "J01"])
def test_the_expected_deadlines_are_found_word_for_word(name: str) -> None:
    found = [_told(deadline) for deadline in deadlines_of(_picture(name))]
    for expected in json.loads((EXPECTED / f"{name}.json").read_text())["deadlines"]:
        assert expected in found


@pytest.mark.parametrize("name", names())
def test_every_expected_day_is_found_with_its_start_and_owner(name: str) -> None:
    found = {(d.start, d.due, str(d.owner)) for d in deadlines_of(_picture(name))}
    for expected in json.loads((EXPECTED / f"{name}.json").read_text())["deadlines"]:
        if (name, expected["due"], expected["owner"]) not in NOT_IN_THE_RECORDS:
            start = dt.date.fromisoformat(expected["start"]) if expected["start"] else None
            assert (start, dt.date.fromisoformat(expected["due"]), expected["owner"]) in found


@pytest.mark.parametrize("name", names())
def test_deadlines_stand_in_order_and_each_once(name: str) -> None:
    found = deadlines_of(_picture(name))
    assert len(set(found)) == len(found)
    assert [deadline.due for deadline in found] == sorted(deadline.due for deadline in found)


def test_a_decided_application_has_no_deadlines_left() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["status"] = "decided"
    assert not {"Voorschot bijstand", "Beslissing bijstand"} & set(_of(household))


def test_a_paid_advance_is_no_deadline_and_an_overdue_one_still_is() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["advance"]["due"] = "2026-11-20"
    assert "Voorschot bijstand" in _of(household)
    household.record("g-bijstand-app")["advance"]["paid"] = True
    assert "Voorschot bijstand" not in _of(household)


def test_the_threat_that_comes_first_names_the_first_talk() -> None:
    household = draft("J05")
    household.record("l-eviction")["kind"] = "end_of_insurance"
    assert "Eerste gesprek schuldhulp (dreigend einde zorgverzekering)" in _of(household)
    household.remove("l-eviction")
    assert "Eerste gesprek schuldhulp (bedreigende situatie)" in _of(household)


def test_an_objection_can_be_made_until_and_on_its_last_day() -> None:
    household = draft("J01")
    household.record("u-ww-refused")["objection_until"] = "2026-11-23"
    assert "Bezwaar WW" in _of(household)
    household.record("u-ww-refused")["objection_until"] = "2026-11-22"
    assert "Bezwaar WW" not in _of(household)


def test_a_decision_that_gives_what_was_asked_needs_no_objection() -> None:
    assert "Bezwaar WW" not in _of(draft("J00"))


def test_an_objection_that_came_in_makes_the_body_decide_within_six_weeks() -> None:
    household = draft("J01")
    household.record("u-ww-refused")["objection_received"] = "2026-11-20"
    found = _of(household)
    assert "Bezwaar WW" not in found
    # six weeks after New Year's Eve
    assert found["Beslissing op bezwaar zonder commissie"].due == dt.date(2027, 2, 11)


def test_a_letter_after_the_term_is_no_objection() -> None:
    household = draft("J06")
    household.record("u-letter")["on"] = "2026-11-10"
    assert "Beslissing op bezwaar zonder commissie" not in _of(household)


def test_a_right_that_lapses_is_told_once_when_it_is_an_objection_term() -> None:
    found = [d for d in deadlines_of(_picture("J02")) if d.due == dt.date(2026, 11, 27)]
    assert len(found) == 1


def test_an_act_in_the_past_is_no_deadline() -> None:
    household = draft("J08")
    household.record("u-stop")["date"] = "2026-11-22"
    assert "Stop WW" not in _of(household)


def test_an_allowance_that_was_asked_for_is_not_to_be_asked_again() -> None:
    household = draft("J04")
    household.ledger("belastingdienst").append(
        {
            "record": "application",
            "id": "t-app",
            "department": "toeslagen",
            "persons": ["p1"],
            "scheme": "zorgtoeslag",
            "received": "2026-11-20",
            "status": "open",
        }
    )
    assert not [d for d in deadlines_of(household.picture()) if d.rule.startswith("Awir")]


def test_an_allowance_of_a_year_that_can_no_longer_be_asked_for_is_left_out() -> None:
    household = draft("J04")
    household.record("t-zorg")["from"] = "2024-01-01"
    assert not [d for d in deadlines_of(household.picture()) if d.rule.startswith("Awir")]


def test_a_right_from_the_last_day_of_the_calendar_brings_no_last_day_to_ask() -> None:
    household = draft("J04")
    household.record("t-zorg")["from"] = "9999-12-31"
    assert not [d for d in deadlines_of(household.picture()) if d.record == "t-zorg"]


def test_who_is_21_already_waits_for_no_other_norm() -> None:
    household = draft("J04")
    household.intake["members"][0]["born"] = "2005-11-23"
    assert "21 jaar: norm wijzigt naar art. 21" not in _of(household)


@pytest.mark.parametrize("silent", list(Agency))
@pytest.mark.parametrize("name", names())
def test_a_silent_agency_leaves_the_deadlines_at_the_others(name: str, silent: Agency) -> None:
    whole = _picture(name)
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    left = deadlines_of(replace(whole, positions=heard))
    assert silent not in {deadline.owner.body.agency for deadline in left if deadline.owner.body}
