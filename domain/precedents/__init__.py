"""Precedents: earlier decisions on the same provisions, anonymous, with the differences shown.

Equal cases are decided alike, or the decision says why not (Awb 3:46; the principle of equality).
"""

from domain.precedents.compare import Precedent, ranked
from domain.precedents.decided import DecidedCase, case_of

__all__ = ["DecidedCase", "Precedent", "case_of", "ranked"]
