"""Claims for the same money: what was paid too much under one scheme, to the same, over one time.

Where others count that money, and who reported it, is the same for all of these claims: it is
looked up once for them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from domain.conflicts.bodies import counted
from domain.records import Body, Claim, MemberRef, Overpayment
from domain.vocabulary import ClaimKind, Scheme


@dataclass(frozen=True, slots=True)
class OverpaidMoney:
    """What was paid too much: by whom, under which scheme, to whom, who must repay, and when."""

    claimant: Body
    scheme: Scheme
    persons: frozenset[MemberRef]
    liable: frozenset[MemberRef]
    overpayment: Overpayment


def by_overpaid_money(claims: Iterable[tuple[Body, Claim]]) -> dict[OverpaidMoney, list[Claim]]:
    """The claims for an overpayment of which the time is known, by the money they claim back."""
    by_money: dict[OverpaidMoney, list[Claim]] = defaultdict(list)
    for holder, claim in claims:
        if claim.kind is ClaimKind.OVERPAYMENT and claim.overpayment is not None:
            persons, liable = frozenset(claim.persons), frozenset(claim.liable)
            money = OverpaidMoney(counted(holder), claim.scheme, persons, liable, claim.overpayment)
            by_money[money].append(claim)
    return by_money
