"""Lowering a claim: in part (reduce) or wholly (remit), with its parts kept in step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.hold import ended
from domain.records import Claim, ClaimPart, Recovery
from domain.vocabulary import ClaimPartKind, RecoveryStatus

LOWERED_FIRST = (
    ClaimPartKind.INCREASE,
    ClaimPartKind.COSTS,
    ClaimPartKind.INTEREST,
    ClaimPartKind.PRINCIPAL,
)
"""What was added because of the principal falls before the principal itself."""


def reduce_changes(act: Act) -> tuple[Change, ...]:
    """The named claims, lowered by the measure's amount in total, none of them below nil."""
    amount = act.measure.amount_cents
    if amount is None or amount <= 0:
        raise MeasureNotPossible("De maatregel noemt niet met welk bedrag de vordering daalt.")
    return tuple(_lowered_by(amount, act))


def remit_changes(act: Act) -> tuple[Change, ...]:
    """The named claims, remitted: wholly, or by the measure's amount when it names one."""
    owed = sum(claim.outstanding_cents for claim in act.named(Claim))
    amount = owed if act.measure.amount_cents is None else act.measure.amount_cents
    return tuple(_lowered_by(amount, act))


def _lowered_by(amount: int, act: Act) -> Iterator[Change]:
    claims = [claim for claim in act.named(Claim) if claim.outstanding_cents > 0]
    if not claims:
        raise MeasureNotPossible("Er staat geen vordering meer open om te verlagen.")
    for claim in claims:
        less = min(amount, claim.outstanding_cents)
        amount -= less
        if less:
            yield _lowered(claim, less)
        if less == claim.outstanding_cents:
            yield from _recoveries_ended(claim, act)


def _lowered(claim: Claim, less: int) -> Change:
    left = claim.outstanding_cents - less
    arrears = None if claim.arrears_cents is None else min(claim.arrears_cents, left)
    parts = tuple(_parts_left(claim.components, less))
    after = replace(claim, outstanding_cents=left, arrears_cents=arrears, components=parts)
    return Change(after, Effect(claim.id, "De vordering wordt lager.", 0, -less))


def _parts_left(parts: tuple[ClaimPart, ...], less: int) -> Iterator[ClaimPart]:
    falls = dict.fromkeys(range(len(parts)), 0)
    for index in sorted(falls, key=lambda each: LOWERED_FIRST.index(parts[each].kind)):
        falls[index] = min(less, parts[index].amount_cents)
        less -= falls[index]
    for index, part in enumerate(parts):
        if part.amount_cents > falls[index]:
            yield replace(part, amount_cents=part.amount_cents - falls[index])


def _recoveries_ended(claim: Claim, act: Act) -> Iterator[Change]:
    for recovery in act.others(Recovery):
        if recovery.for_record == claim.id and recovery.status is not RecoveryStatus.ENDED:
            yield ended(recovery, act.on)
