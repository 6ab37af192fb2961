"""Where a joint decision stands."""

from __future__ import annotations

from enum import StrEnum


class DecisionState(StrEnum):
    """Where a joint decision stands.

    `weighing`: agreed, and the balance of interests must still be written down; `in_review`: a
    colleague of another agency looks at it before it takes effect.
    """

    CHECKING = "checking"
    OPEN = "open"
    AGREED = "agreed"
    WEIGHING = "weighing"
    IN_REVIEW = "in_review"
    APPLYING = "applying"
    CARRIED_OUT = "carried_out"
    OBJECTED = "objected"
    LAPSED = "lapsed"
    NOT_POSSIBLE = "not_possible"
    COMPENSATED = "compensated"
    NEEDS_PERSON = "needs_person"
