"""The withholdings stacked by who takes them, against the protected amount (Rv 475da).

Nobody else makes this sum: every taker looks at its own withholding only.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from domain.budget.means import means_of
from domain.budget.running import source_is_known, withholdings
from domain.legislation.beslagvrije_voet import protected_amount
from domain.legislation.participatiewet import norm_household_of, norm_on
from domain.picture import Picture
from domain.records import Body, RecordRef


@dataclass(frozen=True, slots=True)
class Taken:
    """What one body takes per month, in euro cents, by which records."""

    body: Body
    amount_monthly_cents: int
    records: tuple[RecordRef, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """All that is withheld, against what must stay free; euro cents per month.

    `means_cents` is the income without allowances for rent, care and children; `norm_cents` the
    social minimum and `protected_cents` 95% of it.
    """

    means_cents: int
    norm_cents: int
    protected_cents: int
    taken: tuple[Taken, ...]

    @property
    def taken_cents(self) -> int:
        """What all takers take together."""
        return sum(each.amount_monthly_cents for each in self.taken)

    @property
    def left_cents(self) -> int:
        """What is left of the means."""
        return self.means_cents - self.taken_cents

    @property
    def room_cents(self) -> int:
        """What all creditors together may take: the means above the protected amount."""
        return max(self.means_cents - self.protected_cents, 0)

    @property
    def beyond_room_cents(self) -> int:
        """What is taken that should have stayed free."""
        return max(self.taken_cents - self.room_cents, 0)

    @property
    def short_of_norm_cents(self) -> int:
        """What the household has less than the social minimum."""
        return max(self.norm_cents - self.left_cents, 0)


def stack_of(picture: Picture) -> Stack:
    """The stack of today, the largest taker first.

    Raises ParameterMissing for a day before the norms that are known.
    """
    by_body: dict[Body, list[tuple[int, RecordRef]]] = defaultdict(list)
    for withholding in withholdings(picture):
        if withholding.amount_monthly_cents and source_is_known(withholding.recovery, picture):
            amount = withholding.amount_monthly_cents
            by_body[withholding.principal].append((amount, withholding.recovery.id))
    taken = (
        Taken(body, sum(amount for amount, _ in each), tuple(sorted(ref for _, ref in each)))
        for body, each in by_body.items()
    )
    return Stack(
        means_cents=means_of(picture),
        norm_cents=norm_on(norm_household_of(picture.household, picture.today), picture.today),
        protected_cents=protected_amount(picture.household, picture.today),
        taken=tuple(sorted(taken, key=lambda each: (-each.amount_monthly_cents, each.records))),
    )
