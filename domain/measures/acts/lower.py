"""Lowering a claim: in part, wholly, or to what may be claimed, with its parts kept in step.

What is taken for a claim ends when nothing of it is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.powers.provisions import AWB_3_4_2
from domain.legislation.terms import add_weeks
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.hold import ended
from domain.records import Claim, ClaimPart, DeterminationMade, Recovery
from domain.vocabulary import ClaimKind, ClaimPartKind, Outcome, Reason, RecoveryStatus, Scheme

LOWERED_FIRST = (
    ClaimPartKind.INCREASE,
    ClaimPartKind.COSTS,
    ClaimPartKind.INTEREST,
    ClaimPartKind.PRINCIPAL,
)
"""What was added because of the principal falls before the principal itself."""

NOT_RECOVERED_UP_TO = parameter("awir_bagatel")

OBJECTION_WEEKS = 6
"""Awb 6:7."""


def reduce_changes(act: Act) -> tuple[Change, ...]:
    """The named claims, lowered by the measure's amount in total, none of them below nil.

    With a from_date, what was added from that day (up to `until`) falls before what was added on
    other days. A request for remission that the law had refused is answered by it.
    """
    amount = act.measure.amount_cents
    if amount is None or amount <= 0:
        raise MeasureNotPossible("De maatregel noemt niet met welk bedrag de vordering daalt.")
    return (*_weighed(_lowered_by(amount, act)), *_requests_answered(act))


def remit_changes(act: Act) -> tuple[Change, ...]:
    """The named claims, remitted: wholly, or by the measure's amount when it names one."""
    amount = _owed(act) if act.measure.amount_cents is None else act.measure.amount_cents
    return tuple(_weighed(_lowered_by(amount, act)))


def withdraw_changes(act: Act) -> tuple[Change, ...]:
    """The named claims, withdrawn: nothing of them is left, or the measure's amount in total."""
    owed, stays = _owed(act), act.measure.amount_cents or 0
    if stays and stays >= owed:
        raise MeasureNotPossible("Er staat niet meer open dan wat gevorderd blijft.")
    return tuple(_lowered_by(owed - stays, act))


def not_collect_changes(act: Act) -> tuple[Change, ...]:
    """A small amount that is not recovered (Awir 26a): all that the body may recover of a claim."""
    limit = int(last_known_on(NOT_RECOVERED_UP_TO, act.on))
    amount = _owed(act) if act.measure.amount_cents is None else act.measure.amount_cents
    if len(act.measure.on) != 1 or amount <= 0:
        raise MeasureNotPossible("Niet innen gaat per vordering, over een bedrag dat openstaat.")
    if amount > limit:
        raise MeasureNotPossible("Het bedrag is hoger dan de grens waaronder niet wordt geïnd.")
    if any(amount not in _recoverable(claim, act) for claim in act.named(Claim)):
        raise MeasureNotPossible("Dit is niet het hele bedrag dat kan worden teruggevorderd.")
    return tuple(_lowered_by(amount, act))


def _owed(act: Act) -> int:
    return sum(claim.outstanding_cents for claim in act.named(Claim))


def _recoverable(claim: Claim, act: Act) -> frozenset[int]:
    """What is owed, and what it would be by the body's own calculation with another fact."""
    decision = None if claim.determined_by is None else act.held.get(claim.determined_by)
    would_be = decision.would_be if isinstance(decision, DeterminationMade) else ()
    totals = {each.amount_total_cents for each in would_be if each.amount_total_cents is not None}
    return frozenset({claim.outstanding_cents, *totals})


def _lowered_by(amount: int, act: Act) -> Iterator[Change]:
    claims = [claim for claim in act.named(Claim) if claim.outstanding_cents > 0]
    if not claims:
        raise MeasureNotPossible("Er staat geen vordering meer open om te verlagen.")
    for claim in claims:
        less = min(amount, claim.outstanding_cents)
        amount -= less
        if less:
            yield _lowered(claim, less, act)
        if less == claim.outstanding_cents:
            yield from _recoveries_ended(claim, act)


def _lowered(claim: Claim, less: int, act: Act) -> Change:
    left = claim.outstanding_cents - less
    arrears = None if claim.arrears_cents is None else min(claim.arrears_cents, left)
    parts = tuple(_parts_left(claim.components, less, act))
    after = replace(claim, outstanding_cents=left, arrears_cents=arrears, components=parts)
    return Change(after, Effect(claim.id, "De vordering wordt lager.", 0, -less))


def _parts_left(parts: tuple[ClaimPart, ...], less: int, act: Act) -> Iterator[ClaimPart]:
    falls = dict.fromkeys(range(len(parts)), 0)
    for index in sorted(falls, key=lambda each: _place(parts[each], act)):
        falls[index] = min(less, parts[index].amount_cents)
        less -= falls[index]
    for index, part in enumerate(parts):
        if part.amount_cents > falls[index]:
            yield replace(part, amount_cents=part.amount_cents - falls[index])


def _place(part: ClaimPart, act: Act) -> tuple[int, bool]:
    return LOWERED_FIRST.index(part.kind), not _is_of_the_days(part, act)


def _is_of_the_days(part: ClaimPart, act: Act) -> bool:
    first, last = act.measure.from_date, act.measure.until
    if first is None or part.on is None:
        return False
    return first <= part.on and (last is None or part.on <= last)


def _recoveries_ended(claim: Claim, act: Act) -> Iterator[Change]:
    for recovery in act.others(Recovery):
        if recovery.for_record == claim.id and recovery.status is not RecoveryStatus.ENDED:
            yield ended(recovery, act.on)


def _weighed(changes: Iterator[Change]) -> Iterator[Change]:
    """What is left of an overpayment is claimed after weighing all interests, the body's own share
    in the error among them: Awb 3:4 lid 2, also where a law speaks of urgent reasons (CRvB 18 April
    2024)."""
    for change in changes:
        claim = change.record
        is_weighed = isinstance(claim, Claim) and claim.kind is ClaimKind.OVERPAYMENT
        if is_weighed and AWB_3_4_2 not in claim.legal_basis:
            claim = replace(claim, legal_basis=(*claim.legal_basis, AWB_3_4_2))
        yield replace(change, record=claim)


def _requests_answered(act: Act) -> Iterator[Change]:
    """Who asked for remission that the law excludes gets what the law does allow."""
    claims = act.named(Claim)
    about = {claim.id for claim in claims} | {claim.determined_by for claim in claims}
    for decision in act.others(DeterminationMade):
        if decision.about is not None and decision.about in about and _is_refused_by_law(decision):
            answered = replace(
                decision,
                outcome=Outcome.GRANTED,
                reason=Reason.CONDITIONS_MET,
                legal_basis=(act.measure.provision,),
                made_on=act.on,
                objection_until=add_weeks(act.on, OBJECTION_WEEKS),
                objection_received=None,
            )
            what = "Op het verzoek is opnieuw beslist: er wordt minder gevorderd."
            yield Change(answered, Effect(decision.id, what, 0, 0))


def _is_refused_by_law(decision: DeterminationMade) -> bool:
    return (
        decision.scheme is Scheme.REMISSION
        and decision.outcome is Outcome.REFUSED
        and decision.reason is Reason.POWER_EXCLUDED_BY_LAW
    )
