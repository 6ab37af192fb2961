"""The schema accepts exactly what is read; what is refused is told where, and never quoted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.legislation.catalogue import REGULATIONS
from domain.legislation.determination import Facts, Language, Regulation
from services.law.facts import FactProblem, FactsInvalid, facts_from_json
from services.law.kinds import MOST, FactKind, Sort, form_of, kinds_of
from services.law.schema import schema_of
from tests.support.any_facts import any_facts

every_regulation = pytest.mark.parametrize(
    "asked", REGULATIONS.values(), ids=[each.id for each in REGULATIONS.values()]
)
several = pytest.mark.parametrize(
    "asked",
    [
        REGULATIONS[name]
        for name in (
            "zorgtoeslag",
            "kinderbijslag",
            "bestuurlijke_boete",
            "aflossing_studieschuld",
            "verdeling_afloscapaciteit",
        )
    ],
    ids=lambda each: each.id,
)
some = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(regulation: str, content: str) -> Facts:
    return facts_from_json(REGULATIONS[regulation], content)


def problems(regulation: str, content: str) -> list[FactProblem]:
    with pytest.raises(FactsInvalid) as caught:
        read(regulation, content)
    return list(caught.value.problems)


def as_json(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: as_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [as_json(each) for each in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return float(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def accepted(regulation: Regulation, sent: object) -> bool:
    return _validator(regulation).is_valid(sent)


@cache
def _validator(regulation: Regulation) -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema_of(regulation), format_checker=checker)


@every_regulation
@some
@given(data=st.data())
def test_any_facts_that_there_can_be_are_accepted_and_come_back_as_they_were(
    asked: Regulation, data: st.DataObject
) -> None:
    facts = data.draw(any_facts(asked.facts, unknown=True))
    sent = as_json(facts)
    assert accepted(asked, sent)
    assert as_json(facts_from_json(asked, json.dumps(sent))) == sent


_ODD: list[Any] = [None, True, 0, 1, 1.0, 1.5, -1, MOST, MOST + 1, -MOST - 1, "", "1", "x", {}, []]
_DAYS = ["2026-02-28", "2026-02-30", "1900-01-01", "1899-12-31", "2100-12-31", "2101-01-01"]
_DAYS += ["20260228", "2026-2-8", "2026-02-28T00:00", " 2026-02-28", "2026-02-28\n", "unknown"]


@several
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_the_schema_accepts_is_read_and_what_it_refuses_is_refused(
    asked: Regulation, data: st.DataObject
) -> None:
    sent = data.draw(_object(kinds_of(asked.facts)))
    if accepted(asked, sent):
        facts_from_json(asked, json.dumps(sent))
    else:
        with pytest.raises(FactsInvalid) as caught:
            facts_from_json(asked, json.dumps(sent))
        assert all(what.nl and what.en for _, what in caught.value.problems)


def _object(kinds: tuple[FactKind, ...]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional={each.name: _value(each) for each in kinds})


def _value(kind: FactKind) -> st.SearchStrategy[Any]:
    fitting: list[Any] = [*_DAYS, *(each.value for each in kind.choices)]
    odd = st.sampled_from([*_ODD, *fitting])
    if kind.sort is Sort.LIST:
        return odd | st.lists(_object(kind.within) | st.sampled_from(_ODD), max_size=2)
    return odd


@every_regulation
def test_the_form_is_read_and_leaves_everything_unknown(asked: Regulation) -> None:
    form = form_of(asked.facts)
    assert set(form) == {each.name for each in kinds_of(asked.facts)}
    assert accepted(asked, form)
    facts_from_json(asked, json.dumps(form))


@every_regulation
def test_every_fact_says_how_it_is_written_and_its_example_is_accepted(asked: Regulation) -> None:
    for name, kind, schema in _facts(schema_of(asked), kinds_of(asked.facts)):
        for language in Language:
            assert kind.expected.in_language(language), name
            assert kind.brief.in_language(language), name
        if kind.sort is Sort.CHOICE:
            assert all(each.words for each in kind.choices), name
        assert schema["title"] == kind.about.nl
    properties: Any = schema_of(asked)["properties"]
    examples = {name: each["examples"][0] for name, each in properties.items() if name != "sources"}
    assert accepted(asked, examples)


def _facts(schema: Any, kinds: tuple[FactKind, ...]) -> Iterator[tuple[str, FactKind, Any]]:
    for kind in kinds:
        yield kind.name, kind, schema["properties"][kind.name]
        if kind.record is not None:
            yield from _facts(schema["$defs"][kind.record.__name__], kind.within)


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ('{"income": null}', "/income", "null"),
        ('{"income": 12.5}', "/income", "eurocenten per jaar"),
        ('{"income": "1200"}', "/income", "een heel getal"),
        ('{"income": true}', "/income", "een heel getal"),
        ('{"assets": -1}', "/assets", "niet lager zijn dan 0"),
        ('{"assets": "alles"}', "/assets", '"within_limit"'),
        ('{"income": 9999999999999}', "/income", "hoger dan enig getal"),
        ('{"insured": "ja"}', "/insured", "true (ja) of false (nee)"),
        ('{"insured": 1}', "/insured", "true (ja) of false (nee)"),
        ('{"born": "2-3-1985"}', "/born", '"2026-05-31"'),
        ('{"born": "1985-02-30"}', "/born", "geen dag die bestaat"),
        ('{"born": "1885-02-03"}', "/born", "1900-01-01"),
        ('{"a/b": 1}', "/a~1b", "geen gegeven"),
        ('{"sources": {"a": "b"}}', "/sources/a", "geen gegeven"),
        ('{"sources": {"born": 1}}', "/sources/born", "tekst"),
        ('{"sources": null}', "/sources", "object"),
        ("[]", "", "object"),
        ('{"income": 1, "income": 2}', "", "tweemaal"),
        ('{"income": NaN}', "", "geldige JSON"),
        ('{"born": "19', "", "regel 1"),
        ("[" * 100_000, "", "geldige JSON"),
    ],
)
def test_a_wrong_value_is_told_with_what_may_stand_there(
    content: str, place: str, said: str
) -> None:
    (found,) = problems("zorgtoeslag", content)
    assert found.place == place
    assert said in found.what.nl
    assert found.what.en != found.what.nl


def test_a_wrong_choice_is_told_with_the_choices() -> None:
    (found,) = problems("bestuurlijke_boete", '{"culpability": "heel erg"}')
    assert '"ordinary"' in found.what.nl
    assert "heel erg" not in found.what.nl


def test_problems_within_a_list_are_told_each_in_its_place() -> None:
    found = problems("kinderbijslag", '{"children": [{"born": "x"}, 3, {"age": 5}], "insured": 0}')
    assert {each.place for each in found} == {
        "/children/0/born",
        "/children/1",
        "/children/2/age",
        "/insured",
    }


def test_a_decimal_fact_is_exact_and_not_below_its_least() -> None:
    facts: Any = read("aflossing_studieschuld", '{"interest": 2.57}')
    assert facts.interest == Fraction(257, 100)
    (found,) = problems("aflossing_studieschuld", '{"interest": -0.5}')
    assert found.place == "/interest"
    (found,) = problems("aflossing_studieschuld", '{"interest": "-1"}')
    assert found.place == "/interest"


def test_a_whole_number_is_whole_however_it_is_written() -> None:
    facts: Any = read("zorgtoeslag", '{"income": 2.4e6, "assets": 100.0}')
    assert (facts.income, facts.assets) == (2_400_000, 100)
