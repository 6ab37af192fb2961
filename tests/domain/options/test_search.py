"""The search for options: rights first, the smallest deviation, and nothing new that collides."""

from __future__ import annotations

import pytest

from agency_adapters.casefile.examples import names
from domain.budget import budget_of
from domain.bundles import Bundle, bundles_of
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.measures import Approach, Measure, MeasureKind, Option
from domain.measures.carrying_out import carried_out
from domain.options.search import Step, answers_to
from domain.picture import Picture
from tests.support.drafts import draft


def bundles(picture: Picture) -> tuple[Bundle, ...]:
    return bundles_of(picture, find_conflicts(picture))


def still_there(conflict: Conflict, picture: Picture) -> bool:
    return any(
        each.type is conflict.type
        and (each.bodies == conflict.bodies or set(each.records) & set(conflict.records))
        for each in find_conflicts(picture)
    )


def deviations(option: Option) -> list[Measure]:
    return [each for each in option.measures if each.deviates_from_law]


@pytest.mark.parametrize("name", names())
def test_what_an_option_says_it_resolves_is_no_longer_found(name: str) -> None:
    picture = draft(name).picture()
    conflicts = {each.ref: each for each in find_conflicts(picture)}
    for bundle in bundles(picture):
        for option in bundle.options:
            after = carried_out(option.measures, option.requests, picture, picture.today).after
            assert {*option.resolves, *option.leaves} == set(bundle.conflicts)
            for ref in option.resolves:
                assert not still_there(conflicts[ref], after)
            for ref in option.leaves:
                assert still_there(conflicts[ref], after)


@pytest.mark.parametrize("name", names())
def test_everything_in_an_option_can_be_carried_out_one_after_the_other(name: str) -> None:
    picture = draft(name).picture()
    for bundle in bundles(picture):
        for option in bundle.options:
            done = carried_out(option.measures, option.requests, picture, picture.today)
            assert (done.measures, done.requests) == (option.measures, option.requests)


@pytest.mark.parametrize("name", names())
def test_rights_alone_use_no_room(name: str) -> None:
    for bundle in bundles(draft(name).picture()):
        for option in bundle.options:
            if option.approach is Approach.RIGHTS_ONLY:
                assert deviations(option) == []


@pytest.mark.parametrize("name", names())
def test_no_deviation_could_be_left_out_of_the_smallest(name: str) -> None:
    """Unless it eases what no set resolves: without it something would be open, or dearer."""
    picture = draft(name).picture()
    conflicts = {each.ref: each for each in find_conflicts(picture)}
    for bundle in bundles(picture):
        for option in bundle.options[:1]:
            eased = [conflicts[ref] for ref in option.leaves]
            for measure in deviations(option):
                if any(set(measure.on) & set(each.records) for each in eased):
                    continue
                if any(measure in step.measures for each in eased for step in steps(each, picture)):
                    continue
                without = [each for each in option.measures if each != measure]
                after = carried_out(without, option.requests, picture, picture.today).after
                assert any(still_there(conflicts[ref], after) for ref in option.resolves), measure


def steps(conflict: Conflict, picture: Picture) -> tuple[Step, ...]:
    return answers_to(conflict, picture).steps


@pytest.mark.parametrize("name", names())
def test_options_come_in_order_and_differ(name: str) -> None:
    order = [Approach.SMALLEST_DEVIATION, Approach.RIGHTS_ONLY, Approach.ALL_ROOM]
    for bundle in bundles(draft(name).picture()):
        approaches = [option.approach for option in bundle.options]
        assert approaches == sorted(approaches, key=order.index)
        acts = [(option.measures, option.requests) for option in bundle.options]
        assert len(set(acts)) == len(acts)
        assert [option.ref for option in bundle.options] == [
            f"o-{number}" for number in range(1, len(acts) + 1)
        ]


@pytest.mark.parametrize("name", names())
def test_the_order_of_the_records_changes_no_option(name: str) -> None:
    household, turned = draft(name), draft(name)
    for ledger in turned.ledgers():
        ledger.reverse()
    first, second = bundles(household.picture()), bundles(turned.picture())
    assert [money(bundle) for bundle in first] == [money(bundle) for bundle in second]


def money(bundle: Bundle) -> list[tuple[int, int, set[Measure]]]:
    return [
        (option.net_after_cents, option.debts_after_cents, set(option.measures))
        for option in bundle.options
    ]


def test_a_pause_that_is_a_right_is_left_out_where_nothing_needs_it() -> None:
    picture = draft("J02").picture()
    for bundle in bundles(picture):
        for option in bundle.options[:1]:
            if not option.leaves and ConflictType.GEGEVEN_WERKT_DOOR.value in str(bundle.conflicts):
                assert all(each.kind is not MeasureKind.HOLD for each in option.measures)


def test_before_is_the_budget_of_today() -> None:
    picture = draft("J01").picture()
    today = budget_of(picture)
    for bundle in bundles(picture):
        for option in bundle.options:
            assert option.net_before_cents == today.net_cents
            assert option.debts_before_cents == today.debts_cents
