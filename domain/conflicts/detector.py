"""What a detector is: one type of conflict, the law behind it, how it is found and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.conflicts.conflict import Conflict, ConflictType
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Provision


@dataclass(frozen=True, slots=True)
class Detector:
    """One type of conflict.

    `find` is deterministic, reads typed records only, does not depend on their order or ids, and
    never raises on a gap: what a silent agency holds is neither guessed nor held against anyone.
    It gives each set of bodies at most once. `household` tells one conflict in plain words (B1);
    `computation` says exactly, for a liaison, what was held against what and which amounts came of
    it. `trigger` says in one sentence when the type fires; `example` describes a case.
    """

    type: ConflictType
    summary: Text
    trigger: Text
    example: Text
    law: tuple[Provision, ...]
    find: Callable[[Picture], tuple[Conflict, ...]]
    household: Callable[[Conflict, Picture], Text]
    computation: Callable[[Conflict, Picture], Text]
