"""The stack against the protected amount, and the creditors by rank, in the example households."""

from __future__ import annotations

import pytest

from domain.budget.creditors import creditors_of
from domain.budget.stack import stack_of
from domain.legislation.regulations.every_body._creditor_rank import Rank
from tests.support.drafts import draft


@pytest.mark.parametrize(
    ("name", "means", "taken", "left", "room", "beyond"),
    [
        # J01: no income of its own; 360 set off and 129 redirected
        ("J01", 0, 48900, -48900, 0, 48900),
        # J02: two attachments on a wage of 1,612; 95% of 1,419.46 stays free
        ("J02", 161200, 52702, 108498, 26351, 26351),
        # J08: WW 1,540, the floor was halved for lack of an address
        ("J08", 154000, 57680, 96320, 19151, 38529),
    ],
)
def test_what_is_taken_stands_against_what_may_be_taken(
    name: str, means: int, taken: int, left: int, room: int, beyond: int
) -> None:
    stack = stack_of(draft(name).picture())
    assert (stack.means_cents, stack.taken_cents, stack.left_cents) == (means, taken, left)
    assert (stack.room_cents, stack.beyond_room_cents) == (room, beyond)
    assert stack.protected_cents == 134849


def test_allowances_for_rent_care_and_children_stand_outside_the_means() -> None:
    household = draft("J01")
    before = stack_of(household.picture()).means_cents
    household.record("t-huur")["amount_monthly_cents"] = 99900
    assert stack_of(household.picture()).means_cents == before


def test_a_household_from_which_nothing_is_taken_has_its_whole_room() -> None:
    stack = stack_of(draft("J00").picture())
    assert stack.taken == ()
    assert stack.room_cents == 149000 - 134849
    assert stack.short_of_norm_cents == 0


def test_creditors_stand_by_rank_and_then_by_size() -> None:
    ranks = [debt.rank for debt in creditors_of(draft("J08").picture())]
    assert ranks == [
        Rank.STATE_TREASURY,
        Rank.CHILD_MAINTENANCE,
        Rank.CONCURRENT,
        Rank.CONCURRENT,
    ]


def test_all_debts_are_with_some_creditor_once() -> None:
    for name in ("J01", "J02", "J05", "J06", "J08"):
        picture = draft(name).picture()
        claims = [claim for debt in creditors_of(picture) for claim in debt.claims]
        assert len(claims) == len(set(claims))


def test_an_allowance_debt_has_no_privilege_and_a_tax_debt_has() -> None:
    debts = creditors_of(draft("J02").picture())
    by_rank = {str(claim): debt.rank for debt in debts for claim in debt.claims}
    assert by_rank["b-ih"] is Rank.STATE_TREASURY
    assert by_rank["t-zorg24"] is Rank.CONCURRENT
