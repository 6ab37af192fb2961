"""What a rule of collision is: the law on either side, how it is found, what room there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.collisions.collision import Collision, CollisionCode
from domain.conflicts.conflict import ConflictType
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Provision


@dataclass(frozen=True, slots=True)
class Side:
    """What one side's law says, and its provisions as far as the case file format names the law."""

    says: Text
    law: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class CollisionRule:
    """One collision of provisions.

    `find` is held to what a detector's is: deterministic, typed records only, a silent agency is
    neither guessed nor held against anyone. It is None when the positions do not carry what the
    trigger needs; `not_carried` then says what is missing. `faces` are the structural types that
    may describe the same harm. `verified`: the provisions on both sides were read in the official
    text; `source` says where. `household` tells one collision in plain words (B1), `computation`
    which amount came of what, for a liaison.
    """

    code: CollisionCode
    name: Text
    one: Side
    other: Side
    trigger: Text
    room: Text
    deciders: Text
    together: Text
    source: str
    verified: bool
    faces: tuple[ConflictType, ...] = ()
    find: Callable[[Picture], tuple[Collision, ...]] | None = None
    household: Callable[[Collision, Picture], Text] | None = None
    computation: Callable[[Collision, Picture], Text] | None = None
    not_carried: Text | None = None

    def __post_init__(self) -> None:
        carried = (self.find, self.household, self.computation)
        if self.not_carried is None and None in carried:
            raise ValueError(f"{self.code}: a rule that can be found tells what it finds")
        if self.not_carried is not None and any(each is not None for each in carried):
            raise ValueError(f"{self.code}: a rule is found, or says why it cannot be")
