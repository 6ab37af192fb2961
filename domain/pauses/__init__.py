"""What a pause does besides pausing: set-off, interest and limitation, claim by claim.

An ordinary pause leaks on all three: set-off may go on (Awb 4:93 lid 5), interest runs (4:101), and
the body may claim for as much longer (4:111). Who asks for a time-out sees and records each.
"""

from domain.pauses.terms import Interest, PausedClaim, paused_by, paused_claims

__all__ = ["Interest", "PausedClaim", "paused_by", "paused_claims"]
