"""Is what a vote invokes a provision that exists, that the agency can stand on, and that allows it?

A motive without a right ground does not carry a decision (Awb 3:46, 3:47).
"""

from __future__ import annotations

from collections.abc import Iterable

from domain.decisions.vote import COMMITS, POSITIONS, Vote, VoteKind, VoteRefusal, VoteRefused
from domain.legislation.numbering import why_it_cannot_exist
from domain.legislation.powers import FORBIDDEN, is_own_ground, may_invoke
from domain.measures import Measure
from domain.records import Provision


def ground_refusal(vote: Vote, own: tuple[Measure, ...]) -> VoteRefused | None:
    """Why the provisions of this vote do not carry it; None when they do.

    `own` are the measures of the voting agency in the option. Who asks or steps aside need not name
    a provision.
    """
    if vote.kind not in POSITIONS | {VoteKind.NOT_INVOLVED} and not vote.legal_basis:
        return None
    return (
        _is_missing(vote)
        or _cannot_exist(vote.legal_basis)
        or _is_foreign(vote)
        or _forbids(vote, own)
        or _does_not_carry(vote, own)
    )


def _is_missing(vote: Vote) -> VoteRefused | None:
    if vote.legal_basis:
        return None
    return VoteRefused(
        VoteRefusal.LEGAL_BASIS_MISSING, "a vote names the provisions it stands on (Awb 3:46)"
    )


def _cannot_exist(basis: Iterable[Provision]) -> VoteRefused | None:
    for provision in basis:
        why = why_it_cannot_exist(provision)
        if why is not None:
            return VoteRefused(VoteRefusal.PROVISION_UNKNOWN, why)
    return None


def _is_foreign(vote: Vote) -> VoteRefused | None:
    foreign = [each for each in vote.legal_basis if not may_invoke(vote.agency, each)]
    if not foreign:
        return None
    return VoteRefused(
        VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        f"not a provision that {vote.agency.value} can stand on: {_named(foreign)}",
    )


def _forbids(vote: Vote, own: tuple[Measure, ...]) -> VoteRefused | None:
    """Who agrees cannot stand on the very provision that keeps the act from the agency."""
    if vote.kind not in COMMITS:
        return None
    kinds = {measure.kind for measure in own}
    for rule in FORBIDDEN:
        is_own = rule.agency is vote.agency and rule.kind in kinds
        if is_own and rule.forbidden_by in vote.legal_basis:
            return VoteRefused(
                VoteRefusal.PROVISION_FORBIDS,
                f"{rule.forbidden_by} forbids this; {rule.instead_use} is the way instead",
            )
    return None


def _does_not_carry(vote: Vote, own: tuple[Measure, ...]) -> VoteRefused | None:
    if vote.kind in COMMITS:
        missing = {measure.provision for measure in own} - set(vote.legal_basis)
        if not missing:
            return None
        return VoteRefused(
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
            "who agrees names each provision that the agency is to act on; missing: "
            f"{_named(missing)}",
        )
    if any(is_own_ground(vote.agency, each) for each in vote.legal_basis):
        return None
    return VoteRefused(
        VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        "who objects names a provision of the agency's own, or Awb 3:2, 3:4, 3:46 or 4:84",
    )


def _named(provisions: Iterable[Provision]) -> str:
    return ", ".join(sorted(str(provision) for provision in provisions))
