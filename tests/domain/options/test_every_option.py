"""What holds for every option: lawful, within the conflict, and no new kind of conflict."""

from __future__ import annotations

import pytest

from agency_adapters.casefile.examples import names
from domain.bundles import Bundle, bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.measures import Option
from domain.measures.judge import judge
from domain.measures.outlook import picture_after
from domain.picture import Picture
from tests.support.drafts import draft


def options_of(picture: Picture) -> list[tuple[Bundle, Option]]:
    bundles = bundles_of(picture, find_conflicts(picture))
    return [(bundle, option) for bundle in bundles for option in bundle.options]


@pytest.mark.parametrize("name", names())
def test_every_measure_of_an_option_is_lawful(name: str) -> None:
    picture = draft(name).picture()
    records = {position.agency: position.records for position in picture.positions}
    for _, option in options_of(picture):
        for measure in option.measures:
            assert judge(measure, records[measure.agency], picture.today).lawful


@pytest.mark.parametrize("name", names())
def test_no_option_brings_a_conflict_that_was_not_there(name: str) -> None:
    picture = draft(name).picture()
    before = {conflict.type for conflict in find_conflicts(picture)}
    for _, option in options_of(picture):
        after = picture_after(option.measures, picture, picture.today)
        assert {conflict.type for conflict in find_conflicts(after)} <= before


@pytest.mark.parametrize("name", names())
def test_no_option_leaves_the_household_with_less_to_live_on(name: str) -> None:
    for _, option in options_of(draft(name).picture()):
        assert option.net_after_cents >= option.net_before_cents
        assert option.debts_after_cents <= option.debts_before_cents
