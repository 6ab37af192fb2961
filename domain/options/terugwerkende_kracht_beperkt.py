"""Correction reaches back too short: put right what can be, and go back further where room allows.

The wrong fact and the decision on it are put right as a right. For the months before the day that
the law sets, some laws leave room: the AOW in special cases (16 lid 2), the Participatiewet for
three months (44 lid 5). Where a law leaves none, as for child benefit (AKW 14 lid 5), those months
stay lost. What is taken is paused meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.calendar import add_months
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import PW_44_5
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.put_right import facts_among, put_right, shown_value
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import DeterminationMade

MONTHS_FURTHER = {PW_44_5: 3}
"""How many months further back a provision lets a body go; the others set no number."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (
        *_put_right(conflict, picture),
        *_further_back(conflict, picture),
        *holds_meanwhile(conflict, picture),
    )


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for fact in facts_among(records_in(conflict, picture)):
        value = shown_value(fact, picture)
        measure = None if value is None else put_right(fact, value, picture)
        if measure is not None:
            yield measure


def _further_back(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in records_in(conflict, picture):
        if isinstance(held.record, DeterminationMade):
            yield from _reaching_back(held, held.record)


def _reaching_back(held: Held, decision: DeterminationMade) -> Iterator[Measure]:
    since, limit = decision.effective_from, decision.can_be_corrected_from
    if since is None or limit is None or limit <= since:
        return
    for power in powers_on(MeasureKind.GRANT_FROM, held.holder, (held,)):
        from_date = max(since, _earliest(power, limit) or since)
        yield under(power, held.holder, (decision.id,), from_date=from_date)


def _earliest(power: Power, limit: dt.date) -> dt.date | None:
    months = MONTHS_FURTHER.get(power.provision)
    return None if months is None else add_months(limit, -months)


REMEDY = Remedy(ConflictType.TERUGWERKENDE_KRACHT_BEPERKT, _measures_for)
