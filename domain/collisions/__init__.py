"""Collisions: two provisions of different bodies that cannot both serve their purpose here.

The forty of the list that the field keeps. A collision names the law on either side; a conflict
(`domain.conflicts`) names the pattern in the records. Where both describe the same harm, a person
sees one conflict with two faces (`domain.collisions.faces`). A rule is a module in this package
that defines `RULE`; being there registers it (`domain.collisions.catalogue`).
"""

from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side

__all__ = ["Collision", "CollisionCode", "CollisionRule", "Side"]
