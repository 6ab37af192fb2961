"""Earlier decisions on the same provisions, ranked, with the differences shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.bundles import Bundle, bundles_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.decisions import DecisionState
from domain.precedents import DecidedCase, case_of, ranked
from tests.support.drafts import draft


def bundle_of(name: str) -> Bundle:
    picture = draft(name).picture()
    return bundles_of(picture, find_conflicts(picture))[0]


def decided(name: str, closed: dt.date = dt.date(2026, 5, 17)) -> DecidedCase:
    bundle = bundle_of(name)
    return case_of(bundle, DecisionState.CARRIED_OUT, bundle.options[0], closed)


PRESENT = case_of(bundle_of("J01"), DecisionState.OPEN)


def test_the_same_question_is_the_likest_precedent() -> None:
    first, *_ = ranked(PRESENT, [decided("J05"), decided("J01")])
    assert first.likeness == 1
    assert (first.only_here, first.only_there) == ((), ())


def test_what_differs_is_shown() -> None:
    earlier = replace(decided("J01"), types=frozenset({ConflictType.WACHT_OP_ELKAAR}))
    (found,) = ranked(PRESENT, [earlier])
    assert found.likeness == Fraction(3, 5)
    assert ConflictType.STAPELING_ONDER_MINIMUM in found.only_here
    assert found.only_there == ()


def test_a_case_on_other_provisions_is_no_precedent() -> None:
    assert ranked(PRESENT, [decided("J08")]) == ()


def test_what_lapsed_or_was_undone_says_nothing_of_the_matter() -> None:
    for state in (DecisionState.LAPSED, DecisionState.COMPENSATED, DecisionState.NEEDS_PERSON):
        assert ranked(PRESENT, [replace(decided("J01"), state=state)]) == ()


def test_an_objection_is_a_precedent_too() -> None:
    (found,) = ranked(PRESENT, [replace(decided("J01"), state=DecisionState.OBJECTED)])
    assert found.case.state is DecisionState.OBJECTED


def test_of_equals_the_newest_goes_first_and_no_more_are_shown_than_fit() -> None:
    old, new = decided("J01", dt.date(2025, 1, 9)), decided("J01", dt.date(2026, 10, 9))
    assert [each.case.month for each in ranked(PRESENT, [old, new], shown=1)] == [
        dt.date(2026, 10, 1)
    ]


def test_nothing_of_the_household_is_in_a_case() -> None:
    text = repr(decided("J01"))
    for record in ("t-kot", "g-bijstand-app", "432000", "2026, 5, 17"):
        assert record not in text


@given(st.permutations(["J01", "J02", "J04", "J05", "J06", "J08"]))
def test_the_order_of_the_earlier_cases_makes_no_difference(names: list[str]) -> None:
    found = ranked(PRESENT, [CASES[name] for name in names])
    assert found == ranked(PRESENT, list(CASES.values()))


CASES = {name: decided(name) for name in ("J01", "J02", "J04", "J05", "J06", "J08")}
