"""Ending a regime: a contribution stops from a day on, and with it what is withheld for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.records import Contribution, Recovery
from domain.vocabulary import RecoveryMethod, RecoveryStatus

WITHHELD_BY = frozenset(
    {RecoveryMethod.REDIRECTION, RecoveryMethod.SOURCE_WITHHOLDING, RecoveryMethod.SET_OFF}
)


def changes(act: Act) -> tuple[Change, ...]:
    """Named contributions end the day before the measure's day, and so do their withholdings."""
    contributions = act.named(Contribution)
    if not contributions:
        raise MeasureNotPossible("Er loopt hier geen bijdrage die kan eindigen.")
    return tuple(change for each in contributions for change in _ended(each, act))


def _ended(contribution: Contribution, act: Act) -> Iterator[Change]:
    last_day = act.until() - dt.timedelta(days=1)
    if last_day < contribution.cover_from:
        raise MeasureNotPossible("De bijdrage begint pas na de dag waarop zij zou eindigen.")
    if contribution.cover_until is not None and contribution.cover_until <= last_day:
        raise MeasureNotPossible("De bijdrage eindigt al eerder.")
    withheld = tuple(_withheld_for(contribution, act))
    taken = sum(recovery.amount_monthly_cents for recovery in withheld)
    self_paid = max(contribution.amount_monthly_cents - taken, 0)
    what = f"De bijdrage eindigt met ingang van {act.until():%d-%m-%Y}."
    yield Change(
        replace(contribution, cover_until=last_day), Effect(contribution.id, what, self_paid, 0)
    )
    for recovery in withheld:
        gain = recovery.amount_monthly_cents
        what = f"De inhouding eindigt met ingang van {act.until():%d-%m-%Y}."
        yield Change(
            replace(recovery, until=max(last_day, recovery.from_date)),
            Effect(recovery.id, what, gain, 0),
        )


def _withheld_for(contribution: Contribution, act: Act) -> Iterator[Recovery]:
    for recovery in act.others(Recovery):
        runs = recovery.status is not RecoveryStatus.ENDED
        if runs and recovery.for_record == contribution.id and recovery.method in WITHHELD_BY:
            yield recovery
