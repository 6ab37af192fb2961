"""What can be done on an open application: an advance now, and for bijstand or AIO the grant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.legislation.powers.provisions import PW_41
from domain.measures import Measure, MeasureKind
from domain.measures.grant import SOCIAL_ASSISTANCE, adults_counted, age, grant_basis_of
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import Application
from domain.vocabulary import ApplicationStatus

SEARCH_PERIOD_BELOW = 27
SEARCH_PERIOD = dt.timedelta(weeks=4)
"""Those under 27 first look for work or training for four weeks (Pw 41 lid 4)."""


def measures_on(held: Held, picture: Picture) -> Iterator[Measure]:
    """The advance and the grant, as far as this is an application that is still to be decided."""
    application = held.record
    if isinstance(application, Application) and application.status is ApplicationStatus.OPEN:
        yield from _advance(held, application)
        if application.scheme in SOCIAL_ASSISTANCE:
            yield from _grant(held, application, picture)


def _advance(held: Held, application: Application) -> Iterator[Measure]:
    advance = application.advance
    if advance is None or advance.paid:
        return
    for power in powers_on(MeasureKind.ADVANCE, held.holder, (held,))[:1]:
        amount = advance.amount_monthly_cents
        yield under(power, held.holder, (application.id,), amount_cents=amount)


def _grant(held: Held, application: Application, picture: Picture) -> Iterator[Measure]:
    basis = grant_basis_of(picture)
    if basis is None:
        return
    searching = _in_search_period(application, picture)
    for power in powers_on(MeasureKind.GRANT_FROM, held.holder, (held,)):
        if (power.provision == PW_41) is searching:
            yield under(
                power,
                held.holder,
                (application.id,),
                amount_cents=basis.monthly_cents,
                from_date=application.received,
            )


def _in_search_period(application: Application, picture: Picture) -> bool:
    young = all(age(each, picture.today) < SEARCH_PERIOD_BELOW for each in adults_counted(picture))
    return young and picture.today < application.received + SEARCH_PERIOD
