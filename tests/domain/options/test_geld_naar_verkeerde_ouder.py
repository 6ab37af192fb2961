from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Application, Entitlement, MemberRef, Payee, Ref
from domain.vocabulary import ApplicationStatus
from tests.support.answered import answered
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.GELD_NAAR_VERKEERDE_OUDER


def _paid_to_the_father(**asked: object) -> Draft:
    """Child benefit goes to the husband, who lives elsewhere; the mother asked for it."""
    household = draft("J05")
    household.record("s-akw")["payee"] = {"member": "p2"}
    application: Json = {
        "record": "application",
        "id": "s-app",
        "persons": ["p1"],
        "scheme": "kinderbijslag",
        "received": "2026-10-01",
        "status": "open",
    }
    household.ledger("svb").append({**application, **asked})
    return household


@pytest.mark.parametrize(
    "asked", [{}, {"persons": ["k1"]}, {"status": "not_opened"}, {"decide_by": "2026-11-01"}]
)
def test_who_the_children_live_with_is_paid_once_that_parent_asked(
    asked: dict[str, object],
) -> None:
    answer = answered(_paid_to_the_father(**asked), KIND)
    assert answer.acts == [
        ("svb", "change_payee", "AKW 18 lid 4", ("s-akw", "s-app")),
        ("svb", "change_payee", "AKW 21", ("s-akw", "s-app")),
    ]
    assert answer.done_acts == answer.acts[:1]
    assert KIND not in answer.after
    right, application = answer.record("s-akw"), answer.record("s-app")
    assert isinstance(right, Entitlement)
    assert isinstance(application, Application)
    assert right.payee == Payee(member=MemberRef("p1"))
    assert application.status is ApplicationStatus.DECIDED


@pytest.mark.parametrize(
    ("received", "from_date"),
    [
        ("2026-10-01", dt.date(2027, 1, 1)),
        ("2026-11-23", dt.date(2027, 1, 1)),
        ("2026-09-30", dt.date(2027, 1, 1)),
        ("2026-08-31", dt.date(2026, 10, 1)),
    ],
)
def test_child_benefit_goes_to_the_other_parent_from_a_later_quarter(
    received: str, from_date: dt.date
) -> None:
    (right, room) = answered(_paid_to_the_father(received=received), KIND).measures
    assert (str(right.provision), right.from_date) == ("AKW 18 lid 4", from_date)
    assert room.from_date is None


@pytest.mark.parametrize(
    "asked",
    [{"persons": ["p2"]}, {"scheme": "aow"}, {"status": "decided"}, {"status": "withdrawn"}],
)
def test_without_a_request_only_room_lets_it_be_paid_to_another(asked: dict[str, object]) -> None:
    answer = answered(_paid_to_the_father(**asked), KIND)
    assert answer.acts == [("svb", "change_payee", "AKW 21", ("s-akw",))]
    assert answer.deviates
    assert KIND not in answer.after


def test_the_child_budget_follows_as_a_right() -> None:
    household = draft("J05")
    household.record("t-kgb")["payee"] = {"member": "p2"}
    answer = answered(household, KIND)
    assert answer.acts == [("belastingdienst", "change_payee", "Wkgb 2 lid 1", ("t-kgb",))]
    assert not answer.deviates
    assert KIND not in answer.after


def test_a_request_to_another_body_is_another_matter() -> None:
    household = _paid_to_the_father()
    asked = household.record("s-app")
    household.remove("s-app")
    household.ledger("uwv").append(asked)
    assert [each[1:] for each in answered(household, KIND).acts] == [
        ("change_payee", "AKW 21", ("s-akw",))
    ]


def _without_a_power(**asked: object) -> Draft:
    household = _paid_to_the_father(scheme="bijzondere_bijstand", **asked)
    for ref in ("s-akw", "s-app"):
        record = household.record(ref)
        record["scheme"] = "bijzondere_bijstand"
        record["department"] = "werk_en_inkomen"
        household.remove(ref)
        household.ledger("gemeente").append(record)
    return household


def test_where_nobody_may_change_the_payee_what_was_asked_is_decided_on_soon() -> None:
    (decided,) = answered(_without_a_power(), KIND).measures
    assert (decided.kind.value, decided.on) == ("decide_earlier", ("s-app",))
    assert decided.until == dt.date(2026, 12, 7)
    assert answered(_without_a_power(expected_on="2026-11-30"), KIND).measures == ()


def test_nobody_is_paid_when_nobody_in_the_plan_lives_with_the_children() -> None:
    household = _paid_to_the_father()
    household.intake["members"][0]["lives_at"] = None
    assert answered(household, KIND).measures == ()


def test_an_excluded_member_is_not_chosen() -> None:
    household = _paid_to_the_father()
    household.intake["members"][0]["lives_at"] = None
    grandmother = dict(
        household.intake["members"][0],
        id="p3",
        bsn="999902192",
        role="other_adult",
        lives_at="a1",
        excluded=True,
    )
    household.intake["members"].append(grandmother)
    relation = dict(household.intake["relations"][1], a="p3")
    household.intake["relations"].append(relation)
    assert answered(household, KIND).measures == ()
    grandmother["excluded"] = False
    changed = answered(household, KIND).done
    assert {each.kind for each in changed} == {MeasureKind.CHANGE_PAYEE}
    assert {each.value for each in changed} == {Ref("p3")}
