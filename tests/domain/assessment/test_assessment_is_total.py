"""Whatever is missing, whatever the day: an assessment is made and its options can be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.assessment import assess
from domain.conflicts.catalogue import find_conflicts
from domain.legislation.powers import power_for, prohibition_of
from domain.measures.judge import judge
from domain.measures.outlook import picture_after
from domain.picture import Picture

EXAMPLES = ("J01", "J02", "J04", "J05", "J06", "J08")


@st.composite
def partial_pictures(draw: st.DrawFn, picture_of: Callable[[str], Picture]) -> Picture:
    """An example household with records left out, on a day near its own."""
    whole = picture_of(draw(st.sampled_from(EXAMPLES)))
    ids = sorted({held.record.id for held in whole.held})
    lost = draw(st.sets(st.sampled_from(ids), max_size=4))
    positions = tuple(
        replace(each, records=tuple(r for r in each.records if r.id not in lost))
        for each in whole.positions
    )
    parties = tuple(
        replace(each, records=tuple(r for r in each.records if r.id not in lost))
        for each in whole.household.parties
    )
    shift = dt.timedelta(days=draw(st.integers(-60, 400)))
    return replace(
        whole,
        household=replace(whole.household, parties=parties),
        positions=positions,
        today=whole.today + shift,
    )


@settings(
    max_examples=150,
    deadline=None,
    # the fixture only reads the example files
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_every_option_is_lawful_and_possible_whatever_is_missing(
    picture_of: Callable[[str], Picture], data: st.DataObject
) -> None:
    picture = data.draw(partial_pictures(picture_of))
    records = {each.agency: each.records for each in picture.positions}
    found = assess(picture)
    kinds = {each.type for each in found.conflicts}
    for bundle in found.bundles:
        acting = {each.agency for option in bundle.options for each in option.measures}
        assert acting in (set(), set(bundle.agencies))
        for option in bundle.options:
            after = picture_after(option.measures, picture, picture.today)
            assert {each.type for each in find_conflicts(after)} <= kinds
            for measure in option.measures:
                power = power_for(measure)
                assert power is not None
                assert power.deviates_from_law is measure.deviates_from_law
                assert prohibition_of(measure) is None
    for measure in found.time_outs:
        assert judge(measure, records[measure.agency], picture.today).lawful
