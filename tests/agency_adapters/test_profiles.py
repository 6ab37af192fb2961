"""Six agencies, each found by its folder, each with its own number and term."""

from __future__ import annotations

import datetime as dt

import pytest

from agency_adapters.profile import WITHIN_ONE_MONTH, AnswerTerm
from agency_adapters.registry import all_profiles, profile_of
from domain.records import Provision
from domain.vocabulary import Agency, Law


def test_every_agency_has_a_profile_and_no_two_share_a_number() -> None:
    profiles = all_profiles()
    assert [profile.agency for profile in profiles] == list(Agency)
    assert len({profile.oin for profile in profiles}) == len(profiles)
    assert len({profile.number_prefix for profile in profiles}) == len(profiles)


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 12, 23)),
        (dt.date(2026, 12, 31), dt.date(2027, 1, 31)),
        (dt.date(2027, 1, 31), dt.date(2027, 2, 28)),
        (dt.date(2028, 1, 31), dt.date(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(received: dt.date, last_day: dt.date) -> None:
    assert WITHIN_ONE_MONTH.last_day(received) == last_day


def test_the_keeper_of_the_brp_answers_within_four_weeks() -> None:
    term = profile_of(Agency.GEMEENTE).answers_register_errors
    assert term == AnswerTerm(Provision(Law.WET_BRP, "2.58", "1"), weeks=4)
    assert term.last_day(dt.date(2026, 11, 23)) == dt.date(2026, 12, 21)
