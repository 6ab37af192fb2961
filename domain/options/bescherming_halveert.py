"""Without an address less is protected: decide on the postal address, pause the attachment.

Where no application lies open, the municipality registers a postal address of its own accord (Wet
BRP 2.23), and the bailiff computes the protected amount anew (Rv 475da, 475e lid 1): acts of a kind
that no measure has yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers.provisions import AWB_3_2
from domain.legislation.terms import add_working_days
from domain.measures import Measure, MeasureKind
from domain.options.attachments import holds_on_attachments
from domain.options.contested import is_in
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, MemberRef
from domain.vocabulary import ApplicationStatus, Scheme

DECIDE_WITHIN_WORKING_DAYS = 2
"""Who has no address misses letters and money every day; as long as sending what lies ready."""

_UNDECIDED = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    decided = _address_decided(conflict, picture)
    return (*decided, *holds_on_attachments(conflict, picture))


def _address_decided(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    persons = {one for held in records_in(conflict, picture) for one in held.record.persons}
    until = add_working_days(picture.today, DECIDE_WITHIN_WORKING_DAYS)
    for held in _asked(persons, conflict, picture):
        for power in powers_on(MeasureKind.DECIDE_EARLIER, held.holder, (held,)):
            if power.provision == AWB_3_2:
                yield under(power, held.holder, (held.record.id,), until=until)


def _asked(persons: set[MemberRef], conflict: Conflict, picture: Picture) -> Iterator[Held]:
    for holder, application in picture.of(Application):
        if (
            application.scheme is Scheme.POSTAL_ADDRESS_REGISTRATION
            and application.status in _UNDECIDED
            and not persons.isdisjoint(application.persons)
            and is_in(holder, conflict)
        ):
            yield Held(holder, application)


REMEDY = Remedy(ConflictType.BESCHERMING_HALVEERT, _measures_for)
