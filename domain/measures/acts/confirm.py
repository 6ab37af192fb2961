"""Confirming: a body sends or states what it has, and no longer waits for another (Awb 3:2).

It deals with what was asked itself, or sends that on (Awb 2:3), and no longer sends the household.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.applications import referral_ended
from domain.records import Notice, Record, Referral
from domain.vocabulary import NoticeDirection, NoticeStatus


def changes(act: Act) -> tuple[Change, ...]:
    """Named messages are sent, named referrals are taken back, other named records wait for nobody;
    waits of others stay theirs."""
    return tuple(_confirmed(act))


def _confirmed(act: Act) -> Iterator[Change]:
    for record_id in act.measure.on:
        record = act.held[record_id]
        if _is_unsent(record) and isinstance(record, Notice):
            sent = replace(record, status=NoticeStatus.SENT, on=act.on, waits_for=())
            yield Change(sent, Effect(record.id, "Het bericht is verstuurd.", 0, 0))
        elif isinstance(record, Referral):
            yield referral_ended(record)
        elif record.waits_for:
            released = replace(record, waits_for=())
            what = "Er wordt niet meer op een ander gewacht."
            yield Change(released, Effect(record.id, what, 0, 0))
        else:
            raise MeasureNotPossible("Er ligt niets klaar dat op bevestiging wacht.")


def _is_unsent(record: Record) -> bool:
    return (
        isinstance(record, Notice)
        and record.direction is NoticeDirection.SENT
        and record.status is not NoticeStatus.SENT
    )
