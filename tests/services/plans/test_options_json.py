"""What could be decided, as programs read it."""

from __future__ import annotations

import pytest

from agency_adapters.casefile.examples import names
from domain.assessment import assess
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from services.plans.options_json import BundleJson, MeasureJson, answers_json, bundles_json
from tests.support.drafts import draft


def bundles(picture: Picture) -> list[BundleJson]:
    found = assess(picture)
    return bundles_json(found.bundles, found.conflicts, picture)


def acts(picture: Picture) -> list[MeasureJson]:
    return [act for bundle in bundles(picture) for one in bundle.options for act in one.measures]


@pytest.mark.parametrize("name", names())
def test_every_act_says_who_may_decide_and_with_which_room(name: str) -> None:
    for act in acts(draft(name).picture()):
        assert act.competent
        assert act.room.what.nl
        assert act.room.what.en
        assert act.deviates_from_law is (act.room.kind not in ("right", "request"))
        assert (act.agency is None) <= (act.party is not None)


@pytest.mark.parametrize("name", names())
def test_rights_come_before_requests_and_requests_before_room(name: str) -> None:
    picture = draft(name).picture()
    order = ["right", "request"]
    for conflict in find_conflicts(picture):
        kinds = [each.room.kind for each in answers_json(conflict, picture)]
        places = [order.index(kind) if kind in order else len(order) for kind in kinds]
        assert places == sorted(places)


def test_the_year_is_told_without_and_with_the_option() -> None:
    (bundle,) = bundles(draft("J01").picture())
    best = bundle.options[0]
    first, *later = best.months
    assert len(best.months) == 12
    assert first.net_before_cents == best.net_before_cents
    assert later[-1].net_after_cents > later[-1].net_before_cents
    assert later[-1].debts_after_cents < later[-1].debts_before_cents


def test_a_party_is_told_by_its_kind() -> None:
    asked = [act for act in acts(draft("J05").picture()) if act.party is not None]
    assert ("bailiff", "refund", "Rv 475a lid 5") in {
        (act.party, act.kind, act.provision) for act in asked
    }


def test_what_an_option_leaves_open_is_told_by_type() -> None:
    (bundle,) = bundles(draft("J01").picture())
    rights_only = next(one for one in bundle.options if one.approach == "rights_only")
    assert rights_only.leaves == ["KWIJTSCHELDING_UITGESLOTEN", "UITSTEL_VS_VERREKENING"]
    assert set(rights_only.leaves).isdisjoint(rights_only.resolves)
