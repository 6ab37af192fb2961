"""One harm, two faces: which conflict describes the same harm as a collision.

Both may be found on the same withholding or refusal. The household loses that money once; so it is
shown once, and harms are never added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.collisions.catalogue import RULES
from domain.collisions.collision import Collision
from domain.conflicts import Conflict


@dataclass(frozen=True, slots=True)
class Faces:
    """The collisions per conflict (by its ref) with the same harm, and those of their own."""

    of_conflict: dict[str, tuple[Collision, ...]]
    own: tuple[Collision, ...]


def faces_of(conflicts: Sequence[Conflict], collisions: Sequence[Collision]) -> Faces:
    """Every collision at most at one conflict: the one that shares most of what harms."""
    of_conflict: dict[str, tuple[Collision, ...]] = {}
    own: list[Collision] = []
    for collision in collisions:
        conflict = conflict_with_the_same_harm(collision, conflicts)
        if conflict is None:
            own.append(collision)
        else:
            of_conflict[conflict.ref] = (*of_conflict.get(conflict.ref, ()), collision)
    return Faces(of_conflict, tuple(own))


def conflict_with_the_same_harm(
    collision: Collision, conflicts: Sequence[Conflict]
) -> Conflict | None:
    """The conflict of a type that may be this collision's face, on the same harm; or None."""
    faces = RULES[collision.code].faces
    harmed_by = frozenset(collision.harmed_by)
    same = [
        (len(harmed_by.intersection(conflict.records)), -faces.index(conflict.type), conflict)
        for conflict in conflicts
        if conflict.type in faces and not harmed_by.isdisjoint(conflict.records)
    ]
    # between equals the type that the rule names first, then the first found
    return max(same, key=lambda each: each[:2])[2] if same else None
