"""What people send in to decide: votes, counter-proposals and reviews, as they come in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from domain.decisions import MeasureChange, Opinion, VoteKind
from domain.decisions.vote import POSITIONS
from domain.records import Provision
from services.identity.actor import Actor
from services.plans.errors import InvalidInput
from services.store.refs import new_vote_ref
from workflows.contracts import DecisionSnapshot


@dataclass(frozen=True, slots=True)
class VoteRequest:
    """A vote as it comes in; `option` may be left out when there is one, `given_id` is
    the name that the liaison's own program gave this vote, so that it may be sent again. `round`:
    the one that the liaison looked at; None is the present one."""

    kind: VoteKind
    motive: str
    legal_basis: tuple[Provision, ...]
    option: str | None = None
    given_id: str | None = None
    conditions: tuple[str, ...] = ()
    round: int | None = None


@dataclass(frozen=True, slots=True)
class ProposalRequest:
    """A counter-proposal as it comes in; `option` may be left out when there is one."""

    changes: tuple[MeasureChange, ...]
    motive: str
    option: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """A colleague's opinion as it comes in."""

    opinion: Opinion
    motive: str


def vote_ref(
    decision: DecisionSnapshot, liaison: str, given_id: str | None, this_round: int
) -> str:
    """The vote's reference, the same whenever this liaison sends this vote again in this round.
    What a client chose is never used as it is: it may hold personal data, or be another
    liaison's."""
    if given_id is None:
        return new_vote_ref()
    return _hashed("v-", decision.ref, liaison, given_id, str(this_round))


def proposal_ref(decision: DecisionSnapshot, liaison: str, asked: ProposalRequest) -> str:
    """The proposal's reference, the same whenever this liaison sends it again."""
    said = (str(asked.option), asked.motive, *map(repr, asked.changes))
    return _hashed("p-", decision.ref, liaison, *said)


def option_of(decision: DecisionSnapshot, named: str | None) -> str:
    """The option that is meant. Raises InvalidInput when none is named and there is not one."""
    if named is not None:
        return named
    options = decision.bundle.options
    if len(options) == 1:
        return options[0].ref
    known = ", ".join(option.ref for option in options) or "geen"
    raise InvalidInput((("optie", f"er is niet precies één voorstel, noem er een: {known}"),))


def had_a_say(decision: DecisionSnapshot, actor: Actor) -> bool:
    """Did this person vote, propose or weigh, or the agency take a position? Then a colleague of
    another agency reviews."""
    votes = tuple(counted.vote for counted in decision.votes)
    spoke = {vote.agency for vote in votes if vote.kind in POSITIONS}
    voters = {vote.liaison.id for vote in votes}
    proposers = {put.proposal.by.id for put in decision.proposals}
    weigher = {decision.weighing.by} if decision.weighing else set()
    return actor.agency in spoke or actor.subject in voters | proposers | weigher


def _hashed(prefix: str, *parts: str) -> str:
    return prefix + hashlib.sha256("|".join(parts).encode()).hexdigest()[:24]
