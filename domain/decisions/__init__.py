"""Joint decisions: votes, mandates, and when a bundle is decided."""

from domain.decisions.decision import (
    DecisionState,
    Liaison,
    Mandate,
    Vote,
    VoteKind,
    VoteRefusal,
    VoteRefused,
    outcome_of,
    refusal_of,
)

__all__ = [
    "DecisionState",
    "Liaison",
    "Mandate",
    "Vote",
    "VoteKind",
    "VoteRefusal",
    "VoteRefused",
    "outcome_of",
    "refusal_of",
]
