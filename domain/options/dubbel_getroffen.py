"""Money is claimed back and still counted as income: who counts it puts the income right.

An allowance is revised (Awir 20) and what little is left of it not collected (Awir 26a), an
assessment corrected (Wet IB 2001 9.6), another decision revised (Awb 4:6). The income without that
money is what was counted, less what is claimed back of it; what follows from it is the body's own
calculation, when it states one. Claiming less where it is counted is room to the same end (Awir 26
lid 2); both claims are paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind
from domain.options.contested import claims_from, decisions_on_its_facts, pause
from domain.options.propose import powers_on, records_in, under
from domain.options.put_right import facts_among, put_right
from domain.options.remedy import Remedy
from domain.options.small_amounts import not_collected
from domain.picture import Held, Picture
from domain.records import Claim, DeterminationMade, FactUsed, Money, RecordRef, WouldBe


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    yield from _put_right(conflict, picture)
    for held in _claims(conflict, picture):
        paused = pause(held, picture)
        if paused is not None:
            yield paused
    decisions = decisions_on_its_facts(conflict, picture)
    for held, claim in claims_from(decisions, conflict, picture):
        yield from not_collected(held, claim, picture)
        yield from _lowered(held, claim, conflict, picture)


def _put_right(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    """The income without what is claimed back of it, at each body that counts it."""
    claims = [held for held in records_in(conflict, picture) if isinstance(held.record, Claim)]
    for held in facts_among(records_in(conflict, picture)):
        income = held.record
        if isinstance(income, FactUsed) and isinstance(income.value, Money):
            counted_twice = sum(_counted_twice(income, claim, picture) for claim in claims)
            value = Money(max(income.value.amount_cents - counted_twice, 0))
            measure = put_right(held, value, picture)
            if measure is not None:
                yield measure


def _counted_twice(income: FactUsed, claim: Held, picture: Picture) -> int:
    """What of the money that is claimed back is part of this income, as far as it is told."""
    record = claim.record
    if not isinstance(record, Claim) or claim.holder.agency is None:
        return 0
    part = sum(
        each.amount_cents
        for each in income.components
        if each.from_source.value == claim.holder.agency.value and each.scheme is record.scheme
    )
    return min(part, _claimed_back(record, picture))


def _claims(conflict: Conflict, picture: Picture) -> tuple[Held, ...]:
    """What is claimed back, and what others claim because they count the same money."""
    named = (
        held
        for held in records_in(conflict, picture)
        if isinstance(held.record, Claim) and held.record.outstanding_cents > 0
    )
    decisions = decisions_on_its_facts(conflict, picture)
    counted = (held for held, _ in claims_from(decisions, conflict, picture))
    return tuple({held.record.id: held for held in (*named, *counted)}.values())


def _lowered(held: Held, claim: Claim, conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    less = _too_much(claim, conflict, picture)
    if less > 0:
        amount = min(less, claim.outstanding_cents)
        for power in powers_on(MeasureKind.REDUCE, held.holder, (held,))[:1]:
            yield under(power, held.holder, (claim.id,), amount_cents=amount)


def _too_much(claim: Claim, conflict: Conflict, picture: Picture) -> int:
    """What its body claims beyond its own calculation without the money; nil without such a one."""
    decision = picture.find(claim.determined_by)
    if decision is None or not isinstance(decision.record, DeterminationMade):
        return 0
    total = decision.record.amount_total_cents
    incomes = _incomes_without(conflict, picture)
    stated = [
        would.amount_total_cents
        for would in decision.record.would_be
        if would.amount_total_cents is not None and _is_without(would, incomes)
    ]
    return 0 if total is None or not stated else total - max(stated)


def _is_without(would: WouldBe, incomes: dict[RecordRef, frozenset[int]]) -> bool:
    value = would.value
    return isinstance(value, Money) and value.amount_cents in incomes.get(would.fact, frozenset())


def _incomes_without(conflict: Conflict, picture: Picture) -> dict[RecordRef, frozenset[int]]:
    """Per income in the conflict, what it is without the money of a claim in it."""
    claimed = [_claimed_back(held.record, picture) for held in records_in(conflict, picture)]
    amounts = {each for each in claimed if each}
    return {
        held.record.id: frozenset(held.record.value.amount_cents - each for each in amounts)
        for held in records_in(conflict, picture)
        if isinstance(held.record, FactUsed) and isinstance(held.record.value, Money)
    }


def _claimed_back(record: object, picture: Picture) -> int:
    """What was claimed back at first, also when part of it has been paid since."""
    if not isinstance(record, Claim):
        return 0
    decision = picture.find(record.determined_by)
    decided = decision.record if decision is not None else None
    total = decided.amount_total_cents if isinstance(decided, DeterminationMade) else None
    return record.outstanding_cents if total is None else total


REMEDY = Remedy(ConflictType.DUBBEL_GETROFFEN, _measures_for)
