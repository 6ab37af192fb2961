"""Joint decisions: votes, mandates, grounds, rounds, weighing and review; when a bundle is decided.

`vote` and `refusal` say which votes count, `outcome` where the decision stands on them, `dissent`
what is left when an agency does not join, `weighing` and `peer_review` what must be there before it
takes effect.
"""

from domain.decisions.counter_proposal import (
    CounterProposal,
    MeasureChange,
    ProposalRefused,
    counter_option,
)
from domain.decisions.outcome import Outcome, outcome_of
from domain.decisions.peer_review import Opinion, PeerReview, ReviewPolicy
from domain.decisions.refusal import Ballot, refusal_of
from domain.decisions.state import DecisionState
from domain.decisions.vote import (
    Liaison,
    Mandate,
    Vote,
    VoteKind,
    VoteRefusal,
    VoteRefused,
)
from domain.decisions.weighing import Weighing

__all__ = [
    "Ballot",
    "CounterProposal",
    "DecisionState",
    "Liaison",
    "Mandate",
    "MeasureChange",
    "Opinion",
    "Outcome",
    "PeerReview",
    "ProposalRefused",
    "ReviewPolicy",
    "Vote",
    "VoteKind",
    "VoteRefusal",
    "VoteRefused",
    "Weighing",
    "counter_option",
    "outcome_of",
    "refusal_of",
]
