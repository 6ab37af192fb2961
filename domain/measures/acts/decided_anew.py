"""What a decision becomes when its body makes it anew: by its own calculation, or by its own test.

Three things tell the outcome: what the body itself calculated for the right value (`would_be`), the
amount that the measure names, and the body's own test, which with that value cannot give the
harmful outcome. Where none of them does, the outcome is not known, and nothing is made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from domain.conflicts.facts import gives_outcome
from domain.errors import MeasureNotPossible
from domain.legislation.parameters import last_known_on
from domain.legislation.terms import add_weeks
from domain.measures.act import Act
from domain.measures.grant import ASSETS_SINGLE, SOCIAL_ASSISTANCE
from domain.measures.measure import MeasureKind
from domain.records import (
    Claim,
    Contribution,
    Count,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Money,
    Provision,
    RecordRef,
    Value,
    WouldBe,
)
from domain.vocabulary import EntitlementStatus, FactName, Outcome, Reason

OBJECTION_WEEKS = 6
"""Awb 6:7."""

TAKES = frozenset({Outcome.ASSESSED, Outcome.IMPOSED, Outcome.RECLAIMED})
"""Outcomes by which the household pays."""

WITHHOLDS = frozenset({Outcome.REFUSED, Outcome.ENDED, Outcome.SUSPENDED, Outcome.GRANTED_LOWER})
"""Outcomes by which it gets less, or nothing."""

GIVES_BY_ITSELF = frozenset({MeasureKind.RESTORE, MeasureKind.REGISTER_ADDRESS})
"""Acts that are the other outcome: what was stopped goes on, what was refused is done."""

Values = Mapping[RecordRef, Value]
"""The values of the holder's facts as they are once the named ones are put right."""


@dataclass(frozen=True, slots=True)
class DecidedAnew:
    """A decision before and after; the amounts are None where the decision states no such one."""

    before: DeterminationMade
    after: DeterminationMade
    monthly_cents: int | None
    total_cents: int | None

    @property
    def takes(self) -> bool:
        """Does the household pay by it, or did it?"""
        return self.before.outcome in TAKES


@dataclass(frozen=True, slots=True)
class _Amounts:
    monthly_cents: int | None = None
    total_cents: int | None = None


def decided_anew(decision: DeterminationMade, act: Act, values: Values) -> DecidedAnew | None:
    """The decision on these values; None when it harms nobody as it is.

    Raises MeasureNotPossible when its outcome is not known, or would be no better.
    """
    if decision.outcome in TAKES:
        amounts = _taken(decision, act, values)
    elif decision.outcome in WITHHOLDS:
        amounts = _given(decision, act, values)
    else:
        return None
    made = _made(decision, amounts, act)
    still_other = (each for each in decision.would_be if each.value != values.get(each.fact))
    return replace(made, after=replace(made.after, would_be=tuple(still_other)))


def without_lowering(decision: DeterminationMade, act: Act) -> DecidedAnew:
    """The decision as it is once an exception undoes what it took.

    By the one calculation that the body states, else by what the right behind it pays in full.
    Raises MeasureNotPossible when neither tells the amount.
    """
    stated = [
        each
        for each in decision.would_be
        if _states(each) and act.measure.value in (None, each.value)
    ]
    amounts = {_Amounts(*_amounts_of(each)) for each in stated}
    if len(amounts) == 1:
        becomes: _Amounts | None = amounts.pop()
    elif decision.outcome in TAKES:
        becomes = None if _is_anything_owed(decision, act) else _Amounts()
    else:
        becomes = _paid_in_full(decision, act)
    if becomes is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag er met de uitzondering is.")
    return _made(decision, becomes, act)


def with_basis(decision: DeterminationMade, provision: Provision, on: dt.date) -> DeterminationMade:
    """The decision made again on this day by this provision, with a new term to object."""
    return replace(
        decision,
        legal_basis=tuple(dict.fromkeys((provision, *decision.legal_basis))),
        made_on=on,
        waits_for=(),
        objection_until=add_weeks(on, OBJECTION_WEEKS),
        objection_received=None,
    )


def rights_of(decision: DeterminationMade, act: Act) -> tuple[Entitlement, ...]:
    """The rights that this decision is about or determined, the named ones when there are such.

    What is paid in full already, beside another that is not, is not what the decision lowered.
    """
    rights = [
        each
        for each in act.others(Entitlement)
        if each.id == decision.about or each.determined_by == decision.id
    ]
    named = [each for each in rights if each.id in act.measure.on] or rights
    return tuple(each for each in named if not _is_paid_in_full(each)) or tuple(named)


def _is_paid_in_full(right: Entitlement) -> bool:
    in_payment = right.status is EntitlementStatus.IN_PAYMENT
    return in_payment and right.full_amount_monthly_cents in (None, right.amount_monthly_cents)


def claims_of(decision: DeterminationMade, act: Act) -> tuple[Claim, ...]:
    """What is claimed by this decision."""
    return tuple(claim for claim in act.others(Claim) if claim.determined_by == decision.id)


def ground_falls(decision: DeterminationMade, act: Act, values: Values) -> bool:
    """Can its own test, or the limit of law, not give the outcome with the right value?"""
    if act.measure.kind in GIVES_BY_ITSELF or _too_little_for(decision, act, values):
        return True
    test = decision.test
    value = None if test is None else values.get(test.fact, act.measure.value)
    return test is not None and value is not None and gives_outcome(test, value) is False


def _made(decision: DeterminationMade, amounts: _Amounts, act: Act) -> DecidedAnew:
    after = replace(
        with_basis(decision, act.measure.provision, act.on),
        amount_monthly_cents=amounts.monthly_cents,
        amount_total_cents=amounts.total_cents,
    )
    if decision.outcome in WITHHOLDS or not _still_owed(amounts):
        after = replace(after, outcome=Outcome.GRANTED, reason=Reason.CONDITIONS_MET)
    return DecidedAnew(decision, after, amounts.monthly_cents, amounts.total_cents)


def _too_little_for(decision: DeterminationMade, act: Act, values: Values) -> bool:
    """Are the assets, once put right, under every limit for assets of the law (Pw 34 lid 3)?"""
    if decision.reason is not Reason.ASSETS_ABOVE_LIMIT:
        return False
    limit = int(last_known_on(ASSETS_SINGLE, act.on)) if decision.scheme in SOCIAL_ASSISTANCE else 0
    left = [
        values[fact.id]
        for fact in act.named(FactUsed)
        if fact.fact is FactName.ASSETS and fact.id in decision.rests_on
    ]
    return any(isinstance(value, Money) and value.amount_cents <= limit for value in left)


def _still_owed(amounts: _Amounts) -> bool:
    """An amount that is not known yet may still be owed."""
    stated = [each for each in (amounts.monthly_cents, amounts.total_cents) if each is not None]
    return not stated or any(stated)


def _taken(decision: DeterminationMade, act: Act, values: Values) -> _Amounts:
    amounts = (
        _calculated(decision, act, values)
        or _named_by_measure(decision, act)
        or _nil(decision, act, values)
    )
    if amounts is None:
        if _is_anything_owed(decision, act):
            raise MeasureNotPossible("Niet bekend is welk bedrag er met het juiste gegeven is.")
        # nothing is claimed by it here: the body calculates, and no amount is made up meanwhile
        return _Amounts()
    if _more(amounts.monthly_cents, decision.amount_monthly_cents) or _more(
        amounts.total_cents, decision.amount_total_cents
    ):
        raise MeasureNotPossible("Met het juiste gegeven wordt het bedrag niet lager.")
    return amounts


def _given(decision: DeterminationMade, act: Act, values: Values) -> _Amounts:
    amounts = (
        _calculated(decision, act, values)
        or _named_by_measure(decision, act)
        or _in_full(decision, act, values)
    )
    if amounts is None:
        raise MeasureNotPossible("Niet bekend is wat de uitkomst met het juiste gegeven is.")
    now = decision.amount_monthly_cents or 0
    if amounts.monthly_cents is not None and amounts.monthly_cents <= now:
        is_stopped = decision.outcome is not Outcome.GRANTED_LOWER and amounts.monthly_cents > 0
        if not is_stopped:
            raise MeasureNotPossible("Met het juiste gegeven wordt het bedrag niet hoger.")
    return amounts


def _calculated(decision: DeterminationMade, act: Act, values: Values) -> _Amounts | None:
    """The body's own calculation for the right values; of several the best for the household."""
    fitting = [each for each in decision.would_be if _fits(each, act, values) and _states(each)]
    if not fitting:
        return None
    best = min if decision.outcome in TAKES else max
    return best((_Amounts(*_amounts_of(each)) for each in fitting), key=_size)


def _fits(would: WouldBe, act: Act, values: Values) -> bool:
    """Is it about a named fact as it becomes, or about the value that another body must take?

    What a body calculated for a value on the way to the right one is the least that comes of it: no
    rule gives less for an amount or a number further in the direction that helps.
    """
    used = act.held.get(would.fact)
    if isinstance(used, FactUsed):
        right = values[would.fact]
        is_on_the_way = right == would.value or _lies_between(would.value, used.value, right)
        return would.fact in act.measure.on and is_on_the_way
    return act.measure.value is not None and act.measure.value == would.value


def _lies_between(value: Value, used: Value, right: Value) -> bool:
    match value, used, right:
        case Money(at), Money(first), Money(last):
            return first < at < last or last < at < first
        case Count(at), Count(first), Count(last):
            return first < at < last or last < at < first
        case _:
            return False


def _states(would: WouldBe) -> bool:
    return any(each is not None for each in _amounts_of(would))


def _amounts_of(would: WouldBe) -> tuple[int | None, int | None]:
    return would.amount_monthly_cents, would.amount_total_cents


def _size(amounts: _Amounts) -> tuple[int, int]:
    return amounts.total_cents or 0, amounts.monthly_cents or 0


def _named_by_measure(decision: DeterminationMade, act: Act) -> _Amounts | None:
    """The measure's amount, where it can only be of this decision."""
    amount = act.measure.amount_cents
    if amount is None or len(act.named(DeterminationMade)) > 1:
        return None
    of_total = decision.amount_total_cents is not None or (
        decision.outcome in TAKES and decision.amount_monthly_cents is None
    )
    return _Amounts(total_cents=amount) if of_total else _Amounts(monthly_cents=amount)


def _nil(decision: DeterminationMade, act: Act, values: Values) -> _Amounts | None:
    if not ground_falls(decision, act, values):
        return None
    monthly, total = decision.amount_monthly_cents, decision.amount_total_cents
    # what is set per month says nothing of the whole debt that is paid off by it
    states_no_total = total is None and monthly is not None
    return _Amounts(None if monthly is None else 0, None if states_no_total else 0)


def _in_full(decision: DeterminationMade, act: Act, values: Values) -> _Amounts | None:
    """What the right behind the decision pays without the lowering, when its ground falls."""
    return _paid_in_full(decision, act) if ground_falls(decision, act, values) else None


def _paid_in_full(decision: DeterminationMade, act: Act) -> _Amounts | None:
    rights = rights_of(decision, act)
    if not rights and decision.outcome is not Outcome.GRANTED_LOWER:
        # the body says yes, and calculates: no amount is made up meanwhile
        return _Amounts()
    full = [_full(each) for each in rights]
    return _Amounts(monthly_cents=full[0]) if len(full) == 1 and full[0] is not None else None


def _full(right: Entitlement) -> int | None:
    if right.full_amount_monthly_cents is not None:
        return right.full_amount_monthly_cents
    # what was stopped altogether keeps the amount at which it was paid
    is_stopped = right.status is not EntitlementStatus.IN_PAYMENT
    return right.amount_monthly_cents if is_stopped else None


def _is_anything_owed(decision: DeterminationMade, act: Act) -> bool:
    contributions = {each.id for each in act.others(Contribution)}
    return decision.about in contributions or any(
        claim.outstanding_cents > 0 for claim in claims_of(decision, act)
    )


def _more(new: int | None, old: int | None) -> bool:
    return new is not None and old is not None and new > old


def values_after(act: Act, becomes: Mapping[RecordRef, Value]) -> Values:
    """The value of every fact of the holder, with the named ones put right."""
    return {fact.id: becomes.get(fact.id, fact.value) for fact in act.others(FactUsed)}


def calculated_for(fact: FactUsed, act: Act) -> Iterator[Value]:
    """The values of this fact for which the named decisions state another outcome."""
    for decision in act.named(DeterminationMade):
        for would in decision.would_be:
            if would.fact == fact.id:
                yield would.value
