"""An explanation in which one thing was forged is found out, whatever was forged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, TypeVar

import pytest

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    Cents,
    Day,
    Determination,
    ExplanationDiffers,
    Facts,
    Missing,
    MissingKind,
    Outcome,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    recompute,
)
from domain.legislation.determination.lines import Compared, Computed, Figure, Given, Line, Taken
from domain.legislation.parameters import DatedValue, Parameter, Renewal

ON = dt.date(2026, 11, 23)
BY = Article(Act.WZT, "2", "1")
PREMIUM = Parameter(
    id="premie",
    title=Text("premie", "premium"),
    unit=Unit.EUROCENT,
    article=BY,
    renewal=Renewal.YEARLY,
    values=(DatedValue(dt.date(2026, 1, 1), 211_900, "RC"),),
)
L = TypeVar("L", Given, Taken, Computed, Compared)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeFacts(Facts):
    income: Annotated[Cents, About("inkomen", "income", Unit.EUROCENT)] = UNKNOWN
    born: Annotated[Day, About("geboren", "born")] = UNKNOWN


def explained(facts: SomeFacts, on: dt.date = ON) -> Determination:
    working = Working("iets", facts, on)
    adult, low = Text("meerderjarig", "of age"), Text("laag inkomen", "low income")
    born = working.day("born")
    working.require_days(adult, born, Relation.AT_MOST, dt.date(2008, 11, 23), BY)
    premium, income = working.parameter(PREMIUM), working.fact("income")
    working.require_compared(low, income, Relation.LESS, premium, BY)
    left = working.subtract(Text("rest", "rest"), premium, income, by=BY)
    third = working.divide(Text("derde", "third"), left, 3, BY)
    amount = working.rounded(Text("bedrag", "amount"), third, Rounding.TO_CENT, None)
    working.result("amount", Text("bedrag", "amount"), amount)
    return working.conclude()


GRANTED = explained(SomeFacts(income=100_000, born=dt.date(1985, 3, 2)))
REFUSED = explained(SomeFacts(income=300_000, born=dt.date(1985, 3, 2)))
OPEN = explained(SomeFacts(born=dt.date(1985, 3, 2)))
NO_LAW = explained(SomeFacts(income=100_000, born=dt.date(1985, 3, 2)), dt.date(2027, 1, 1))


def line_of(found: Determination, kind: type[L], label: str) -> tuple[int, L]:
    for index, line in enumerate(found.lines):
        said = line.parameter.title if isinstance(line, Taken) else getattr(line, "label", None)
        if isinstance(line, kind) and said is not None and said.en == label:
            return index, line
    raise LookupError(label)


def with_line(found: Determination, index: int, line: Line) -> Determination:
    return found._replace(lines=(*found.lines[:index], line, *found.lines[index + 1 :]))


def assert_found_out(forged: Determination, where: str) -> None:
    with pytest.raises(ExplanationDiffers, match=where):
        recompute(forged)


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (GRANTED, Outcome.GRANTED),
        (REFUSED, Outcome.REFUSED),
        (OPEN, Outcome.UNDETERMINED),
        (NO_LAW, Outcome.UNDETERMINED),
    ],
)
def test_an_explanation_as_it_was_written_follows(found: Determination, outcome: Outcome) -> None:
    assert found.outcome is outcome
    recompute(found)


@pytest.mark.parametrize("label", ["rest", "third", "amount"])
@pytest.mark.parametrize("value", [1, UNKNOWN])
def test_a_forged_sum_is_found_out(label: str, value: Cents) -> None:
    index, line = line_of(GRANTED, Computed, label)
    assert_found_out(with_line(GRANTED, index, line._replace(value=value)), f"line {index}: ")


def test_a_sum_made_up_from_the_unknown_is_found_out() -> None:
    index, line = line_of(OPEN, Computed, "rest")
    assert_found_out(with_line(OPEN, index, line._replace(value=0)), f"line {index}: rest")


def test_a_forged_fact_is_found_out_by_what_was_computed_with_it() -> None:
    index, line = line_of(GRANTED, Given, "income")
    assert_found_out(with_line(GRANTED, index, line._replace(value=99_999)), "low income|does not")


@pytest.mark.parametrize(
    "forged",
    [
        {"value": 211_901},
        {"value": UNKNOWN},
        {"valid_from": dt.date(2025, 1, 1)},
        {"valid_from": None},
        {"source": "MEM"},
        {"verified": False},
    ],
)
def test_a_forged_number_of_the_law_is_found_out(forged: dict[str, object]) -> None:
    index, line = line_of(GRANTED, Taken, "premium")
    other = Taken(**{**line._asdict(), **forged})
    assert_found_out(with_line(GRANTED, index, other), f"line {index}: premie has no such value")


@pytest.mark.parametrize("operand", [Figure(2, 1, Unit.EUROCENT), Figure(9, 1, Unit.EUROCENT)])
def test_an_operand_that_is_not_what_its_line_says_is_found_out(operand: Figure) -> None:
    index, line = line_of(GRANTED, Computed, "rest")
    forged = line._replace(operands=(line.operands[0], operand), value=211_899)
    assert_found_out(with_line(GRANTED, index, forged), f"line {index}: .*does not say 1")


def test_an_operand_from_a_later_line_is_found_out() -> None:
    index, line = line_of(GRANTED, Computed, "rest")
    itself = Figure(index, line.value, line.unit)
    forged = line._replace(operands=(itself, Figure(-1, 0, line.unit)))
    assert_found_out(with_line(GRANTED, index, forged), f"line {index}: ")


@pytest.mark.parametrize("label", ["of age", "low income"])
@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNKNOWN])
def test_a_forged_comparison_is_found_out(label: str, answer: Answer) -> None:
    index, line = line_of(GRANTED, Compared, label)
    forged = with_line(GRANTED, index, line._replace(answer=answer))
    assert_found_out(forged, f"line {index}: {label}")


def test_a_forged_result_is_found_out() -> None:
    (result,) = GRANTED.results
    for forged in (result._replace(value=1), result._replace(line=0), result._replace(line=99)):
        assert_found_out(GRANTED._replace(results=(forged,)), "result amount")


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (GRANTED, Outcome.REFUSED),
        (REFUSED, Outcome.GRANTED),
        (REFUSED, Outcome.UNDETERMINED),
        (OPEN, Outcome.GRANTED),
        (OPEN, Outcome.REFUSED),
    ],
)
def test_an_outcome_that_does_not_follow_is_found_out(
    found: Determination, outcome: Outcome
) -> None:
    assert_found_out(found._replace(outcome=outcome), f"outcome {outcome}")


@pytest.mark.parametrize("kind", list(MissingKind))
def test_a_thing_said_to_be_missing_that_is_known_is_found_out(kind: MissingKind) -> None:
    for name in ("born", "premie"):
        forged = OPEN._replace(missing=(Missing(kind, name, Text("iets", "something")),))
        assert_found_out(forged, f"{name} is not missing")


def test_what_is_missing_is_named_by_the_line_that_misses_it() -> None:
    assert [(each.kind, each.name) for each in OPEN.missing] == [(MissingKind.FACT, "income")]
    assert [(each.kind, each.name) for each in NO_LAW.missing] == [
        (MissingKind.PARAMETER, "premie")
    ]
