"""Exempt money is counted as assets: the body that counts leaves it out and decides anew.

For assistance the law itself leaves it out (Pw 31 lid 2, 34 lid 2), for allowances it does so on
request (Awir 47). What is claimed by the decision that counted it is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.middel_vrijgelaten_maar_geteld import is_exempt_part
from domain.measures import Measure
from domain.options.propose import records_in
from domain.options.put_right import FOR_EXEMPT_MEANS, ORDINARY, facts_among, put_right
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Picture
from domain.records import FactUsed, Money


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_left_out(conflict, picture), *holds_meanwhile(conflict, picture))


def _left_out(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in facts_among(records_in(conflict, picture)):
        assets = held.record
        if not isinstance(assets, FactUsed) or not isinstance(assets.value, Money):
            continue
        exempt = sum(
            part.amount_cents
            for part in assets.components
            if is_exempt_part(part, held.holder, picture)
        )
        value = Money(max(assets.value.amount_cents - exempt, 0))
        measure = put_right(held, value, picture, ORDINARY, FOR_EXEMPT_MEANS)
        if measure is not None:
            yield measure


REMEDY = Remedy(ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD, _measures_for)
