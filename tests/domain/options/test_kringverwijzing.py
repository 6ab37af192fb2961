from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.options.kringverwijzing import REMEDY
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.KRINGVERWIJZING
GRANTED = ("gemeente", "grant_from", "Pw 41", ("g-bijstand-app",))
DECIDED = ("uwv", "decide_earlier", "Awb 3:2", ("u-wajong-app",))


def _aged(born: str) -> Draft:
    household = draft("J04")
    household.intake["members"][0]["born"] = born
    return household


def test_assistance_is_granted_and_what_comes_before_it_decided_on() -> None:
    answer = remedied(draft("J04"), KIND)
    assert answer.acts == [GRANTED, DECIDED]
    days = {each.kind: each.from_date or each.until for each in answer.measures}
    assert days == {
        MeasureKind.GRANT_FROM: dt.date(2026, 10, 19),
        MeasureKind.DECIDE_EARLIER: dt.date(2027, 1, 18),
    }


def test_the_grant_ends_the_harm_of_the_circle() -> None:
    household = draft("J04")
    (before,) = household.found(KIND)
    (grant,) = (m for m in remedied(household, KIND).measures if m.agency.value == "gemeente")
    assert grant.amount_cents == before.monthly_harm_cents == 105925


def test_from_21_the_norm_of_the_grant_itself_is_used_and_from_27_nobody_searches_first() -> None:
    (of_25, _) = sorted(remedied(_aged("2001-09-12"), KIND).measures, key=lambda m: m.agency)
    (of_30, _) = sorted(remedied(_aged("1996-09-12"), KIND).measures, key=lambda m: m.agency)
    assert of_25.amount_cents == of_30.amount_cents == 135133
    assert (str(of_25.provision), of_25.deviates_from_law) == ("Pw 41", True)
    assert (str(of_30.provision), of_30.deviates_from_law) == ("Pw 44", False)


@pytest.mark.parametrize("born", ["2006-09-12", "1996-09-12"])
def test_with_too_many_assets_a_decision_is_asked_and_no_grant(born: str) -> None:
    household = _aged(born)
    household.intake["assets"][0]["amount_cents"] = 5_000_000
    assert remedied(household, KIND).acts == [
        ("gemeente", "decide_earlier", "Awb 3:2", ("g-bijstand-app",)),
        DECIDED,
    ]


def test_an_opened_application_for_assistance_is_granted_as_well() -> None:
    household = _aged("1996-09-12")
    household.record("g-bijstand-app")["status"] = "open"
    assert ("gemeente", "grant_from", "Pw 44", ("g-bijstand-app",)) in remedied(
        household, KIND
    ).acts


@pytest.mark.parametrize("day", ["2026-11-23", "2027-01-18"])
def test_who_decides_in_a_reasonable_term_need_not_be_hurried(day: str) -> None:
    household = draft("J04")
    household.record("u-wajong-app")["expected_on"] = day
    assert remedied(household, KIND).acts == [GRANTED]


def test_a_decision_is_not_asked_later_than_the_law_gives() -> None:
    household = draft("J04")
    household.record("u-wajong-app")["decide_by"] = "2026-12-01"
    (decided,) = (m for m in remedied(household, KIND).measures if m.agency.value == "uwv")
    assert decided.until == dt.date(2026, 12, 1)


@pytest.mark.parametrize("status", ["decided", "withdrawn"])
def test_what_was_decided_or_withdrawn_asks_nothing(status: str) -> None:
    household = draft("J04")
    for ref in ("g-bijstand-app", "u-wajong-app"):
        household.record(ref)["status"] = status
    assert remedied(household, KIND).acts == []


def test_a_silent_agency_is_asked_nothing() -> None:
    household = draft("J04")
    (conflict,) = household.found(KIND)
    household.remove("g-bijstand-app")
    household.remove("u-wajong-app")
    assert REMEDY.measures_for(conflict, household.picture()) == ()
