"""Without an address less is protected: register a postal address, compute the attachment anew.

Who has no home address is registered at a postal address (Wet BRP 2.23), and what was asked for is
decided on soon. With an address the full protected amount holds (Rv 475da lid 1, 4): an agency
computes anew itself, a bailiff when asked. Until then an agency that attaches can pause.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.protection import protected_amount_of
from domain.legislation.powers.provisions import AWB_3_2
from domain.legislation.terms import add_working_days
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.addresses import WITHIN_WORKING_DAYS, is_empty, registrations_of
from domain.options.attachments import holds_on_attachments
from domain.options.contested import is_in
from domain.options.propose import asked, party_powers_on, powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, FactUsed, MemberRef, Recovery
from domain.vocabulary import ApplicationStatus, Scheme

_UNDECIDED = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (
        *registrations_of(_entries(conflict, picture), picture),
        *_address_decided(conflict, picture),
        *_computed_anew(conflict, picture),
        *holds_on_attachments(conflict, picture),
    )


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    wanted = _asked_to_compute_anew(conflict, picture)
    return tuple(each for each in wanted if is_possible(each, picture))


def _entries(conflict: Conflict, picture: Picture) -> tuple[Held, ...]:
    named = records_in(conflict, picture)
    return tuple(held for held in named if isinstance(held.record, FactUsed))


def _address_decided(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    persons = {one for held in records_in(conflict, picture) for one in held.record.persons}
    until = add_working_days(picture.today, WITHIN_WORKING_DAYS)
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


def _computed_anew(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in _attached(conflict, picture):
        for power in powers_on(MeasureKind.RECOMPUTE, held.holder, (held,))[:1]:
            protected = protected_amount_of(held.record.persons, picture)
            yield under(power, held.holder, (held.record.id,), amount_cents=protected)


def _asked_to_compute_anew(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    for held in _attached(conflict, picture):
        for power in party_powers_on(MeasureKind.RECOMPUTE, held.holder, (held,), picture)[:1]:
            if held.holder.party is not None:
                protected = protected_amount_of(held.record.persons, picture)
                on = (held.record.id,)
                yield asked(power, held.holder.party, on, amount_cents=protected)


def _attached(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    """The attachments, once there is an address: without one the law itself protects less."""
    entries = _entries(conflict, picture)
    can_be_filled = {
        record_id for each in registrations_of(entries, picture) for record_id in each.on
    }
    filled = any(not is_empty(each) or each.record.id in can_be_filled for each in entries)
    for held in records_in(conflict, picture):
        if filled and isinstance(held.record, Recovery):
            yield held


REMEDY = Remedy(ConflictType.BESCHERMING_HALVEERT, _measures_for, _requests_for)
