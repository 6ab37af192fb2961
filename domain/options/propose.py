"""Building blocks of remedies: a measure or request under a power that fits, and a hold."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator

from domain.conflicts import Conflict
from domain.legislation.calendar import add_months
from domain.legislation.powers import Power, powers_of
from domain.legislation.powers.parties import PartyPower, party_powers
from domain.measures import Measure, MeasureKind, Request
from domain.measures.acts.threats import BY_DECISION
from domain.measures.judge import judge, reaches
from domain.picture import Held, Picture
from domain.records import Body, Claim, Hold, PartyRef, RecordRef, Recovery, ThreatenedAct, Value
from domain.vocabulary import (
    HoldStatus,
    RecordKind,
    RecoveryMethod,
    RecoveryStatus,
    StoppedAct,
)

HOLD_MONTHS = 6
"""A hold asked without another pause to align with: as long as a statutory cooling-off (Wgs 5)."""

REF_LENGTH = 12

SELF_PAID = frozenset({RecoveryMethod.INSTALMENT})
"""What the household pays itself is no withholding."""


def records_in(conflict: Conflict, picture: Picture) -> tuple[Held, ...]:
    """The records that the conflict stands on, as far as their positions came in."""
    found = (picture.find(record_id) for record_id in conflict.records)
    return tuple(held for held in found if held is not None)


def powers_on(kind: MeasureKind, holder: Body, named: Iterable[Held]) -> tuple[Power, ...]:
    """The holder's powers for this kind of act that reach every named record, preferred first."""
    if holder.agency is None:
        return ()
    records = [held.record for held in named]
    return tuple(
        power
        for power in powers_of(holder.agency)
        if power.kind is kind and all(reaches(power, record) for record in records)
    )


def under(
    power: Power,
    holder: Body,
    on: Iterable[RecordRef],
    *,
    amount_cents: int | None = None,
    from_date: dt.date | None = None,
    until: dt.date | None = None,
    value: Value | None = None,
) -> Measure:
    """The measure that uses this power on these records, whatever the order they are named in.

    Its ref tells nothing and is stable.
    """
    named = tuple(sorted(on))
    return Measure(
        ref=_opaque("m-", power, named),
        agency=power.agency,
        department=holder.department if power.department else None,
        kind=power.kind,
        provision=power.provision,
        on=named,
        deviates_from_law=power.deviates_from_law,
        amount_cents=amount_cents,
        from_date=from_date,
        until=until,
        value=value,
    )


def party_powers_on(
    kind: MeasureKind, holder: Body, named: Iterable[Held], picture: Picture
) -> tuple[PartyPower, ...]:
    """What a party that holds these records may be asked of this kind, the first choice first."""
    party = next((each for each in picture.household.parties if each.id == holder.party), None)
    if party is None:
        return ()
    kinds = {RecordKind(held.record.record) for held in named}
    return tuple(power for power in party_powers(party.kind, kind) if kinds <= set(power.on))


def asked(
    power: PartyPower,
    party: PartyRef,
    on: Iterable[RecordRef],
    *,
    amount_cents: int | None = None,
    from_date: dt.date | None = None,
    until: dt.date | None = None,
    value: Value | None = None,
) -> Request:
    """The request that stands on this row; its ref tells nothing and is stable."""
    named = tuple(sorted(on))
    return Request(
        ref=opaque_ref("r-", party, power.kind, str(power.provision), *named),
        party=party,
        kind=power.kind,
        provision=power.provision,
        on=named,
        through=power.through,
        amount_cents=amount_cents,
        from_date=from_date,
        until=until,
        value=value,
    )


def opaque_ref(prefix: str, *parts: str) -> str:
    """A short stable reference that tells nothing of what it was made from."""
    digest = hashlib.sha256("|".join(parts).encode()).hexdigest()
    return f"{prefix}{digest[:REF_LENGTH]}"


def hold_on(claim: Held, picture: Picture, until: dt.date) -> Measure | None:
    """A hold on this claim and on all that is taken for it, or None without a power to hold.

    A right to a pause goes before one that the body may give. What the household pays itself is
    named with it where the power reaches it, so that it does not pay on.
    """
    withheld = tuple(withheld_for(claim, picture))
    powers = powers_on(MeasureKind.HOLD, claim.holder, (claim, *withheld))
    for power in sorted(powers, key=lambda each: each.deviates_from_law):
        paid = (held for held in _paid_for(claim, picture) if reaches(power, held.record))
        on = (held.record.id for held in (claim, *withheld, *paid))
        return under(power, claim.holder, on, until=until)
    return None


def put_off(threat: Held, until: dt.date) -> Measure | None:
    """A hold on this announced act of an agency, or None when it cannot or may not wait with it."""
    if not isinstance(threat.record, ThreatenedAct) or threat.record.kind not in BY_DECISION:
        return None
    for power in powers_on(MeasureKind.HOLD, threat.holder, (threat,))[:1]:
        return under(power, threat.holder, (threat.record.id,), until=until)
    return None


def is_lawful(measure: Measure, picture: Picture) -> bool:
    """May its agency do this, and can it on what it holds, as far as its position came in?"""
    held = (each for each in picture.held if each.holder.agency is measure.agency)
    return judge(measure, tuple(each.record for each in held), picture.today).lawful


def withheld_for(owed: Held, picture: Picture) -> Iterator[Held]:
    """What its holder itself withholds for this claim or contribution, now or as announced.

    What another body withholds on its behalf stands in that body's ledger, out of this one's reach.
    """
    for held, recovery in _taken_for(owed, picture):
        if recovery.method not in SELF_PAID:
            yield held


def _paid_for(owed: Held, picture: Picture) -> Iterator[Held]:
    for held, recovery in _taken_for(owed, picture):
        if recovery.method in SELF_PAID:
            yield held


def _taken_for(owed: Held, picture: Picture) -> Iterator[tuple[Held, Recovery]]:
    for held in picture.held:
        recovery = held.record
        if (
            isinstance(recovery, Recovery)
            and held.holder.agency is owed.holder.agency
            and recovery.for_record == owed.record.id
            and recovery.status is not RecoveryStatus.ENDED
        ):
            yield held, recovery


def claims_withheld_for(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    """The claims behind the withholdings in the conflict, each once."""
    seen: set[RecordRef] = set()
    for held in records_in(conflict, picture):
        claim = picture.find(held.record.for_record) if isinstance(held.record, Recovery) else None
        if claim is not None and isinstance(claim.record, Claim) and claim.record.id not in seen:
            seen.add(claim.record.id)
            yield claim


def hold_until(claim: Held, picture: Picture) -> dt.date:
    """The end of the pause that others already gave for this claim, else six months from today."""
    ends = (
        hold.until
        for holder, hold in picture.of(Hold)
        if hold.status is HoldStatus.IN_FORCE
        and claim.record.id in hold.covers
        and hold.until is not None
        and hold.until >= picture.today
        and not _is_own_full_stop(holder, hold, claim)
    )
    return max(ends, default=add_months(picture.today, HOLD_MONTHS))


def _is_own_full_stop(holder: Body, hold: Hold, claim: Held) -> bool:
    """The claimant's own pause with set-off (a time-out) says nothing of how long is needed."""
    return holder.agency is claim.holder.agency and StoppedAct.SET_OFF in hold.stops


def _opaque(prefix: str, power: Power, on: tuple[RecordRef, ...]) -> str:
    return opaque_ref(prefix, power.agency, power.kind, str(power.provision), *on)
