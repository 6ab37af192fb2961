"""Suspension, held against the calendar: every day counted by hand, once."""

from __future__ import annotations

import datetime as dt
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.legislation.regulations.every_body._decision_procedures import Procedure
from domain.legislation.regulations.every_body._term_steps import Suspension
from domain.legislation.regulations.every_body.beslistermijn import (
    REGULATION,
    BeslistermijnFacts,
)
from tests.support.law import determined

START = dt.date(2026, 1, 5)
WEEKS = 20  # more than twelve: the Algemene termijnenwet leaves the last day where it falls
A_DAY = dt.timedelta(days=1)

suspensions = st.builds(
    Suspension,
    asked_on=st.dates(dt.date(2026, 1, 1), dt.date(2026, 4, 1)),
    ended_on=st.dates(dt.date(2026, 1, 1), dt.date(2026, 4, 1)),
)


def _last(*suspended: Suspension) -> object:
    facts = BeslistermijnFacts(
        procedure=Procedure.STATUTORY_TERM,
        start=START,
        statutory_weeks=WEEKS,
        suspensions=suspended,
    )
    return determined(REGULATION, facts, START).result("last_day")


def _is_suspended(day: dt.date, suspension: Suspension) -> bool:
    asked, ended = suspension.asked_on, suspension.ended_on
    assert isinstance(asked, dt.date)
    assert isinstance(ended, dt.date)
    return asked < day < ended


@settings(deadline=None)
@given(st.lists(suspensions, max_size=4))
def test_each_suspended_day_is_added_once(suspended: list[Suspension]) -> None:
    year = [dt.date(2026, 1, 1) + count * A_DAY for count in range(120)]
    still = [day for day in year if any(_is_suspended(day, each) for each in suspended)]
    assert _last(*suspended) == START + dt.timedelta(weeks=WEEKS, days=len(still))


def test_a_suspension_of_centuries_takes_no_longer_to_count_than_one_of_a_day() -> None:
    endless = Suspension(asked_on=dt.date(1900, 1, 1), ended_on=dt.date(2900, 1, 1))
    begun = process_time()
    for _ in range(10):
        _last(endless, endless)
    assert process_time() - begun < 0.5
