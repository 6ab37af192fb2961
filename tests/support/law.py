"""Determines with everything checked that holds for every determination."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, TypeVar

from domain.legislation.determination import (
    UNKNOWN,
    Determination,
    Facts,
    Language,
    Outcome,
    Regulation,
    conclusion,
    recompute,
    sentences,
)

F = TypeVar("F", bound=Facts)


def without(facts: F, *names: str) -> F:
    """The same facts with these not known."""
    unknown: dict[str, Any] = dict.fromkeys(names, UNKNOWN)
    return replace(facts, **unknown)


def determined(regulation: Regulation, facts: Facts, on: dt.date) -> Determination:
    """The determination, after its sums were done over and it was said in both languages."""
    found = regulation.determine(facts, on)
    recompute(found)
    for language in Language:
        assert all(sentence.endswith(".") for sentence in sentences(found, language))
        assert conclusion(found, regulation, language).endswith(".")
    assert bool(found.missing) == (found.outcome is Outcome.UNDETERMINED)
    assert bool(found.refused_by) == (found.outcome is Outcome.REFUSED)
    assert found.outcome is Outcome.GRANTED or not found.results
    return found
