"""The room to deviate: complete for every power that deviates, and for all that is forbidden."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.legislation.acts import Act, Article
from domain.legislation.powers import FORBIDDEN, POWERS, Forbidden, Power
from domain.legislation.room import ROOMS, Competent, RoomKind, room_for, room_of, rooms_of
from domain.measures import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law

DEVIATING = [power for power in POWERS if power.deviates_from_law]


def named(rule: Power | Forbidden) -> str:
    provision = rule.provision if isinstance(rule, Power) else rule.forbidden_by
    return f"{rule.agency.value}-{rule.kind.value}-{provision}"


@pytest.mark.parametrize("power", DEVIATING, ids=named)
def test_every_power_that_deviates_stands_on_room_of_the_same_body(power: Power) -> None:
    room = room_for(power.agency, power.kind, power.provision, power.department)
    assert room is not None
    assert room.kind is not RoomKind.NONE
    permission = room.permission(power.kind)
    assert permission is not None
    assert (permission.words.nl, permission.schemes) == (power.summary_nl, power.schemes)


@pytest.mark.parametrize("rule", FORBIDDEN, ids=named)
def test_all_that_is_forbidden_is_a_rule_that_binds_with_another_way(rule: Forbidden) -> None:
    rooms = [
        each
        for each in rooms_of(rule.forbidden_by)
        if each.kind is RoomKind.NONE
        and Competent(rule.agency, rule.department) in each.competent
        and any(one.kind is rule.kind for one in each.forbids)
    ]
    assert len(rooms) == 1
    provisions = {power.provision for power in POWERS if power.agency is rule.agency}
    assert rule.instead_use in provisions
    assert set(rule.except_under) <= provisions


def test_a_rule_that_binds_permits_nothing_and_room_forbids_nothing() -> None:
    for room in ROOMS:
        assert not (room.kind is RoomKind.NONE and room.permits), room.id
        assert not (room.kind is not RoomKind.NONE and room.forbids), room.id


def test_room_is_found_by_exactly_its_place() -> None:
    room = room_of(Provision(Law.AWIR, "26", "2"))
    assert room is not None
    assert room.kind is RoomKind.PROPORTIONALITY
    assert room.competent == (Competent(Agency.BELASTINGDIENST, Department.TOESLAGEN),)
    assert room_of(Provision(Law.AWIR, "26")) is None
    assert room_of(Article(Act.AWIR, "26", "2")) == room


def test_a_provision_without_a_paragraph_asks_about_its_whole_article() -> None:
    ids = {each.id for each in rooms_of(Provision(Law.PW, "58"))}
    assert {"pw_58_1", "pw_58_2", "pw_58_7", "pw_58_8"} <= ids


def test_what_the_court_or_another_body_decides_is_no_agencys_room() -> None:
    for room in ROOMS:
        elsewhere = room.kind in (RoomKind.JUDGE, RoomKind.OTHER_BODY)
        assert not (elsewhere and room.competent), room.id
        assert bool(room.competent) != (room.decided_by is not None), room.id


def test_the_search_period_could_not_be_waived_before_2026() -> None:
    # Pw 41 lid 11 came with the Participatiewet in balans
    assert room_of(Provision(Law.PW, "41"), dt.date(2025, 12, 31)) is None
    assert room_of(Provision(Law.PW, "41"), dt.date(2026, 1, 1)) is not None


@pytest.mark.parametrize(
    ("provision", "kind"),
    [
        (Provision(Law.AWB, "3:4"), RoomKind.AWB_3_4),
        (Provision(Law.AWB, "4:84"), RoomKind.AWB_4_84),
        (Provision(Law.WSF_2000, "11.5"), RoomKind.HARDSHIP_CLAUSE),
        (Provision(Law.RV, "475fa"), RoomKind.JUDGE),
        (Provision(Law.PW, "18", "1"), RoomKind.INDIVIDUALISATION),
        (Provision(Law.AWIR, "31bis"), RoomKind.NONE),
        (Provision(Law.IW_1990, "26"), RoomKind.MAY_CLAUSE),
        (Provision(Law.AKW, "24", "5"), RoomKind.URGENT_REASONS),
    ],
)
def test_each_kind_of_room_is_known(provision: Provision, kind: RoomKind) -> None:
    room = room_of(provision)
    assert room is not None
    assert room.kind is kind


def test_the_municipality_decides_on_the_wmo_contribution_and_the_cak_does_not() -> None:
    room = room_of(Article(Act.UB_WMO_2015, "3.8", "3"))
    assert room is not None
    assert (room.kind, room.competent) == (RoomKind.OTHER_BODY, ())
    assert room.provision is None


def test_only_the_named_department_may_use_the_room() -> None:
    tax = room_for(
        Agency.BELASTINGDIENST,
        MeasureKind.HOLD,
        Provision(Law.AWIR, "31"),
        Department.BELASTINGEN,
    )
    assert tax is None
