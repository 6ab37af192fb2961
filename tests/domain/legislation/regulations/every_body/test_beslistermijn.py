"""Golden values: Awb 4:13-4:15, 5:51 and 7:10, Awir 16 and 19 counted on the calendar by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body._decision_procedures import Procedure
from domain.legislation.regulations.every_body._term_steps import Suspension
from domain.legislation.regulations.every_body.beslistermijn import (
    REGULATION,
    BeslistermijnFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)
FACTS = BeslistermijnFacts(
    procedure=Procedure.APPLICATION,
    start=dt.date(2026, 6, 1),
    postponed_weeks=0,
    suspensions=(),
    statutory_weeks=10,
    information_from_abroad=False,
)


def _last(facts: BeslistermijnFacts) -> object:
    return determined(REGULATION, facts, ON).result("last_day")


def _suspension(asked: str, ended: str) -> Suspension:
    return Suspension(asked_on=dt.date.fromisoformat(asked), ended_on=dt.date.fromisoformat(ended))


@pytest.mark.parametrize(
    ("procedure", "last"),
    [
        (Procedure.APPLICATION, "2026-07-27"),  # eight weeks
        (Procedure.STATUTORY_TERM, "2026-08-10"),  # the ten weeks of the facts
        (Procedure.OBJECTION, "2026-07-13"),  # six
        (Procedure.OBJECTION_WITH_COMMITTEE, "2026-08-24"),  # twelve
        (Procedure.PENALTY, "2026-08-31"),  # thirteen
        (Procedure.ALLOWANCE_ADVANCE, "2026-08-31"),
        (Procedure.ALLOWANCE_AWARD, "2026-12-01"),  # six months
        (Procedure.ASSISTANCE_ADVANCE, "2026-06-29"),  # four weeks
        (Procedure.DEBT_TALK, "2026-06-29"),
        (Procedure.DEBT_TALK_THREAT, "2026-06-04"),  # three working days
        (Procedure.DEBT_PLAN, "2026-07-27"),
    ],
)
def test_each_decision_has_its_term(procedure: Procedure, last: str) -> None:
    assert _last(replace(FACTS, procedure=procedure)) == dt.date.fromisoformat(last)


def test_a_request_to_complete_suspends_from_the_day_after_up_to_the_completion() -> None:
    # asked on 10 June, completed on 20 June: 11 to 19 June, nine days; 5 August is a Wednesday
    once = replace(FACTS, suspensions=(_suspension("2026-06-10", "2026-06-20"),))
    assert _last(once) == dt.date(2026, 8, 5)
    twice = replace(once, suspensions=2 * (_suspension("2026-06-10", "2026-06-20"),))
    assert _last(twice) == dt.date(2026, 8, 5)


def test_suspended_days_come_before_the_weekend_moves_the_last_day() -> None:
    # five days more: Saturday 1 August, so Monday 3 August
    facts = replace(FACTS, suspensions=(_suspension("2026-06-10", "2026-06-16"),))
    assert _last(facts) == dt.date(2026, 8, 3)


@pytest.mark.parametrize(
    ("procedure", "weeks", "last"),
    [
        (Procedure.APPLICATION, 4, "2026-08-24"),
        # a notice does not move an act's own term (Awb 4:14 lid 1)
        (Procedure.STATUTORY_TERM, 4, "2026-08-10"),
        # at most six weeks (Awb 7:10 lid 3)
        (Procedure.OBJECTION, 9, "2026-08-24"),
        # at most thirteen (Awir 16 lid 3)
        (Procedure.ALLOWANCE_ADVANCE, 20, "2026-11-30"),
    ],
)
def test_it_is_postponed_as_far_as_the_law_lets_it(
    procedure: Procedure, weeks: int, last: str
) -> None:
    facts = replace(FACTS, procedure=procedure, postponed_weeks=weeks)
    assert _last(facts) == dt.date.fromisoformat(last)


def test_information_from_abroad_gives_the_advance_more_time() -> None:
    facts = replace(
        FACTS,
        procedure=Procedure.ALLOWANCE_ADVANCE,
        postponed_weeks=20,
        information_from_abroad=True,
    )
    assert _last(facts) == dt.date(2027, 1, 18)


def test_the_last_day_itself_is_in_time() -> None:
    for on, overdue in ((dt.date(2026, 7, 27), False), (dt.date(2026, 7, 28), True)):
        assert determined(REGULATION, FACTS, on).result("overdue") is overdue


@pytest.mark.parametrize("name", ["procedure", "start", "postponed_weeks", "suspensions"])
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(FACTS, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_suspension_without_an_end_leaves_it_unsaid() -> None:
    endless = Suspension(asked_on=dt.date(2026, 6, 10), ended_on=UNKNOWN)
    found = determined(REGULATION, replace(FACTS, suspensions=(endless,)), ON)
    assert {missing.name for missing in found.missing} == {"suspensions[0].ended_on"}
