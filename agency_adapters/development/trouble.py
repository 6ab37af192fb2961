"""Made-to-order trouble: how an agency behaves badly on purpose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class TroubleKind(StrEnum):
    """How an agency behaves badly."""

    NONE = "none"
    SLOW = "slow"
    DOWN = "down"
    REFUSING = "refusing"
    TWICE = "twice"
    FAIL_AFTER_EFFECT = "fail_after_effect"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Trouble for `times` more calls (0: until told otherwise) of one method (empty: all)."""

    kind: TroubleKind = TroubleKind.NONE
    seconds: float = 0.0
    times: int = 0
    method: str = ""

    def hits(self, method: str) -> bool:
        """Whether a call of this method is in trouble."""
        return self.kind is not TroubleKind.NONE and self.method in ("", method)

    def after_a_call(self) -> Trouble:
        """The trouble that is left after one more call."""
        if self.times == 0:
            return self
        return Trouble() if self.times == 1 else replace(self, times=self.times - 1)
