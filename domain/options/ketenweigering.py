"""A refusal rests on a wrong decision of another: that one is put right, the refuser decides anew.

The first body puts its fact right, and its decision with it (Awb 3:2, 4:6). The refuser then comes
back from its refusal (Awb 4:6) as far as it has told what its outcome is with the right fact; where
it has not, it has to look first, and nothing is made up. What is taken on either is paused.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.feit_onvolledig_onderzocht import (
    IncompleteInvestigation,
    incomplete_investigations,
)
from domain.measures import Measure, MeasureKind
from domain.options.propose import records_in
from domain.options.put_right import anew, facts_among, put_right
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import DeterminationMade, RecordRef, Value
from domain.vocabulary import Outcome


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (
        *_first_put_right(conflict, picture),
        *_refusals_revised(conflict, picture),
        *holds_meanwhile(conflict, picture),
    )


def _first_put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for fact in facts_among(records_in(conflict, picture)):
        value = _value_that_changes_it(fact.record.id, picture)
        measure = None if value is None else put_right(fact, value, picture)
        if measure is not None:
            yield measure


def _refusals_revised(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for refusal in records_in(conflict, picture):
        for case in _beneath(refusal, picture):
            value = _value_that_changes_it(case.fact.id, picture)
            measure = None
            if value is not None:
                measure = anew((refusal,), value, picture, (MeasureKind.REVISE,))
            if measure is not None:
                yield measure


def _beneath(refusal: Held, picture: Picture) -> Iterator[IncompleteInvestigation]:
    """The wrong decisions that this one refuses on."""
    decision = refusal.record
    if isinstance(decision, DeterminationMade) and decision.outcome is Outcome.REFUSED:
        for case in incomplete_investigations(picture):
            if case.determination.id in decision.rests_on:
                yield case


def _value_that_changes_it(fact: RecordRef, picture: Picture) -> Value | None:
    """The one value shown with which the test of the decision is not met."""
    values = {
        shown.value
        for case in incomplete_investigations(picture)
        if case.fact.id == fact
        for shown in case.shown
    }
    return values.pop() if len(values) == 1 else None


REMEDY = Remedy(ConflictType.KETENWEIGERING, _measures_for)
