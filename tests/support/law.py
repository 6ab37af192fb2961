"""Determines with everything checked that holds for every determination."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    Determination,
    Facts,
    Language,
    Outcome,
    Regulation,
    conclusion,
    recompute,
    sentences,
)


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
