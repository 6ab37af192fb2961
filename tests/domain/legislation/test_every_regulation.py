"""What holds for every regulation, whichever is added."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.legislation.catalogue import REGULATIONS, UnknownRegulation, regulation
from domain.legislation.determination import (
    UNKNOWN,
    Determination,
    Facts,
    Language,
    MissingKind,
    Outcome,
    Regulation,
    abouts,
)
from domain.legislation.determination.lines import Taken
from domain.legislation.parameters import PARAMETERS
from tests.support.any_facts import any_day, any_facts
from tests.support.law import determined
from tests.support.less_known import less_known

TODAY = dt.date(2026, 11, 23)

every_regulation = pytest.mark.parametrize(
    "asked", REGULATIONS.values(), ids=[each.id for each in REGULATIONS.values()]
)
STANDS_AS_DECIDED = {"beslagvrije_voet"}
"""Determined once for twelve months, whatever the law of a later day (Rv 475d lid 2)."""

some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(some, max_examples=15)


def test_an_unknown_regulation_is_said_to_be_so() -> None:
    with pytest.raises(UnknownRegulation, match="nergens"):
        regulation("nergens")


@every_regulation
def test_nothing_is_granted_on_no_facts_at_all(asked: Regulation) -> None:
    found = determined(asked, asked.facts(), TODAY)
    assert found.outcome is Outcome.UNDETERMINED
    assert found.missing


@every_regulation
@some
@given(data=st.data(), days=st.integers(1, 2000))
def test_the_law_of_today_is_never_applied_to_a_day_that_it_is_not_written_for(
    asked: Regulation, data: st.DataObject, days: int
) -> None:
    facts = data.draw(any_facts(asked.facts, unknown=True))
    found = determined(asked, facts, asked.known_from - dt.timedelta(days=days))
    assert found.outcome is Outcome.UNDETERMINED


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
    fewer = data.draw(less_known(facts))
    full, less = determined(asked, facts, on), determined(asked, fewer, on)
    if less.outcome is not Outcome.UNDETERMINED:
        assert_same_answer(less, full)


@every_regulation
@few
@given(data=st.data())
def test_whoever_tells_what_is_missing_gets_the_answer(
    asked: Regulation, data: st.DataObject
) -> None:
    """What is said to be missing is not known, and to tell it step by step is enough."""
    known = data.draw(any_facts(asked.facts, unknown=False))
    on = data.draw(any_day())
    told, found = asked.facts(), determined(asked, asked.facts(), on)
    while (names := _to_tell(found, told)) and found.outcome is Outcome.UNDETERMINED:
        told = replace(told, **{name: getattr(known, name) for name in names})
        found = determined(asked, told, on)
    assert_same_answer(found, determined(asked, known, on))


def _to_tell(found: Determination, told: Facts) -> set[str]:
    """The facts that are missing, and are not known indeed."""
    missing = {each.name for each in found.missing if each.kind is MissingKind.FACT}
    return {name for name in missing & set(told.abouts()) if getattr(told, name) is UNKNOWN}


@every_regulation
@few
@given(data=st.data())
def test_what_holds_for_a_period_is_the_same_on_its_other_days(
    asked: Regulation, data: st.DataObject
) -> None:
    facts = data.draw(any_facts(asked.facts, unknown=False))
    found = determined(asked, facts, data.draw(any_day()))
    if found.period is None or asked.id in STANDS_AS_DECIDED:
        return
    first, last = found.period.first, found.period.last or found.period.first
    again = determined(asked, facts, data.draw(st.dates(first, last)))
    if again.outcome is not Outcome.UNDETERMINED:
        assert_same_answer(again, found)


def assert_same_answer(one: Determination, other: Determination) -> None:
    assert one.outcome is other.outcome
    assert _values(one) == _values(other)


def _values(found: Determination) -> list[tuple[str, object]]:
    return [(result.name, result.value) for result in found.results]


def test_every_parameter_is_of_use_and_has_words_of_its_own() -> None:
    used = {each.id for asked in REGULATIONS.values() for each in asked.parameters}
    assert used <= set(PARAMETERS)
    for each in PARAMETERS.values():
        assert each.title.nl != each.id.replace("_", " "), each.id
        assert each.values, each.id
