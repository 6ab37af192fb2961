"""What was asked for and left lying: grant it where that can be told, else decide on it soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts.missed_assistance import missed_assistance
from domain.legislation.powers.provisions import AWB_3_2, PW_41
from domain.legislation.terms import add_weeks
from domain.measures import Measure, MeasureKind
from domain.measures.grant import (
    SOCIAL_ASSISTANCE,
    YOUTH_NORM_UNTIL,
    adults_counted,
    age,
    grant_basis_of,
    has_too_many_assets,
)
from domain.options.assistance import SEARCH_PERIOD_BELOW
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import Application
from domain.vocabulary import ApplicationStatus

REMINDED_WEEKS = 2
"""What the law leaves a body that is late and was reminded (Awb 4:17 lid 3)."""

REASONABLE_WEEKS = 8
"""What the law takes for a reasonable term where a body still has to look into it (Awb 4:13)."""


def taken_up(held: Held, picture: Picture, monthly_cents: int | None = None) -> Iterator[Measure]:
    """The grant of assistance that nobody opened a file for, or a decision soon on another matter.

    `monthly_cents` is what the body itself calculated, when it did.
    """
    application = held.record
    if not _is_unopened(application):
        return
    assert isinstance(application, Application)
    if application.scheme in SOCIAL_ASSISTANCE:
        amount = monthly_cents or _assistance(picture)
        if amount is not None:
            yield from _granted(held, application, amount, picture)
            return
    yield from decided_within(REMINDED_WEEKS, held, picture)


def decided_within(weeks: int, held: Held, picture: Picture) -> Iterator[Measure]:
    """A decision in so many weeks, or on the last day that the law gives when that comes first.

    Nothing when the body expects to decide by then.
    """
    application = held.record
    if not isinstance(application, Application):
        return
    until = _day_within(weeks, application, picture.today)
    if _is_expected(picture.today, until, application):
        return
    for power in powers_on(MeasureKind.DECIDE_EARLIER, held.holder, (held,)):
        if power.provision == AWB_3_2:
            yield under(power, held.holder, (application.id,), until=until)


def _is_unopened(record: object) -> bool:
    return isinstance(record, Application) and record.status is ApplicationStatus.NOT_OPENED


def _day_within(weeks: int, application: Application, today: dt.date) -> dt.date:
    soon = add_weeks(today, weeks)
    by_law = application.decide_by
    return by_law if by_law is not None and today < by_law < soon else soon


def _is_expected(since: dt.date, until: dt.date, application: Application) -> bool:
    """Is a decision due between these days? Nobody decides on what nobody opened."""
    if application.status is ApplicationStatus.NOT_OPENED:
        return False
    day = application.expected_on or application.decide_by
    return day is not None and since <= day <= until


def _assistance(picture: Picture) -> int | None:
    """What would be paid per month; for those below 21 by the norm of Pw 20."""
    basis = grant_basis_of(picture)
    if basis is not None:
        return basis.monthly_cents
    if _all_below(YOUTH_NORM_UNTIL, picture) and not has_too_many_assets(picture):
        return missed_assistance(picture)
    return None


def _granted(
    held: Held, application: Application, amount: int, picture: Picture
) -> Iterator[Measure]:
    # without a file nobody below 27 was told to search: the four weeks of Pw 41 lid 4 have not run
    unsearched = _all_below(SEARCH_PERIOD_BELOW, picture)
    for power in powers_on(MeasureKind.GRANT_FROM, held.holder, (held,)):
        if (power.provision == PW_41) is unsearched:
            yield under(
                power,
                held.holder,
                (application.id,),
                amount_cents=amount,
                from_date=application.received,
            )


def _all_below(years: int, picture: Picture) -> bool:
    return all(age(each, picture.today) < years for each in adults_counted(picture))
