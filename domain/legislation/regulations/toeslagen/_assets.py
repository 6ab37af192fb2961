"""The limit on assets of the allowances (Awir 7 lid 3, Wzt 3 lid 1, Wkgb 1 lid 4).

The assets on 1 January: one's own, or with the partner of all the year together. Reads the facts
`assets`, `partner_all_year` and `partner_assets`.
"""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Unknown,
    Working,
    all_of,
)
from domain.legislation.parameters import Parameter

WITHIN_LIMIT = Text("vermogen niet boven de grens", "assets within the limit")

_TOGETHER = Text("gezamenlijk vermogen", "assets together")
_ALONE_OVER = Text(
    "eigen vermogen alleen al boven de grens voor partners",
    "own assets alone over the limit for partners",
)


class Limits(NamedTuple):
    """The two limits of one law and its article."""

    single: Parameter
    partners: Parameter
    by: Article


def require_within(working: Working, limits: Limits, partner: Answer) -> None:
    """Require that the assets are within the limit; own assets above the limit for partners are
    too much whatever is not known of a partner."""
    own = working.fact("assets")
    all_year = Answer.NO
    if partner is not Answer.NO:
        all_year = all_of(partner, working.answer("partner_all_year"))
    match all_year:
        case Answer.NO:
            _require_at_most(working, own, limits.single, limits.by)
        case Answer.UNKNOWN:
            _require_not_over_alone(working, own, limits)
        case Answer.YES:
            theirs = working.fact("partner_assets")
            if isinstance(theirs.value, Unknown):
                _require_not_over_alone(working, own, limits)
                return
            together = working.add(_TOGETHER, own, theirs, by=limits.by)
            _require_at_most(working, together, limits.partners, limits.by)


def _require_at_most(working: Working, assets: Figure, limit: Parameter, by: Article) -> None:
    most = working.parameter(limit)
    working.require_compared(WITHIN_LIMIT, assets, Relation.AT_MOST, most, by)


def _require_not_over_alone(working: Working, own: Figure, limits: Limits) -> None:
    most = working.parameter(limits.partners)
    over = working.compare(_ALONE_OVER, own, Relation.MORE, most, limits.by)
    answer = Answer.NO if over is Answer.YES else Answer.UNKNOWN
    working.require(WITHIN_LIMIT, answer, limits.by)
