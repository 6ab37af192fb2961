"""Terms counted by hand from Wgs 4 and 4a, with the weekends and holidays of Atw 1 and 3."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.gemeente._schuldhulp_facts import (
    SchuldhulpverleningFacts,
    Step,
    Threat,
)
from domain.legislation.regulations.gemeente.schuldhulpverlening import REGULATION
from domain.legislation.terms import is_working_day
from tests.support.law import determined, without

ON = dt.date(2026, 5, 6)

ASKED = SchuldhulpverleningFacts(
    resident=True,
    lawful_residence=True,
    cannot_pay=True,
    came_in_on=dt.date(2026, 5, 6),
    threat=Threat.NONE,
    first_talk_held=False,
)
TALKED = replace(ASKED, first_talk_held=True, first_talk_on=dt.date(2026, 5, 6), gives_up=False)


@pytest.mark.parametrize(
    ("came_in", "by"),
    [
        (dt.date(2026, 5, 6), dt.date(2026, 6, 3)),  # a Wednesday and four weeks
        (dt.date(2026, 11, 27), dt.date(2026, 12, 28)),  # Christmas, then the weekend
        (dt.date(2026, 4, 25), dt.date(2026, 5, 26)),  # 23 May a Saturday, 25 May Whit Monday
    ],
)
def test_the_first_talk_is_within_four_weeks(came_in: dt.date, by: dt.date) -> None:
    found = determined(REGULATION, replace(ASKED, came_in_on=came_in), came_in)
    assert found.result("first_talk_by") == by
    assert found.result("next_step") is Step.FIRST_TALK


@pytest.mark.parametrize("threat", [threat for threat in Threat if threat is not Threat.NONE])
def test_under_a_threat_it_is_within_three_working_days(threat: Threat) -> None:
    # from Thursday 24 December 2026: 25 December is Christmas, 26-27 the weekend; 28, 29, 30
    facts = replace(ASKED, threat=threat, came_in_on=dt.date(2026, 12, 24))
    found = determined(REGULATION, facts, dt.date(2026, 12, 24))
    assert found.result("first_talk_by") == dt.date(2026, 12, 30)


def test_the_day_after_the_term_is_overdue() -> None:
    assert determined(REGULATION, ASKED, dt.date(2026, 6, 3)).result("overdue") is False
    assert determined(REGULATION, ASKED, dt.date(2026, 6, 4)).result("overdue") is True


def test_the_decision_is_within_eight_weeks_after_the_talk() -> None:
    found = determined(REGULATION, TALKED, ON)
    assert found.result("decision_at_latest") == dt.date(2026, 7, 1)
    assert found.result("next_step") is Step.DECISION


def test_who_gives_up_gets_no_decision() -> None:
    found = determined(REGULATION, replace(TALKED, gives_up=True, first_talk_on=UNKNOWN), ON)
    assert found.result("next_step") is Step.NONE


@pytest.mark.parametrize(
    "facts",
    [
        replace(ASKED, resident=False, special_circumstances=False),
        replace(ASKED, lawful_residence=False),
        replace(ASKED, cannot_pay=False),
        replace(without(ASKED, "came_in_on", "threat"), lawful_residence=False),
    ],
)
def test_it_is_refused(facts: SchuldhulpverleningFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


def test_in_special_circumstances_a_non_resident_is_helped() -> None:
    facts = replace(ASKED, resident=False, special_circumstances=True)
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (ASKED, name)
            for name in (
                *("resident", "lawful_residence", "cannot_pay", "came_in_on", "threat"),
                "first_talk_held",
            )
        ),
        (replace(ASKED, resident=False), "special_circumstances"),
        (TALKED, "first_talk_on"),
        (TALKED, "gives_up"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(
    facts: SchuldhulpverleningFacts, name: str
) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)),
    st.sampled_from(list(Threat)),
)
def test_a_term_never_ends_on_a_day_off_and_a_threat_never_makes_it_later(
    came_in: dt.date, threat: Threat
) -> None:
    def by(which: Threat) -> dt.date:
        facts = replace(ASKED, came_in_on=came_in, threat=which)
        day = determined(REGULATION, facts, came_in).result("first_talk_by")
        assert isinstance(day, dt.date)
        return day

    assert is_working_day(by(threat))
    assert came_in < by(threat) <= by(Threat.NONE)
