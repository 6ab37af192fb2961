"""The terms of a pause: until when, whether set-off and interest stop, and limitation after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.legislation.calendar import add_months
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.terms import add_weeks
from domain.measures import Measure, MeasureKind
from domain.measures.effects import apply_to_records
from domain.picture import Picture
from domain.records import Claim, DeterminationMade, Hold, RecordRef
from domain.vocabulary import HoldStatus, StoppedAct

PAYMENT_WEEKS = 6
"""Awb 4:87 lid 1: the term of payment, from the day the decision is made known."""

LIMITATION_YEARS = parameter("awb_verjaring")
"""Awb 4:104 lid 1."""

_MONTHS_PER_YEAR = 12


class Interest(StrEnum):
    """What happens to interest during the pause (Awb 4:101)."""

    STOPS = "stops"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class PausedClaim:
    """One claim during a pause.

    `days_longer` is by how many days the body may claim longer because of it (Awb 4:111 lid 1).
    `limitation_not_before` is the first day on which limitation can be over after the pause: an
    interruption that we do not see makes it later, nothing makes it sooner. None when no decision
    with a date is known, from which the term would run.
    """

    claim: RecordRef
    from_date: dt.date
    until: dt.date
    set_off_stops: bool
    interest: Interest
    days_longer: int
    limitation_not_before: dt.date | None


def paused_claims(measure: Measure, picture: Picture, on: dt.date) -> tuple[PausedClaim, ...]:
    """The terms for each claim that this hold pauses when it is given on this day; else none.

    Raises MeasureNotPossible when the hold is not possible on the records.
    """
    if measure.kind is not MeasureKind.HOLD:
        return ()
    records = tuple(
        record
        for position in picture.positions
        if position.agency is measure.agency
        for record in position.records
    )
    after = apply_to_records(measure, records, on)
    changed = set(after.changed)
    new = [each for each in after.records if isinstance(each, Hold) and each.id in changed]
    return tuple(claim for hold in new for claim in paused_by(hold, picture))


def paused_by(hold: Hold, picture: Picture) -> Iterator[PausedClaim]:
    """The terms for each claim that a hold covers, be it in force already or still to be given."""
    if hold.until is None:
        return
    for claim in hold.covers:
        longer = (hold.until - hold.from_date).days + 1
        yield PausedClaim(
            claim=claim,
            from_date=hold.from_date,
            until=hold.until,
            set_off_stops=StoppedAct.SET_OFF in hold.stops,
            interest=Interest.STOPS if StoppedAct.INTEREST in hold.stops else Interest.RUNS,
            days_longer=longer,
            limitation_not_before=_limitation(claim, hold, longer, picture),
        )


def _limitation(claim: RecordRef, given: Hold, longer: int, picture: Picture) -> dt.date | None:
    """Five years after the term of payment, and as much longer as payment was postponed."""
    decided = _decided_on(claim, picture)
    if decided is None:
        return None
    years = int(last_known_on(LIMITATION_YEARS, picture.today))
    pay_by = add_weeks(decided, PAYMENT_WEEKS)
    last = add_months(pay_by, years * _MONTHS_PER_YEAR)
    earlier = sum(
        _days(hold)
        for holder, hold in picture.of(Hold)
        # only the creditor's own postponement lengthens its term
        if claim in hold.covers
        and hold.id != given.id
        and holder.agency is picture.get(claim).holder.agency
    )
    return last + dt.timedelta(days=longer + earlier)


def _days(hold: Hold) -> int:
    """Days of an earlier pause: only one that was given and has an end lengthens the term."""
    if hold.status is HoldStatus.ASKED or hold.until is None:
        return 0
    return (hold.until - hold.from_date).days + 1


def _decided_on(claim: RecordRef, picture: Picture) -> dt.date | None:
    held = picture.find(claim)
    if held is None or not isinstance(held.record, Claim):
        return None
    decision = picture.find(held.record.determined_by)
    made = decision.record if decision is not None else None
    return made.made_on if isinstance(made, DeterminationMade) else None
