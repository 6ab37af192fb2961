"""Bundles: conflicts that share provisions or records are put to the liaisons as one question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain.budget import Budget, budget_of
from domain.conflicts import Conflict
from domain.measures import Measure, Option
from domain.measures.outlook import picture_after
from domain.options.catalogue import measures_for
from domain.options.propose import opaque_ref
from domain.picture import Picture
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Bundle:
    """Conflicts to be decided together, the agencies that must decide, and the options before them.

    `ref` is stable as long as the same conflicts are in it. `conflicts` are `Conflict.ref`s.
    Without a lawful measure there is no option, and `agencies` are those in the conflicts.
    """

    ref: str
    conflicts: tuple[str, ...]
    agencies: tuple[Agency, ...]
    options: tuple[Option, ...]


def bundles_of(
    picture: Picture, conflicts: Sequence[Conflict], before: Budget | None = None
) -> tuple[Bundle, ...]:
    """The conflicts in bundles, in the order of their first conflict; each bundle has one option.

    `before` is the budget of today when the caller has it already.
    """
    today = budget_of(picture) if before is None else before
    return tuple(_bundle(group, picture, today) for group in _connected(conflicts))


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


def _bundle(conflicts: tuple[Conflict, ...], picture: Picture, before: Budget) -> Bundle:
    measures = measures_for(conflicts, picture)
    refs = tuple(sorted(conflict.ref for conflict in conflicts))
    return Bundle(
        ref=opaque_ref("b-", *refs),
        conflicts=refs,
        agencies=_who_decide(measures, conflicts),
        options=(_option(measures, picture, before),) if measures else (),
    )


def _who_decide(
    measures: tuple[Measure, ...], conflicts: tuple[Conflict, ...]
) -> tuple[Agency, ...]:
    if measures:
        return tuple(sorted({measure.agency for measure in measures}))
    return tuple(sorted({agency for conflict in conflicts for agency in conflict.agencies}))


def _option(measures: tuple[Measure, ...], picture: Picture, before: Budget) -> Option:
    """What starts or stops anyhow before all measures work is not booked on the option."""
    carried_out = picture_after(measures, picture, picture.today)
    after, without = budget_of(carried_out), budget_of(replace(picture, today=carried_out.today))
    return Option(
        ref="o-1",
        measures=measures,
        net_before_cents=before.net_cents,
        net_after_cents=before.net_cents + after.net_cents - without.net_cents,
        debts_before_cents=before.debts_cents,
        debts_after_cents=before.debts_cents + after.debts_cents - without.debts_cents,
    )
