"""Several takers push the household below the minimum: pause what is withheld, bring income in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind
from domain.options.assistance import measures_on
from domain.options.propose import (
    claims_withheld_for,
    hold_on,
    hold_until,
    months_after,
    powers_on,
    records_in,
    under,
    withheld_for,
)
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Claim, Contribution, Hold, Recovery
from domain.vocabulary import HoldStatus, Scheme


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in records_in(conflict, picture):
        yield from _regime_ended(held, picture)
        yield from measures_on(held, picture)
    for claim in claims_withheld_for(conflict, picture):
        hold = hold_on(claim, picture, hold_until(claim, picture))
        if hold is not None:
            yield hold


def _regime_ended(recovery: Held, picture: Picture) -> Iterator[Measure]:
    """The punitive premium ends once debt help has settled or stabilised the premium debt."""
    if not isinstance(recovery.record, Recovery):
        return
    regime = picture.find(recovery.record.for_record)
    if regime is None or not isinstance(regime.record, Contribution):
        return
    named = (regime, *withheld_for(regime, picture))
    if _premium_debt_is_stabilised(regime.record, picture):
        for power in powers_on(MeasureKind.END_REGIME, regime.holder, named)[:1]:
            on = (held.record.id for held in named)
            until = first_of_second_month_after(picture.today)
            yield under(power, regime.holder, on, until=until)


def _premium_debt_is_stabilised(regime: Contribution, picture: Picture) -> bool:
    """Zvw 18d lid 2 c: an arrangement with the insurer; a pause that covers its claim shows it."""
    covered = {
        record_id
        for _, hold in picture.of(Hold)
        if hold.status is HoldStatus.IN_FORCE
        for record_id in hold.covers
    }
    return any(
        claim.scheme is Scheme.NOMINAL_HEALTH_PREMIUM
        and claim.id in covered
        and not set(claim.liable).isdisjoint(regime.persons)
        for _, claim in picture.of(Claim)
    )


def first_of_second_month_after(day: dt.date) -> dt.date:
    """A regime stops on a first of the month, after a full month to change what is withheld."""
    return months_after(day.replace(day=1), 2)


REMEDY = Remedy(ConflictType.STAPELING_ONDER_MINIMUM, _measures_for)
