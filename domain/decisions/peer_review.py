"""Peer review: a mandated colleague of another agency or team looks before it takes effect."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.decisions.vote import MOTIVE_MIN_LENGTH, POSITIONS, Liaison, Vote
from domain.measures import Option


class ReviewPolicy(StrEnum):
    """When a deviation is reviewed: before it takes effect, or (trusted teams) some afterwards."""

    BEFORE = "before"
    SAMPLED_AFTERWARDS = "sampled_afterwards"


class Opinion(StrEnum):
    """What the reviewer finds."""

    SOUND = "sound"
    NOT_SOUND = "not_sound"


SAMPLE_ONE_IN = 10
"""Of the decisions of trusted teams one in so many is reviewed afterwards."""


@dataclass(frozen=True, slots=True)
class PeerReview:
    """One colleague's opinion, with reasons."""

    reviewer: Liaison
    opinion: Opinion
    motive: str


def review_refusal(
    review: PeerReview, votes: Iterable[Vote], today: dt.date, had_a_say: Iterable[str] = ()
) -> str | None:
    """Why this colleague may not review, in English; None when the review counts.

    Who voted has had a say already, and so have the colleagues of an agency that took a position;
    `had_a_say` are the ids of who else had one: who proposed, who wrote the weighing.
    """
    cast = tuple(votes)
    mandate = review.reviewer.mandate
    if mandate is None or not mandate.is_valid_on(today):
        return "who reviews holds a mandate of today (Awb 10:3)"
    if review.reviewer.id in {*had_a_say, *(vote.liaison.id for vote in cast)}:
        return "who voted, proposed or weighed does not review the same decision"
    if any(each.agency is review.reviewer.agency and each.kind in POSITIONS for each in cast):
        return "a colleague of another agency reviews than those that took a position"
    if len(review.motive.strip()) < MOTIVE_MIN_LENGTH:
        return f"a review gives its reasons in at least {MOTIVE_MIN_LENGTH} characters"
    return None


def needs_weighing(option: Option) -> bool:
    """Only what deviates has to be weighed: rights are simply due."""
    return any(measure.deviates_from_law for measure in option.measures)


def is_sampled(decision: str) -> bool:
    """Is this decision one of those reviewed afterwards? By its reference alone: nobody chooses."""
    return int(hashlib.sha256(decision.encode()).hexdigest(), 16) % SAMPLE_ONE_IN == 0
