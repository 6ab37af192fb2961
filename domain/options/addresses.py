"""Which postal address there is for somebody, and registering it for who has no home address.

Where the home address is missing the municipality registers a postal address, also of its own
accord (Wet BRP 2.23). Which address that is, is never made up: it was shown, a body calculated with
it, or the case director has it as the one address for letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.conflicts.facts import holds_on
from domain.legislation.terms import add_working_days
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import AddressRef, DeterminationMade, FactUsed, MemberRef, Ref
from domain.vocabulary import AddressKind, FactName, Outcome, Scheme

WITHIN_WORKING_DAYS = 2
"""Who has no address misses letters and money every day; as long as sending what lies ready."""

_OF_LETTERS = frozenset({FactName.REGISTERED_ADDRESS, FactName.POSTAL_ADDRESS})


def registrations_of(entries: Iterable[Held], picture: Picture) -> Iterator[Measure]:
    """A postal address for each empty entry of the register, with what was refused for it."""
    until = add_working_days(picture.today, WITHIN_WORKING_DAYS)
    for entry in entries:
        address = postal_address_of(entry.record.persons, picture) if is_empty(entry) else None
        if address is None:
            continue
        refused = sorted(_refused_for(entry, picture), key=lambda each: each.record.id)
        named = (*refused, entry)
        for power in powers_on(MeasureKind.REGISTER_ADDRESS, entry.holder, named)[:1]:
            on = (each.record.id for each in named)
            yield under(power, entry.holder, on, until=until, value=Ref(address))


def is_empty(held: Held) -> bool:
    """Does this record say that there is no address?"""
    return isinstance(held.record, FactUsed) and held.record.value == Ref(None)


def postal_address_of(persons: Iterable[MemberRef], picture: Picture) -> AddressRef | None:
    """The address where letters reach these persons; None when there is none, or no single one."""
    wanted = frozenset(persons)
    for found in (
        frozenset(_shown(wanted, picture)),
        frozenset(_calculated_with(wanted, picture)),
        frozenset(_for_letters(picture)),
    ):
        safe = found & _safe(picture)
        if len(safe) == 1:
            return next(iter(safe))
    return None


def _refused_for(entry: Held, picture: Picture) -> Iterator[Held]:
    for held in picture.held:
        decision = held.record
        if (
            isinstance(decision, DeterminationMade)
            and decision.scheme is Scheme.POSTAL_ADDRESS_REGISTRATION
            and decision.outcome is Outcome.REFUSED
            and held.holder.agency is entry.holder.agency
            and not set(decision.persons).isdisjoint(entry.record.persons)
        ):
            yield held


def _shown(persons: frozenset[MemberRef], picture: Picture) -> Iterator[AddressRef]:
    for shown in picture.household.evidence:
        is_theirs = shown.fact in _OF_LETTERS and not persons.isdisjoint(shown.persons)
        if is_theirs and holds_on(shown, picture.today) and isinstance(shown.value, Ref):
            yield from _named(shown.value)


def _calculated_with(persons: frozenset[MemberRef], picture: Picture) -> Iterator[AddressRef]:
    """The addresses with which a body says that its decision would be another."""
    for _, decision in picture.of(DeterminationMade):
        for would in decision.would_be:
            fact = picture.find(would.fact)
            if (
                fact is not None
                and isinstance(fact.record, FactUsed)
                and fact.record.fact in _OF_LETTERS
                and not persons.isdisjoint(fact.record.persons)
                and isinstance(would.value, Ref)
            ):
                yield from _named(would.value)


def _for_letters(picture: Picture) -> Iterator[AddressRef]:
    for address in picture.household.addresses:
        if address.kind is AddressKind.CORRESPONDENCE:
            yield address.id


def _named(value: Ref) -> Iterator[AddressRef]:
    if value.ref is not None:
        yield AddressRef(value.ref)


def _safe(picture: Picture) -> frozenset[AddressRef]:
    """The addresses that are no secret and where nobody lives who may see nothing."""
    unsafe = {member.lives_at for member in picture.household.members if member.excluded}
    return frozenset(
        address.id
        for address in picture.household.addresses
        if not address.secret and address.id not in unsafe
    )
