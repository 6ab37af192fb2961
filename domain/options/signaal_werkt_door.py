"""A decision follows a signal that its own limit does not bear out: pause what is taken on it.

The conflict ends when the body takes the decision back, or pays the suspended right again, after
looking itself (Awb 3:2, 3:46, 7:11): acts of a kind that no measure has yet. A decision that takes
nothing, like a suspension, therefore gets no measure here.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.contested import pauses_on_unfounded_decisions
from domain.options.remedy import Remedy

REMEDY = Remedy(ConflictType.SIGNAAL_WERKT_DOOR, pauses_on_unfounded_decisions)
