"""Making a decision anew: the facts put right, and what rests on them with it.

The records that change are those the measure names, and what is claimed, paid or taken by a
decision among them. An exception that the law prescribes is applied here as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.decided_anew import (
    DecidedAnew,
    calculated_for,
    decided_anew,
    values_after,
    with_basis,
    without_lowering,
)
from domain.measures.acts.followed import (
    claims_lowered,
    levied_no_longer,
    named_claims_lowered,
    raised,
    rights_raised,
    supplement,
    takings_lowered,
)
from domain.measures.measure import MeasureKind
from domain.records import (
    DeterminationMade,
    Entitlement,
    FactUsed,
    RecordRef,
    ThreatenedAct,
    Value,
)
from domain.vocabulary import Certainty, EntitlementStatus, FactOrigin


def changes(act: Act) -> tuple[Change, ...]:
    """The named facts, decisions, claims and rights as they are with the right fact.

    A named fact becomes the measure's value or, when that names none (or one of another kind), the
    one value for which a named decision states another outcome. Without a decision, a named right
    goes on or rises, and a named claim falls, to the measure's amount. A named act that rests on a
    named fact is called off, a named contribution levied no longer from the measure's day, and a
    recovery that is named without anything else ends. Raises MeasureNotPossible when a value or an
    outcome is not known.
    """
    becomes = {fact.id: _right_value(fact, act) for fact in act.named(FactUsed)}
    values = values_after(act, becomes)
    decided = [decided_anew(each, act, values) for each in act.named(DeterminationMade)]
    anew = [each for each in decided if each is not None]
    found = (
        *_facts_put_right(act, becomes),
        *(_told(each) for each in anew),
        *_what_follows(anew, act),
        *levied_no_longer(act),
        *_called_off(act),
    )
    if not found:
        raise MeasureNotPossible("Er is hier niets meer te verbeteren.")
    return _each_once(found)


def exception_changes(act: Act) -> tuple[Change, ...]:
    """The named decisions with the exception applied.

    With an amount the exception adds that per month, from the measure's day or else from the day
    the decision works; without one it undoes the lowering.
    """
    decisions = act.named(DeterminationMade)
    if not decisions:
        raise MeasureNotPossible("Er is geen besluit waarop de uitzondering past.")
    for decision in decisions:
        if act.measure.provision in decision.legal_basis:
            raise MeasureNotPossible("De uitzondering is al toegepast.")
    return _each_once(change for each in decisions for change in _with_exception(each, act))


def facts_put_right(act: Act) -> tuple[Change, ...]:
    """The named facts at their right value, and nothing else."""
    becomes = {fact.id: _right_value(fact, act) for fact in act.named(FactUsed)}
    return tuple(_facts_put_right(act, becomes))


def _each_once(found: Iterable[Change]) -> tuple[Change, ...]:
    """A record changes once, as what was decided first about it says."""
    by_id: dict[RecordRef, Change] = {}
    for change in found:
        by_id.setdefault(change.record.id, change)
    return tuple(by_id.values())


def _right_value(fact: FactUsed, act: Act) -> Value:
    value = act.measure.value
    if value is not None and type(value) is type(fact.value):
        return value
    stated = set(calculated_for(fact, act))
    if len(stated) != 1:
        raise MeasureNotPossible("Niet bekend is wat het juiste gegeven is.")
    return stated.pop()


def _facts_put_right(act: Act, becomes: dict[RecordRef, Value]) -> Iterator[Change]:
    for fact in act.named(FactUsed):
        after = _put_right(fact, becomes[fact.id], act)
        if after != fact:
            yield Change(after, Effect(fact.id, "Het gegeven is verbeterd.", 0, 0))


def _put_right(fact: FactUsed, value: Value, act: Act) -> FactUsed:
    in_register = fact.origin is FactOrigin.BASE_REGISTER
    estimated = fact.origin is FactOrigin.OWN_ESTIMATE
    entered = act.measure.kind is MeasureKind.REGISTER_ADDRESS and value != fact.value
    return replace(
        fact,
        value=value,
        certainty=Certainty.REGISTERED if in_register else Certainty.ESTABLISHED,
        origin=FactOrigin.OWN_INVESTIGATION if estimated else fact.origin,
        since=act.on if entered else fact.since,
        # parts belong to the amount that they add up to
        components=fact.components if value == fact.value else (),
    )


def _told(anew: DecidedAnew) -> Change:
    what = "Het besluit is opnieuw genomen."
    return Change(anew.after, Effect(anew.after.id, what, 0, 0))


def _what_follows(anew: list[DecidedAnew], act: Act) -> Iterator[Change]:
    for each in anew:
        yield from _consequences(each, act)
    yield from named_claims_lowered(act)
    if not act.named(DeterminationMade):
        for right in act.named(Entitlement):
            yield from _goes_on(right, act)


def _consequences(anew: DecidedAnew, act: Act) -> Iterator[Change]:
    if anew.takes:
        yield from claims_lowered(anew, act)
        yield from takings_lowered(anew, act)
    else:
        yield from rights_raised(anew, act)


def _goes_on(right: Entitlement, act: Act) -> Iterator[Change]:
    """A named right behind which no decision is named."""
    amount = act.measure.amount_cents
    if amount is None and right.status is not EntitlementStatus.IN_PAYMENT:
        amount = right.full_amount_monthly_cents or right.amount_monthly_cents
    if amount is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag per maand wordt betaald.")
    yield from raised(right, amount, act.measure.from_date, act)


def _called_off(act: Act) -> Iterator[Change]:
    facts = {fact.id for fact in act.named(FactUsed)}
    for threat in act.named(ThreatenedAct):
        if facts.isdisjoint(threat.rests_on):
            raise MeasureNotPossible("Wat is aangekondigd, rust niet op een gegeven dat verandert.")
        effect = Effect(threat.id, "Wat was aangekondigd, gaat niet door.", 0, 0)
        yield Change(threat, effect, gone=True)


def _with_exception(decision: DeterminationMade, act: Act) -> Iterator[Change]:
    if act.measure.amount_cents is None:
        yield from _undone(decision, act)
    else:
        yield from _added(decision, act.measure.amount_cents, act)


def _added(decision: DeterminationMade, cents: int, act: Act) -> Iterator[Change]:
    now = decision.amount_monthly_cents
    after = with_basis(decision, act.measure.provision, act.on)
    after = replace(after, amount_monthly_cents=None if now is None else now + cents)
    effect = Effect(decision.id, "De uitzondering is toegepast.", 0, 0)
    yield Change(after, effect)
    yield supplement(decision, cents, act)


def _undone(decision: DeterminationMade, act: Act) -> Iterator[Change]:
    anew = without_lowering(decision, act)
    yield _told(anew)
    yield from _consequences(anew, act)
