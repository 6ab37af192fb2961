"""Building the measure that puts a wrong fact right at one body, with all that rests on it there.

What is named is what the act itself would change: the fact, the harmful decisions on it whose
outcome with the right value is known, what is claimed, taken and paid by them, and what was
announced on it. A fact that other bodies took over each of them puts right itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from domain.conflicts.facts import HARMFUL, contradictions
from domain.conflicts.tested_facts import is_same_body
from domain.errors import MeasureNotPossible
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import (
    AWIR_20,
    AWIR_47,
    BRP_2_58,
    PW_34_2,
    WSF_6_12_1,
)
from domain.measures import Measure, MeasureKind
from domain.measures.act import Change
from domain.measures.effects import changes_of
from domain.measures.judge import scheme_of
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import (
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Provision,
    ThreatenedAct,
    Value,
)
from domain.vocabulary import FactName, FactOrigin

ORDINARY = (MeasureKind.CORRECT, MeasureKind.REVISE)
"""Correcting goes before revising: it is what the law calls putting a wrong fact right."""

INCOME = frozenset({FactName.INCOME_YEAR, FactName.INCOME_MONTH})

FOR_EXEMPT_MEANS = (PW_34_2, AWIR_47)
"""Leaving out means that the law exempts: no ground for putting another fact right."""

_SPECIAL = frozenset({*FOR_EXEMPT_MEANS, WSF_6_12_1})


def put_right(
    fact: Held,
    value: Value | None,
    picture: Picture,
    kinds: Sequence[MeasureKind] = ORDINARY,
    grounds: Sequence[Provision] = (),
) -> Measure | None:
    """The measure by which this fact's holder puts it right; None without a power or an outcome.

    `value` None: the one value for which the holder itself states another outcome. `grounds` are
    provisions to stand on before any other. Decisions whose outcome is not known stay as they are.
    """
    decisions = _in_order(decisions_on(fact, picture))
    threats = _in_order(_announced_on(fact, picture))
    for known in (decisions, _known_apart(fact, decisions, value, picture, kinds, grounds), ()):
        named = (fact, *known, *threats)
        measure = anew(named, value, picture, kinds, grounds)
        if measure is not None:
            return measure
    return None


def fact_alone(fact: Held, value: Value, picture: Picture) -> Measure | None:
    """The measure that puts only the fact right, and what was announced on it."""
    return anew((fact, *_in_order(_announced_on(fact, picture))), value, picture)


def anew(
    named: Sequence[Held],
    value: Value | None,
    picture: Picture,
    kinds: Sequence[MeasureKind] = ORDINARY,
    grounds: Sequence[Provision] = (),
) -> Measure | None:
    """The measure on these records of one body, under the first power that can do it."""
    for kind in kinds:
        for power in _fitting(kind, named, grounds):
            measure = _under(power, named, value, picture, grounds)
            if measure is not None:
                return measure
    return None


def decisions_on(fact: Held, picture: Picture) -> Iterator[Held]:
    """The harmful decisions of the fact's holder that rest on it."""
    for holder, decision in picture.of(DeterminationMade):
        if (
            decision.outcome in HARMFUL
            and fact.record.id in decision.rests_on
            and is_same_body(holder, fact.holder)
        ):
            yield Held(holder, decision)


def shown_value(fact: Held, picture: Picture) -> Value | None:
    """The one other value that documents show of this fact; None without, or with several."""
    used = fact.record
    if not isinstance(used, FactUsed):
        return None
    values = {shown.value for shown in contradictions(picture, used)}
    return values.pop() if len(values) == 1 else None


def calculated_value(fact: Held, picture: Picture) -> Value | None:
    """The one value of this fact for which its holder itself states another outcome."""
    values = {
        would.value
        for held in decisions_on(fact, picture)
        if isinstance(held.record, DeterminationMade)
        for would in held.record.would_be
        if would.fact == fact.record.id
    }
    return values.pop() if len(values) == 1 else None


def facts_among(records: Iterable[Held]) -> tuple[Held, ...]:
    """The facts among these records."""
    return tuple(held for held in records if isinstance(held.record, FactUsed))


def _in_order(found: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(found, key=lambda held: held.record.id))


def _known_apart(
    fact: Held,
    decisions: tuple[Held, ...],
    value: Value | None,
    picture: Picture,
    kinds: Sequence[MeasureKind],
    grounds: Sequence[Provision],
) -> tuple[Held, ...]:
    if len(decisions) < 2:
        return ()
    return tuple(
        each for each in decisions if anew((fact, each), value, picture, kinds, grounds) is not None
    )


def _announced_on(fact: Held, picture: Picture) -> Iterator[Held]:
    for holder, act in picture.of(ThreatenedAct):
        rests_on_it = fact.record.id in act.rests_on and act.date >= picture.today
        if rests_on_it and is_same_body(holder, fact.holder):
            yield Held(holder, act)


def _fitting(
    kind: MeasureKind, named: Sequence[Held], grounds: Sequence[Provision]
) -> Iterator[Power]:
    powers = powers_on(kind, named[0].holder, named)
    ordered = sorted(powers, key=lambda each: each.provision not in grounds)
    return (power for power in ordered if _is_ground(power, named, grounds))


def _is_ground(power: Power, named: Sequence[Held], grounds: Sequence[Provision]) -> bool:
    """Does the provision speak of what is put right: its scheme, its register, its income?"""
    records = [held.record for held in named]
    if power.provision in grounds:
        return True
    if power.provision in _SPECIAL:
        return False
    if power.schemes and all(scheme_of(record) is None for record in records):
        return False
    facts = [record for record in records if isinstance(record, FactUsed)]
    if power.provision == AWIR_20:
        return all(fact.fact in INCOME for fact in facts)
    if power.provision == BRP_2_58:
        return all(fact.origin is FactOrigin.BASE_REGISTER for fact in facts)
    return True


def _under(
    power: Power,
    named: Sequence[Held],
    value: Value | None,
    picture: Picture,
    grounds: Sequence[Provision],
) -> Measure | None:
    """The measure on all that changes, when this power (or else the next that can) reaches it."""
    holder = named[0].holder
    first = under(power, holder, (held.record.id for held in named), value=value)
    changes = changed_by(first, picture)
    if changes is None:
        return None
    all_named = (*named, *_also_changed(changes, named, picture))
    for wider in _fitting(power.kind, all_named, grounds):
        on = tuple(held.record.id for held in all_named)
        amount = _amount(changes)
        measure = under(wider, holder, on, amount_cents=amount, value=_told_value(value, changes))
        if changed_by(measure, picture) is not None:
            return measure
    return None


def changed_by(measure: Measure, picture: Picture) -> tuple[Change, ...] | None:
    """What the measure would change in its agency's records; None when it is not possible."""
    held = {
        each.record.id: each.record for each in picture.held if each.holder.agency is measure.agency
    }
    try:
        return changes_of(measure, held, picture.today)
    except MeasureNotPossible:
        return None


def _also_changed(
    changes: Iterable[Change], named: Sequence[Held], picture: Picture
) -> tuple[Held, ...]:
    """What changes besides the records named, as far as it is there already."""
    known = {held.record.id for held in named}
    changed = sorted({change.record.id for change in changes} - known)
    found = (picture.find(record_id) for record_id in changed)
    return tuple(held for held in found if held is not None)


def _told_value(value: Value | None, changes: Iterable[Change]) -> Value | None:
    """What the fact becomes, also where the holder's own calculation tells it."""
    if value is not None:
        return value
    values = {change.record.value for change in changes if isinstance(change.record, FactUsed)}
    return values.pop() if len(values) == 1 else None


def _amount(changes: tuple[Change, ...]) -> int | None:
    """What is claimed from then on; else what is paid, or asked, per month."""
    claims = [each.record for each in changes if isinstance(each.record, Claim)]
    rights = [each.record for each in changes if isinstance(each.record, Entitlement)]
    if claims and rights:
        return None
    if claims:
        return sum(claim.outstanding_cents for claim in claims)
    if rights:
        return sum(right.amount_monthly_cents for right in rights)
    asked = [
        each.record.amount_monthly_cents
        for each in changes
        if isinstance(each.record, DeterminationMade)
    ]
    known = [each for each in asked if each is not None]
    return sum(known) if known and len(known) == len(asked) else None


def with_amount(measure: Measure, cents: int) -> Measure:
    """The same measure, with less claimed from then on."""
    return replace(measure, amount_cents=cents)
