"""Golden values: the proportion of BW 3:277 lid 1 and the order of BW 3:288, IW 21 and Pw 60 lid 7
worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body._creditor_rank import Rank
from domain.legislation.regulations.every_body.verdeling_afloscapaciteit import (
    REGULATION,
    Debt,
    VerdelingFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)


def _debt(outstanding: int, rank: Rank = Rank.CONCURRENT, taken: int = 0) -> Debt:
    return Debt(rank=rank, outstanding=outstanding, taken_at_source=taken)


def _facts(room: int, *debts: Debt) -> VerdelingFacts:
    return VerdelingFacts(room=room, debts=debts)


def _payments(facts: VerdelingFacts) -> list[int]:
    found = determined(REGULATION, facts, ON)
    assert isinstance(facts.debts, tuple)
    return [found.cents(f"debts[{index}]") for index in range(len(facts.debts))]


@pytest.mark.parametrize(
    ("facts", "payments"),
    [
        # 100,00 over 3.000 and 1.000: three quarters and one quarter
        (_facts(10_000, _debt(300_000), _debt(100_000)), [7_500, 2_500]),
        # the tax debt first (IW 21), what is left for the other
        (_facts(10_000, _debt(300_000), _debt(4_000, Rank.STATE_TREASURY)), [6_000, 4_000]),
        # tax, then CAK (Zvw 18f lid 8), then children (BW 3:288 onder f), then assistance (Pw 60
        # lid 7), whatever the order of the list
        (
            _facts(
                10_000,
                _debt(5_000, Rank.ASSISTANCE_RECLAIMED),
                _debt(5_000, Rank.CHILD_MAINTENANCE),
                _debt(3_000, Rank.CAK_PREMIUM),
                _debt(3_000, Rank.STATE_TREASURY),
            ),
            [0, 4_000, 3_000, 3_000],
        ),
        # 20,00 is withheld for the first already: 80,00 is left, over 980 and 1.000
        (_facts(10_000, _debt(100_000, taken=2_000), _debt(100_000)), [3_960, 4_040]),
        # a cent that cannot be split goes to the largest remainder, the first at a tie
        (_facts(100, _debt(1_000), _debt(1_000), _debt(1_000)), [34, 33, 33]),
        # no more than what is owed
        (_facts(10_000, _debt(1_000), _debt(2_000)), [1_000, 2_000]),
    ],
)
def test_the_room_goes_by_rank_and_within_a_rank_in_proportion(
    facts: VerdelingFacts, payments: list[int]
) -> None:
    assert _payments(facts) == payments


@pytest.mark.parametrize("facts", [_facts(0, _debt(100)), _facts(1_000)])
def test_without_room_or_debts_there_is_nothing_to_share(facts: VerdelingFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize("name", ["rank", "outstanding", "taken_at_source"])
def test_a_debt_that_is_not_known_leaves_all_unsaid(name: str) -> None:
    unknown = replace(_debt(100), **{name: UNKNOWN})
    found = determined(REGULATION, _facts(1_000, _debt(100), unknown), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.name for missing in found.missing} == {f"debts[1].{name}"}


@pytest.mark.parametrize("name", ["room", "debts"])
def test_a_missing_fact_is_named(name: str) -> None:
    found = determined(REGULATION, without(_facts(1_000, _debt(100)), name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


DEBTS = st.lists(
    st.builds(
        _debt,
        st.integers(0, 2_000_000),
        st.sampled_from(list(Rank)),
        st.integers(0, 20_000),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


@given(st.integers(1, 300_000), DEBTS)
def test_the_payments_never_exceed_the_room_nor_a_claim(room: int, debts: tuple[Debt, ...]) -> None:
    found = determined(REGULATION, _facts(room, *debts), ON)
    payments = [found.cents(f"debts[{index}]") for index in range(len(debts))]
    taken = sum(int(debt.taken_at_source) for debt in debts if debt.taken_at_source is not UNKNOWN)
    assert sum(payments) == found.cents("per_month")
    assert sum(payments) + found.cents("left_over") == max(room - taken, 0)
    for debt, payment in zip(debts, payments, strict=True):
        assert isinstance(debt.outstanding, int)
        assert isinstance(debt.taken_at_source, int)
        assert 0 <= payment <= max(debt.outstanding - debt.taken_at_source, 0)


@given(st.integers(1, 300_000), DEBTS)
def test_a_lower_rank_has_nothing_before_a_higher_one_is_paid(
    room: int, debts: tuple[Debt, ...]
) -> None:
    payments = _payments(_facts(room, *debts))
    for higher, paid in zip(debts, payments, strict=True):
        assert isinstance(higher.rank, Rank)
        assert isinstance(higher.outstanding, int)
        assert isinstance(higher.taken_at_source, int)
        if paid < max(higher.outstanding - higher.taken_at_source, 0):
            lower = [
                payment
                for debt, payment in zip(debts, payments, strict=True)
                if isinstance(debt.rank, Rank) and debt.rank.place > higher.rank.place
            ]
            assert not any(lower)
