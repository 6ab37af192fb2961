"""The last day to ask DUO for another year's income."""

from __future__ import annotations

import datetime as dt

from domain.deadlines import deadlines_of
from tests.support.drafts import Draft, draft


def asked(household: Draft) -> list[tuple[str, dt.date, str]]:
    return [
        (deadline.what, deadline.due, str(deadline.owner))
        for deadline in deadlines_of(household.picture())
        if "peiljaar" in deadline.what
    ]


def test_who_pays_on_the_income_of_an_earlier_year_has_until_the_end_of_this_one() -> None:
    assert asked(draft("J02")) == [
        ("Verzoek verlegging peiljaar 2026", dt.date(2026, 12, 31), "household:p1")
    ]


def test_an_instalment_that_has_ended_needs_no_request() -> None:
    household = draft("J02")
    household.record("d-pay")["status"] = "ended"
    assert asked(household) == []


def test_without_an_income_of_an_earlier_year_nothing_is_to_be_moved() -> None:
    household = draft("J02")
    household.record("d-income").update(period_from="2026-01-01", period_until="2026-12-31")
    assert asked(household) == []


def test_the_end_of_a_moratorium_is_six_months_from_the_eviction_that_it_stops() -> None:
    found = {deadline.what: deadline for deadline in deadlines_of(draft("J05").picture())}
    end = found["Einde moratorium"]
    assert (end.start, end.due) == (dt.date(2026, 12, 9), dt.date(2027, 6, 9))
    assert str(end.owner) == "gemeente"
