"""The end of the punitive health premium, once debt help has stabilised the premium debt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.legislation.calendar import add_months
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under, withheld_for
from domain.picture import Held, Picture
from domain.records import Claim, Contribution, Hold
from domain.vocabulary import HoldStatus, Scheme


def regime_ended(regime: Held, picture: Picture) -> Iterator[Measure]:
    """The end of this contribution and of what is withheld for it, when the law gives a right."""
    if not isinstance(regime.record, Contribution):
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
    return add_months(day.replace(day=1), 2)
