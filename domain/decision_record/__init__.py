"""The joint decision record: what was decided together, why, by whom and with which effect.

It is composed once a decision is carried out, holds no personal data, never changes, and stands in
a chain of hashes. It is not itself a decision in the sense of the law (Awb 1:3): it names those.
"""

from domain.decision_record.chain import (
    Break,
    BreakKind,
    Link,
    canonical,
    genesis_of,
    hash_of,
    verify,
)
from domain.decision_record.compose import (
    DecisionMade,
    TimedProposal,
    TimedReview,
    TimedVote,
    record_of,
)
from domain.decision_record.record import DecisionRecord
from domain.decision_record.withheld import Withheld

__all__ = [
    "Break",
    "BreakKind",
    "DecisionMade",
    "DecisionRecord",
    "Link",
    "TimedProposal",
    "TimedReview",
    "TimedVote",
    "Withheld",
    "canonical",
    "genesis_of",
    "hash_of",
    "record_of",
    "verify",
]
