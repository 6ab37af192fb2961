"""Letters go to who may not know where the applicant lives: the body that writes there stops that.

It puts the wrong postal address right (AVG 16), without telling why to whom may not know (Wet BRP
2.59). What that becomes is a safe address for letters; without one it is emptied, and no letter
goes out. The secret address itself is told to nobody. Every other measure of that body ends in a
letter too, so none is proposed here beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers.provisions import AVG_16
from domain.measures import Measure, MeasureKind
from domain.options.addresses import postal_address_of
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import FactUsed, Ref
from domain.vocabulary import FactName


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    unsafe = {
        Ref(member.lives_at)
        for member in picture.household.members
        if member.excluded and member.lives_at is not None
    }
    for held in records_in(conflict, picture):
        if isinstance(held.record, FactUsed) and _is_for_letters(held.record, unsafe):
            yield from _put_right(held, picture)


def _is_for_letters(fact: FactUsed, unsafe: set[Ref]) -> bool:
    return fact.fact is FactName.POSTAL_ADDRESS and fact.value in unsafe


def _put_right(held: Held, picture: Picture) -> Iterator[Measure]:
    safe = Ref(postal_address_of(held.record.persons, picture))
    for power in powers_on(MeasureKind.CORRECT, held.holder, (held,)):
        if power.provision == AVG_16:
            yield under(power, held.holder, (held.record.id,), value=safe)


REMEDY = Remedy(ConflictType.PRIVACY_VS_MAATWERK, _measures_for)
