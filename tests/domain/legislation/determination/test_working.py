"""A working-out: what is read, computed, required and concluded, with the unknown in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

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
    Facts,
    Figure,
    Missing,
    MissingKind,
    Outcome,
    Period,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    plain,
    recompute,
)
from domain.legislation.determination.lines import Given
from domain.legislation.parameters import DatedValue, Parameter, Renewal

ON = dt.date(2026, 11, 23)
BY = Article(Act.WZT, "2", "1")
IT = Text("het bedrag", "the amount")
ASKED = Text("de eis", "the requirement")
PREMIUM = Parameter(
    id="premie",
    title=Text("premie", "premium"),
    unit=Unit.EUROCENT_PER_YEAR,
    article=BY,
    renewal=Renewal.YEARLY,
    values=(DatedValue(dt.date(2026, 1, 1), 211_900, "RC"),),
)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeFacts(Facts):
    income: Annotated[Cents, About("inkomen", "income", Unit.EUROCENT_PER_YEAR)] = UNKNOWN
    other: Annotated[Cents, About("ander inkomen", "other", Unit.EUROCENT_PER_YEAR)] = UNKNOWN
    insured: Annotated[YesNo, About("verzekerd", "insured")] = UNKNOWN
    born: Annotated[Day, About("geboren", "born")] = UNKNOWN
    colour: Annotated[
        Colour | Unknown, About("kleur", "colour", words={Colour.RED: Text("rood", "red")})
    ] = UNKNOWN
    children: Annotated[tuple[int, ...] | Unknown, About("kinderen", "children")] = UNKNOWN


def working(facts: SomeFacts = SomeFacts(), on: dt.date = ON) -> Working:
    return Working("iets", facts, on)


def concluded(made: Working, period: Period | None = None) -> Determination:
    found = made.conclude(period)
    recompute(found)
    return found


COMPUTED: dict[str, Callable[[Working, Figure, Figure], Figure]] = {
    "add": lambda w, a, b: w.add(IT, a, b, by=BY),
    "subtract": lambda w, a, b: w.subtract(IT, a, b, by=BY),
    "multiply": lambda w, a, b: w.multiply(IT, a, b, BY),
    "divide": lambda w, a, b: w.divide(IT, a, b, BY),
    "percentage": lambda w, a, b: w.percentage(IT, a, b, BY),
    "least": lambda w, a, b: w.least(IT, a, b, by=BY),
    "greatest": lambda w, a, b: w.greatest(IT, a, b, by=BY),
    "annuity": lambda w, a, b: w.annuity(IT, a, plain(3), b, BY),
}


@pytest.mark.parametrize("name", COMPUTED)
def test_what_is_computed_with_the_unknown_is_unknown(name: str) -> None:
    for facts in (SomeFacts(income=5), SomeFacts(other=5), SomeFacts()):
        made = working(facts)
        found = COMPUTED[name](made, made.fact("income"), made.fact("other"))
        assert found.value is UNKNOWN
        made.result("it", IT, found)
        concluded_ = concluded(made)
        assert concluded_.outcome is Outcome.UNDETERMINED
        assert {each.name for each in concluded_.missing} == {
            each for each in ("income", "other") if getattr(facts, each) is UNKNOWN
        }


@pytest.mark.parametrize("rounding", list(Rounding))
def test_the_unknown_is_not_rounded(rounding: Rounding) -> None:
    made = working()
    assert made.rounded(IT, made.fact("income"), rounding, BY).value is UNKNOWN
    assert made.not_below_zero(IT, made.fact("income"), BY).value is UNKNOWN
    assert made.conclude().outcome is Outcome.GRANTED, "no result and no requirement depend on it"


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("add", 1_003, Unit.EUROCENT_PER_YEAR),
        ("subtract", 997, Unit.EUROCENT_PER_YEAR),
        ("multiply", 3_000, Unit.EUROCENT_PER_YEAR),
        ("divide", Fraction(1_000, 3), Unit.EUROCENT_PER_YEAR),
        ("percentage", 30, Unit.EUROCENT_PER_YEAR),
        ("least", 3, Unit.EUROCENT_PER_YEAR),
        ("greatest", 1_000, Unit.EUROCENT_PER_YEAR),
        ("annuity", 335, Unit.EUROCENT_PER_MONTH),
    ],
)
def test_what_is_computed_is_exact_and_in_the_unit_of_the_first(
    name: str, value: int | Fraction, unit: Unit
) -> None:
    made = working(SomeFacts(income=1_000, other=3))
    found = COMPUTED[name](made, made.fact("income"), made.fact("other"))
    assert (found.value, found.unit) == (value, unit)


def test_below_zero_is_zero_and_above_it_stays() -> None:
    made = working(SomeFacts(income=-5, other=5))
    assert made.not_below_zero(IT, made.fact("income"), BY).value == 0
    assert made.not_below_zero(IT, made.fact("other"), BY).value == 5


def test_a_fact_read_twice_is_written_down_once() -> None:
    made = working(SomeFacts(income=5, insured=True))
    assert made.fact("income") == made.fact("income")
    assert made.answer("insured") is made.answer("insured")
    assert len(concluded(made).lines) == 2


def test_two_records_of_one_name_are_both_written_down() -> None:
    made = working()
    first = made.given("child.income", IT, 5, Unit.EUROCENT)
    second = made.given("child.income", IT, 6, Unit.EUROCENT)
    made.result("it", IT, made.add(IT, first, second, by=BY))
    assert concluded(made).cents("it") == 11


def test_the_source_and_the_words_of_a_fact_come_back() -> None:
    made = working(SomeFacts(income=5, colour=Colour.RED, sources={"income": "BRI 2026"}))
    made.fact("income")
    made.choice("colour", Colour)
    income, colour = concluded(made).lines
    assert isinstance(income, Given)
    assert isinstance(colour, Given)
    assert (income.source, colour.source) == ("BRI 2026", "")
    assert (income.words, colour.words) == (None, Text("rood", "red"))


@pytest.mark.parametrize(
    ("read", "error"),
    [
        (lambda w: w.fact("insured"), "insured has no unit"),
        (lambda w: w.answer("income"), "income is not a yes or no"),
        (lambda w: w.day("insured"), "insured is not a day"),
        (lambda w: w.choice("born", Colour), "born is not a Colour"),
    ],
)
def test_a_fact_is_read_as_what_it_is(read: Callable[[Working], object], error: str) -> None:
    facts = SomeFacts(income=1, insured=True, born=dt.date(1985, 3, 2))
    with pytest.raises(TypeError, match=error):
        read(working(facts))


def test_one_and_nought_are_no_yes_and_no() -> None:
    facts = SomeFacts(insured=1)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="insured is not a yes or no"):
        working(facts).answer("insured")


def test_a_list_is_written_down_by_its_length() -> None:
    made = working(SomeFacts(children=(7, 8)))
    assert made.listed("children", (7, 8)) == (7, 8)
    assert working().listed("children", UNKNOWN) is UNKNOWN
    (line,) = concluded(made).lines
    assert isinstance(line, Given)
    assert (line.value, line.unit) == (2, Unit.COUNT)


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        (True, Outcome.GRANTED),
        (False, Outcome.REFUSED),
        (UNKNOWN, Outcome.UNDETERMINED),
    ],
)
def test_a_requirement_decides(known: YesNo, outcome: Outcome) -> None:
    made = working(SomeFacts(insured=known))
    made.require(ASKED, made.answer("insured"), BY)
    made.finding("it", IT, True)
    found = concluded(made, Period(ON))
    assert found.outcome is outcome
    assert bool(found.results) == (found.period is not None) == (outcome is Outcome.GRANTED)
    assert bool(found.refused_by) == (outcome is Outcome.REFUSED)
    assert [each.name for each in found.missing] == ["insured"] * (known is UNKNOWN)


def test_one_requirement_not_met_refuses_whatever_else_is_not_known() -> None:
    made = working(SomeFacts(insured=False))
    made.require_days(ASKED, made.day("born"), Relation.AT_MOST, ON, BY)
    made.require(ASKED, made.answer("insured"), BY)
    made.require_compared(ASKED, made.fact("income"), Relation.LESS, plain(1), BY)
    made.result("it", IT, made.fact("income"))
    made.finding("day", IT, UNKNOWN)
    found = made.undetermined()
    recompute(found)
    assert found.outcome is Outcome.REFUSED
    assert (found.missing, found.results, found.amount) == ((), (), None)
    assert [each.answer for each in found.refused_by] == [Answer.NO]


@pytest.mark.parametrize("required", [True, False])
def test_only_what_is_required_refuses(required: bool) -> None:
    made = working(SomeFacts(income=2))
    compare = made.require_compared if required else made.compare
    assert compare(ASKED, made.fact("income"), Relation.LESS, plain(2), BY) is Answer.NO
    assert concluded(made).outcome is (Outcome.REFUSED if required else Outcome.GRANTED)


def test_a_parameter_is_taken_as_it_stood_on_the_day() -> None:
    made = working()
    figure = made.parameter(PREMIUM)
    assert (figure.value, figure.unit) == (211_900, Unit.EUROCENT_PER_YEAR)
    assert concluded(made).articles == (BY,)


@pytest.mark.parametrize("day", [dt.date(2025, 12, 31), dt.date(2027, 1, 1)])
def test_a_parameter_without_a_value_on_the_day_is_missing(day: dt.date) -> None:
    for made, asked in ((working(on=day), None), (working(), day)):
        made.result("it", IT, made.parameter(PREMIUM, asked))
        found = concluded(made)
        assert found.outcome is Outcome.UNDETERMINED
        assert found.missing == (Missing(MissingKind.PARAMETER, "premie", PREMIUM.title),)


def test_money_stands_in_whole_cents_in_a_result() -> None:
    made = working(SomeFacts(income=1_000))
    third = made.divide(IT, made.fact("income"), 3, BY)
    with pytest.raises(ValueError, match="it is not rounded to the cent"):
        made.result("it", IT, third)
    made.result("it", IT, made.rounded(IT, third, Rounding.TO_CENT, None))
    made.result("half", IT, made.divide(IT, made.fact("income"), 2, BY))
    found = concluded(made)
    assert (found.cents("it"), found.cents("half")) == (333, 500)
    assert type(found.result("half")) is int
    assert found.amount is not None
    assert (found.amount.cents, found.amount.unit) == (333, Unit.EUROCENT_PER_YEAR)


def test_a_result_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="it"):
        concluded(working()).result("it")


def test_a_figure_without_value_leaves_the_whole_open_but_names_nothing_missing() -> None:
    made = working(SomeFacts(income=5, insured=UNKNOWN))
    made.answer("insured")
    made.result("it", IT, made.without_value(made.fact("income")))
    found = concluded(made)
    assert found.outcome is Outcome.UNDETERMINED
    assert [each.name for each in found.missing] == ["insured"]
