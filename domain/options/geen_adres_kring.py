"""No address, so every body stops: decide on a postal address that was asked, before the first act.

After a refusal the answer is that the municipality gives a postal address on its own motion (Wet
BRP 2.23): no kind of measure does that, nor does one stop the acts that rest on the empty entry
(the bodies that took it over may wait, Awb 3:2 and 3:4). What is claimed by their decisions can be
paused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers.provisions import AWB_3_2
from domain.legislation.terms import add_working_days, is_working_day
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Application, ThreatenedAct

WORKING_DAYS = 3
"""As long as help may take where the insurance or the home is at risk (Wgs 4 lid 2): who has no
address loses both."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_measures(conflict, picture), *holds_meanwhile(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    named = records_in(conflict, picture)
    until = _before_the_first_act(named, picture.today)
    for held in named:
        if isinstance(held.record, Application):
            for power in powers_on(MeasureKind.DECIDE_EARLIER, held.holder, (held,)):
                if power.provision == AWB_3_2:
                    yield under(power, held.holder, (held.record.id,), until=until)


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
