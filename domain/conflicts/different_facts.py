"""Agencies that work with different values of one fact about one person, and what rests on them.

PARTNERBEGRIP_VERSCHIL and HOOFDVERBLIJF_VERSCHIL are this rule for two facts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import Consequence, consequence_of, urgency_of
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.missed_assistance import LAST_RESORT
from domain.conflicts.told_facts import value_told
from domain.explanations import texts
from domain.legislation.parameters import last_known_on
from domain.legislation.participatiewet import HOLIDAY_ALLOWANCE_IN_NORM
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, FactUsed, MemberRef, Provision, Record, RecordRef, Value
from domain.vocabulary import FactName


@dataclass(frozen=True, slots=True)
class Difference:
    """The records with which bodies differ about one person, and the harmful decisions on them."""

    facts: tuple[Held, ...]
    decisions: tuple[Held, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All users of the fact: those that decided must have used one of its values."""
        return in_order(held.holder for held in self.facts)


@dataclass(frozen=True, slots=True)
class _View:
    """What one body takes a fact to be, over which time; it may say so in many records."""

    body: Body
    value: Value
    first: dt.date | None
    until: dt.date | None


def differences(picture: Picture, fact: FactName) -> Iterator[Difference]:
    """Per person about whom agencies differ: all who use the fact, and the decisions that harm."""
    for used in _used_by_person(picture, fact).values():
        differing = _differing(used)
        decisions = _decisions_on(picture, differing)
        if decisions and _between_agencies(differing):
            yield Difference(differing, decisions)


def difference_conflicts(
    picture: Picture, fact: FactName, kind: ConflictType, law: tuple[Provision, ...]
) -> tuple[Conflict, ...]:
    """One conflict per set of users."""
    by_bodies: dict[tuple[Body, ...], list[Difference]] = defaultdict(list)
    for difference in differences(picture, fact):
        by_bodies[difference.bodies].append(difference)
    return tuple(_conflict(kind, law, found, picture) for found in by_bodies.values())


def told_difference(conflict: Conflict, picture: Picture, fact: FactName) -> Text:
    """Who works with which value, in a sentence; the values without saying who or where."""
    named = frozenset(conflict.records)
    used = [
        held
        for difference in differences(picture, fact)
        for held in difference.facts
        if held.record.id in named
    ]
    return texts.joined(_told(held, picture) for held in _each_once(used))


def told_cost(conflict: Conflict) -> Text:
    """What the household loses, as a sentence of its own; nothing when that is not known."""
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Dat kost het huishouden {harm.nl} per maand.",
        f" That costs the household {harm.en} a month.",
    )


def _used_by_person(picture: Picture, fact: FactName) -> dict[MemberRef, list[Held]]:
    used: dict[MemberRef, list[Held]] = defaultdict(list)
    for holder, each in picture.facts(fact):
        for person in each.persons:
            used[person].append(Held(holder, each))
    return used


def _differing(used: Iterable[Held]) -> tuple[Held, ...]:
    """Those with which some other of them differs."""
    by_view: dict[_View, list[Held]] = defaultdict(list)
    for held in used:
        by_view[_view_of(held)].append(held)
    return tuple(
        held
        for view, holding_it in by_view.items()
        if any(_differ(view, other) for other in by_view)
        for held in holding_it
    )


def _view_of(held: Held) -> _View:
    fact = held.record
    assert isinstance(fact, FactUsed)
    return _View(counted(held.holder), fact.value, fact.period_from, fact.period_until)


def _differ(one: _View, other: _View) -> bool:
    """Whether two bodies work with different values for the same time."""
    return one.body != other.body and one.value != other.value and _about_the_same_time(one, other)


def _about_the_same_time(one: _View, other: _View) -> bool:
    """Values about periods that do not overlap can both be right."""
    return not any(
        first.until and second.first and first.until < second.first
        for first, second in permutations((one, other))
    )


def _between_agencies(used: tuple[Held, ...]) -> bool:
    """A party may use the fact too, but the law that differs is that of agencies."""
    return bool(_differing(held for held in used if held.holder.agency is not None))


def _decisions_on(picture: Picture, used: tuple[Held, ...]) -> tuple[Held, ...]:
    facts = {held.record.id for held in used}
    return tuple(
        Held(holder, determination)
        for holder, determination in harmful_determinations(picture)
        if not facts.isdisjoint(determination.rests_on)
    )


def _conflict(
    kind: ConflictType,
    law: tuple[Provision, ...],
    found: list[Difference],
    picture: Picture,
) -> Conflict:
    facts = [held.record for each in found for held in each.facts]
    used = [fact for fact in facts if isinstance(fact, FactUsed)]
    numbers, values = {fact.id for fact in used}, {fact.value for fact in used}
    decisions = _each_once([held for each in found for held in each.decisions])
    on_facts: list[Record] = [held.record for held in decisions]
    consequences = [_consequence(held, numbers, values, picture) for held in decisions]
    return Conflict(
        type=kind,
        bodies=found[0].bodies,
        records=(*refs(facts), *refs(on_facts)),
        provisions=provisions_of((*facts, *on_facts), law),
        monthly_harm_cents=_largest_loss(consequences),
        urgency=urgency_of(picture, consequences),
    )


def _consequence(
    held: Held, facts: Collection[RecordRef], values: Collection[Value], picture: Picture
) -> Consequence:
    """What one decision takes per month; for assistance with the holiday allowance that is paid
    later, as the norm is set with it (Pw 19 lid 3)."""
    determination = held.record
    assert determination.record == "determination_made"
    found = consequence_of(picture, held.holder, determination, facts, values)
    if determination.scheme not in LAST_RESORT or found.lost_monthly_cents is None:
        return found
    paid = 1 - Fraction(last_known_on(HOLIDAY_ALLOWANCE_IN_NORM, picture.today)) / 100
    return replace(found, lost_monthly_cents=int(found.lost_monthly_cents / paid))


def _largest_loss(consequences: list[Consequence]) -> int | None:
    """One family has one true situation: what the other laws give for it overlaps, so only the
    largest loss is sure and losses are not added up."""
    return max((each.lost_monthly_cents or 0 for each in consequences), default=0) or None


def _each_once(held: list[Held]) -> list[Held]:
    by_id: dict[RecordRef, Held] = {each.record.id: each for each in held}
    return [by_id[ref] for ref in sorted(by_id)]


def _told(held: Held, picture: Picture) -> Text:
    fact = held.record
    assert isinstance(fact, FactUsed)
    name, value = texts.body(counted(held.holder), picture), value_told(fact.fact, fact.value)
    return Text(f"{name.nl}: {value.nl}", f"{name.en}: {value.en}")
