"""Which pauses are a moratorium: one that the court pronounces for all creditors."""

from __future__ import annotations

from domain.records import Hold
from domain.vocabulary import Law

_MORATORIA = frozenset({(Law.WGS, "5"), (Law.FW, "287"), (Law.FW, "287b")})
"""The cooling-off period, the provisional measure (Fw 287 lid 4) and the moratorium."""


def is_moratorium(hold: Hold) -> bool:
    """Whether this pause rests on a court's moratorium, and not on what one body allowed."""
    return any((basis.law, basis.article) in _MORATORIA for basis in hold.legal_basis)
