"""Bundles: conflicts that share provisions or records are put to the liaisons as one question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.budget import Budget, budget_of
from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, Option
from domain.options.propose import opaque_ref
from domain.options.search import options_for
from domain.options.unused_rights import unused_rights
from domain.picture import Picture
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Bundle:
    """Conflicts to be decided together, the agencies that must decide, and the options before them.

    `ref` is stable as long as the same conflicts are in it. `conflicts` are `Conflict.ref`s.
    `agencies` are those that act in any option; without one, those in the conflicts.
    """

    ref: str
    conflicts: tuple[str, ...]
    agencies: tuple[Agency, ...]
    options: tuple[Option, ...]


_TYPES = tuple(ConflictType)


def bundles_of(
    picture: Picture, conflicts: Sequence[Conflict], before: Budget | None = None
) -> tuple[Bundle, ...]:
    """The conflicts in bundles, in the order of their first conflict, each with its options.

    `before` is the budget of today when the caller has it already.
    """
    today = budget_of(picture) if before is None else before
    # a right that nobody pays yet is not left lying while people decide: it goes with the first
    unused = tuple(unused_rights(picture))
    return tuple(
        _bundle(group, conflicts, picture, today, () if number else unused)
        for number, group in enumerate(_connected(conflicts))
    )


def _connected(conflicts: Iterable[Conflict]) -> list[tuple[Conflict, ...]]:
    groups: list[tuple[Conflict, ...]] = []
    for conflict in conflicts:
        touching = [group for group in groups if any(_touch(conflict, each) for each in group)]
        apart = [group for group in groups if group not in touching]
        joined = tuple(each for group in touching for each in group)
        # the joined group keeps the place of its earliest conflict
        place = groups.index(touching[0]) if touching else len(apart)
        groups = [*apart[:place], (*joined, conflict), *apart[place:]]
    return groups


def _touch(one: Conflict, other: Conflict) -> bool:
    return not set(one.records).isdisjoint(other.records) or not set(one.provisions).isdisjoint(
        other.provisions
    )


def _bundle(
    conflicts: tuple[Conflict, ...],
    everything: Sequence[Conflict],
    picture: Picture,
    before: Budget,
    unused: tuple[Measure, ...],
) -> Bundle:
    # in the order of the types, so that it makes no difference which was found first
    ordered = sorted(conflicts, key=lambda each: (_TYPES.index(each.type), each.ref))
    options = options_for(ordered, everything, picture, before, unused)
    refs = tuple(sorted(conflict.ref for conflict in conflicts))
    return Bundle(
        ref=opaque_ref("b-", *refs),
        conflicts=refs,
        agencies=_who_decide(options, conflicts),
        options=options,
    )


def _who_decide(options: tuple[Option, ...], conflicts: tuple[Conflict, ...]) -> tuple[Agency, ...]:
    acting = {measure.agency for option in options for measure in option.measures}
    if acting:
        return tuple(sorted(acting))
    return tuple(sorted({agency for conflict in conflicts for agency in conflict.agencies}))
