from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.kringverwijzing import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.KRINGVERWIJZING


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def _refer(household: Draft, ref: str, sender: str, to: dict[str, str], **more: str) -> None:
    household.ledger(sender).append(
        {
            "record": "referral",
            "id": ref,
            "persons": ["p1"],
            "scheme": "wajong",
            "to": to,
            "on": "2026-10-20",
            **more,
        }
    )


def _agencies(conflict: Conflict) -> list[str]:
    return [agency.value for agency in conflict.agencies]


def test_a_chain_without_a_circle_is_no_conflict() -> None:
    household = draft("J04")
    household.remove("u-to-gemeente")
    assert _found(household) == ()


def test_two_that_point_at_each_other_are_a_circle() -> None:
    household = draft("J04")
    household.remove("d-to-uwv")
    (found,) = _found(household)
    assert _agencies(found) == ["gemeente", "uwv"]
    assert set(found.records) == {"g-to-uwv", "u-to-gemeente", "g-bijstand-app"}


def test_waiting_does_not_close_a_circle_of_referrals() -> None:
    household = draft("J04")
    household.remove("u-to-gemeente")
    household.record("u-wajong-app")["waits_for"] = [
        {"body": {"agency": "gemeente"}, "what": "een besluit"}
    ]
    assert _found(household) == ()


def test_a_circle_of_four_with_a_party_is_found() -> None:
    household = draft("J04")
    household.remove("g-to-uwv")
    household.remove("u-to-gemeente")
    _refer(household, "u-to-insurer", "uwv", {"party": "insurer"})
    _refer(household, "i-to-gemeente", "insurer", {"agency": "gemeente"})
    (found,) = _found(household)
    assert (_agencies(found), found.parties) == (["duo", "gemeente", "uwv"], ("insurer",))


def test_who_points_into_the_circle_or_is_pointed_to_from_it_is_not_in_it() -> None:
    household = draft("J04")
    _refer(household, "s-to-gemeente", "svb", {"agency": "gemeente"})
    _refer(household, "u-to-cak", "uwv", {"agency": "cak"})
    (found,) = _found(household)
    assert _agencies(found) == ["duo", "gemeente", "uwv"]
    assert not {"s-to-gemeente", "u-to-cak"} & set(found.records)


def test_two_circles_are_two_conflicts() -> None:
    household = draft("J04")
    _refer(household, "s-to-cak", "svb", {"agency": "cak"})
    _refer(household, "c-to-svb", "cak", {"agency": "svb"})
    assert sorted(_agencies(found) for found in _found(household)) == [
        ["cak", "svb"],
        ["duo", "gemeente", "uwv"],
    ]


def test_departments_of_one_municipality_that_point_at_each_other_are_one_body() -> None:
    household = draft("J04")
    household.remove("u-to-gemeente")
    wmo = {"agency": "gemeente", "department": "wmo"}
    work = {"agency": "gemeente", "department": "werk_en_inkomen"}
    _refer(household, "g-to-wmo", "gemeente", wmo, department="werk_en_inkomen")
    _refer(household, "g-to-work", "gemeente", work, department="wmo")
    assert _found(household) == ()


def test_toeslagen_and_belastingen_can_point_at_each_other() -> None:
    household = draft("J04")
    for own, other in (("toeslagen", "belastingen"), ("belastingen", "toeslagen")):
        to = {"agency": "belastingdienst", "department": other}
        _refer(household, f"from-{own}", "belastingdienst", to, department=own)
    departments = [
        [department.value for department in found.departments] for found in _found(household)
    ]
    assert ["belastingen", "toeslagen"] in departments


def test_the_scheme_meant_tells_which_department_is_pointed_at() -> None:
    household = draft("J04")
    tax = dict(household.record("t-zorg"), id="b-tax", department="belastingen")
    household.ledger("belastingdienst").append(tax | {"scheme": "income_tax"})
    _refer(household, "s-to-t", "svb", {"agency": "belastingdienst"}, to_scheme="zorgtoeslag")
    _refer(household, "t-to-s", "belastingdienst", {"agency": "svb"}, department="toeslagen")
    found = next(each for each in _found(household) if "s-to-t" in each.records)
    assert [department.value for department in found.departments] == ["toeslagen"]
    household.record("s-to-t")["to_scheme"] = "income_tax"
    assert all("s-to-t" not in each.records for each in _found(household))


def test_the_only_department_with_anything_to_do_here_is_the_one_meant() -> None:
    household = draft("J04")
    _refer(household, "s-to-t", "svb", {"agency": "belastingdienst"})
    _refer(household, "t-to-s", "belastingdienst", {"agency": "svb"}, department="toeslagen")
    assert any("s-to-t" in found.records for found in _found(household))


@pytest.mark.parametrize("status", ["open", "decided", "withdrawn"])
def test_only_an_application_that_was_never_opened_stands_with_the_circle(status: str) -> None:
    household = draft("J04")
    household.record("g-bijstand-app")["status"] = status
    (found,) = _found(household)
    assert "g-bijstand-app" not in found.records


def test_what_was_asked_for_another_scheme_does_not_stand_with_the_circle() -> None:
    household = draft("J04")
    household.record("g-bijstand-app")["scheme"] = "bijzondere_bijstand"
    (found,) = _found(household)
    assert "g-bijstand-app" not in found.records


def test_a_silent_agency_closes_no_circle() -> None:
    whole = draft("J04").picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.UWV)
    assert DETECTOR.find(replace(whole, positions=heard)) == ()


def test_the_harm_is_the_assistance_that_stays_away() -> None:
    household = draft("J04")
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (105925, HarmUrgency.CRITICAL)
    household.intake["income"][0].update({"kind": "wage", "amount_monthly_cents": 5925})
    (found,) = _found(household)
    assert found.monthly_harm_cents == 100000


def test_without_assistance_in_the_circle_a_calculated_right_not_paid_is_the_harm() -> None:
    household = draft("J04")
    for ref in ("g-to-duo", "g-to-uwv"):
        household.record(ref)["scheme"] = "bijzondere_bijstand"
    right = dict(household.record("t-zorg"), id="u-wajong", scheme="wajong")
    del right["department"]
    household.ledger("uwv").append(right)
    (found,) = _found(household)
    assert found.monthly_harm_cents == 12900
    right["status"] = "in_payment"
    (found,) = _found(household)
    assert found.monthly_harm_cents is None


def test_enough_to_live_on_makes_it_less_urgent() -> None:
    household = draft("J04")
    household.intake["income"][0].update({"kind": "wage", "amount_monthly_cents": 200000})
    (found,) = _found(household)
    assert (found.monthly_harm_cents, found.urgency) == (None, HarmUrgency.HIGH)


def test_it_is_told_with_the_bodies_and_the_days() -> None:
    picture = draft("J04").picture()
    (found,) = DETECTOR.find(picture)
    assert "sturen het huishouden naar elkaar door" in DETECTOR.household(found, picture).nl
    assert "UWV naar de gemeente (7 september 2026)" in DETECTOR.computation(found, picture).nl
