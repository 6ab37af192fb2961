"""C38: administration is in no record, and the catalogue says so."""

from __future__ import annotations

from domain.collisions import CollisionCode
from domain.collisions.catalogue import RULES


def test_it_is_not_found_and_says_which_facts_are_missing() -> None:
    rule = RULES[CollisionCode.C38]
    assert rule.find is None
    assert rule.not_carried is not None
    assert "bewind" in rule.not_carried.nl
    assert not rule.verified
