"""An unsure value is used as if it were certain: the holder corrects it, each user revises.

The right value is what documents show, else the one for which a body itself states another outcome
(an assessment: Wet IB 2001 9.6; an allowance: Awir 16 lid 5, 20; otherwise Awb 4:6). Where a user
calculates with the income of another year, that is a right when the income fell far enough (Wsf
2000 6.12), and otherwise room (11.5). What is taken on the value is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.gegeven_werkt_door import NOT_SURE
from domain.legislation.powers.provisions import WSF_6_12_1
from domain.measures import Measure, MeasureKind
from domain.options.contested import pauses_on_contested_facts
from domain.options.propose import records_in
from domain.options.put_right import calculated_value, facts_among, put_right, shown_value
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import FactUsed, Money, RecordRef, Value
from domain.vocabulary import FactName

FALL_PERCENT = 15
"""How much lower the income of a later year must be than that of the reference year (Wsf 6.12)."""

OTHER_YEAR = (MeasureKind.OTHER_INCOME_YEAR,)


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_put_right(conflict, picture), *pauses_on_contested_facts(conflict, picture))


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    facts = facts_among(records_in(conflict, picture))
    sources = [held for held in facts if _is_unsure(held)]
    for source in sources:
        value = _right_value(source, picture)
        if value is not None:
            yield from _of_one(put_right(source, value, picture))
        for user in facts:
            if not _is_unsure(user) and _leads_to(user, source.record.id, picture):
                yield from _revised(user, value, picture)


def _revised(user: Held, source_value: Value | None, picture: Picture) -> Iterator[Measure]:
    own = _right_value(user, picture)
    if own is not None and own != source_value and _is_of_a_year(user):
        other_year = tuple(_other_year(user, own, source_value, picture))
        if other_year:
            yield from other_year
            return
    value = source_value if own is None else own
    if value is not None:
        yield from _of_one(put_right(user, value, picture))


def _other_year(
    user: Held, value: Value, source_value: Value | None, picture: Picture
) -> Iterator[Measure]:
    """By right when the income fell far enough, and as room."""
    used = source_value if source_value is not None else _value_of(user)
    if _fell_far_enough(used, value):
        yield from _of_one(put_right(user, value, picture, OTHER_YEAR, (WSF_6_12_1,)))
    yield from _of_one(put_right(user, value, picture, OTHER_YEAR))


def _fell_far_enough(before: Value | None, after: Value) -> bool:
    if not isinstance(before, Money) or not isinstance(after, Money):
        return False
    return after.amount_cents * 100 <= before.amount_cents * (100 - FALL_PERCENT)


def _right_value(fact: Held, picture: Picture) -> Value | None:
    shown = shown_value(fact, picture)
    return shown if shown is not None else calculated_value(fact, picture)


def _leads_to(user: Held, source: RecordRef, picture: Picture) -> bool:
    """Was it taken from there, in one or more steps?"""
    seen: set[RecordRef] = set()
    fact = user.record
    while isinstance(fact, FactUsed) and fact.taken_from is not None and fact.id not in seen:
        if fact.taken_from == source:
            return True
        seen.add(fact.id)
        before = picture.find(fact.taken_from)
        fact = fact if before is None else before.record
    return False


def _is_unsure(held: Held) -> bool:
    return isinstance(held.record, FactUsed) and held.record.certainty in NOT_SURE


def _is_of_a_year(held: Held) -> bool:
    return isinstance(held.record, FactUsed) and held.record.fact is FactName.INCOME_YEAR


def _value_of(held: Held) -> Value | None:
    return held.record.value if isinstance(held.record, FactUsed) else None


def _of_one(measure: Measure | None) -> Iterator[Measure]:
    if measure is not None:
        yield measure


REMEDY = Remedy(ConflictType.GEGEVEN_WERKT_DOOR, _measures_for)
