from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Entitlement, Referral
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.KRINGVERWIJZING
EARLY = ("gemeente", "grant_from", "Pw 41", ("g-bijstand-app",))
OF_RIGHT = ("gemeente", "grant_from", "Pw 44", ("g-bijstand-app",))
RAISED = ("gemeente", "grant", "Pw 20 lid 3", ("g-bijstand-app",))
FITTED = ("gemeente", "tailor", "Pw 18 lid 1", ("g-bijstand-app",))
ADVANCE = ("gemeente", "advance", "Pw 52", ("g-bijstand-app",))
DECIDED = ("uwv", "decide_earlier", "Awb 3:2", ("u-wajong-app",))


def _aged(born: str) -> Draft:
    household = draft("J04")
    household.intake["members"][0]["born"] = born
    return household


def test_assistance_is_granted_and_what_comes_before_it_decided_on() -> None:
    answer = answered(draft("J04"), KIND)
    assert answer.acts == [RAISED, EARLY, FITTED, DECIDED]
    days = {each.kind: each.from_date or each.until for each in answer.measures}
    assert days == {
        MeasureKind.GRANT: dt.date(2026, 10, 19),
        MeasureKind.GRANT_FROM: dt.date(2026, 10, 19),
        MeasureKind.TAILOR: dt.date(2026, 10, 19),
        MeasureKind.DECIDE_EARLIER: dt.date(2027, 1, 18),
    }


@pytest.mark.parametrize("kind", [MeasureKind.GRANT, MeasureKind.GRANT_FROM, MeasureKind.TAILOR])
def test_each_way_to_grant_it_breaks_the_circle(kind: MeasureKind) -> None:
    answer = answered(draft("J04"), KIND, lambda each: each.kind is kind)
    assert KIND not in answer.after
    right = next(
        record for _, record in answer.picture.of(Entitlement) if record.scheme == "bijstand"
    )
    assert right.amount_monthly_cents == 105925
    assert {each.id for _, each in answer.picture.of(Referral)} == {"u-to-gemeente", "d-to-uwv"}


def test_the_raised_norm_is_a_right_and_the_other_ways_take_room() -> None:
    deviates = {each.kind: each.deviates_from_law for each in answered(draft("J04"), KIND).measures}
    assert not deviates[MeasureKind.GRANT]
    assert deviates[MeasureKind.GRANT_FROM]
    assert deviates[MeasureKind.TAILOR]


def test_before_four_weeks_have_passed_nothing_is_a_right() -> None:
    household = draft("J04")
    household.record("g-bijstand-app")["received"] = "2026-11-02"
    assert answered(household, KIND).acts == [EARLY, FITTED, DECIDED]


def test_who_lives_with_a_parent_is_maintained_there() -> None:
    household = draft("J04")
    member = household.intake["members"][0]
    parent = dict(member, id="p2", bsn="999902192", born="1975-01-01", role="other_adult")
    household.intake["members"].append(parent)
    household.intake["relations"].append({"kind": "parent", "a": "p2", "b": "p1"})
    acts = answered(household, KIND).acts
    assert RAISED not in acts
    assert FITTED not in acts


def test_the_grant_ends_the_harm_of_the_circle() -> None:
    household = draft("J04")
    (before,) = household.found(KIND)
    granted = (m for m in answered(household, KIND).measures if m.agency.value == "gemeente")
    assert {each.amount_cents for each in granted} == {before.monthly_harm_cents} == {105925}


def test_from_21_the_norm_of_the_grant_itself_is_used_and_from_27_nobody_searches_first() -> None:
    of_25, of_30 = answered(_aged("2001-09-12"), KIND), answered(_aged("1996-09-12"), KIND)
    assert of_25.acts == [ADVANCE, EARLY, DECIDED]
    assert of_30.acts == [OF_RIGHT, DECIDED]
    amounts = {each.kind: each.amount_cents for each in of_25.measures}
    # 95% of what will be granted (Pw 52 lid 2)
    assert amounts[MeasureKind.ADVANCE] == 128376
    assert amounts[MeasureKind.GRANT_FROM] == 135133
    assert KIND not in of_25.after | of_30.after


@pytest.mark.parametrize("born", ["2006-09-12", "1996-09-12"])
def test_with_too_many_assets_a_decision_is_asked_and_no_grant(born: str) -> None:
    household = _aged(born)
    household.intake["assets"][0]["amount_cents"] = 5_000_000
    answer = answered(household, KIND)
    assert answer.acts == [
        ("gemeente", "decide_earlier", "Awb 3:2", ("g-bijstand-app",)),
        DECIDED,
    ]
    assert KIND not in answer.after


def test_an_opened_application_for_assistance_is_granted_as_well() -> None:
    household = _aged("1996-09-12")
    household.record("g-bijstand-app")["status"] = "open"
    answer = answered(household, KIND)
    assert OF_RIGHT in answer.acts
    assert KIND not in answer.after


@pytest.mark.parametrize("day", ["2026-11-23", "2027-01-18"])
def test_who_decides_in_a_reasonable_term_need_not_be_hurried(day: str) -> None:
    household = draft("J04")
    household.record("u-wajong-app")["expected_on"] = day
    assert answered(household, KIND).acts == [RAISED, EARLY, FITTED]


def test_a_decision_is_not_asked_later_than_the_law_gives() -> None:
    household = draft("J04")
    household.record("u-wajong-app")["decide_by"] = "2026-12-01"
    (decided,) = (m for m in answered(household, KIND).measures if m.agency.value == "uwv")
    assert decided.until == dt.date(2026, 12, 1)


TAKEN_BACK = [
    ("duo", "confirm", "Awb 2:3", ("d-to-uwv",)),
    ("gemeente", "confirm", "Awb 2:3", ("g-to-duo",)),
    ("gemeente", "confirm", "Awb 2:3", ("g-to-uwv",)),
    ("uwv", "confirm", "Awb 2:3", ("u-to-gemeente",)),
]


@pytest.mark.parametrize("status", ["decided", "withdrawn"])
def test_where_nothing_is_left_to_grant_all_take_their_referrals_back(status: str) -> None:
    household = draft("J04")
    for ref in ("g-bijstand-app", "u-wajong-app"):
        household.record(ref)["status"] = status
    answer = answered(household, KIND)
    assert answer.acts == TAKEN_BACK
    assert not answer.deviates
    assert KIND not in answer.after


def test_without_an_application_the_referrals_are_taken_back_as_well() -> None:
    household = draft("J04")
    household.remove("g-bijstand-app")
    household.remove("u-wajong-app")
    answer = answered(household, KIND)
    assert answer.acts == TAKEN_BACK
    assert KIND not in answer.after


def test_a_circle_that_another_referral_closes_is_broken_too() -> None:
    household = draft("J04")
    other = dict(household.record("g-to-uwv"), id="g-other", scheme="minimaregeling")
    household.ledger("gemeente").append(other)
    answer = answered(household, KIND)
    assert ("gemeente", "confirm", "Awb 2:3", ("g-other",)) in answer.acts
    assert KIND not in answer.after
