"""Two levy for one cover: the one that is not owed stops and is given back.

While the CAK levies the administrative premium the insurer may ask none (Zvw 16 lid 2 b). Otherwise
the law of one country holds (Vo 883/2004 11, Zvw 69), and the levy stops of which its own body says
that too much was paid; while neither says so, which of the two is right is not known. Who collects
it for another ends that. The punitive premium also ends where its debt is settled (Zvw 18d lid 2
c). A pause is no answer: it is for debts, not for running contributions (Awb 4:94).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from domain.budget.running import is_running
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.dubbele_heffing import is_levied_twice
from domain.legislation.powers.provisions import VO_883_11_1, ZVW_16_2B
from domain.measures import Measure, MeasureKind, Request
from domain.options.premium_regime import regime_ended
from domain.options.propose import asked, party_powers_on, powers_on, records_in, under
from domain.options.put_right import anew, changed_by
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Contribution, Provision, Recovery
from domain.vocabulary import Scheme


@dataclass(frozen=True, slots=True)
class _NotOwed:
    """A contribution that is not owed from a day on, and why."""

    held: Held
    from_date: dt.date
    ground: Provision


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    ended = (regime_ended(held, picture) for held in records_in(conflict, picture))
    return (
        *_stopped(conflict, picture),
        *(measure for each in ended for measure in each),
    )


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(_asked_of_parties(conflict, picture))


def _stopped(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    """What an agency levies stops, and what another agency withholds for a levy that stops."""
    for each in _not_owed(conflict, picture):
        for power in powers_on(MeasureKind.REVISE, each.held.holder, (each.held,))[:1]:
            own = under(power, each.held.holder, (each.held.record.id,), from_date=each.from_date)
            changes = changed_by(own, picture)
            if changes is not None:
                on = dict.fromkeys((*own.on, *sorted(one.record.id for one in changes)))
                yield under(power, each.held.holder, on, from_date=each.from_date)
        for taken in _collected_by_others(each.held, picture):
            ended = anew((taken,), None, picture)
            if ended is not None:
                yield ended


def _asked_of_parties(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    for each in _not_owed(conflict, picture):
        party, named = each.held.holder.party, (each.held,)
        powers = party_powers_on(MeasureKind.REVISE, each.held.holder, named, picture)
        for power in powers:
            if party is not None and power.provision == each.ground:
                yield asked(power, party, (each.held.record.id,), from_date=each.from_date)


def _not_owed(conflict: Conflict, picture: Picture) -> Iterator[_NotOwed]:
    levies = [held for held in records_in(conflict, picture) if _is_levy(held)]
    for one, other in combinations(levies, 2):
        first, second = one.record, other.record
        assert isinstance(first, Contribution)
        assert isinstance(second, Contribution)
        if one.holder != other.holder and is_levied_twice(first, second):
            wrong = _regular_premium(one, other) or _said_to_be_too_much(one, other)
            if wrong is not None:
                held, ground = wrong
                yield _NotOwed(held, max(first.cover_from, second.cover_from), ground)


def _regular_premium(one: Held, other: Held) -> tuple[Held, Provision] | None:
    """The premium of a party beside the administrative premium of the CAK."""
    for regime, premium in ((one, other), (other, one)):
        levy = regime.record
        if (
            isinstance(levy, Contribution)
            and levy.scheme is Scheme.ADMINISTRATIVE_HEALTH_PREMIUM
            and premium.holder.party is not None
        ):
            return premium, ZVW_16_2B
    return None


def _said_to_be_too_much(one: Held, other: Held) -> tuple[Held, Provision] | None:
    """The one of which its own body says that too much was paid."""
    said = [
        held
        for held in (one, other)
        if isinstance(held.record, Contribution) and held.record.overpaid_cents
    ]
    return (said[0], VO_883_11_1) if len(said) == 1 else None


def _collected_by_others(levy: Held, picture: Picture) -> Iterator[Held]:
    for holder, recovery in picture.of(Recovery):
        is_for_it = recovery.for_record == levy.record.id and is_running(recovery, picture.today)
        if is_for_it and holder.agency is not levy.holder.agency:
            yield Held(holder, recovery)


def _is_levy(held: Held) -> bool:
    return isinstance(held.record, Contribution)


REMEDY = Remedy(ConflictType.DUBBELE_HEFFING, _measures_for, _requests_for)
