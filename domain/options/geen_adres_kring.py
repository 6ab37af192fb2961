"""No address, so every body stops: register a postal address, and let what rests on its lack go.

Who has no home address is registered at a postal address, of the municipality's own accord too (Wet
BRP 2.23); a request that still lies open is decided on before the first act. Each body that took
the empty entry over then takes the address over, and what it did or announced for the lack of one
ends: a right goes on (Awir 16, Awb 4:6), an announced act is called off. Until then an act that a
body decides on can wait (Awb 3:4), and what is claimed by their decisions can be paused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers.provisions import AWB_3_2
from domain.legislation.terms import add_weeks, add_working_days, is_working_day
from domain.measures import Measure, MeasureKind
from domain.measures.acts.threats import BY_DECISION
from domain.options.addresses import postal_address_of, registrations_of
from domain.options.left_lying import REASONABLE_WEEKS
from domain.options.propose import powers_on, put_off, records_in, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import (
    Application,
    DeterminationMade,
    Entitlement,
    FactUsed,
    RecordRef,
    Ref,
    ThreatenedAct,
)
from domain.vocabulary import Scheme

WORKING_DAYS = 3
"""As long as help may take where the insurance or the home is at risk (Wgs 4 lid 2): who has no
address loses both."""

GOES_ON = (MeasureKind.RESTORE, MeasureKind.REVISE)
"""What was stopped goes on; what was never given is decided anew."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    named = records_in(conflict, picture)
    return (
        *registrations_of((each for each in named if _is_entry(each)), picture),
        *_decided(named, picture),
        *_taken_over(named, picture),
        *_waiting(named, picture),
        *holds_meanwhile(conflict, picture),
    )


def _is_entry(held: Held) -> bool:
    return isinstance(held.record, FactUsed) and held.record.keeper is True


def _decided(named: tuple[Held, ...], picture: Picture) -> Iterator[Measure]:
    until = _before_the_first_act(named, picture.today)
    for held in named:
        if isinstance(held.record, Application):
            for power in powers_on(MeasureKind.DECIDE_EARLIER, held.holder, (held,)):
                if power.provision == AWB_3_2:
                    yield under(power, held.holder, (held.record.id,), until=until)


def _taken_over(named: tuple[Held, ...], picture: Picture) -> Iterator[Measure]:
    """Each deed of another body, with the empty entry that it rests on put right."""
    for held in named:
        deed = held.record
        if isinstance(deed, ThreatenedAct) or (
            isinstance(deed, DeterminationMade)
            and deed.scheme is not Scheme.POSTAL_ADDRESS_REGISTRATION
        ):
            yield from _put_right(held, deed, picture)


def _put_right(
    held: Held, deed: ThreatenedAct | DeterminationMade, picture: Picture
) -> Iterator[Measure]:
    address = postal_address_of(deed.persons, picture)
    entries = tuple(_empty_entries_of(held, deed, picture))
    if address is None or not entries:
        return
    rights = tuple(sorted(_rights_of(held, deed, picture), key=lambda each: each.record.id))
    kinds = GOES_ON if rights else GOES_ON[1:]
    for kind in kinds:
        powers = powers_on(kind, held.holder, (held, *rights, *entries))
        for power in powers[:1]:
            on = (each.record.id for each in (held, *rights, *entries))
            yield under(
                power,
                held.holder,
                on,
                amount_cents=_amount(deed, {each.record.id for each in entries}, Ref(address)),
                value=Ref(address),
            )
            return


def _empty_entries_of(
    held: Held, deed: ThreatenedAct | DeterminationMade, picture: Picture
) -> Iterator[Held]:
    for ref in deed.rests_on:
        entry = picture.find(ref)
        if (
            entry is not None
            and entry.holder.agency is held.holder.agency
            and isinstance(entry.record, FactUsed)
            and entry.record.value == Ref(None)
        ):
            yield entry


def _rights_of(
    held: Held, deed: ThreatenedAct | DeterminationMade, picture: Picture
) -> Iterator[Held]:
    """The rights that a decision stopped; what is only threatened is still paid."""
    for each in picture.held:
        right = each.record
        if (
            isinstance(deed, DeterminationMade)
            and isinstance(right, Entitlement)
            and each.holder.agency is held.holder.agency
            and (right.determined_by == deed.id or right.id == deed.about)
        ):
            yield each


def _amount(
    deed: ThreatenedAct | DeterminationMade, entries: set[RecordRef], address: Ref
) -> int | None:
    """What the body itself says that it would be with this address, per month."""
    if isinstance(deed, ThreatenedAct):
        return None
    stated = {
        would.amount_monthly_cents
        for would in deed.would_be
        if would.fact in entries and would.value == address
    }
    return stated.pop() if len(stated) == 1 else None


def _waiting(named: tuple[Held, ...], picture: Picture) -> Iterator[Measure]:
    """What a body decides on waits for the address, no longer than a decision takes (Awb 4:13)."""
    for held in named:
        threat = held.record
        if not isinstance(threat, ThreatenedAct) or threat.kind not in BY_DECISION:
            continue
        waits = put_off(held, add_weeks(threat.date, REASONABLE_WEEKS))
        if waits is not None and threat.date >= picture.today:
            yield waits


def _before_the_first_act(named: tuple[Held, ...], today: dt.date) -> dt.date:
    """In three working days, or on the last working day before an act that comes sooner.

    What is already due cannot be averted: then as soon as may be asked.
    """
    soon = add_working_days(today, WORKING_DAYS)
    acts = (held.record.date for held in named if isinstance(held.record, ThreatenedAct))
    days = [day for act in acts if today < (day := _working_day_before(act)) < soon]
    return min(days, default=soon)


def _working_day_before(day: dt.date) -> dt.date:
    before = day - dt.timedelta(days=1)
    while not is_working_day(before):
        before -= dt.timedelta(days=1)
    return before


REMEDY = Remedy(ConflictType.GEEN_ADRES_KRING, _measures_for)
