"""When a vote counts: used by the Update's validator, so that a refused vote leaves no trace."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.bundles import Bundle
from domain.decisions.grounds import ground_refusal
from domain.decisions.mandates import mandate_refusal
from domain.decisions.state import DecisionState
from domain.decisions.vote import (
    MOTIVE_MIN_LENGTH,
    Vote,
    VoteKind,
    VoteRefusal,
    VoteRefused,
    recused_by,
)
from domain.measures import Option


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a vote is held against: the question, where it stands, and what was said before.

    `proposed_by`: who made a counter-proposal, by the ref of its option.
    """

    bundle: Bundle
    state: DecisionState
    round: int = 1
    votes: tuple[Vote, ...] = ()
    proposed_by: tuple[tuple[str, str], ...] = ()

    def proposer_of(self, option: str) -> str | None:
        """The liaison who proposed this option, or None when it was there from the start."""
        return dict(self.proposed_by).get(option)


def refusal_of(vote: Vote, ballot: Ballot, today: dt.date) -> VoteRefused | None:
    """Why this vote may not be counted on this day, or None when it may. Never raises."""
    option = next((each for each in ballot.bundle.options if each.ref == vote.option), None)
    place = _place_refusal(vote, ballot, option)
    if place is not None or option is None:
        return place
    own = tuple(measure for measure in option.measures if measure.agency is vote.agency)
    return (
        _person_refusal(vote, ballot)
        or _kind_refusal(vote, bool(own))
        or ground_refusal(vote, own)
        or mandate_refusal(vote, own, today)
    )


def _place_refusal(vote: Vote, ballot: Ballot, option: Option | None) -> VoteRefused | None:
    if ballot.state is not DecisionState.OPEN:
        return VoteRefused(
            VoteRefusal.DECISION_CLOSED,
            f"this decision is {ballot.state.value}: votes are no longer taken",
        )
    if vote.agency is not vote.liaison.agency:
        return VoteRefused(
            VoteRefusal.NOT_OWN_AGENCY,
            f"a liaison of {vote.liaison.agency.value} votes for that agency only",
        )
    if vote.agency not in ballot.bundle.agencies:
        return VoteRefused(
            VoteRefusal.AGENCY_NOT_INVOLVED, f"{vote.agency.value} has nothing to decide here"
        )
    if option is None:
        return VoteRefused(VoteRefusal.UNKNOWN_OPTION, f"there is no option {vote.option}")
    if vote.round != ballot.round:
        return VoteRefused(
            VoteRefusal.EARLIER_ROUND, f"round {ballot.round} runs: look at the proposals again"
        )
    return None


def _person_refusal(vote: Vote, ballot: Ballot) -> VoteRefused | None:
    """Nobody decides after stepping aside, or on what that person proposed (Awb 2:4)."""
    if vote.liaison.id in recused_by(ballot.votes):
        return VoteRefused(
            VoteRefusal.RECUSED, "who stepped aside does not vote here: a substitute does"
        )
    if vote.kind is VoteKind.AGREE and ballot.proposer_of(vote.option) == vote.liaison.id:
        return VoteRefused(
            VoteRefusal.OWN_PROPOSAL, "nobody decides on the own proposal: a colleague does"
        )
    return None


def _kind_refusal(vote: Vote, is_asked_to_act: bool) -> VoteRefused | None:
    if len(vote.motive.strip()) < MOTIVE_MIN_LENGTH:
        return VoteRefused(
            VoteRefusal.MOTIVE_MISSING,
            f"a vote gives its reasons in at least {MOTIVE_MIN_LENGTH} characters (Awb 3:46)",
        )
    if vote.kind is VoteKind.NOT_INVOLVED and is_asked_to_act:
        return VoteRefused(
            VoteRefusal.ASKED_TO_ACT,
            "this option asks the agency to act: agree, object, ask or step aside",
        )
    has_conditions = any(each.strip() for each in vote.conditions)
    if (vote.kind is VoteKind.AGREE_ON_CONDITIONS) is not has_conditions:
        return VoteRefused(
            VoteRefusal.CONDITIONS_MISSING,
            "who agrees on conditions names them, and nobody else does",
        )
    return None
