"""What holds for every regulation, whichever is added."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.legislation.catalogue import REGULATIONS, UnknownRegulation, regulation
from domain.legislation.determination import (
    UNKNOWN,
    Facts,
    Language,
    Outcome,
    Regulation,
    abouts,
)
from domain.legislation.determination.lines import Taken
from domain.legislation.parameters import PARAMETERS
from tests.support.any_facts import any_day, any_facts
from tests.support.law import determined

TODAY = dt.date(2026, 11, 23)

every_regulation = pytest.mark.parametrize(
    "asked", REGULATIONS.values(), ids=[each.id for each in REGULATIONS.values()]
)
some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_an_unknown_regulation_is_said_to_be_so() -> None:
    with pytest.raises(UnknownRegulation, match="nergens"):
        regulation("nergens")


@every_regulation
def test_nothing_is_granted_on_no_facts_at_all(asked: Regulation) -> None:
    found = determined(asked, asked.facts(), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert found.missing


@every_regulation
def test_every_fact_and_every_text_has_its_words(asked: Regulation) -> None:
    names = {each.name for each in fields(asked.facts)} - {"sources"}
    assert names == set(abouts(asked.facts))
    words = [asked.title, asked.summary, asked.granted, asked.refused]
    words += [about.label for about in abouts(asked.facts).values()]
    words += [each.title for each in asked.parameters]
    for text in words:
        assert all(text.in_language(language).strip() for language in Language)


@every_regulation
@some
@given(data=st.data())
def test_whatever_is_given_it_answers_and_the_sums_are_right(
    asked: Regulation, data: st.DataObject
) -> None:
    facts = data.draw(any_facts(asked.facts, unknown=True))
    on = data.draw(any_day())
    found = determined(asked, facts, on)
    assert found == asked.determine(facts, on)
    for result in found.results:
        if result.unit is not None and isinstance(result.value, int):
            assert result.value >= 0
    used = {line.parameter.id for line in found.lines if isinstance(line, Taken)}
    assert used <= {each.id for each in asked.parameters}


@every_regulation
@some
@given(data=st.data())
def test_to_know_less_never_changes_the_answer_into_another(
    asked: Regulation, data: st.DataObject
) -> None:
    """A missing fact never counts as met, as not met, or as zero."""
    facts = data.draw(any_facts(asked.facts, unknown=False))
    on = data.draw(any_day())
    name = data.draw(st.sampled_from(sorted(abouts(asked.facts))))
    full = determined(asked, facts, on)
    less = determined(asked, _without(facts, name), on)
    if less.outcome is not Outcome.UNDETERMINED:
        assert less.outcome is full.outcome
        assert less.results == full.results or _values(less) == _values(full)


def _values(found: Any) -> list[tuple[str, object]]:
    return [(result.name, result.value) for result in found.results]


def _without(facts: Facts, name: str) -> Facts:
    unknown: dict[str, Any] = {name: UNKNOWN}
    return replace(facts, **unknown)


def test_every_parameter_is_of_use_and_has_words_of_its_own() -> None:
    used = {each.id for asked in REGULATIONS.values() for each in asked.parameters}
    assert used <= set(PARAMETERS)
    for each in PARAMETERS.values():
        assert each.title.nl != each.id.replace("_", " "), each.id
        assert each.values, each.id
