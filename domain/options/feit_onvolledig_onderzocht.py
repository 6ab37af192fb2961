"""A decision rests on an own finding that papers contradict: the body puts it right (Awb 3:2, 4:6).

With the value shown its own test gives another outcome: what was refused is granted, what was
stopped goes on, what was claimed is claimed no longer. What is taken is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.feit_onvolledig_onderzocht import incomplete_investigations
from domain.measures import Measure
from domain.options.propose import records_in
from domain.options.put_right import facts_among, put_right
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Value


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_put_right(conflict, picture), *holds_meanwhile(conflict, picture))


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for fact in facts_among(records_in(conflict, picture)):
        value = _value_that_changes_it(fact, picture)
        measure = None if value is None else put_right(fact, value, picture)
        if measure is not None:
            yield measure


def _value_that_changes_it(fact: Held, picture: Picture) -> Value | None:
    """The one value shown with which the test of the decision is not met."""
    values = {
        shown.value
        for case in incomplete_investigations(picture)
        if case.fact.id == fact.record.id
        for shown in case.shown
    }
    return values.pop() if len(values) == 1 else None


REMEDY = Remedy(ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT, _measures_for)
