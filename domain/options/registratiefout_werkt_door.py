"""A register is wrong and others must use it: the keeper corrects the entry, the users follow.

The keeper must (Wet BRP 2.58, also after word of a user, 2.34); each user then puts right what it
took over, with its own decisions on it. What they take on account of the entry is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.contested import pauses_on_contested_facts
from domain.options.propose import records_in
from domain.options.put_right import facts_among, put_right, shown_value
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import FactUsed


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_put_right(conflict, picture), *pauses_on_contested_facts(conflict, picture))


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    facts = facts_among(records_in(conflict, picture))
    for fact in sorted(facts, key=lambda held: not _is_keepers(held)):
        value = shown_value(fact, picture)
        measure = None if value is None else put_right(fact, value, picture)
        if measure is not None:
            yield measure


def _is_keepers(held: Held) -> bool:
    return isinstance(held.record, FactUsed) and bool(held.record.keeper)


REMEDY = Remedy(ConflictType.REGISTRATIEFOUT_WERKT_DOOR, _measures_for)
