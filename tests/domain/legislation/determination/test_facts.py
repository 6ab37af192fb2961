"""What is said about each fact, read once from its type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest

from domain.legislation.determination import UNKNOWN, About, Cents, Facts, Text, Unit, abouts


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    income: Annotated[Cents, About("inkomen", "income", Unit.EUROCENT, at_least=0)] = UNKNOWN
    nickname: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeFacts(Facts):
    child: Annotated[Child, About("kind", "child")] = Child()


def test_the_facts_of_a_regulation_and_of_a_record_in_it_have_their_words() -> None:
    assert SomeFacts.abouts()["child"].label == Text("kind", "child")
    income = abouts(Child)["income"]
    assert (income.nl, income.unit, income.at_least) == ("inkomen", Unit.EUROCENT, 0)


def test_what_has_no_words_is_no_fact() -> None:
    assert set(abouts(Child)) == {"income"}
    assert set(abouts(SomeFacts)) == {"child"}


def test_they_are_read_from_the_types_once() -> None:
    assert abouts(Child) is abouts(Child)


def test_a_fact_that_was_not_given_is_not_known_and_cannot_become_known_later() -> None:
    child = Child()
    assert child.income is UNKNOWN
    with pytest.raises(AttributeError):
        child.income = 5  # type: ignore[misc]
