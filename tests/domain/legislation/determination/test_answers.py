"""Kleene's tables, written out: what is not known is never a yes and never a no."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import permutations, product

import pytest

from domain.legislation.determination import (
    UNKNOWN,
    Answer,
    Relation,
    all_of,
    answer_of,
    any_of,
    not_,
)
from domain.legislation.determination.answers import compared

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.UNKNOWN
TABLE = [
    # first, second, both, either
    (YES, YES, YES, YES),
    (YES, NO, NO, YES),
    (YES, OPEN, OPEN, YES),
    (NO, YES, NO, YES),
    (NO, NO, NO, NO),
    (NO, OPEN, NO, OPEN),
    (OPEN, YES, OPEN, YES),
    (OPEN, NO, NO, OPEN),
    (OPEN, OPEN, OPEN, OPEN),
]


@pytest.mark.parametrize(("first", "second", "both", "either"), TABLE)
def test_two_answers_together(first: Answer, second: Answer, both: Answer, either: Answer) -> None:
    assert all_of(first, second) is both
    assert any_of(first, second) is either


@pytest.mark.parametrize("answers", list(product(Answer, repeat=3)))
def test_more_answers_are_taken_two_by_two_in_any_order(
    answers: tuple[Answer, Answer, Answer],
) -> None:
    first, second, third = answers
    assert all_of(*answers) is all_of(all_of(first, second), third)
    assert any_of(*answers) is any_of(any_of(first, second), third)
    assert not_(all_of(*answers)) is any_of(*(not_(each) for each in answers))
    assert len({all_of(*order) for order in permutations(answers)}) == 1


def test_nothing_asked_is_met_and_nothing_offered_is_not() -> None:
    assert all_of() is YES
    assert any_of() is NO


def test_the_opposite_of_not_known_is_not_known() -> None:
    assert [not_(each) for each in (YES, NO, OPEN)] == [NO, YES, OPEN]


def test_a_fact_is_an_answer() -> None:
    assert [answer_of(each) for each in (True, False, UNKNOWN)] == [YES, NO, OPEN]


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("known", [0, Fraction(1, 3), dt.date(2026, 1, 1), UNKNOWN])
def test_what_is_held_against_the_unknown_is_not_known(
    relation: Relation, known: int | Fraction | dt.date
) -> None:
    assert compared(known, relation, UNKNOWN) is OPEN
    assert compared(UNKNOWN, relation, known) is OPEN


def test_what_is_known_on_both_sides_is_a_yes_or_a_no() -> None:
    assert compared(1, Relation.AT_LEAST, Fraction(1, 2)) is YES
    assert compared(dt.date(2026, 1, 1), Relation.LESS, dt.date(2026, 1, 1)) is NO
