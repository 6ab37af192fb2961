"""The catalogue of collisions: every module of this package that defines RULE."""

from __future__ import annotations

import importlib
import pkgutil
import re

from domain import collisions
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule
from domain.legislation.text import Text
from domain.picture import Picture

_NAMED_AS_A_RULE = re.compile(r"c\d\d_")
"""A rule's module is named by its code and what it is: the other modules here read the rules."""


def _rules() -> dict[CollisionCode, CollisionRule]:
    modules = (
        importlib.import_module(f"{collisions.__name__}.{found.name}")
        for found in pkgutil.iter_modules(collisions.__path__)
        if _NAMED_AS_A_RULE.match(found.name)
    )
    defined = (getattr(module, "RULE", None) for module in modules)
    found = {rule.code: rule for rule in defined if isinstance(rule, CollisionRule)}
    return {code: found[code] for code in CollisionCode if code in found}


RULES: dict[CollisionCode, CollisionRule] = _rules()
"""The rules by code, in the order of the list."""


def find_collisions(picture: Picture) -> tuple[Collision, ...]:
    """Every collision in the picture, by code and then by its records.

    Deterministic, whatever the order of the records. Raises ParameterMissing when the law of the
    picture's day is not known.
    """
    return tuple(
        collision
        for rule in RULES.values()
        if rule.find is not None
        for collision in sorted(rule.find(picture), key=lambda found: found.ref)
    )


def told_to_household(collision: Collision, picture: Picture) -> Text:
    """One short paragraph in plain words, without names: what collides and what it costs."""
    tell = RULES[collision.code].household
    assert tell is not None
    return tell(collision, picture)


def told_to_liaison(collision: Collision, picture: Picture) -> Text:
    """The computation, and the provisions that collide."""
    compute = RULES[collision.code].computation
    assert compute is not None
    computed, law = compute(collision, picture), ", ".join(map(str, collision.provisions))
    return Text(f"{computed.nl} Bepalingen: {law}.", f"{computed.en} Provisions: {law}.")
