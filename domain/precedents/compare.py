"""How far an earlier case is like the one at hand, and in what it differs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from domain.conflicts.conflict import ConflictType
from domain.precedents.decided import DECIDED, DecidedCase
from domain.records import Provision

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier case beside the present one. `likeness` runs from 0 to 1 (everything the same)."""

    case: DecidedCase
    likeness: Fraction
    same_provisions: tuple[Provision, ...]
    only_here: tuple[ConflictType, ...]
    only_there: tuple[ConflictType, ...]
    provisions_only_here: tuple[Provision, ...]
    provisions_only_there: tuple[Provision, ...]


def ranked(
    present: DecidedCase, earlier: Iterable[DecidedCase], shown: int = SHOWN
) -> tuple[Precedent, ...]:
    """The earlier decisions on at least one same provision, the likest first, then the newest."""
    comparable = (
        _beside(present, case)
        for case in earlier
        if case.state in DECIDED and not present.provisions.isdisjoint(case.provisions)
    )
    ordered = sorted(
        comparable,
        key=lambda each: (each.likeness, _age(each.case), sorted(map(str, each.case.provisions))),
        reverse=True,
    )
    return tuple(ordered[:shown])


def _age(case: DecidedCase) -> int:
    return case.month.toordinal() if case.month else 0


def _beside(present: DecidedCase, case: DecidedCase) -> Precedent:
    return Precedent(
        case=case,
        likeness=_likeness(present, case),
        same_provisions=tuple(sorted(present.provisions & case.provisions, key=str)),
        only_here=tuple(sorted(present.types - case.types)),
        only_there=tuple(sorted(case.types - present.types)),
        provisions_only_here=tuple(sorted(present.provisions - case.provisions, key=str)),
        provisions_only_there=tuple(sorted(case.provisions - present.provisions, key=str)),
    )


def _likeness(present: DecidedCase, case: DecidedCase) -> Fraction:
    """Half by what collided, half by what was asked of whom under which provision."""
    types = _overlap(present.types, case.types)
    return (types + _overlap(present.asked, case.asked)) / 2


def _overlap(one: frozenset[Hashable], other: frozenset[Hashable]) -> Fraction:
    """The share of what is in either that is in both (Jaccard)."""
    either = one | other
    return Fraction(len(one & other), len(either)) if either else Fraction(1)
