"""May a party be asked this, and can it do it? From its kind and the records kept of it."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import MeasureNotPossible
from domain.household import Household, Party
from domain.legislation.powers.parties import PartyPower, party_power_for
from domain.measures.effects import apply_to_records
from domain.measures.measure import Request
from domain.picture import Picture
from domain.vocabulary import RecordKind


def is_possible(request: Request, picture: Picture) -> bool:
    """Does a provision let this party do this on its own records, and can it be done today?

    Deterministic, changes nothing, never raises. An act that an agency must ask for is possible
    when it is asked through that agency.
    """
    party = party_asked(request, picture.household)
    if party is None or power_behind(request, picture.household) is None:
        return False
    try:
        apply_to_records(request, party.records, picture.today)
    except MeasureNotPossible:
        return False
    return True


def power_behind(request: Request, household: Household) -> PartyPower | None:
    """What lets the party be asked this, on the records that the request names, or None."""
    party = party_asked(request, household)
    if party is None:
        return None
    power = party_power_for(party.kind, request.kind, request.provision)
    if power is None or power.through is not request.through:
        return None
    return power if all(kind in power.on for kind in _kinds_named(request, party)) else None


def party_asked(request: Request, household: Household) -> Party | None:
    """The party that the request is for, or None when the household has none such."""
    return next((each for each in household.parties if each.id == request.party), None)


def _kinds_named(request: Request, party: Party) -> Iterator[RecordKind]:
    for record in party.records:
        if record.id in request.on:
            yield RecordKind(record.record)
