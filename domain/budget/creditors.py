"""The debts by creditor, with the rank that the law gives each (BW 3:276-288, IW 1990 21)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from domain.budget.running import is_running
from domain.legislation.regulations.every_body._creditor_rank import Rank
from domain.picture import Picture
from domain.records import Body, Claim, RecordRef, Recovery
from domain.vocabulary import ClaimKind, RecoveryMethod, Scheme

_RANK_OF_SCHEME = {
    Scheme.INCOME_TAX: Rank.STATE_TREASURY,
    Scheme.TURNOVER_TAX: Rank.STATE_TREASURY,
    Scheme.MOTOR_VEHICLE_TAX: Rank.STATE_TREASURY,
    Scheme.ADMINISTRATIVE_HEALTH_PREMIUM: Rank.CAK_PREMIUM,
    Scheme.CHILD_MAINTENANCE: Rank.CHILD_MAINTENANCE,
}
"""IW 1990 21; Zvw 18f lid 8; BW 3:288 onder e."""

_ASSISTANCE = frozenset({Scheme.BIJSTAND, Scheme.BIJZONDERE_BIJSTAND, Scheme.AIO})


@dataclass(frozen=True, slots=True)
class CreditorDebt:
    """What is owed to one creditor in one rank, in euro cents, and what it takes per month now."""

    body: Body
    rank: Rank
    claims: tuple[RecordRef, ...]
    outstanding_cents: int
    taken_monthly_cents: int


def rank_of(claim: Claim) -> Rank:
    """The rank of a claim on a periodic income, by what it is for."""
    if claim.scheme in _ASSISTANCE and claim.kind is ClaimKind.OVERPAYMENT:
        # Pw 60 lid 7: privileged, after the state and the maintenance of children
        return Rank.ASSISTANCE_RECLAIMED
    return _RANK_OF_SCHEME.get(claim.scheme, Rank.CONCURRENT)


def creditors_of(picture: Picture) -> tuple[CreditorDebt, ...]:
    """Every creditor with what is still owed, the highest rank and the largest debt first."""
    by_creditor: dict[tuple[Body, Rank], list[Claim]] = defaultdict(list)
    for holder, claim in picture.of(Claim):
        if claim.outstanding_cents > 0:
            by_creditor[holder, rank_of(claim)].append(claim)
    taken = _taken_per_claim(picture)
    debts = (
        CreditorDebt(
            body=body,
            rank=rank,
            claims=tuple(sorted(claim.id for claim in claims)),
            outstanding_cents=sum(claim.outstanding_cents for claim in claims),
            taken_monthly_cents=sum(taken[claim.id] for claim in claims),
        )
        for (body, rank), claims in by_creditor.items()
    )
    return tuple(
        sorted(debts, key=lambda debt: (debt.rank.place, -debt.outstanding_cents, debt.claims))
    )


def _taken_per_claim(picture: Picture) -> dict[RecordRef, int]:
    taken: dict[RecordRef, int] = defaultdict(int)
    for _, recovery in picture.of(Recovery):
        once = recovery.method is RecoveryMethod.BANK_ATTACHMENT
        if is_running(recovery, picture.today) and not once:
            taken[recovery.for_record] += recovery.amount_monthly_cents
    return taken
